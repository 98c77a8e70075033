import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { DayException } from '#domain/calendar/calendar.ts'
import { STANDARD_PERIOD_RULE } from '#domain/reports/period.ts'
import { gramsOf } from '#domain/tasks/search.ts'
import { personKeys, unitKeys } from '../org/pinyin.ts'
import type { Db, Tx } from '../db/db.ts'
import type { DemoDistrict, DemoPerson, DemoScenario, DemoUnit } from './demo.types.ts'
import type { DemoEntry, Folded } from './folding.ts'
import { idOf } from './ids.ts'
import type { EntryRow, MilestoneRow, SupportRow, TaskRow } from './rows.ts'
import type { Version } from './versions.ts'

export type Into = { organizationId: string; names: Map<string, string> }
export type IntoPlan = Into & { planId: string; periodIds: Map<number, string> }
type Setting = { now: Date; passwordDigest: string; holidays: readonly DayException[] }

/** PostgreSQL takes 65,535 parameters in one statement; the widest row has fewer than 40. */
const ROWS_AT_ONCE = 1000

/** Lets the database see how much there is now, instead of planning for empty tables until it looks by itself. */
export const analyse = async (db: Db): Promise<void> => {
  await sql`analyze`.execute(db)
}

/** Organization, calendar, units, people with posts and accounts, portfolios. */
export async function insertDistrict(tx: Tx, district: DemoDistrict, setting: Setting): Promise<Into> {
  const organizationId = idOf('organization', district.name)
  await tx.insertInto('organization').values({ id: organizationId, name: district.name }).execute()
  const since = new Date('2020-01-01T00:00:00+08:00')
  const days = setting.holidays.map(({ on, workday, name }) => ({ organizationId, dayOn: on, workday, name, since }))
  if (days.length > 0) await tx.insertInto('calendarDay').values(days).execute()
  await tx
    .insertInto('unit')
    .values(await Promise.all(district.units.map((unit, index) => unitRow(organizationId, unit, index))))
    .execute()
  await insertPeople(tx, organizationId, district.people, setting)
  return { organizationId, names: new Map(district.people.map(({ key, name }) => [key, name])) }
}

const unitRow = async (organizationId: string, unit: DemoUnit, index: number) => ({
  organizationId,
  id: idOf('unit', unit.key),
  name: unit.name,
  shortName: unit.shortName,
  aliases: unit.aliases,
  kind: unit.kind === 'institution' ? ('other' as const) : unit.kind,
  groupName: unit.group,
  position: index + 1,
  searchKeys: await unitKeys(unit),
})

async function insertPeople(
  tx: Tx,
  organizationId: string,
  people: readonly DemoPerson[],
  { now, passwordDigest }: Setting,
) {
  const idOfPerson = (key: string) => idOf('person', key)
  await tx
    .insertInto('person')
    .values(
      await Promise.all(
        people.map(async ({ key, name, userName }, position) => ({
          organizationId,
          id: idOfPerson(key),
          name,
          userName,
          position,
          searchKeys: await personKeys(name),
        })),
      ),
    )
    .execute()
  await tx
    .insertInto('account')
    .values(
      people.map(({ key }) => ({
        organizationId,
        personId: idOfPerson(key),
        passwordDigest,
        mustChange: false,
        changedAt: now,
      })),
    )
    .execute()
  const posts = people.flatMap(({ key, posts: held }) =>
    held.map(({ role, unit, title }) => ({
      organizationId,
      personId: idOfPerson(key),
      role,
      title,
      unitId: unit && idOf('unit', unit),
    })),
  )
  await tx.insertInto('post').values(posts).execute()
}

/** The plan year with its pillars and periods, and who oversees what. */
export async function insertPlan(
  tx: Tx,
  into: Into,
  { district, year, now }: { district: DemoDistrict; year: DemoScenario; now: Date },
): Promise<IntoPlan> {
  const { organizationId } = into
  const planId = idOf('plan', String(year.year))
  await tx
    .insertInto('plan')
    .values({
      organizationId,
      id: planId,
      year: year.year,
      state: 'approved',
      opensOnLastWorkday: STANDARD_PERIOD_RULE.opensOnLastWorkday,
      closesAfterWorkdays: STANDARD_PERIOD_RULE.closesAfterWorkdays,
      createdAt: now,
    })
    .execute()
  await tx
    .insertInto('pillar')
    .values(
      district.pillars.map(({ mark, name }, index) => ({
        organizationId,
        id: idOf('pillar', mark),
        planId,
        position: index + 1,
        name,
        mark,
        lastNumber: year.tasks.filter(({ pillar }) => pillar === mark).length,
      })),
    )
    .execute()
  const periods = year.periods.map(({ every, number, startsOn, endsOn, opensOn, closesOn }) => ({
    organizationId,
    id: idOf('period', `${year.year} ${number}`),
    planId,
    kind: every,
    number,
    startsOn,
    endsOn,
    // On any day a visitor finds a sheet to fill: the window of the day's own period is already open.
    opensOn: startsOn <= year.today && year.today <= endsOn && opensOn > year.today ? year.today : opensOn,
    closesOn,
  }))
  await tx.insertInto('period').values(periods).execute()
  await insertPortfolios(tx, organizationId, district)
  return { ...into, planId, periodIds: new Map(periods.map(({ number, id }) => [number, id])) }
}

