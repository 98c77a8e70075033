import type { Actor } from '../access/actor.ts'
import type { Day } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import { ALLOWED, ensure, firstRefusal, refused, type Verdict } from '../verdict.ts'
import {
  FORKS,
  GUARDS,
  INPUT_GUARDS,
  type StepFork,
  type StepGuard,
  type StepInputGuard,
  type StepTaker,
  TAKERS,
  type Weighed,
} from './guards.ts'
import type { StepInput, StepTime, TaskInLife } from './inLife.ts'
import { limitEndsOn, type StepDays, type StepLimit } from './limits.ts'
import type { TaskState } from './task.ts'

/** One row of the state table. */
export type StepRule = {
  from: readonly TaskState[]
  to: TaskState
  /** The other state it can lead to, and when. */
  or?: { when: StepFork; to: TaskState }
  by: StepTaker
  /** Must hold of the task; asked before the step is offered. */
  holds: readonly StepGuard[]
  /** Must be said with the step. */
  asks: readonly StepInputGuard[]
  /** Which limit runs from entering its first state; null for none. How long it is the rules of the day say. */
  limit: StepLimit | null
}

const WITH_UNIT = ['assigned', 'inProgress', 'disputed', 'suspended'] as const satisfies readonly TaskState[]

/** The life of a task as data (PRODUCT.md, Life of a task); docs/supervision.states.md is drawn from it. */
export const STEPS = {
  register: {
    from: ['draft'],
    to: 'registered',
    by: 'office',
    holds: ['registrable'],
    asks: [],
    limit: 'registerWorkdays',
  },
  assign: { from: ['registered'], to: 'assigned', by: 'office', holds: [], asks: [], limit: null },
  acknowledge: {
    from: ['assigned'],
    to: 'inProgress',
    by: 'leadUnit',
    holds: [],
    asks: ['assigneeNamed'],
    limit: 'acknowledgeWorkdays',
  },
  decline: {
    from: ['assigned'],
    to: 'disputed',
    by: 'leadHead',
    holds: ['declinesLeft', 'inTime'],
    asks: ['reasonGiven', 'ownerSuggested', 'legalBasisGiven'],
    limit: 'declineWorkdays',
  },
  upholdAssignment: {
    from: ['disputed'],
    to: 'assigned',
    by: 'decider',
    holds: ['notDecliner'],
    asks: ['reasonGiven'],
    limit: 'disputeWorkdays',
  },
  transfer: {
    from: WITH_UNIT,
    to: 'assigned',
    by: 'decider',
    holds: ['notDecliner'],
    asks: ['newLeadNamed', 'reasonGiven'],
    limit: null,
  },
  requestCompletion: {
    from: ['inProgress'],
    to: 'completionReview',
    by: 'leadHead',
    holds: ['milestonesAccepted', 'evidenceThere', 'supportsConfirmed'],
    asks: ['withDirective'],
    limit: null,
  },
  acceptCompletion: {
    from: ['completionReview'],
    to: 'completed',
    or: { when: 'signOffNeeded', to: 'leaderSignOff' },
    by: 'office',
    holds: ['notAuthor'],
    asks: ['checksHold'],
    limit: 'acceptWorkdays',
  },
  returnCompletion: {
    from: ['completionReview'],
    to: 'inProgress',
    by: 'office',
    holds: ['notAuthor'],
    asks: ['reasonGiven'],
    limit: 'acceptWorkdays',
  },
  signOff: {
    from: ['leaderSignOff'],
    to: 'completed',
    by: 'signer',
    holds: ['notAuthor'],
    asks: [],
    limit: 'signOffWorkdays',
  },
  instructFurther: {
    from: ['leaderSignOff'],
    to: 'inProgress',
    by: 'signer',
    holds: ['notAuthor'],
    asks: ['withDirective', 'instructionGiven', 'dayAhead'],
    limit: 'signOffWorkdays',
  },
  closeOut: {
    from: ['completed'],
    to: 'closedOut',
    by: 'office',
    holds: ['notAuthor'],
    asks: ['verificationGiven'],
    limit: 'closeOutWorkdays',
  },
  failVerification: {
    from: ['completed'],
    to: 'inProgress',
    by: 'office',
    holds: ['notAuthor'],
    asks: ['verificationGiven', 'reasonGiven', 'dayAhead'],
    limit: 'closeOutWorkdays',
  },
  revisit: {
    from: ['closedOut'],
    to: 'closedOut',
    or: { when: 'notHeld', to: 'inProgress' },
    by: 'office',
    holds: ['notAuthor'],
    asks: ['verificationGiven', 'remedySaid'],
    limit: null,
  },
  reopen: {
    from: ['completed', 'closedOut'],
    to: 'inProgress',
    by: 'office',
    holds: [],
    asks: ['reasonGiven', 'dayAhead'],
    limit: null,
  },
  suspend: {
    from: ['assigned', 'inProgress'],
    to: 'suspended',
    by: 'leader',
    holds: [],
    asks: ['reasonGiven'],
    limit: null,
  },
  defer: {
    from: ['assigned', 'inProgress'],
    to: 'deferred',
    by: 'leader',
    holds: [],
    asks: ['reasonGiven', 'dayAhead'],
    limit: null,
  },
  resume: {
    from: ['suspended', 'deferred'],
    to: 'inProgress',
    or: { when: 'notAcknowledged', to: 'assigned' },
    by: 'resumer',
    holds: [],
    asks: ['reasonGiven'],
    limit: null,
  },
  cancel: {
    from: ['draft', 'registered', 'assigned', 'inProgress', 'disputed', 'suspended', 'deferred'],
    to: 'cancelled',
    by: 'withdrawer',
    holds: [],
    asks: ['reasonGiven'],
    limit: null,
  },
} as const satisfies Record<string, StepRule>

