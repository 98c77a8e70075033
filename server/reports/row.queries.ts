import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import { ROW_STATES } from '#domain/reports/sheet.ts'
import type { Db } from '../db/db.ts'
import { formerReport, rowUnit, seenIn, type StoredEntry, type StoredRow, WRITTEN_COLUMNS } from './sheet.queries.ts'

/** A row with all that saving it rests on; of its sheet no more than that, since cells are what is saved most. */
export type RowToSave = Pick<StoredRow, 'targetValue' | 'milestones' | 'entry' | 'previous'> & {
  /** Of the row's period. */
  opensOn: Day
  closesOn: Day
  endsOn: Day
  /** When the sheet was signed. */
  signedAt: Date | null
  /** The states of the sheet's other entries, each once. */
  otherStates: StoredEntry['state'][]
  /** The day of the office's latest return in the sheet; null where nothing is returned now. */
  returnedOn: Day | null
}

const ENTRY_STATES = ROW_STATES.filter((state) => state !== 'empty')

/** One task's row of a sheet; undefined where the actor sees none. */
export async function findRowToSave(
  db: Db,
  actor: Actor,
  { periodId, unitId, taskId }: { periodId: string; unitId: string; taskId: string },
): Promise<RowToSave | undefined> {
  const inSheet = sql`o.organization_id = p.organization_id and o.period_id = p.id and o.unit_id = ${unitId}`
  const { rows } = await sql<RowToSave>`
    select p.opens_on, p.closes_on, p.ends_on, s.signed_at, ${WRITTEN_COLUMNS}, former.report as previous,
      array(select x.state from unnest(${ENTRY_STATES}::text[]) as x (state)
        where exists (select from report_entry o where ${inSheet} and o.state = x.state and o.task_id <> t.id)) as other_states,
      (select max(o.decided_on) from report_entry o where ${inSheet} and o.state = 'returned') as returned_on
    from period p
    join task t on t.organization_id = p.organization_id and t.plan_id = p.plan_id
    left join report_sheet s on s.organization_id = p.organization_id and s.period_id = p.id and s.unit_id = ${unitId}
    left join report_entry e on e.organization_id = p.organization_id and e.period_id = p.id and e.task_id = t.id
    left join lateral (${formerReport(unitId)}) former on true
    where p.organization_id = ${actor.organizationId} and p.id = ${periodId} and t.id = ${taskId}
      and ${rowUnit} = ${unitId} and ${seenIn(actor, unitId)}`.execute(db)
  return rows[0]
}
