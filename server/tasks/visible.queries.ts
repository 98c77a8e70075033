import { sql, type RawBuilder } from 'kysely'
import { hasRole, type Actor, unitIdsOf } from '#domain/access/actor.ts'
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
  const own = ownTasks(actor, moment)
  const isLeader = hasRole(actor, 'leaderInCharge')
  return isLeader
    ? sql<boolean>`${known} and (not t.restricted or t.id in (${own}))`
    : sql<boolean>`${known} and t.id in (${own})`
}

/** The ids of what the actor leads as a person, or what a unit of theirs leads or supports. */
const ownTasks = (actor: Actor, moment: Date | null) => {
  const { organizationId, personId } = actor
  const unitIds = unitIdsOf(actor)
  return sql`
    select x.id from ${asOf('task', moment)} x
      where x.organization_id = ${organizationId} and x.lead_unit_id = any(${unitIds}::uuid[])
    union all
    select x.id from ${asOf('task', moment)} x where x.organization_id = ${organizationId} and x.leader_id = ${personId}
    union all
    select s.task_id from ${asOf('taskSupport', moment)} s
      where s.organization_id = ${organizationId} and s.unit_id = any(${unitIds}::uuid[]) and not s.retired`
}

/** The tasks the actor may see; every read of tasks for a person begins here. */
export const visibleTasks = (db: Db, actor: Actor) =>
  db.selectFrom('task as t').where('t.organizationId', '=', actor.organizationId).where(visibleTo(actor))
