import type { Day } from '../calendar/calendar.ts'
import type { Level } from './difficulty.ts'

/** The limits of the levels, as data: one version, valid from a day. All in working days. */
export type DifficultyRules = {
  version: string
  effectiveOn: Day
  /** The office sees to it that it stands where it belongs. */
  triageWorkdays: number
  levelWorkdays: Readonly<Record<Level, number>>
  /** The office brings the raiser to say whether it is solved. */
  confirmWorkdays: number
  /** A confirmed difficulty is closed by itself when it was not reopened. */
  closeAfterWorkdays: number
}

/** PRODUCT.md, Difficulty: 3, 3, 5, and 10 or the next meeting. */
export const STANDARD_DIFFICULTY_RULES: DifficultyRules = {
  version: '1',
  effectiveOn: '2020-01-01',
  triageWorkdays: 1,
  levelWorkdays: { 1: 3, 2: 3, 3: 5, 4: 10 },
  confirmWorkdays: 5,
  closeAfterWorkdays: 5,
}

/** The limits that hold on a day. A clock goes by those of the day on which it began. */
export type DifficultyRulesOn = (on: Day) => DifficultyRules

/** Where the office has set nothing. */
export const standardDifficultyRules: DifficultyRulesOn = () => STANDARD_DIFFICULTY_RULES