export type TaskStep = keyof typeof STEPS

/** The steps in the order of a task's life. */
export const TASK_STEPS = Object.keys(STEPS) as [TaskStep, ...TaskStep[]]

/** The row of the state table for a step. */
export const stepRule = (step: TaskStep): StepRule => STEPS[step]

/** The last day for a step of what came into its state on a day; null where no limit runs. */
export function stepDueOn(step: TaskStep, stateOn: Day, days: StepDays): Day | null {
  const { limit } = stepRule(step)
  return limit === null ? null : limitEndsOn(limit, stateOn, days)
}

/**
 * May the actor take this step now? Asks who, then the state, then what must hold of the task; not what the actor
 * still has to say. Refusals: `office_only`, `leader_only`, `lead_unit_only`, `lead_head_only`, `task_wrong_state`, and
 * the guards'.
 */
export function canTake(actor: Actor, task: TaskInLife, step: TaskStep, time: StepTime): Verdict {
  const { from, by, holds, limit } = stepRule(step)
  const limitWorkdays = limit === null ? null : time.limitsOn(task.stateOn)[limit]
  return firstRefusal(
    () => TAKERS[by](actor, task, time, limitWorkdays),
    () =>
      from.includes(task.state)
        ? ALLOWED
        : refused(new Refusal('task_wrong_state', { state: `@${task.state}`, step: `@${step}` })),
    ...holds.map((guard) => () => GUARDS[guard](actor, task, time, limitWorkdays)),
  )
}

/** Whether everything is said that the step asks for; refused with the first that is not. */
export const isAllSaid = (step: TaskStep, input: StepInput, weighed: Weighed): Verdict =>
  firstRefusal(...stepRule(step).asks.map((guard) => () => INPUT_GUARDS[guard](input, weighed)))

/** Decides a step with all it asks for and gives the state after it; changes nothing itself. */
export function takeStep(actor: Actor, task: TaskInLife, step: TaskStep, input: StepInput, time: StepTime): TaskState {
  const { to, or } = stepRule(step)
  ensure(canTake(actor, task, step, time))
  ensure(isAllSaid(step, input, { task, today: time.today }))
  return or && FORKS[or.when](task, input) ? or.to : to
}
