import { type Actor, hasRole, holdsIn } from '../access/actor.ts'
import { Refusal } from '../refusal.ts'
import { ALLOWED, ensure, firstRefusal, refused, type Verdict } from '../verdict.ts'
import { missingForRegistration, type RegistrationFacts } from './registration.ts'
import type { MilestoneState, TaskState } from './task.ts'

/** Who takes a step: the office; the lead unit's head or liaison; its head alone. */
type StepTaker = 'office' | 'leadUnit' | 'leadHead'

/** The six checks of an acceptance (PRODUCT.md, Life of a task). All must hold, otherwise the task is returned. */
export const COMPLETION_CHECKS = [
  'factsClear',
  'problemSolved',
  'taskDone',
  'conclusionRight',
  'lawful',
  'formRight',
] as const
export type CompletionCheck = (typeof COMPLETION_CHECKS)[number]

/** What a decision about a step needs to know of the task. */
export type TaskInLife = Omit<RegistrationFacts, 'milestones'> & {
  state: TaskState
  milestones: readonly (RegistrationFacts['milestones'][number] & { state: MilestoneState })[]
  evidenceCount: number
  /** Who asked for completion; null unless the task is in review. */
  completionAuthorId: string | null
}

/** What the actor says with a step; what a step does not ask for stays null or empty. */
export type StepInput = {
  reason: string | null
  assigneeId: string | null
  checks: readonly CompletionCheck[]
  /** Who looked at what, and when. */
  verification: string | null
}

export const NO_INPUT: StepInput = { reason: null, assigneeId: null, checks: [], verification: null }

type Guard = (actor: Actor, task: TaskInLife) => Verdict
type InputGuard = (input: StepInput) => Verdict

const unless = (holds: boolean, refusal: () => Refusal): Verdict => (holds ? ALLOWED : refused(refusal()))

/** What must hold of the task. */
const GUARDS = {
  registrable: (_, task) => {
    const missing = missingForRegistration(task)
    return unless(
      missing.length === 0,
      () => new Refusal('task_incomplete', { missing: missing.map((need) => `@${need}`) }),
    )
  },
  milestonesAccepted: (_, task) => {
    const open = task.milestones.filter(({ state }) => state !== 'accepted').map(({ title }) => title)
    return unless(open.length === 0, () => new Refusal('milestones_open', { count: open.length, titles: open }))
  },
  evidenceThere: (_, task) => unless(task.evidenceCount > 0, () => new Refusal('evidence_missing')),
  notAuthor: (actor, task) => unless(actor.personId !== task.completionAuthorId, () => new Refusal('author_accepts')),
} as const satisfies Record<string, Guard>

const isSaid = (text: string | null): boolean => text !== null && text.trim() !== ''

/** What the actor must say. */
const INPUT_GUARDS = {
  assigneeNamed: ({ assigneeId }) => unless(assigneeId !== null, () => new Refusal('assignee_missing')),
  reasonGiven: ({ reason }) => unless(isSaid(reason), () => new Refusal('reason_missing')),
  checksHold: ({ checks }) => {
    const open = COMPLETION_CHECKS.filter((check) => !checks.includes(check))
    return unless(open.length === 0, () => new Refusal('checks_missing', { missing: open.map((check) => `@${check}`) }))
  },
  verificationGiven: ({ verification }) => unless(isSaid(verification), () => new Refusal('verification_missing')),
} as const satisfies Record<string, InputGuard>

type StepGuard = keyof typeof GUARDS
type StepInputGuard = keyof typeof INPUT_GUARDS

/** One row of the state table. */
export type StepRule = {
  from: readonly TaskState[]
  to: TaskState
  by: StepTaker
  /** Must hold of the task; asked before the step is offered. */
  holds: readonly StepGuard[]
  /** Must be said with the step. */
  asks: readonly StepInputGuard[]
  /** Workdays for the step, counted from entering its first state; null for none. */
  limitWorkdays: number | null
}

/**
 * The life of a task as data (PRODUCT.md, Life of a task). New steps are new rows: the states `disputed`,
 * `suspended` and `deferred` are declared and no row leads there yet.
 */
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
  requestCompletion: {
    from: ['inProgress'],
    to: 'completionReview',
    by: 'leadHead',
    holds: ['milestonesAccepted', 'evidenceThere'],
    asks: [],
    limitWorkdays: null,
  },
  acceptCompletion: {
    from: ['completionReview'],
    to: 'completed',
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
  closeOut: {
    from: ['completed'],
    to: 'closedOut',
    by: 'office',
    holds: [],
    asks: ['verificationGiven'],
    limitWorkdays: 10,
  },
  cancel: {
    from: ['draft', 'registered', 'assigned', 'inProgress'],
    to: 'cancelled',
    by: 'office',
    holds: [],
    asks: ['reasonGiven'],
    limitWorkdays: null,
  },
} as const satisfies Record<string, StepRule>

export type TaskStep = keyof typeof STEPS

/** The steps in the order of a task's life. */
export const TASK_STEPS = [
  'register',
  'assign',
  'acknowledge',
  'requestCompletion',
  'acceptCompletion',
  'returnCompletion',
  'closeOut',
  'cancel',
] as const satisfies readonly TaskStep[]

/** The row of the state table for a step. */
export const stepRule = (step: TaskStep): StepRule => STEPS[step]

const MAY_TAKE: Record<StepTaker, Guard> = {
  office: (actor) => unless(hasRole(actor, 'supervisionOffice'), () => new Refusal('office_only')),
  leadUnit: (actor, { leadUnitId }) =>
    unless(
      leadUnitId !== null && (holdsIn(actor, 'unitHead', leadUnitId) || holdsIn(actor, 'liaison', leadUnitId)),
      () => new Refusal('lead_unit_only'),
    ),
  leadHead: (actor, { leadUnitId }) =>
    unless(leadUnitId !== null && holdsIn(actor, 'unitHead', leadUnitId), () => new Refusal('lead_head_only')),
}

/**
 * May the actor take this step now? Asks who, then the state, then what must hold of the task; not what the actor
 * still has to say. Refusals: `office_only`, `lead_unit_only`, `lead_head_only`, `task_wrong_state`, and the guards'.
 */
export function canTake(actor: Actor, task: TaskInLife, step: TaskStep): Verdict {
  const rule = stepRule(step)
  return firstRefusal(
    () => MAY_TAKE[rule.by](actor, task),
    () =>
      unless(
        rule.from.includes(task.state),
        () => new Refusal('task_wrong_state', { state: `@${task.state}`, step: `@${step}` }),
      ),
    ...rule.holds.map((guard) => () => GUARDS[guard](actor, task)),
  )
}

/** The steps the actor may take now, in the order of a task's life. */
export const stepsFor = (actor: Actor, task: TaskInLife): TaskStep[] =>
  TASK_STEPS.filter((step) => canTake(actor, task, step).allowed)

/** Decides a step with all it asks for and gives the state after it; changes nothing itself. */
export function takeStep(actor: Actor, task: TaskInLife, step: TaskStep, input: StepInput): TaskState {
  const rule = stepRule(step)
  ensure(canTake(actor, task, step))
  ensure(firstRefusal(...rule.asks.map((guard) => () => INPUT_GUARDS[guard](input))))
  return rule.to
}
