import { type Day, type WorkingCalendar, workdaysBetween } from '../calendar/calendar.ts'
import type { LightRules } from '../lights/rules.ts'
import { stepRule } from '../tasks/lifecycle.ts'
import { limitLateBy, type StepDays } from '../tasks/limits.ts'
import type { TaskState } from '../tasks/task.ts'
import { type ComparedFacts, compareOn } from './progress.ts'

/** Workdays past the limit for acknowledging; 0 while it runs, and for a task that is not to be acknowledged. */
export function acknowledgeLateBy(
  { state, stateOn }: { state: TaskState; stateOn: Day },
  today: Day,
  days: StepDays,
): number {
  const { from, limit } = stepRule('acknowledge')
  return limit === null || !from.includes(state) ? 0 : limitLateBy(limit, stateOn, today, days)
}

/** How many of the completed tasks are looked at before they are struck off (PRODUCT.md, Life of a task). */
export type VerificationRules = {
  version: string
  effectiveOn: Day
  /** Of those that were never red, 0.1 to 0.2; all that were red are looked at. */
  sampleShare: number
}
export const VERIFICATION_RULES: VerificationRules = { version: '1', effectiveOn: '2026-01-01', sampleShare: 0.15 }

/** Why a task belongs to the sample that is verified on the spot. */
export const VERIFICATION_CAUSES = ['wasRed', 'sampled'] as const
export type VerificationCause = (typeof VERIFICATION_CAUSES)[number]

type VerifiedFacts = ComparedFacts & { id: string; state: TaskState; reopenCount: number }

/**
 * Whether a completed task is suggested for verification on the spot, and why; null where a look at the papers is
 * enough, and for every task that does not wait for it. The draw hangs on the task alone, so that neither the order of
 * completion nor asking again moves a task out of the sample.
 */
export function verificationCause(
  facts: VerifiedFacts,
  calendar: WorkingCalendar,
  lights: LightRules,
  rules: VerificationRules = VERIFICATION_RULES,
): VerificationCause | null {
  if (!stepRule('closeOut').from.includes(facts.state)) return null
  if (wasRed(facts, calendar, lights)) return 'wasRed'
  return drawOf(facts.id) < rules.sampleShare ? 'sampled' : null
}

/** Whether the task was red on any day of its life, by its facts; what was taken up again counts as red. */
function wasRed(facts: VerifiedFacts, calendar: WorkingCalendar, lights: LightRules): boolean {
  if (facts.reopenCount > 0) return true
  if (
    facts.milestones.some(
      ({ currentDueOn, doneOn }) => doneOn !== null && workdaysBetween(calendar, currentDueOn, doneOn) > 0,
    )
  )
    return true
  return facts.reports.some(
    ({ acceptedOn }) =>
      acceptedOn !== null && compareOn(acceptedBy(facts, acceptedOn), acceptedOn, lights).comparison?.light === 'red',
  )
}

/** The facts with no more reports and milestones accepted than were by the day. */
const acceptedBy = (facts: VerifiedFacts, day: Day): VerifiedFacts => ({
  ...facts,
  reports: facts.reports.filter(({ acceptedOn }) => acceptedOn !== null && acceptedOn <= day),
  milestones: facts.milestones.map((milestone) =>
    milestone.doneOn !== null && milestone.doneOn > day ? { ...milestone, doneOn: null } : milestone,
  ),
})

/** A number from 0 up to 1 that the id alone decides, evenly spread (FNV-1a, mixed). */
export function drawOf(id: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < id.length; index += 1) value = Math.imul(value ^ id.charCodeAt(index), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b)
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b)
  return ((value ^ (value >>> 16)) >>> 0) / 4_294_967_296
}

/** What a task is marked with beside its light. */
export type TaskFlags = { acknowledgeLate: boolean; verification: VerificationCause | null }

/**
 * What a task is marked with on a day: that it was not acknowledged in time, and why it is to be verified on the spot.
 */
export const flagsOf = (
  facts: VerifiedFacts & { stateOn: Day },
  today: Day,
  days: StepDays,
  lights: LightRules,
): TaskFlags => ({
  acknowledgeLate: acknowledgeLateBy(facts, today, days) > 0,
  verification: verificationCause(facts, days.calendar, lights),
})
