import type { Language } from '../refusal.ts'

/** A calendar day as an ISO string, `2026-11-20`. Days compare as strings. */
export type Day = string

/** A range of calendar days, both ends included. */
export type DayRange = { startsOn: Day; endsOn: Day }

/** A day that differs from the weekly rhythm: a public holiday, or a weekend day that is worked to make up for one. */
export type DayException = { on: Day; workday: boolean; name: string }

/** Which days are worked. Make one with {@link workingCalendar}. */
export type WorkingCalendar = {
  isWorkday(on: Day): boolean
  /** Workdays from a fixed, far away day up to and including `on`; only differences mean anything. */
  workdaysThrough(on: Day): number
}

const MS_PER_DAY = 86_400_000
const DAY_PATTERN = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
// Days since a Monday (1969-12-29), so that Monday to Friday are 0 to 4 of every seven.
const MONDAY_OFFSET = 3
/** How many days of a week are workdays up to and including Monday, Tuesday, and so on. */
const WORKED_OF_WEEK = [1, 2, 3, 4, 5, 5, 5] as const

const digits = (text: string, from: number, to: number): number => {
  let value = 0
  for (let index = from; index < to; index += 1) value = value * 10 + text.charCodeAt(index) - 48
  return value
}

/** Whether the text is a real calendar day in ISO form. */
export const isDay = (text: string): boolean => DAY_PATTERN.test(text) && dayAt(dayNumber(text)) === text

/** The number of a day, counted from 1970-01-01 = 0. */
export const dayNumber = (on: Day): number =>
  Math.round(Date.UTC(digits(on, 0, 4), digits(on, 5, 7) - 1, digits(on, 8, 10)) / MS_PER_DAY)

/** The day with that number; the inverse of {@link dayNumber}. */
export const dayAt = (number: number): Day => new Date(number * MS_PER_DAY).toISOString().slice(0, 10)

/** The day `count` calendar days later, or earlier when negative. */
export const addDays = (on: Day, count: number): Day => dayAt(dayNumber(on) + count)

/** Calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** The year of a day. */
export const yearOf = (on: Day): number => digits(on, 0, 4)

const weekdaysThrough = (number: number): number => {
  const sinceMonday = number + MONDAY_OFFSET
  const week = Math.floor(sinceMonday / 7)
  return week * 5 + (WORKED_OF_WEEK[sinceMonday - week * 7] ?? 0)
}

const isWeekday = (number: number): boolean => weekdaysThrough(number) !== weekdaysThrough(number - 1)

/**
 * The working calendar of an office: Monday to Friday, except for the days given.
 * The later of two exceptions for the same day wins, so local additions can follow the national schedule. A Chinese
 * year has about 40 of them; a search over these costs less than a table of every day.
 */
export function workingCalendar(exceptions: readonly DayException[]): WorkingCalendar {
  const stated = new Map(exceptions.map(({ on, workday }) => [dayNumber(on), workday]))
  const differing = [...stated].filter(([number, workday]) => workday !== isWeekday(number)).sort((a, b) => a[0] - b[0])
  const numbers = differing.map(([number]) => number)
  let shift = 0
  const shifts = [0, ...differing.map(([, workday]) => (shift += workday ? 1 : -1))]
  const through = (number: number): number => weekdaysThrough(number) + (shifts[countUpTo(numbers, number)] ?? 0)
  return {
    isWorkday: (on) => through(dayNumber(on)) !== through(dayNumber(on) - 1),
    workdaysThrough: (on) => through(dayNumber(on)),
  }
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? Infinity) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Workdays strictly after `from` up to and including `to`; negative when `to` is earlier.
 * Today to a due date gives the working days left; a due date to today gives the working days overdue.
 */
export const workdaysBetween = (calendar: WorkingCalendar, from: Day, to: Day): number =>
  calendar.workdaysThrough(to) - calendar.workdaysThrough(from)

/** The `count`-th workday after `on` (before it, when negative); `on` itself for 0, worked or not. */
export function addWorkdays(calendar: WorkingCalendar, on: Day, count: number): Day {
  const step = Math.sign(count)
  let number = dayNumber(on)
  for (let left = Math.abs(count); left > 0;) {
    number += step
    if (calendar.isWorkday(dayAt(number))) left -= 1
  }
  return dayAt(number)
}

/** The last `count` workdays of a range, ascending; fewer when the range has fewer. */
export function lastWorkdays(calendar: WorkingCalendar, range: DayRange, count: number): Day[] {
  const days: Day[] = []
  for (let on = range.endsOn; on >= range.startsOn && days.length < count; on = addDays(on, -1)) {
    if (calendar.isWorkday(on)) days.unshift(on)
  }
  return days
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** The calendar month of a year; `month` is 1 to 12. */
export const monthRange = (year: number, month: number): DayRange => ({
  startsOn: `${year}-${pad(month)}-01`,
  endsOn: dayAt(Math.round(Date.UTC(year, month, 0) / MS_PER_DAY)),
})

/** The quarter of a year; `quarter` is 1 to 4. */
export const quarterRange = (year: number, quarter: number): DayRange => ({
  startsOn: monthRange(year, quarter * 3 - 2).startsOn,
  endsOn: monthRange(year, quarter * 3).endsOn,
})

/** The whole calendar year. */
export const yearRange = (year: number): DayRange => ({ startsOn: `${year}-01-01`, endsOn: `${year}-12-31` })

/** The next year's holidays are published in autumn: from October on they are missed where they are not there. */
export const isNextYearDue = (today: Day): boolean => digits(today, 5, 7) >= 10

/** Whether the range holds the day. */
export const holds = (range: DayRange, on: Day): boolean => range.startsOn <= on && on <= range.endsOn

const dayFormats = new Map<string, Intl.DateTimeFormat>()
const lastDays = new Map<string, { quarter: number; day: Day }>()
/** Time zones have been whole quarters of an hour from UTC since 1972, so no day turns inside one. */
const QUARTER_MS = 15 * 60_000

/** The calendar day of an instant in an office's time zone (IANA name, such as `Asia/Shanghai`). */
export function dayOf(instant: Date, timeZone: string): Day {
  const quarter = Math.floor(instant.getTime() / QUARTER_MS)
  const last = lastDays.get(timeZone)
  if (last?.quarter === quarter) return last.day
  const day = formatDay(instant, timeZone)
  lastDays.set(timeZone, { quarter, day })
  return day
}

function formatDay(instant: Date, timeZone: string): Day {
  let format = dayFormats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    dayFormats.set(timeZone, format)
  }
  const part = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${(part.get('year') ?? '').padStart(4, '0')}-${part.get('month')}-${part.get('day')}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** A day for a line of text: `10-30` or `30 Oct` inside the plan year, with its year outside. */
export function formatOn(on: Day, planYear: number, language: Language): string {
  const inside = yearOf(on) === planYear
  if (language === 'zh') return inside ? on.slice(5) : on
  const day = `${digits(on, 8, 10)} ${MONTHS[digits(on, 5, 7) - 1]}`
  return inside ? day : `${day} ${yearOf(on)}`
}

/** A day that stands alone, always with its year: `2026-10-30` or `30 Oct 2026`. */
export const formatOnInFull = (on: Day, language: Language): string => formatOn(on, Number.NaN, language)
