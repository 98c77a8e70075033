import { expect, test } from 'vitest'
import { type Day, workingCalendar } from '../calendar/calendar.ts'
import { STANDARD_STEP_LIMITS, standardStepDays } from '../tasks/limits.ts'
import { deskDueOn, type TaskQueue, isDeskLate, statesOf, STEP_QUEUES } from './queues.ts'

// 1 to 7 October 2026 are days off, Saturday the 10th is worked.
const calendar = workingCalendar([
  ...['01', '02', '05', '06', '07'].map((day) => ({ on: `2026-10-${day}`, workday: false, name: '国庆节' })),
  { on: '2026-10-10', workday: true, name: '国庆节' },
])

test.each<[TaskQueue, Day, Day | null]>([
  ['toRegister', '2026-11-20', '2026-11-24'],
  ['unacknowledged', '2026-09-30', '2026-10-09'],
  ['disputed', '2026-11-20', '2026-11-25'],
  ['toAccept', '2026-11-20', '2026-11-25'],
  ['toVerify', '2026-11-20', '2026-12-04'],
  ['toAssign', '2026-11-20', null],
  ['extensions', '2026-11-20', null],
  ['overdue', '2026-11-20', null],
])('what came into %s on %s is to be done by %s', (queue, since, dueOn) => {
  expect(deskDueOn(queue, since, standardStepDays(calendar))).toBe(dueOn)
})

test('what came before limits were shortened keeps its own, what came after is late sooner', () => {
  const days = {
    calendar,
    limitsOn: (on: Day) => ({ ...STANDARD_STEP_LIMITS, closeOutWorkdays: on < '2026-11-23' ? 10 : 1 }),
  }
  const late = (since: Day) => isDeskLate('toVerify', since, '2026-11-25', days)
  expect(['2026-11-10', '2026-11-20', '2026-11-23', '2026-11-24'].map(late)).toEqual([true, false, true, false])
  expect(isDeskLate('overdue', '2026-01-05', '2026-11-25', days)).toBe(false)
})

test('no task waits in two queues of the life of a task', () => {
  const states = STEP_QUEUES.flatMap((queue) => statesOf(queue))
  expect(new Set(states).size).toBe(states.length)
})
