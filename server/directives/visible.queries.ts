import { sql, type RawBuilder } from 'kysely'
import { type Actor, hasAnyRole, isSystem, unitIdsOf } from '#domain/access/actor.ts'

/**
 * Whether the actor may see the directive `d` (a query's alias): the office and principal leaders all; whoever wrote
 * it; the leaders in charge of its tasks, and the people of units that lead or support one. For everybody else it is
 * not there.
 */
export function seenBy(actor: Actor): RawBuilder<boolean> {
  if (isSystem(actor) || hasAnyRole(actor, ['supervisionOffice', 'principalLeader'])) return sql<boolean>`true`
  return sql<boolean>`(d.written_by = ${actor.personId} or exists (
    select from directive_task w
    join task t on t.organization_id = w.organization_id and t.id = w.task_id and t.state <> 'draft'
    where w.organization_id = d.organization_id and w.directive_id = d.id and ${concerned(actor)}))`
}

/** Whether a task of it is the actor's business: by their own charge, or by their unit's. */
const concerned = (actor: Actor): RawBuilder<boolean> => {
  const unitIds = unitIdsOf(actor)
  return sql<boolean>`(t.leader_id = ${actor.personId} or t.lead_unit_id = any(${unitIds}::uuid[]) or exists (
    select from task_support s where s.organization_id = t.organization_id and s.task_id = t.id
      and s.unit_id = any(${unitIds}::uuid[]) and not s.retired))`
}
