import { expect, test } from 'vitest'
import type { Actor, Role } from '../access/actor.ts'
import { workingCalendar } from '../calendar/calendar.ts'
import type { MeetingState } from './life.ts'
import { type MeetingWait, meetingWaitOf, type WaitingMeeting } from './waiting.ts'

const somebody = (role: Role, unitId: string | null = null): Actor => ({
  organizationId: 'o',
  personId: role,
  name: role,
  posts: [{ role, unitId }],
  portfolio: { unitIds: [], pillarIds: [] },
})
const office = somebody('supervisionOffice')
const leader = somebody('leaderInCharge')
const head = somebody('unitHead', 'u')
const liaison = somebody('liaison', 'u')
const at = { today: '2026-11-20', calendar: workingCalendar([]) }

test.each<[MeetingState, Partial<WaitingMeeting>, Actor, MeetingWait | null]>([
  ['collecting', { heldOn: '2026-11-25' }, office, 'freezeMeeting'],
  ['collecting', { heldOn: '2026-11-26' }, office, null],
  ['planned', { heldOn: '2026-11-19' }, office, 'freezeMeeting'],
  ['prepFrozen', {}, office, null],
  ['minutesDraft', {}, office, 'circulateMinutes'],
  ['circulated', { openComments: 2 }, office, 'answerComments'],
  ['circulated', {}, office, 'issueMinutes'],
  ['issued', {}, office, null],
  ['collecting', { heldOn: '2026-11-25' }, head, 'checkCard'],
  ['collecting', { heldOn: '2026-11-25' }, leader, null],
  ['inSession', {}, leader, 'followMeeting'],
  ['inSession', {}, head, 'followMeeting'],
  ['inSession', {}, liaison, null],
  ['inSession', { takesPart: false }, head, null],
  ['circulated', {}, head, 'commentMinutes'],
  ['circulated', { hasAnswered: true }, head, null],
  ['circulated', {}, leader, 'commentMinutes'],
])('a meeting that is %s, with %o, asks of %o: %s', (state, facts, actor, wait) => {
  const meeting = { state, heldOn: '2026-11-20', takesPart: true, hasAnswered: false, openComments: 0, ...facts }
  expect(meetingWaitOf(actor, meeting, at)).toBe(wait)
})
