import { type Day, monthRange } from '../calendar/calendar.ts'

/** How often a recurring duty comes round (PRODUCT.md, Plan): one milestone a turn. */
export const REPEATS = ['monthly', 'quarterly', 'halfYearly'] as const
export type Repeat = (typeof REPEATS)[number]

const MONTHS: Record<Repeat, number> = { monthly: 1, quarterly: 3, halfYearly: 6 }

/** One turn: which of the year's, from 1, and its last day. */
export type Turn = { number: number; dueOn: Day }

/**
 * The turns of a duty within a plan year that end on or after `from` and, where it has an end of its own, begin before
 * it; the last one then ends with it.
 */
export function turnsIn(year: number, repeat: Repeat, within: { from: Day; until: Day | null }): Turn[] {
  const months = MONTHS[repeat]
  const until = within.until
  return Array.from({ length: 12 / months }, (_, index) => ({
    number: index + 1,
    startsOn: monthRange(year, index * months + 1).startsOn,
    dueOn: monthRange(year, (index + 1) * months).endsOn,
  })).flatMap(({ number, startsOn, dueOn }) => {
    if (dueOn < within.from || (until !== null && startsOn > until)) return []
    return [{ number, dueOn: until !== null && until < dueOn ? until : dueOn }]
  })
}

const QUARTERS = '一二三四'
/** A turn's name in Chinese: 3月, 三季度, 上半年. */
export function turnName(repeat: Repeat, number: number): string {
  if (repeat === 'monthly') return `${number}月`
  if (repeat === 'quarterly') return `${QUARTERS[number - 1] ?? ''}季度`
  return number === 1 ? '上半年' : '下半年'
}
