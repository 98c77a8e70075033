import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { Db } from '../db/db.ts'
import {
  formerReport,
  rowUnit,
  seenIn,
  standsIn,
  type StoredEntry,
  type StoredRow,
  WRITTEN_COLUMNS,
} from './sheet.queries.ts'

/** A row with all that saving it rests on; of its sheet no more than that, since cells are what is saved most. */
export type RowToSave = Pick<StoredRow, 'targetValue' | 'milestones' | 'entry' | 'previous'> & {
  /** Of the row's period. */
  opensOn: Day
  closesOn: Day
  endsOn: Day
  /** When the sheet was signed. */
  signedAt: Date | null
  /** The states of the sheet's entries, each once; none of an unsigned sheet, whose window alone decides who may write. */
  sheetStates: StoredEntry['state'][]
  /** The day of the office's latest return in the sheet; null where nothing is returned now. */
  returnedOn: Day | null
}

/**
 * One task's row of a sheet; undefined where the actor sees none. The other rows are read for a signed sheet alone: until then
 * cells are saved all the time, and no row keeps another from being written (domain/reports/sheet.ts).
 */
export async function findRowToSave(
  db: Db,
  actor: Actor,
  { periodId, unitId, taskId }: { periodId: string; unitId: string; taskId: string },
): Promise<RowToSave | undefined> {
  const { organizationId } = actor
  const { rows } = await sql<RowToSave>`
    select p.opens_on, p.closes_on, p.ends_on, s.signed_at, ${WRITTEN_COLUMNS}, former.report as previous,
      sheet.states as sheet_states, sheet.returned_on
    from period p
    join task t on t.organization_id = p.organization_id and t.plan_id = p.plan_id
    left join report_sheet s on s.organization_id = p.organization_id and s.period_id = p.id and s.unit_id = ${unitId}
    left join report_entry e on e.organization_id = p.organization_id and e.period_id = p.id and e.task_id = t.id
    left join lateral (${formerReport(unitId)}) former on true
    cross join lateral (
      select coalesce(array_agg(distinct e.state), '{}') as states,
        max(e.decided_on) filter (where e.state = 'returned') as returned_on
      from task t
      join report_entry e on e.organization_id = p.organization_id and e.period_id = p.id and e.task_id = t.id
      where s.signed_at is not null and t.organization_id = p.organization_id and ${standsIn(organizationId, { periodId, unitId })}) sheet
    where p.organization_id = ${organizationId} and p.id = ${periodId} and t.id = ${taskId}
      and ${rowUnit} = ${unitId} and ${seenIn(actor, unitId)}`.execute(db)
  return rows[0]
}
