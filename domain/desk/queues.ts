import type { Day } from '../calendar/calendar.ts'
import { stepDueOn, stepRule, type TaskStep } from '../tasks/lifecycle.ts'
import type { StepDays } from '../tasks/limits.ts'
import type { TaskState } from '../tasks/task.ts'

/** The office's queues, in the order of a task's life; what is late in it comes last. */
export const DESK_QUEUES = [
  'toRegister',
  'toAssign',
  'unacknowledged',
  'disputed',
  'toAccept',
  'toVerify',
  'extensions',
  'overdue',
  'redWithoutNotice',
] as const
export type DeskQueue = (typeof DESK_QUEUES)[number]

/** The step each queue waits for; the others wait for no step of a task's life. */
export const QUEUE_STEPS = {
  toRegister: 'register',
  toAssign: 'assign',
  unacknowledged: 'acknowledge',
  disputed: 'upholdAssignment',
  toAccept: 'acceptCompletion',
  toVerify: 'closeOut',
} as const satisfies Partial<Record<DeskQueue, TaskStep>>
/** The queues that are a state of the task. */
export type StepQueue = keyof typeof QUEUE_STEPS
export const STEP_QUEUES = Object.keys(QUEUE_STEPS) as StepQueue[]
export const isStepQueue = (queue: DeskQueue): queue is StepQueue => queue in QUEUE_STEPS

/** The states whose tasks wait in a queue: those from which its step is taken. */
export const statesOf = (queue: StepQueue): readonly TaskState[] => stepRule(QUEUE_STEPS[queue]).from

/** The last day of the clock for what came into the queue on a day; null without a clock. */
export const deskDueOn = (queue: DeskQueue, since: Day, days: StepDays): Day | null =>
  isStepQueue(queue) ? stepDueOn(QUEUE_STEPS[queue], since, days) : null

/** Whether what came into the queue on a day has its clock behind it today; never without a clock. */
export const isDeskLate = (queue: DeskQueue, since: Day, today: Day, days: StepDays): boolean =>
  (deskDueOn(queue, since, days) ?? today) < today
