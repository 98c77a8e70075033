import { type Actor, hasRole, speaksFor } from '../access/actor.ts'
import { addDays, type Day } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import { ALLOWED, refused, type Verdict } from '../verdict.ts'

/** What a decision about a highlight needs to know of it. */
export type Highlight = { unitId: string; withdrawnOn: Day | null; adoptedUnitIds: readonly string[] }

/** The units for which the actor speaks as head or liaison, in the order of the posts. */
export const desksOf = ({ posts }: Actor): string[] => [
  ...new Set(
    posts.flatMap(({ role, unitId }) => (unitId && (role === 'unitHead' || role === 'liaison') ? [unitId] : [])),
  ),
]

/** May the actor share a unit's practice, or take it back? The unit's desk and the office. Refuses `highlight_not_yours`. */
export const canShare = (actor: Actor, unitId: string): Verdict =>
  hasRole(actor, 'supervisionOffice') || speaksFor(actor, unitId)
    ? ALLOWED
    : refused(new Refusal('highlight_not_yours'))

/** Refuses `highlight_not_yours`, `highlight_withdrawn`. */
export function canWithdraw(actor: Actor, { unitId, withdrawnOn }: Highlight): Verdict {
  const may = canShare(actor, unitId)
  if (!may.allowed) return may
  return withdrawnOn === null ? ALLOWED : refused(new Refusal('highlight_withdrawn'))
}

/**
 * May this unit adopt it now? Its own desk decides, not the one that shared it, and not what was withdrawn. Refuses
 * `highlight_not_yours`, `highlight_own`, `highlight_withdrawn`. What is adopted already may be asked again.
 */
export function canAdopt(actor: Actor, highlight: Highlight, unitId: string): Verdict {
  if (!speaksFor(actor, unitId)) return refused(new Refusal('highlight_not_yours'))
  if (highlight.unitId === unitId) return refused(new Refusal('highlight_own'))
  if (highlight.adoptedUnitIds.includes(unitId)) return ALLOWED
  return highlight.withdrawnOn === null ? ALLOWED : refused(new Refusal('highlight_withdrawn'))
}

/** The first of the actor's units that could still adopt it; null where there is none. */
export const unitToAdopt = (actor: Actor, highlight: Highlight): string | null =>
  desksOf(actor).find(
    (unitId) => canAdopt(actor, highlight, unitId).allowed && !highlight.adoptedUnitIds.includes(unitId),
  ) ?? null

/** A quarter: what is older has been spoken of before. */
const FRESH_DAYS = 92
/** Highlights shared after this day come before a meeting on `today`. */
export const freshAfter = (today: Day): Day => addDays(today, -FRESH_DAYS)
