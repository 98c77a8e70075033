import { type Actor, hasAnyRole, hasRole, speaksFor } from '../access/actor.ts'
import { type Day, type WorkingCalendar, workdaysBetween } from '../calendar/calendar.ts'
import { DIFFICULTY_WAITS, type DifficultyWait } from '../difficulties/waiting.ts'
import type { MeetingWait } from '../meetings/waiting.ts'
import { canTakeNoticeStep } from '../notices/notice.ts'
import type { NoticeView } from '../notices/notices.contract.ts'
import type { SheetWait } from '../reports/waiting.ts'
import type { RequestView } from '../requests/requests.contract.ts'
import type { TaskStep } from '../tasks/lifecycle.ts'
import type { SupportWait } from '../tasks/support.ts'
import type { TaskState } from '../tasks/task.ts'

/** What a task's life waits for in a state: the step that moves it on. */
const TASK_WAITS = {
  draft: 'register',
  registered: 'assign',
  assigned: 'acknowledge',
  disputed: 'upholdAssignment',
  completionReview: 'acceptCompletion',
  leaderSignOff: 'signOff',
  completed: 'closeOut',
} as const satisfies Partial<Record<TaskState, TaskStep>>
export type TaskWait = (typeof TASK_WAITS)[keyof typeof TASK_WAITS]
/** The states in which a task waits for somebody. */
export const WAITING_TASK_STATES = Object.keys(TASK_WAITS) as (keyof typeof TASK_WAITS)[]

export const REQUEST_WAITS = ['reviewRequest', 'decideRequest'] as const
export type RequestWait = (typeof REQUEST_WAITS)[number]
export const NOTICE_WAITS = ['replyNotice', 'issueNotice'] as const
export type NoticeWait = (typeof NOTICE_WAITS)[number]
export const DIRECTIVE_WAITS = ['answerDirective', 'assignDirective'] as const
export type DirectiveWait = (typeof DIRECTIVE_WAITS)[number]

/** Everything that can wait for somebody, in the order of their day: what they are asked, sign, do, then look through. */
export const WAITS = [
  ...DIFFICULTY_WAITS,
  'replyNotice',
  'commentMinutes',
  'followMeeting',
  'signSheet',
  'acknowledge',
  'signOff',
  'upholdAssignment',
  'decideRequest',
  'reviewRequest',
  'confirmSupport',
  'answerDirective',
  'fillSheet',
  'deliver',
  'checkCard',
  'freezeMeeting',
  'circulateMinutes',
  'answerComments',
  'issueMinutes',
  'assignDirective',
  'issueNotice',
  'reviewSheet',
  'acceptCompletion',
  'closeOut',
  'register',
  'assign',
] as const satisfies readonly (
  | DifficultyWait
  | TaskWait
  | SheetWait
  | RequestWait
  | SupportWait
  | NoticeWait
  | DirectiveWait
  | MeetingWait
)[]
export type Wait = (typeof WAITS)[number]

/** The sections of the day. */
export const WAIT_GROUPS = ['answer', 'sign', 'do', 'check'] as const
export type WaitGroup = (typeof WAIT_GROUPS)[number]

const SIGNED: readonly Wait[] = [
  'followMeeting',
  'signSheet',
  'acknowledge',
  'signOff',
  'upholdAssignment',
  'decideRequest',
  'reviewRequest',
  'confirmSupport',
]
const ANSWERED: readonly Wait[] = [...DIFFICULTY_WAITS, 'replyNotice', 'commentMinutes']
const DONE: readonly Wait[] = [
  'answerDirective',
  'fillSheet',
  'deliver',
  'checkCard',
  'freezeMeeting',
  'circulateMinutes',
  'answerComments',
  'issueMinutes',
]

/** Where in the day a wait stands. */
export function groupOf(wait: Wait): WaitGroup {
  if (ANSWERED.includes(wait)) return 'answer'
  if (SIGNED.includes(wait)) return 'sign'
  return DONE.includes(wait) ? 'do' : 'check'
}

/** What is known of a task that may wait. */
export type WaitingTask = {
  state: TaskState
  leadUnitId: string | null
  leaderId: string | null
  /** Who signs it off: who wrote its directive, else its leader in charge. */
  signerId: string | null
  declineCount: number
}

/**
 * What the task asks of the actor now; null where it waits on somebody else, or on nobody. A second decline is the
 * leader's to decide, the first the office's (PRODUCT.md, Life of a task).
 */
export function taskWaitOf(
  actor: Actor,
  { state, leadUnitId, leaderId, signerId, declineCount }: WaitingTask,
): TaskWait | null {
  const wait = (TASK_WAITS as Partial<Record<TaskState, TaskWait>>)[state] ?? null
  if (wait === null) return null
  const isLeader = hasRole(actor, 'leaderInCharge') && leaderId === actor.personId
  const isUnit = speaksFor(actor, leadUnitId)
  const isOffice = hasRole(actor, 'supervisionOffice')
  const isAsked =
    wait === 'acknowledge'
      ? isUnit
      : wait === 'signOff'
        ? signerId === actor.personId && hasAnyRole(actor, ['leaderInCharge', 'principalLeader'])
        : wait === 'upholdAssignment' && declineCount > 1
          ? isLeader
          : isOffice
  return isAsked ? wait : null
}

/** What a request asks of the actor now. */
export const requestWaitOf = ({ may }: Pick<RequestView, 'may'>): RequestWait | null =>
  may.decide ? 'decideRequest' : may.review ? 'reviewRequest' : null

/** What a notice asks of the actor now: its reply, or that a proposal is issued or let fall. */
export function noticeWaitOf(actor: Actor, { state, unit }: Pick<NoticeView, 'state' | 'unit'>): NoticeWait | null {
  const inLife = { state, unitId: unit.id }
  if (canTakeNoticeStep(actor, inLife, 'reply').allowed) return 'replyNotice'
  return canTakeNoticeStep(actor, inLife, 'issue').allowed ? 'issueNotice' : null
}

/** Something that waits, with its last day where a clock runs. */
export type Dated = { kind: Wait; dueOn: Day | null }

/** The order of a day: section by section as {@link WAITS} has them, and within one what is due first. */
export const byDay = (one: Dated, other: Dated): number =>
  WAITS.indexOf(one.kind) - WAITS.indexOf(other.kind) ||
  (one.dueOn ?? '9999-12-31').localeCompare(other.dueOn ?? '9999-12-31')

/** Working days left on a day: 0 on the last one, negative beyond; null without a clock. */
export const workdaysLeft = (dueOn: Day | null, today: Day, calendar: WorkingCalendar): number | null =>
  dueOn === null ? null : workdaysBetween(calendar, today, dueOn)
