import { sql, type RawBuilder } from 'kysely'
import { type Actor, seesWholeBoard } from '#domain/access/actor.ts'

/** The units for which somebody takes part: as their head or liaison. */
export const desksOf = (actor: Actor): string[] => [
  ...new Set(
    actor.posts.flatMap(({ role, unitId }) => (unitId && (role === 'unitHead' || role === 'liaison') ? [unitId] : [])),
  ),
]

/**
 * Whether the actor may know of the meeting `m`: the office and leaders of all, the desks of units that take part once
 * units are asked for something; to everybody else it does not exist.
 */
export function seesMeeting(actor: Actor): RawBuilder<boolean> {
  if (seesWholeBoard(actor)) return sql<boolean>`true`
  return sql<boolean>`(m.state not in ('planned','calledOff') and exists (
    select from meeting_participant x where x.organization_id = m.organization_id and x.meeting_id = m.id
      and not x.retired and x.unit_id = any(${desksOf(actor)}::uuid[])))`
}
