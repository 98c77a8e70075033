import type { Day } from '../calendar/calendar.ts'
import type { Light } from '../lights/light.ts'

/** Who decides a request; each stands above the one before. */
export const DECIDERS = ['supervisionOffice', 'leaderInCharge', 'principalLeader'] as const
export type Decider = (typeof DECIDERS)[number]

/** The ladder as data: one version, valid from a day (PRODUCT.md, Life of a task: extend). */
export type LadderRules = {
  version: string
  effectiveOn: Day
  /** The office decides up to so many workdays. */
  officeMostWorkdays: number
  /** From this request of a task on, the leader in charge; from that one on, the principal leader. */
  leaderFromOrdinal: number
  principalFromOrdinal: number
}

/** Up to 10 workdays the office, longer or a second time the leader in charge, a third time or on red the principal. */
const STANDARD_LADDER: LadderRules = {
  version: '1',
  effectiveOn: '2020-01-01',
  officeMostWorkdays: 10,
  leaderFromOrdinal: 2,
  principalFromOrdinal: 3,
}

/** Presets by name; `short` is that of places where a week is the office's own limit (DOMAIN b.2). */
export const LADDER_PRESETS = {
  standard: STANDARD_LADDER,
  short: { ...STANDARD_LADDER, version: '1-short', officeMostWorkdays: 7 },
} as const satisfies Record<string, LadderRules>

/** What the ladder looks at. */
export type LadderFacts = {
  /** Workdays from the furthest date that is moved to the one asked for; 0 where no date is moved. */
  workdays: number
  /** Which granted request of the task this would be, from 1. */
  ordinal: number
  /** Asked after a date that it moves had passed. */
  isLate: boolean
  light: Light
}

/** Who decides a request for a later date. */
export function extensionDecider({ workdays, ordinal, isLate, light }: LadderFacts, rules: LadderRules): Decider {
  if (light === 'red' || ordinal >= rules.principalFromOrdinal) return 'principalLeader'
  if (isLate || ordinal >= rules.leaderFromOrdinal || workdays > rules.officeMostWorkdays) return 'leaderInCharge'
  return 'supervisionOffice'
}

/**
 * Who decides a change of what was promised: never the office by itself, since a target that moves moves the year's
 * figures; less than was promised, a third time or on red goes to the principal leader.
 */
export function changeDecider(
  { ordinal, light, isLess }: Pick<LadderFacts, 'ordinal' | 'light'> & { isLess: boolean },
  rules: LadderRules,
): Decider {
  return isLess || light === 'red' || ordinal >= rules.principalFromOrdinal ? 'principalLeader' : 'leaderInCharge'
}
