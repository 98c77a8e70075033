import { sql } from 'kysely'
import { addDays, type Day, quarterRange, yearOf } from '#domain/calendar/calendar.ts'
import type { Tx } from '../db/db.ts'
import type { Workdays } from './days.ts'
import { STAFF } from './district.ts'
import { BENCHMARK_LINES, HIGHLIGHT_LINES } from './highlights.words.ts'
import { idOf } from './ids.ts'
import { SUPERVISION_OFFICE } from './leaders.ts'
import type { IntoPlan } from './load.queries.ts'

const monthOf = (on: Day): number => Number(on.slice(5, 7))

const cellsOf = (lines: string): string[][] =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

const deskOf = (unit: string): string => idOf('person', STAFF.get(unit)?.liaison.key ?? '')

/** The demo's highlights with those who copy them, and the peers of some of its indicators. */
export async function insertHighlights(
  tx: Tx,
  { organizationId, planId }: IntoPlan,
  { today, days }: { today: Day; days: Workdays },
): Promise<void> {
  const before = (workdays: string | undefined): Day => days.shift(today, -Number(workdays))
  for (const [unit = '', ago, title = '', practice = '', evidence = '', adopters = ''] of cellsOf(HIGHLIGHT_LINES)) {
    const id = idOf('highlight', title)
    const sharedOn = before(ago)
    const sharedAt = new Date(`${sharedOn}T16:10:00+08:00`)
    const shared = { title, practice, evidence, sharedBy: deskOf(unit), sharedOn, sharedAt }
    await tx
      .insertInto('highlight')
      .values({ organizationId, id, unitId: idOf('unit', unit), ...shared })
      .execute()
    const adoptions = adopters.split(', ').map((text) => text.split(' '))
    await tx
      .insertInto('highlightAdoption')
      .values(
        adoptions.map(([by = '', when]) => ({
          organizationId,
          highlightId: id,
          unitId: idOf('unit', by),
          adoptedBy: deskOf(by),
          adoptedOn: before(when),
        })),
      )
      .execute()
  }
  const office = idOf('person', SUPERVISION_OFFICE[0][3])
  const asOn = addDays(quarterRange(yearOf(today), Math.ceil(monthOf(today) / 3)).startsOn, -1)
  for (const [words = '', peer = '', share, source = ''] of cellsOf(BENCHMARK_LINES))
    await sql`
      insert into benchmark (organization_id, id, task_id, peer, value, as_on, source, named_by, named_on)
      select ${organizationId}, ${idOf('benchmark', `${words} ${peer}`)}, t.id, ${peer},
        round((t.target_value * ${Number(share)})::numeric, 1), ${asOn}, ${source}, ${office}, ${before('8')}
      from task t where t.organization_id = ${organizationId} and t.plan_id = ${planId} and t.title like ${`%${words}%`}
        and t.target_value is not null and t.lead_unit_id is not null order by t.code limit 1`.execute(tx)
}
