import type { Day } from '../calendar/calendar.ts'
import { stepDueOn, stepRule, type TaskStep } from '../tasks/lifecycle.ts'
import type { StepDays } from '../tasks/limits.ts'
import type { TaskState } from '../tasks/task.ts'

/** The queues of tasks, in the order of a task's life; what is late in it comes last. */
export const TASK_QUEUES = [
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
export type TaskQueue = (typeof TASK_QUEUES)[number]

/** All queues of the office; the last two are lists of their own slices: listDirectives, listFeedback. */
export const DESK_QUEUES = [...TASK_QUEUES, 'directives', 'feedback'] as const
export type DeskQueue = (typeof DESK_QUEUES)[number]
/** Whether tasks wait in the queue, not directives or feedback. */
export const isTaskQueue = (queue: DeskQueue): queue is TaskQueue => TASK_QUEUES.some((one) => one === queue)

/** The step each queue waits for; the others wait for no step of a task's life. */
export const QUEUE_STEPS = {
  toRegister: 'register',
  toAssign: 'assign',
  unacknowledged: 'acknowledge',
  disputed: 'upholdAssignment',
  toAccept: 'acceptCompletion',
  toVerify: 'closeOut',
} as const satisfies Partial<Record<TaskQueue, TaskStep>>
/** The queues that are a state of the task. */
export type StepQueue = keyof typeof QUEUE_STEPS
export const STEP_QUEUES = Object.keys(QUEUE_STEPS) as StepQueue[]
/** Whether the queue waits for a step of a task’s life. */
export const isStepQueue = (queue: TaskQueue): queue is StepQueue => queue in QUEUE_STEPS

/** The states whose tasks wait in a queue: those from which its step is taken. */
export const statesOf = (queue: StepQueue): readonly TaskState[] => stepRule(QUEUE_STEPS[queue]).from

/** The last day of the clock for what came into the queue on a day; null without a clock. */
export const deskDueOn = (queue: TaskQueue, since: Day, days: StepDays): Day | null =>
  isStepQueue(queue) ? stepDueOn(QUEUE_STEPS[queue], since, days) : null

/** Whether what came into the queue on a day has its clock behind it today; never without a clock. */
export const isDeskLate = (queue: TaskQueue, since: Day, today: Day, days: StepDays): boolean =>
  (deskDueOn(queue, since, days) ?? today) < today
