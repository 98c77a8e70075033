import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../access/actor.ts'
import { workingCalendar } from '../calendar/calendar.ts'
import type { TaskState } from '../tasks/task.ts'
import { byDay, groupOf, type TaskWait, taskWaitOf, WAITS, workdaysLeft } from './waiting.ts'

const somebody = (role: Role, unitId: string | null = null): Actor => ({
  organizationId: 'o',
  personId: role,
  name: role,
  posts: [{ role, unitId }],
  portfolio: { unitIds: [], pillarIds: [] },
})
const office = somebody('supervisionOffice')
const head = somebody('unitHead', 'u')
const liaison = somebody('liaison', 'u')
const leader = somebody('leaderInCharge')
const calendar = workingCalendar([])

test.each<[TaskState, number, Actor, TaskWait | null]>([
  ['draft', 0, office, 'register'],
  ['registered', 0, office, 'assign'],
  ['assigned', 0, head, 'acknowledge'],
  ['assigned', 0, liaison, 'acknowledge'],
  ['assigned', 0, somebody('unitHead', 'v'), null],
  ['assigned', 0, office, null],
  ['disputed', 1, office, 'upholdAssignment'],
  ['disputed', 2, office, null],
  ['disputed', 2, leader, 'upholdAssignment'],
  ['completionReview', 0, office, 'acceptCompletion'],
  ['completionReview', 0, head, null],
  ['leaderSignOff', 0, leader, 'signOff'],
  ['leaderSignOff', 0, somebody('principalLeader'), null],
  ['completed', 0, office, 'closeOut'],
  ['inProgress', 0, head, null],
  ['closedOut', 0, office, null],
])('a task that is %s, declined %i times, asks of %o: %s', (state, declineCount, actor, wait) => {
  expect(
    taskWaitOf(actor, { state, leadUnitId: 'u', leaderId: 'leaderInCharge', signerId: 'leaderInCharge', declineCount }),
  ).toBe(wait)
})

describe('the days left', () => {
  test('are none on the last day and less than none beyond it', () => {
    expect(workdaysLeft('2026-11-24', '2026-11-24', calendar)).toBe(0)
    expect(workdaysLeft('2026-11-20', '2026-11-24', calendar)).toBe(-2)
    expect(workdaysLeft(null, '2026-11-24', calendar)).toBe(null)
  })
})

test('the day begins with what is asked of one, and within a kind with what is due first', () => {
  const items = [
    { kind: 'closeOut' as const, dueOn: '2026-11-20' },
    { kind: 'acknowledge' as const, dueOn: null },
    { kind: 'acknowledge' as const, dueOn: '2026-11-25' },
    { kind: 'answer' as const, dueOn: '2026-12-01' },
    { kind: 'acknowledge' as const, dueOn: '2026-11-24' },
  ]
  expect(items.sort(byDay).map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toEqual([
    'answer 2026-12-01',
    'acknowledge 2026-11-24',
    'acknowledge 2026-11-25',
    'acknowledge null',
    'closeOut 2026-11-20',
  ])
})

test('the sections follow each other as the kinds do', () => {
  const groups = WAITS.map(groupOf)
  expect([...new Set(groups)]).toEqual(['answer', 'sign', 'do', 'check'])
  expect(groups.filter((group, index) => group !== groups[index - 1])).toHaveLength(4)
})
