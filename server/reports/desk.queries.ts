import { sql } from 'kysely'
import { type Actor, seesWholeBoard, unitIdsOf } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { RowState } from '#domain/reports/sheet.ts'
import type { Db } from '../db/db.ts'
import { visibleTo } from '../tasks/visible.queries.ts'
import { rowUnit } from './sheet.queries.ts'

type Name = { id: string; name: string }

/** A unit's sheet for a period, its rows folded into what a list shows. */
export type StoredSummary = {
  periodId: string
  opensOn: Day
  closesOn: Day
  unit: Name
  rowStates: RowState[]
  checkedCount: number
  /** Days on which the rows that are returned now were returned. */
  returnedOn: Day[]
  preparedAt: Date | null
  preparedBy: Name | null
  signedAt: Date | null
  signedBy: Name | null
}

/**
 * Which periods: one; all of a plan's report rule that have opened by a day; or of these the ones in which something
 * is still to be done: their window is open, or rows are with the office or came back.
 */
export type PeriodScope = { periodId: string } | { planId: string; openedBy: Day; only?: 'unfinished' }

function inScope(scope: PeriodScope) {
  if ('periodId' in scope) return sql`p.id = ${scope.periodId}`
  const opened = sql`p.plan_id = ${scope.planId} and p.kind = l.report_every and p.opens_on <= ${scope.openedBy}`
  if (scope.only === undefined) return opened
  return sql`${opened} and (p.closes_on >= ${scope.openedBy} or exists (
    select from report_entry x where x.organization_id = p.organization_id and x.period_id = p.id
      and x.state in ('submitted','returned')))`
}

const person = (column: string) => sql`
  (select json_build_object('id', n.id, 'name', n.name) from person n
    where n.organization_id = d.organization_id and n.id = ${sql.ref(column)})`

/** The sheets the actor may see, by period and in the official order of units; units without a row are left out. */
export async function findSummaries(db: Db, actor: Actor, scope: PeriodScope): Promise<StoredSummary[]> {
  const own = seesWholeBoard(actor) ? sql`true` : sql`u.id = any(${unitIdsOf(actor)}::uuid[])`
  const { rows } = await sql<StoredSummary>`
    with r as (
      select p.organization_id, p.id as period_id, p.number, p.opens_on, p.closes_on, ${rowUnit} as unit_id,
        coalesce(e.state, 'empty') as state, coalesce(e.checked, false) as checked, e.decided_on
      from period p
      join plan l on l.organization_id = p.organization_id and l.id = p.plan_id
      join task t on t.organization_id = p.organization_id and t.plan_id = p.plan_id
      left join report_entry e on e.organization_id = p.organization_id and e.period_id = p.id and e.task_id = t.id
      where p.organization_id = ${actor.organizationId} and ${inScope(scope)} and ${visibleTo(actor)}),
    d as (
      select organization_id, period_id, number, opens_on, closes_on, unit_id, array_agg(state) as row_states,
        count(*) filter (where checked) as checked_count,
        coalesce(json_agg(decided_on) filter (where state = 'returned'), '[]'::json) as returned_on
      from r group by organization_id, period_id, number, opens_on, closes_on, unit_id)
    select d.period_id, d.opens_on, d.closes_on, json_build_object('id', u.id, 'name', u.short_name) as unit,
      d.row_states, d.checked_count, d.returned_on, s.prepared_at, ${person('s.preparedBy')} as prepared_by,
      s.signed_at, ${person('s.signedBy')} as signed_by
    from d
    join unit u on u.organization_id = d.organization_id and u.id = d.unit_id
    left join report_sheet s on s.organization_id = d.organization_id and s.period_id = d.period_id and s.unit_id = u.id
    where ${own}
    order by d.number, u.position, u.id`.execute(db)
  return rows
}
