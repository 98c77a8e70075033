import { addDays, addWorkdays, type Day, type WorkingCalendar } from '../calendar/calendar.ts'
import { stepRule, type TaskStep } from '../tasks/lifecycle.ts'
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

/** Workdays within which what waits in a queue is to be done; null where no limit runs. */
const limitOf = (queue: DeskQueue): number | null =>
  isStepQueue(queue) ? stepRule(QUEUE_STEPS[queue]).limitWorkdays : null

/** The last day of the clock for what came into the queue on a day; null without a clock. */
export function deskDueOn(queue: DeskQueue, since: Day, calendar: WorkingCalendar): Day | null {
  const limit = limitOf(queue)
  return limit === null ? null : addWorkdays(calendar, since, limit)
}

/** Everything that came on this day or before it has its clock behind it today; null without a clock. */
export function lateThrough(queue: DeskQueue, today: Day, calendar: WorkingCalendar): Day | null {
  if (limitOf(queue) === null) return null
  let on = today
  while ((deskDueOn(queue, on, calendar) ?? today) >= today) on = addDays(on, -1)
  return on
}
