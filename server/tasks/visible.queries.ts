import { sql, type RawBuilder } from 'kysely'
import { hasRole, isSystem, type Actor, unitIdsOf } from '#domain/access/actor.ts'
import { asOf } from '../db/asof.ts'
import type { Db } from '../db/db.ts'

/**
 * Whether the actor may see the task `t` (a query's alias of task, or of task as it was at `moment`):
 * the office and the system all; the principal leader all but drafts; a leader in charge what is not restricted, their
 * own, and what carries out their directives; the people of a unit what their units lead or support, restricted or not.
 * Drafts are the office's own affair, and a draft that was thrown away stays one (PRODUCT.md, Plan; to everybody else it
 * does not exist, Words). A task that is restricted now was restricted always: its past is no way round.
 */
export function visibleTo(actor: Actor, moment: Date | null = null): RawBuilder<boolean> {
  if (hasRole(actor, 'supervisionOffice') || isSystem(actor)) return sql<boolean>`true`
  const then = seen(actor, 't', moment)
  if (moment === null || hasRole(actor, 'principalLeader')) return then
  return sql<boolean>`${then} and not exists (
    select from task n where n.organization_id = ${actor.organizationId} and n.id = t.id and n.restricted
      and not (${seen(actor, 'n', null)}))`
}

/** Those of whom this is the same see the same tasks now. */
export function sightOf(actor: Actor): string {
  if (hasRole(actor, 'supervisionOffice') || isSystem(actor)) return 'all'
  if (hasRole(actor, 'principalLeader')) return 'registered'
  const unitIds = unitIdsOf(actor).sort().join()
  return hasRole(actor, 'leaderInCharge') ? `leader ${actor.personId} ${unitIds}` : `units ${unitIds}`
}

function seen(actor: Actor, task: 't' | 'n', moment: Date | null): RawBuilder<boolean> {
  const of = (column: 'id' | 'state' | 'restricted' | 'registeredAt' | 'leaderId' | 'leadUnitId') =>
    sql.ref(`${task}.${column}`)
  const known = sql<boolean>`${of('state')} <> 'draft' and (${of('state')} <> 'cancelled' or ${of('registeredAt')} is not null)`
  if (hasRole(actor, 'principalLeader')) return known
  const unitIds = unitIdsOf(actor)
  const led = isOneOf(of('leadUnitId'), unitIds)
  // An array, because joined PostgreSQL takes what a unit sees and what a filter says of it for unrelated.
  const supported = sql`${of('id')} = any(array(
    select s.task_id from ${asOf('taskSupport', moment)} s
    where s.organization_id = ${actor.organizationId} and ${isOneOf(sql`s.unit_id`, unitIds)} and not s.retired))`
  return hasRole(actor, 'leaderInCharge')
    ? sql<boolean>`${known} and (not ${of('restricted')} or ${of('leaderId')} = ${actor.personId} or ${led} or ${supported}
        or ${of('id')} = any(array(${ofDirectives(actor)})))`
    : sql<boolean>`${known} and (${led} or ${supported})`
}

/** The ids of what carries out directives that the actor wrote. */
const ofDirectives = ({ organizationId, personId }: Actor) => sql`
  select w.task_id from directive d
  join directive_task w on w.organization_id = d.organization_id and w.directive_id = d.id
  where d.organization_id = ${organizationId} and d.written_by = ${personId}`

// Nearly everybody works for one unit, and a plan for one is better than a plan for any number.
export const isOneOf = (column: RawBuilder<unknown>, ids: readonly string[]): RawBuilder<boolean> =>
  ids.length === 1 ? sql<boolean>`${column} = ${ids[0]}` : sql<boolean>`${column} = any(${[...ids]}::uuid[])`

/** The tasks the actor may see; every read of tasks for a person begins here. */
export const visibleTasks = (db: Db, actor: Actor) =>
  db.selectFrom('task as t').where('t.organizationId', '=', actor.organizationId).where(visibleTo(actor))
