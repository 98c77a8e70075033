import { expect, test } from 'vitest'
import { workingCalendar } from '#domain/calendar/calendar.ts'
import { dayAfterKey, monthsOfYear } from './months.ts'

const DAYS = [
  { on: '2026-10-01', workday: false, name: '国庆节' },
  { on: '2026-10-10', workday: true, name: '国庆节调休' },
]
const months = monthsOfYear(2026, workingCalendar(DAYS), DAYS)
const dayOf = (on: string) => months[9]?.days.find((day) => day.on === on)

test('a holiday and a make-up workday are told from plain weekdays and weekends', () => {
  expect(dayOf('2026-10-01')).toMatchObject({ work: false, exception: 'holiday', name: '国庆节' })
  expect(dayOf('2026-10-10')).toMatchObject({ work: true, exception: 'makeUp', isWeekend: true })
  expect(dayOf('2026-10-04')).toMatchObject({ work: false, exception: null })
  expect(dayOf('2026-10-12')).toMatchObject({ work: true, exception: null })
})

test('a month begins under its weekday and counts its workdays', () => {
  expect(months[9]).toMatchObject({ month: 10, before: 3, workdayCount: 22 })
  expect(months.flatMap(({ days }) => days)).toHaveLength(365)
})

test('arrows stay in the year', () => {
  expect(dayAfterKey('2026-01-03', 'ArrowUp', 2026)).toBe('2026-01-03')
  expect(dayAfterKey('2026-01-31', 'ArrowRight', 2026)).toBe('2026-02-01')
})
