import { sql, type RawBuilder } from 'kysely'
import { hasAnyRole, hasRole, type Actor, unitIdsOf } from '#domain/access/actor.ts'
import { asOf } from '../db/asof.ts'
import type { Db } from '../db/db.ts'

/**
 * Whether the actor may see the task `t` (a query's alias of task, or of task as it was at `moment`):
 * the office all; the principal leader all but drafts; a leader in charge what is not restricted, and their own;
 * the people of a unit what their units lead or support, restricted or not. Drafts are the office's own affair, and a
 * draft that was thrown away stays one (PRODUCT.md, Plan; HOUSE.md, 404).
 */
export function visibleTo(actor: Actor, moment: Date | null = null): RawBuilder<boolean> {
  if (hasRole(actor, 'supervisionOffice')) return sql<boolean>`true`
  const known = sql<boolean>`t.state <> 'draft' and (t.state <> 'cancelled' or t.registered_at is not null)`
  if (hasRole(actor, 'principalLeader')) return known
  const ways: RawBuilder<boolean>[] = [sql<boolean>`t.leader_id = ${actor.personId}`]
  if (hasRole(actor, 'leaderInCharge')) ways.push(sql<boolean>`not t.restricted`)
  const unitIds = hasAnyRole(actor, ['unitHead', 'liaison', 'assignee']) ? unitIdsOf(actor) : []
  if (unitIds.length > 0)
    ways.push(sql<boolean>`t.id in (
      select x.id from ${asOf('task', moment)} x
        where x.organization_id = ${actor.organizationId} and x.lead_unit_id = any(${unitIds}::uuid[])
      union all
      select s.task_id from ${asOf('taskSupport', moment)} s
        where s.organization_id = ${actor.organizationId} and s.unit_id = any(${unitIds}::uuid[]) and not s.retired)`)
  return sql<boolean>`${known} and (${sql.join(ways, sql` or `)})`
}

/** The tasks the actor may see; every read of tasks for a person begins here. */
export const visibleTasks = (db: Db, actor: Actor) =>
  db.selectFrom('task as t').where('t.organizationId', '=', actor.organizationId).where(visibleTo(actor))
