import { type Actor, holdsIn, speaksFor } from '../access/actor.ts'
import { addWorkdays, type Day, type WorkingCalendar, workdaysBetween } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import type { TaskState } from './task.ts'
import { ALLOWED, ensure, firstRefusal, refused, type Verdict } from '../verdict.ts'

/**
 * What a supporting unit owes a task: `delivered` waits for the lead unit, `returned` is owed again with a reason,
 * `undelivered` is what the lead unit went on without.
 */
export const SUPPORT_STATES = ['pending', 'delivered', 'returned', 'confirmed', 'undelivered'] as const
export type SupportState = (typeof SUPPORT_STATES)[number]
/** Owed: the supporting unit has the next word. */
export const OWED_STATES: readonly SupportState[] = ['pending', 'returned']
/** The lead unit has decided: completion waits for it no longer. */
export const SETTLED_STATES: readonly SupportState[] = ['confirmed', 'undelivered']

/** What the lead unit thinks of what it was given; that it came late is derived, never said. */
export const SUPPORT_RATINGS = ['satisfactory', 'partial', 'insufficient'] as const
export type SupportRating = (typeof SUPPORT_RATINGS)[number]

/** When nothing said is silence, and from when a deliverable stands in the day of who owes it; as data with a version and the day it holds from. */
export const SUPPORT_RULES = {
  version: '1',
  effectiveOn: '2020-01-01',
  silentAfterWorkdays: 3,
  askedWithinWorkdays: 10,
} as const

/** All a decision about a support needs to know. */
export type SupportInLife = {
  unitId: string
  state: SupportState
  /** Its own date, or its task’s where none was agreed. */
  dueOn: Day | null
  deliveredById: string | null
  taskState: TaskState
  leadUnitId: string | null
}
/** The office's day, and which days are worked. */
export type SupportTime = { today: Day; calendar: WorkingCalendar }

/** Tasks whose units work on them: there is nothing to deliver before, and nothing to confirm after. */
export const SUPPORTED_STATES: readonly TaskState[] = ['assigned', 'inProgress']

type Guard = (actor: Actor, support: SupportInLife, time: SupportTime) => Verdict

const bySupportingUnit: Guard = (actor, { unitId }) =>
  speaksFor(actor, unitId) ? ALLOWED : refused(new Refusal('support_unit_only'))

const byLeadHead: Guard = (actor, { leadUnitId }) =>
  leadUnitId !== null && holdsIn(actor, 'unitHead', leadUnitId) ? ALLOWED : refused(new Refusal('lead_head_only'))

/** Whoever says what was delivered never confirms it: one person can be the head of two units. */
const notDeliverer: Guard = (actor, { deliveredById }) =>
  actor.personId === deliveredById ? refused(new Refusal('support_author')) : ALLOWED

const silent: Guard = (_, support, time) =>
  isSilent(support, time)
    ? ALLOWED
    : refused(new Refusal('support_not_silent', { days: SUPPORT_RULES.silentAfterWorkdays }))

type StepRule = { from: readonly SupportState[]; to: SupportState; by: Guard; holds: Guard | null }

/** The life of a support as data (PRODUCT.md, rule 2 and Life of a task). What came too late still counts as delivered. */
export const SUPPORT_STEPS = {
  deliver: { from: ['pending', 'returned', 'undelivered'], to: 'delivered', by: bySupportingUnit, holds: null },
  confirm: { from: ['delivered'], to: 'confirmed', by: byLeadHead, holds: notDeliverer },
  return: { from: ['delivered'], to: 'returned', by: byLeadHead, holds: null },
  goWithout: { from: OWED_STATES, to: 'undelivered', by: byLeadHead, holds: silent },
} as const satisfies Record<string, StepRule>
export type SupportStep = keyof typeof SUPPORT_STEPS
export const SUPPORT_STEP_NAMES = Object.keys(SUPPORT_STEPS) as [SupportStep, ...SupportStep[]]

/** May the actor take this step now? Asks who, then the task, then the state, then what must hold. */
export function canTakeSupport(actor: Actor, support: SupportInLife, step: SupportStep, time: SupportTime): Verdict {
  const { from, by, holds }: StepRule = SUPPORT_STEPS[step]
  return firstRefusal(
    () => by(actor, support, time),
    () =>
      SUPPORTED_STATES.includes(support.taskState)
        ? ALLOWED
        : refused(new Refusal('support_task_state', { state: `@${support.taskState}` })),
    () =>
      from.includes(support.state)
        ? ALLOWED
        : refused(new Refusal('support_wrong_state', { state: `@support.${support.state}` })),
    () => holds?.(actor, support, time) ?? ALLOWED,
  )
}

/** What is said with a step: a rating with a confirmation, and words where the step asks for them. */
export type SupportSaid = { rating: SupportRating | null; words: string }

/** Only what is in order can be confirmed without a word. */
const asksForWords = (step: SupportStep, { rating }: SupportSaid): boolean =>
  step !== 'confirm' || rating !== 'satisfactory'

/** The state after a step; throws the refusal of who may not, or of what is not said. */
export function takeSupport(
  actor: Actor,
  support: SupportInLife,
  step: SupportStep,
  said: SupportSaid,
  time: SupportTime,
): SupportState {
  ensure(canTakeSupport(actor, support, step, time))
  if (asksForWords(step, said) && said.words.trim() === '') throw new Refusal('reason_missing')
  return SUPPORT_STEPS[step].to
}

/** Owed for so many working days beyond its date, while the task's clocks run. */
export const isSilent = (
  { state, dueOn, taskState }: Pick<SupportInLife, 'state' | 'dueOn' | 'taskState'>,
  { today, calendar }: SupportTime,
): boolean =>
  dueOn !== null &&
  OWED_STATES.includes(state) &&
  SUPPORTED_STATES.includes(taskState) &&
  workdaysBetween(calendar, dueOn, today) >= SUPPORT_RULES.silentAfterWorkdays

/** On a working day: what is owed and was due by then is silent now. */
export const silentUpTo = ({ today, calendar }: SupportTime): Day =>
  addWorkdays(calendar, today, -SUPPORT_RULES.silentAfterWorkdays)

/** What a support can ask of somebody. */
export const SUPPORT_WAITS = ['confirmSupport', 'deliver'] as const
export type SupportWait = (typeof SUPPORT_WAITS)[number]

/** What it asks of the one who may do it now: to confirm what came, or to deliver what is due soon. */
export function supportWaitOf({
  may,
  workdaysLeft,
}: {
  may: { deliver: boolean; confirm: boolean }
  workdaysLeft: number | null
}): SupportWait | null {
  if (may.confirm) return 'confirmSupport'
  const isSoon = workdaysLeft !== null && workdaysLeft <= SUPPORT_RULES.askedWithinWorkdays
  return may.deliver && isSoon ? 'deliver' : null
}
