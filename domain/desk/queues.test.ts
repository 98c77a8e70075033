import { expect, test } from 'vitest'
import { addDays, type Day, workingCalendar } from '../calendar/calendar.ts'
import { deskDueOn, DESK_QUEUES, type DeskQueue, lateThrough, statesOf, STEP_QUEUES } from './queues.ts'

// 1 to 7 October 2026 are days off, Saturday the 10th is worked.
const calendar = workingCalendar([
  ...['01', '02', '05', '06', '07'].map((day) => ({ on: `2026-10-${day}`, workday: false, name: '国庆节' })),
  { on: '2026-10-10', workday: true, name: '国庆节' },
])

test.each<[DeskQueue, Day, Day | null]>([
  ['toRegister', '2026-11-20', '2026-11-24'],
  ['unacknowledged', '2026-09-30', '2026-10-09'],
  ['disputed', '2026-11-20', '2026-11-25'],
  ['toAccept', '2026-11-20', '2026-11-25'],
  ['toVerify', '2026-11-20', '2026-12-04'],
  ['toAssign', '2026-11-20', null],
  ['extensions', '2026-11-20', null],
  ['overdue', '2026-11-20', null],
])('what came into %s on %s is to be done by %s', (queue, since, dueOn) => {
  expect(deskDueOn(queue, since, calendar)).toBe(dueOn)
})

test('what is late is exactly what has its last day behind it, on every day of a year', () => {
  for (const queue of DESK_QUEUES)
    for (let today = '2026-01-01'; today < '2027-01-01'; today = addDays(today, 3)) {
      const through = lateThrough(queue, today, calendar)
      for (let since = addDays(today, -25); since <= today; since = addDays(since, 1)) {
        const dueOn = deskDueOn(queue, since, calendar)
        expect(dueOn !== null && dueOn < today).toBe(through !== null && since <= through)
      }
    }
})

test('no task waits in two queues of the life of a task', () => {
  const states = STEP_QUEUES.flatMap((queue) => statesOf(queue))
  expect(new Set(states).size).toBe(states.length)
})
