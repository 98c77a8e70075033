import { sql, type RawBuilder } from 'kysely'
import { hasRole, type Actor, unitIdsOf } from '#domain/access/actor.ts'
import { visibleTo } from '../tasks/visible.queries.ts'

/**
 * Whether the actor may see the difficulty `d` of the task `t`: as its task, and whoever it was ever asked of or who
 * puts a ruling into effect, though the task itself is not theirs to see.
 */
export function seesDifficulty(actor: Actor): RawBuilder<boolean> {
  const unitIds = unitIdsOf(actor)
  if (unitIds.length === 0) return visibleTo(actor)
  return sql<boolean>`(${visibleTo(actor)} or ${concerns(unitIds)})`
}

/** Whether the units have a part in the difficulty `d`: they raised it, were asked, or put a ruling into effect. */
export const concerns = (unitIds: readonly string[]): RawBuilder<boolean> => sql<boolean>`(
  d.raised_unit_id = any(${[...unitIds]}::uuid[]) or d.ruling_unit_id = any(${[...unitIds]}::uuid[])
  or d.asked_unit_ids && ${[...unitIds]}::uuid[])`

/**
 * Whether the difficulty `d` of the task `t` waits on the actor: somebody's clock runs against a post of theirs, the
 * unit they speak for is to confirm it or to take a condition, or to put a ruling into effect. What `answererOf` of
 * the domain says, as SQL; a test holds the two together.
 */
export function waitsOn(actor: Actor): RawBuilder<boolean> {
  const heads = unitsOf(actor, ['unitHead'])
  const desks = unitsOf(actor, ['unitHead', 'liaison'])
  const parts = [
    ...(hasRole(actor, 'supervisionOffice') ? [sql`d.state in ('raised', 'solved')`] : []),
    ...(hasRole(actor, 'principalLeader')
      ? [sql`d.state = 'triaged' and (d.level = 4 or d.level = 3 and t.leader_id is null)`]
      : []),
    sql`d.state = 'triaged' and d.level = 3 and t.leader_id = ${actor.personId}`,
    sql`d.state = 'triaged' and d.level = 1 and d.raised_unit_id = any(${heads}::uuid[])`,
    sql`d.state = 'triaged' and d.level = 2 and d.counterpart_id = any(${heads}::uuid[])`,
    sql`d.state in ('ruled', 'inExecution') and d.ruling_unit_id = any(${desks}::uuid[])`,
    sql`d.state = 'solved' and d.raised_unit_id = any(${desks}::uuid[])`,
    sql`d.state = 'triaged' and d.answer_kind = 'onCondition' and d.raised_unit_id = any(${desks}::uuid[])`,
  ]
  return sql<boolean>`(${sql.join(parts, sql` or `)})`
}

/**
 * Whether another unit owes the actor's unit, which raised the difficulty `d`, a word: the counterpart its answer, or
 * the unit that is to put a ruling into effect what it solved. A condition is the raiser's own to take.
 */
export function owedTo(actor: Actor): RawBuilder<boolean> {
  const ours = sql`any(${unitsOf(actor, ['unitHead', 'liaison'])}::uuid[])`
  return sql<boolean>`(d.raised_unit_id = ${ours} and (
    d.state = 'triaged' and d.level = 2 and d.answer_kind is distinct from 'onCondition'
    or d.state in ('ruled', 'inExecution') and not d.ruling_unit_id = ${ours}))`
}

const unitsOf = (actor: Actor, roles: readonly string[]): string[] =>
  actor.posts.flatMap(({ role, unitId }) => (unitId !== null && roles.includes(role) ? [unitId] : []))
