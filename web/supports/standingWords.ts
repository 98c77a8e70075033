import type { Day } from '#domain/calendar/calendar.ts'
import { wordFor } from '#domain/glossary.ts'
import type { Language } from '#domain/refusal.ts'
import { OWED_STATES } from '#domain/tasks/support.ts'
import type { SupportView } from '#domain/tasks/supports.contract.ts'
import type { SupportsText } from './supports.zh.ts'

/** A part of the sentence; `near` and `over` are a clock that is about to run out, or has. */
export type Part = { words: string; weight?: 'near' | 'over' }

/** From so many working days left a clock stands out. */
const NEAR_WORKDAYS = 2

/** How a support stands, part by part: the clock of what is owed; of what came, when, and what was said of it. */
export function standingWords(
  support: SupportView,
  text: SupportsText,
  language: Language,
  say: (on: Day) => string,
): Part[] {
  const { state, decision, dueOn, isSilent } = support
  const isOwed = OWED_STATES.includes(state)
  const rating = decision?.rating
  // Inside a sentence, so without the capital of a label.
  const word = wordFor(rating ?? `support.${state}`, language)
  return [
    ...(isOwed ? [] : arrival(support, text, say)),
    ...(state === 'pending' ? [] : [{ words: word }]),
    ...clock(support, text),
    ...(isSilent ? [{ words: text.silent }] : []),
    ...(isOwed && dueOn === null ? [{ words: text.noDate }] : []),
  ]
}

function arrival({ delivery }: SupportView, text: SupportsText, say: (on: Day) => string): Part[] {
  if (!delivery) return []
  const { on, lateWorkdays } = delivery
  const timing = lateWorkdays === null ? [] : [{ words: lateWorkdays > 0 ? text.late(lateWorkdays) : text.inTime }]
  return [{ words: text.delivered(say(on)) }, ...timing]
}

function clock({ workdaysLeft }: SupportView, text: SupportsText): Part[] {
  if (workdaysLeft === null) return []
  if (workdaysLeft < 0) return [{ words: text.over(-workdaysLeft), weight: 'over' }]
  const words = workdaysLeft === 0 ? text.leftToday : text.left(workdaysLeft)
  return [{ words, ...(workdaysLeft <= NEAR_WORKDAYS && { weight: 'near' as const }) }]
}
