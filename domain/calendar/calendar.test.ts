import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addWorkdays,
  dayAt,
  dayNumber,
  dayOf,
  daysBetween,
  formatOn,
  isDay,
  lastWorkdays,
  monthRange,
  quarterRange,
  workdaysBetween,
  workingCalendar,
} from './calendar.ts'

const WEEKS = workingCalendar([])
// The national schedule around the National Day of 2026: 1 to 7 October off, 20 September and 10 October worked.
const OCTOBER = workingCalendar([
  ...['01', '02', '05', '06', '07'].map((day) => ({ on: `2026-10-${day}`, workday: false, name: '国庆节' })),
  { on: '2026-10-03', workday: false, name: '国庆节' },
  { on: '2026-09-20', workday: true, name: '国庆节调休' },
  { on: '2026-10-10', workday: true, name: '国庆节调休' },
])

const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2032-12-31') }).map(dayAt)
const exceptions = fc.array(fc.record({ on: day, workday: fc.boolean(), name: fc.constant('') }), { maxLength: 60 })

describe('working days left and overdue are counted after the first day, up to and including the last', () => {
  test.each([
    ['2026-11-20', '2026-11-27', 5, 'Friday to the next Friday'],
    ['2026-10-30', '2026-11-20', 15, 'three weeks'],
    ['2026-11-20', '2026-11-20', 0, 'the same day'],
    ['2026-11-20', '2026-11-22', 0, 'Friday to Sunday'],
    ['2026-11-21', '2026-11-23', 1, 'Saturday to Monday'],
    ['2026-11-27', '2026-11-20', -5, 'backwards'],
  ])('%s to %s is %i: %s', (from, to, count) => {
    expect(workdaysBetween(WEEKS, from, to)).toBe(count)
  })

  test.each([
    ['2026-09-30', '2026-10-08', 1, 'the holiday does not count'],
    ['2026-10-08', '2026-10-12', 3, 'the make-up Saturday does'],
    ['2026-09-18', '2026-09-21', 2, 'so does the make-up Sunday before'],
  ])('%s to %s is %i: %s', (from, to, count) => {
    expect(workdaysBetween(OCTOBER, from, to)).toBe(count)
  })
})

test('an exception that repeats the weekly rhythm changes nothing', () => {
  const calendar = workingCalendar([{ on: '2026-11-21', workday: false, name: '' }])
  expect(workdaysBetween(calendar, '2026-11-20', '2026-11-27')).toBe(5)
})

test('the later of two exceptions for a day wins', () => {
  const calendar = workingCalendar([
    { on: '2026-10-01', workday: false, name: '国庆节' },
    { on: '2026-10-01', workday: true, name: '本地值班' },
  ])
  expect(calendar.isWorkday('2026-10-01')).toBe(true)
})

test('counting days one by one gives what the cumulative counts give', () => {
  fc.assert(
    fc.property(exceptions, day, fc.nat(120), (list, from, length) => {
      const calendar = workingCalendar(list)
      const stated = new Map(list.map(({ on, workday }) => [on, workday]))
      let count = 0
      for (let passed = 1; passed <= length; passed += 1) {
        const on = addDays(from, passed)
        const weekday = new Date(`${on}T00:00:00Z`).getUTCDay() % 6 !== 0
        if (stated.get(on) ?? weekday) count += 1
      }
      expect(workdaysBetween(calendar, from, addDays(from, length))).toBe(count)
    }),
  )
})

test('adding workdays and counting them are inverse', () => {
  fc.assert(
    fc.property(exceptions, day, fc.integer({ min: 1, max: 40 }), (list, from, count) => {
      const calendar = workingCalendar(list)
      const later = addWorkdays(calendar, from, count)
      const earlier = addWorkdays(calendar, from, -count)
      expect([calendar.isWorkday(later), calendar.isWorkday(earlier)]).toEqual([true, true])
      expect(workdaysBetween(calendar, from, later)).toBe(count)
      expect(workdaysBetween(calendar, earlier, addDays(from, -1))).toBe(count - 1)
      expect(addWorkdays(calendar, from, 0)).toBe(from)
    }),
  )
})

test('going there and back is the same distance with the other sign', () => {
  fc.assert(
    fc.property(exceptions, day, day, (list, a, b) => {
      const calendar = workingCalendar(list)
      expect(workdaysBetween(calendar, a, b) + workdaysBetween(calendar, b, a)).toBe(0)
    }),
  )
})

test('day numbers and days are inverse, and keep the order', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      expect(dayAt(dayNumber(a))).toBe(a)
      expect(a < b).toBe(daysBetween(a, b) > 0)
      expect(isDay(a)).toBe(true)
    }),
  )
})

test.each(['2026-02-30', '2026-13-01', '2026-1-1', '2026-11-20T00:00:00Z', ''])('%j is not a day', (text) => {
  expect(isDay(text)).toBe(false)
})

test('the last workdays of a quarter skip the holiday at its end', () => {
  expect(lastWorkdays(WEEKS, quarterRange(2026, 3), 5)[0]).toBe('2026-09-24')
  expect(lastWorkdays(OCTOBER, { startsOn: '2026-10-01', endsOn: '2026-10-11' }, 5)).toEqual([
    '2026-10-08',
    '2026-10-09',
    '2026-10-10',
  ])
})

test('ranges of months and quarters know leap years', () => {
  expect(monthRange(2028, 2)).toEqual({ startsOn: '2028-02-01', endsOn: '2028-02-29' })
  expect(monthRange(2026, 12)).toEqual({ startsOn: '2026-12-01', endsOn: '2026-12-31' })
  expect(quarterRange(2026, 1)).toEqual({ startsOn: '2026-01-01', endsOn: '2026-03-31' })
})

test('the office’s day is that of its own clock, not of Greenwich', () => {
  const lateEvening = new Date('2026-11-20T16:30:00Z')
  expect(dayOf(lateEvening, 'Asia/Shanghai')).toBe('2026-11-21')
  expect(dayOf(lateEvening, 'UTC')).toBe('2026-11-20')
})

test.each([
  ['2026-10-30', 'zh', '10-30'],
  ['2025-10-30', 'zh', '2025-10-30'],
  ['2026-10-30', 'en', '30 Oct'],
  ['2027-01-05', 'en', '5 Jan 2027'],
] as const)('%s is said in %s as %s in the plan year 2026', (on, language, said) => {
  expect(formatOn(on, 2026, language)).toBe(said)
})
