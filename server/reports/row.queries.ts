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

type Place = { periodId: string; unitId: string }

/** A row with all that saving it rests on; of its sheet no more than that, since cells are what is saved most. */
export type RowToSave = Pick<StoredRow, 'targetValue' | 'milestones' | 'entry' | 'previous'> & {
  /** Of the row's period. */
  opensOn: Day
  closesOn: Day
  endsOn: Day
  /** When the sheet was signed. */
  signedAt: Date | null
}

/** One task's row of a sheet; undefined where the actor sees none. */
export async function findRowToSave(
  db: Db,
  actor: Actor,
  { periodId, unitId, taskId }: Place & { taskId: string },
): Promise<RowToSave | undefined> {
  const { organizationId } = actor
  const { rows } = await sql<RowToSave>`
    select p.opens_on, p.closes_on, p.ends_on, s.signed_at, ${WRITTEN_COLUMNS}, former.report as previous
    from period p
    join task t on t.organization_id = p.organization_id and t.plan_id = p.plan_id
    left join report_sheet s on s.organization_id = p.organization_id and s.period_id = p.id and s.unit_id = ${unitId}
    left join report_entry e on e.organization_id = p.organization_id and e.period_id = p.id and e.task_id = t.id
    left join lateral (${formerReport(unitId)}) former on true
    where p.organization_id = ${organizationId} and p.id = ${periodId} and t.id = ${taskId}
      and ${rowUnit} = ${unitId} and ${seenIn(actor, unitId)}`.execute(db)
  return rows[0]
}

/** The states of a sheet's entries, each once, and the day of the office's latest return; null where nothing is returned now. */
export async function findSheetStates(
  db: Db,
  actor: Actor,
  place: Place,
): Promise<{ states: StoredEntry['state'][]; returnedOn: Day | null }> {
  const { organizationId } = actor
  const { rows } = await sql<{ states: StoredEntry['state'][]; returnedOn: Day | null }>`
    select coalesce(array_agg(distinct e.state), '{}') as states,
      max(e.decided_on) filter (where e.state = 'returned') as returned_on
    from period p
    join task t on t.organization_id = p.organization_id and t.plan_id = p.plan_id
    join report_entry e on e.organization_id = p.organization_id and e.period_id = p.id and e.task_id = t.id
    where p.organization_id = ${organizationId} and p.id = ${place.periodId} and ${standsIn(organizationId, place)}`.execute(
    db,
  )
  return rows[0] ?? { states: [], returnedOn: null }
}