async function insertPortfolios(tx: Tx, organizationId: string, { portfolios }: DemoDistrict): Promise<void> {
  const units = portfolios.flatMap(({ leader, units: keys }) =>
    keys.map((key) => ({ organizationId, personId: idOf('person', leader), unitId: idOf('unit', key) })),
  )
  const pillars = portfolios.flatMap(({ leader, pillars: marks }) =>
    marks.map((mark) => ({ organizationId, personId: idOf('person', leader), pillarId: idOf('pillar', mark) })),
  )
  if (units.length > 0) await tx.insertInto('portfolioUnit').values(units).execute()
  if (pillars.length > 0) await tx.insertInto('portfolioPillar').values(pillars).execute()
}

/** Every version of every fact, and the year's journal. */
export async function insertFacts(tx: Tx, into: IntoPlan, folded: Folded): Promise<void> {
  const { organizationId } = into
  const task = <Row extends Version<TaskRow>>(row: Row) => ({
    ...row,
    organizationId,
    planId: into.planId,
    searchGrams: gramsOf(row.code, row.title),
  })
  await inChunks(folded.tasks.current().map(task), (rows) => tx.insertInto('task').values(rows).execute())
  await inChunks(folded.tasks.former().map(task), (rows) =>
    tx.insertInto('taskFormer').values(rows.map(formerTask)).execute(),
  )
  const milestone = <Row extends Version<MilestoneRow>>(row: Row) => ({ ...row, organizationId, retired: false })
  await inChunks(folded.milestones.current().map(milestone), (rows) =>
    tx.insertInto('milestone').values(rows).execute(),
  )
  await inChunks(folded.milestones.former().map(milestone), (rows) =>
    tx.insertInto('milestoneFormer').values(rows).execute(),
  )
  const support = <Row extends Version<SupportRow>>(row: Row) => ({ ...row, organizationId, retired: false })
  await inChunks(folded.supports.current().map(support), (rows) => tx.insertInto('taskSupport').values(rows).execute())
  await inChunks(folded.supports.former().map(support), (rows) =>
    tx.insertInto('taskSupportFormer').values(rows).execute(),
  )
  await inChunks(folded.disputes, (rows) =>
    tx
      .insertInto('taskDispute')
      .values(rows.map((row) => ({ ...row, organizationId })))
      .execute(),
  )
  await inChunks(folded.transfers, (rows) =>
    tx
      .insertInto('taskTransfer')
      .values(rows.map((row) => ({ ...row, organizationId })))
      .execute(),
  )
  await insertReports(tx, into, folded)
  await inChunks(folded.journal, (rows) =>
    tx
      .insertInto('journalEntry')
      .values(rows.map((row) => journalRow(into, row)))
      .execute(),
  )
}

// The columns that a table fills by default have no default in its table of former versions.
const formerTask = <Row extends object>(row: Row) => ({ ...row, version: 1, restricted: false, targetAsWorded: false })

async function insertReports(tx: Tx, into: IntoPlan, { entries, sheets }: Folded): Promise<void> {
  const { organizationId, periodIds } = into
  const entry = <Row extends Version<EntryRow>>({ period, unit, ...row }: Row) => ({
    ...row,
    organizationId,
    periodId: periodIds.get(period) ?? '',
    unitId: idOf('unit', unit),
    version: 1,
  })
  const sheetRows = [...sheets.values()].map(({ period, unit, signedAt, signedBy }) => ({
    organizationId,
    periodId: periodIds.get(period) ?? '',
    unitId: idOf('unit', unit),
    preparedAt: signedAt,
    signedAt,
    signedBy: signedBy && idOf('person', signedBy),
  }))
  await inChunks(sheetRows, (rows) => tx.insertInto('reportSheet').values(rows).execute())
  await inChunks(entries.current().map(entry), (rows) => tx.insertInto('reportEntry').values(rows).execute())
  await inChunks(entries.former().map(entry), (rows) => tx.insertInto('reportEntryFormer').values(rows).execute())
}

const journalRow = ({ organizationId, names }: Into, entry: DemoEntry) => ({
  organizationId,
  happenedAt: entry.at,
  personId: idOf('person', entry.by),
  personName: names.get(entry.by) ?? entry.by,
  origin: 'demo',
  requestId: randomUUID().slice(0, 8),
  action: entry.action,
  subjectType: entry.subjectType,
  subjectId: entry.subjectId,
  before: entry.before && JSON.stringify(entry.before),
  after: entry.after && JSON.stringify(entry.after),
  reason: entry.reason,
})

async function inChunks<Row>(rows: readonly Row[], insert: (chunk: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) await insert(rows.slice(from, from + ROWS_AT_ONCE))
}
