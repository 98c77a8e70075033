import { expect, test } from 'vitest'
import type { Actor, Role } from '../access/actor.ts'
import { workingCalendar } from '../calendar/calendar.ts'
import { canUrge, type TaskToUrge } from './byHand.ts'

const calendar = workingCalendar([])
const actor = (role: Role): Actor => ({
  organizationId: 'o',
  personId: 'p',
  name: '林晓岚',
  posts: [{ role, unitId: null }],
  portfolio: { unitIds: [], pillarIds: [] },
})
const refusalOf = (task: TaskToUrge, today: string, everyWorkdays = 1, role: Role = 'supervisionOffice') => {
  const verdict = canUrge(actor(role), task, { today, calendar, everyWorkdays })
  return verdict.allowed ? null : [verdict.refusal.code, verdict.refusal.facts['again']]
}
const urgedOn = (on: string): TaskToUrge => ({ state: 'inProgress', last: { on, by: '周明' } })

test('the office urges what is with its unit and not done', () => {
  expect(refusalOf({ state: 'inProgress', last: null }, '2026-11-20')).toBeNull()
  expect(refusalOf({ state: 'assigned', last: null }, '2026-11-20')).toBeNull()
  for (const state of ['draft', 'completionReview', 'completed', 'suspended', 'cancelled'] as const)
    expect(refusalOf({ state, last: null }, '2026-11-20')?.[0]).toBe('not_urgeable')
  expect(refusalOf({ state: 'inProgress', last: null }, '2026-11-20', 1, 'leaderInCharge')?.[0]).toBe('office_only')
})

// 20 November 2026 is a Friday.
test.each([
  ['2026-11-20', '2026-11-20', 1, '2026-11-23'],
  ['2026-11-20', '2026-11-22', 1, '2026-11-23'],
  ['2026-11-20', '2026-11-23', 1, null],
  ['2026-11-20', '2026-11-24', 3, '2026-11-25'],
  ['2026-11-20', '2026-11-25', 3, null],
])('urged on %s, on %s with one every %i working days: again from %s', (last, today, every, again) => {
  expect(refusalOf(urgedOn(last), today, every)?.[1] ?? null).toBe(again)
})
