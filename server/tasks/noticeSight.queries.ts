import { sql } from 'kysely'
import { type Actor, hasRole, seesWholeBoard, unitIdsOf } from '#domain/access/actor.ts'
import { GIVEN_NOTICE_STATES } from '#domain/notices/notice.ts'
import { visibleTo } from './visible.queries.ts'

/** What the actor may see of notices `n` about tasks `t`: the office all, leaders what was given, units their own. */
export function noticesSeenBy(actor: Actor) {
  if (hasRole(actor, 'supervisionOffice')) return sql<boolean>`true`
  const given = sql<boolean>`n.state = any(${[...GIVEN_NOTICE_STATES]}::text[])`
  const own = sql<boolean>`n.unit_id = any(${unitIdsOf(actor)}::uuid[])`
  return seesWholeBoard(actor)
    ? sql<boolean>`${given} and (${own} or ${visibleTo(actor)})`
    : sql<boolean>`${given} and ${own}`
}
