import { describe, expect, test } from 'vitest'
import { type Day } from '../calendar/calendar.ts'
import { answererOf, clockOf } from './clock.ts'
import { LEVELS } from './difficulty.ts'
import { STANDARD_DIFFICULTY_RULES } from './rules.ts'
import { settle } from './settle.ts'
import { CALENDAR, DAYS, LIAISON, PRINCIPAL, LAND, FRIDAY, said, atLevel, take } from './examples/people.ts'

describe('clocks', () => {
  test.each([
    [1, '2026-11-25', 3],
    [2, '2026-11-25', 3],
    [3, '2026-11-27', 5],
    [4, '2026-12-04', 10],
  ] as const)('level %i from a Friday runs to %s: %i working days', (level, lastOn, limitWorkdays) => {
    expect(clockOf(atLevel(level), DAYS)).toEqual({ startedOn: FRIDAY, lastOn, limitWorkdays })
  })

  test('runs over no holiday, and over a make-up Saturday', () => {
    expect(clockOf(atLevel(2, { enteredOn: '2026-09-30' }), DAYS)?.lastOn).toBe('2026-10-10')
  })

  test('goes by the limits of the day on which it began', () => {
    const longer = { ...STANDARD_DIFFICULTY_RULES, levelWorkdays: { 1: 5, 2: 5, 3: 5, 4: 10 } }
    const days = {
      calendar: CALENDAR,
      rulesOn: (on: Day) => (on < '2026-11-20' ? STANDARD_DIFFICULTY_RULES : longer),
    }
    expect(clockOf(atLevel(2, { enteredOn: '2026-11-19' }), days)?.limitWorkdays).toBe(3)
    expect(clockOf(atLevel(2, { enteredOn: '2026-11-20' }), days)?.limitWorkdays).toBe(5)
    expect(settle(atLevel(2, { enteredOn: '2026-11-20' }), '2026-11-27', days).happened).toEqual([])
  })

  test('runs against the unit, the counterpart’s head, the leader of the task, the principal leader', () => {
    expect(LEVELS.map((level) => answererOf(atLevel(level)))).toEqual([
      { post: 'unitHead', unitId: 'school' },
      { post: 'unitHead', unitId: 'works' },
      { post: 'leaderInCharge', personId: 'leader' },
      { post: 'principalLeader' },
    ])
  })

  test('of a ruling runs to its date; after an objection that comes later, to the end of that day', () => {
    const ruled = take(PRINCIPAL, atLevel(3), 'rule').difficulty
    expect(clockOf(ruled, DAYS)?.lastOn).toBe('2026-11-30')
    const solved = take(LAND, ruled, 'reportSolved').difficulty
    const objected = take(LIAISON, solved, 'object', said({ words: '水压还不够' }), '2026-12-08').difficulty
    expect(clockOf(objected, DAYS)?.lastOn).toBe('2026-12-08')
  })
})
