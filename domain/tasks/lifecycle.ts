import type { Actor } from '../access/actor.ts'
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
  /** Workdays for the step, counted from entering its first state; null for none. */
  limitWorkdays: number | null
}

const WITH_UNIT = ['assigned', 'inProgress', 'disputed', 'suspended'] as const satisfies readonly TaskState[]

/** The life of a task as data (PRODUCT.md, Life of a task); docs/supervision.states.md is drawn from it. */
export const STEPS = {
  register: { from: ['draft'], to: 'registered', by: 'office', holds: ['registrable'], asks: [], limitWorkdays: 2 },
  assign: { from: ['registered'], to: 'assigned', by: 'office', holds: [], asks: [], limitWorkdays: null },
  acknowledge: {
    from: ['assigned'],
    to: 'inProgress',
    by: 'leadUnit',
    holds: [],
    asks: ['assigneeNamed'],
    limitWorkdays: 2,
  },
  decline: {
    from: ['assigned'],
    to: 'disputed',
    by: 'leadHead',
    holds: ['declinesLeft', 'inTime'],
    asks: ['reasonGiven', 'ownerSuggested', 'legalBasisGiven'],
    limitWorkdays: 3,
  },
  upholdAssignment: {
    from: ['disputed'],
    to: 'assigned',
    by: 'decider',
    holds: ['notDecliner'],
    asks: ['reasonGiven'],
    limitWorkdays: 3,
  },
  transfer: {
    from: WITH_UNIT,
    to: 'assigned',
    by: 'decider',
    holds: ['notDecliner'],
    asks: ['newLeadNamed', 'reasonGiven'],
    limitWorkdays: null,
  },
  requestCompletion: {
    from: ['inProgress'],
    to: 'completionReview',
    by: 'leadHead',
    holds: ['milestonesAccepted', 'evidenceThere', 'supportsConfirmed'],
    asks: ['withDirective'],
    limitWorkdays: null,
  },
  acceptCompletion: {
    from: ['completionReview'],
    to: 'completed',
    or: { when: 'signOffNeeded', to: 'leaderSignOff' },
    by: 'office',
    holds: ['notAuthor'],
    asks: ['checksHold'],
    limitWorkdays: 3,
  },
  returnCompletion: {
    from: ['completionReview'],
    to: 'inProgress',
    by: 'office',
    holds: ['notAuthor'],
    asks: ['reasonGiven'],
    limitWorkdays: 3,
  },
  signOff: {
    from: ['leaderSignOff'],
    to: 'completed',
    by: 'signer',
    holds: ['notAuthor'],
    asks: [],
    limitWorkdays: 5,
  },
  instructFurther: {
    from: ['leaderSignOff'],
    to: 'inProgress',
    by: 'signer',
    holds: ['notAuthor'],
    asks: ['withDirective', 'instructionGiven', 'dayAhead'],
    limitWorkdays: 5,
  },
  closeOut: {
    from: ['completed'],
    to: 'closedOut',
    by: 'office',
    holds: ['notAuthor'],
    asks: ['verificationGiven'],
    limitWorkdays: 10,
  },
  failVerification: {
    from: ['completed'],
    to: 'inProgress',
    by: 'office',
    holds: ['notAuthor'],
    asks: ['verificationGiven', 'reasonGiven', 'dayAhead'],
    limitWorkdays: 10,
  },
  revisit: {
    from: ['closedOut'],
    to: 'closedOut',
    or: { when: 'notHeld', to: 'inProgress' },
    by: 'office',
    holds: ['notAuthor'],
    asks: ['verificationGiven', 'remedySaid'],
    limitWorkdays: null,
  },
  reopen: {
    from: ['completed', 'closedOut'],
    to: 'inProgress',
    by: 'office',
    holds: [],
    asks: ['reasonGiven', 'dayAhead'],
    limitWorkdays: null,
  },
  suspend: {
    from: ['assigned', 'inProgress'],
    to: 'suspended',
    by: 'leader',
    holds: [],
    asks: ['reasonGiven'],
    limitWorkdays: null,
  },
  defer: {
    from: ['assigned', 'inProgress'],
    to: 'deferred',
    by: 'leader',
    holds: [],
    asks: ['reasonGiven', 'dayAhead'],
    limitWorkdays: null,
  },
  resume: {
    from: ['suspended', 'deferred'],
    to: 'inProgress',
    or: { when: 'notAcknowledged', to: 'assigned' },
    by: 'resumer',
    holds: [],
    asks: ['reasonGiven'],
    limitWorkdays: null,
  },
  cancel: {
    from: ['draft', 'registered', 'assigned', 'inProgress', 'disputed', 'suspended', 'deferred'],
    to: 'cancelled',
    by: 'withdrawer',
    holds: [],
    asks: ['reasonGiven'],
    limitWorkdays: null,
  },
} as const satisfies Record<string, StepRule>

export type TaskStep = keyof typeof STEPS

/** The steps in the order of a task's life. */
export const TASK_STEPS = Object.keys(STEPS) as [TaskStep, ...TaskStep[]]

/** The row of the state table for a step. */
export const stepRule = (step: TaskStep): StepRule => STEPS[step]

/** The states a step can lead to. */
export const outcomesOf = (step: TaskStep): TaskState[] => {
  const { to, or } = stepRule(step)
  return or ? [to, or.to] : [to]
}

/**
 * May the actor take this step now? Asks who, then the state, then what must hold of the task; not what the actor
 * still has to say. Refusals: `office_only`, `leader_only`, `lead_unit_only`, `lead_head_only`, `task_wrong_state`, and
 * the guards'.
 */
export function canTake(actor: Actor, task: TaskInLife, step: TaskStep, time: StepTime): Verdict {
  const { from, by, holds, limitWorkdays } = stepRule(step)
  return firstRefusal(
    () => TAKERS[by](actor, task, time, limitWorkdays),
    () =>
      from.includes(task.state)
        ? ALLOWED
        : refused(new Refusal('task_wrong_state', { state: `@${task.state}`, step: `@${step}` })),
    ...holds.map((guard) => () => GUARDS[guard](actor, task, time, limitWorkdays)),
  )
}

/** The steps the actor may take now, in the order of a task's life. */
export const stepsFor = (actor: Actor, task: TaskInLife, time: StepTime): TaskStep[] =>
  TASK_STEPS.filter((step) => canTake(actor, task, step, time).allowed)

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
