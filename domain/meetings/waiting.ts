import { type Actor, hasAnyRole, hasRole } from '../access/actor.ts'
import { type Day, type WorkingCalendar, workdaysBetween } from '../calendar/calendar.ts'
import type { MeetingState } from './life.ts'

/** What a meeting can ask of somebody: to be there, to look, or to take its next step. */
export const MEETING_WAITS = [
  'commentMinutes',
  'followMeeting',
  'checkCard',
  'freezeMeeting',
  'circulateMinutes',
  'answerComments',
  'issueMinutes',
] as const
export type MeetingWait = (typeof MEETING_WAITS)[number]

/** Working days before a meeting from which its figures are to be looked over and frozen. */
const PREPARING_WORKDAYS = 3

/** What is known of a meeting that may wait. */
export type WaitingMeeting = {
  state: MeetingState
  heldOn: Day
  /** As a leader, or at the desk of a unit that does. */
  takesPart: boolean
  /** Of the minutes that are circulated, oneself or one's unit. */
  hasAnswered: boolean
  openComments: number
}

/** What the meeting asks of the actor now; null where it asks nothing of them. */
export function meetingWaitOf(
  actor: Actor,
  meeting: WaitingMeeting,
  { today, calendar }: { today: Day; calendar: WorkingCalendar },
): MeetingWait | null {
  const { state, heldOn, takesPart, hasAnswered, openComments } = meeting
  const isNear = heldOn <= today || workdaysBetween(calendar, today, heldOn) <= PREPARING_WORKDAYS
  if (hasRole(actor, 'supervisionOffice')) {
    if (state === 'planned' || state === 'collecting') return isNear ? 'freezeMeeting' : null
    if (state === 'minutesDraft') return 'circulateMinutes'
    if (state === 'circulated') return openComments > 0 ? 'answerComments' : 'issueMinutes'
    return null
  }
  if (!takesPart) return null
  const isLeader = hasAnyRole(actor, ['principalLeader', 'leaderInCharge'])
  if (!isLeader && !hasRole(actor, 'unitHead')) return null
  if (state === 'inSession') return 'followMeeting'
  if (state === 'circulated') return hasAnswered ? null : 'commentMinutes'
  return state === 'collecting' && !isLeader && isNear ? 'checkCard' : null
}

/** By when: what is prepared, by the meeting's day; all else has no clock. */
export const meetingWaitDueOn = (wait: MeetingWait, heldOn: Day): Day | null =>
  wait === 'checkCard' || wait === 'freezeMeeting' ? heldOn : null
