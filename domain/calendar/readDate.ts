import { addDays, type Day, dayNumber, daysBetween, isDay, monthRange, quarterRange, yearOf } from './calendar.ts'

type Reading = (parts: readonly string[], today: Day) => Day | null

/** The days of a week in the words people type, Monday first. */
const WEEKDAYS = ['一1', '二2', '三3', '四4', '五5', '六6', '日天7'] as const
const ENGLISH_WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const DAYS_FROM_TODAY: Record<string, number> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
}
const STEPS: Record<string, number> = { 上上: -2, 上: -1, 本: 0, 这: 0, 今: 0, 当: 0, 下: 1, 下下: 2, 明: 1, 去: -1 }
const MONTH_PARTS: Record<string, number> = { 初: 1, 上旬: 10, 中: 15, 中旬: 20 }

const pad = (value: number): string => String(value).padStart(2, '0')
const monthOf = (on: Day): number => Number(on.slice(5, 7))
const number = (text: string | undefined): number => Number(text ?? Number.NaN)
const step = (text: string | undefined): number => STEPS[(text ?? '').replace('个', '')] ?? 0

/** Monday is 0. */
const weekdayOf = (on: Day): number => (((dayNumber(on) + 3) % 7) + 7) % 7

const dayIn = (year: number, month: number, day: number): Day | null => {
  const on = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
  return isDay(on) ? on : null
}

/** Of the same day in last, this and next year, the one nearest to today: in November, 1-15 is the coming January. */
function nearestYear(make: (year: number) => Day | null, today: Day): Day | null {
  const year = yearOf(today)
  const days = [year - 1, year, year + 1].map(make).filter((on) => on !== null)
  const distance = (on: Day) => Math.abs(daysBetween(today, on))
  return days.sort((a, b) => distance(a) - distance(b))[0] ?? null
}

const monthFrom = (today: Day, months: number): { year: number; month: number } => {
  const index = yearOf(today) * 12 + monthOf(today) - 1 + months
  return { year: Math.floor(index / 12), month: (index % 12) + 1 }
}

const lastDay = (year: number, month: number): Day | null =>
  month >= 1 && month <= 12 ? monthRange(year, month).endsOn : null

const partOfMonth = (year: number, month: number, part: string): Day | null => {
  const day = MONTH_PARTS[part]
  return day === undefined ? lastDay(year, month) : dayIn(year, month, day)
}

/** The day of the month in this month, or in the next one when it has passed. */
const dayOfMonth = (day: number, today: Day): Day | null => {
  const at = (months: number): Day | null => {
    const { year, month } = monthFrom(today, months)
    return dayIn(year, month, day)
  }
  const here = at(0)
  return here !== null && here >= today ? here : at(1)
}

const inWeek = (weekday: number, weeks: number, today: Day): Day =>
  addDays(today, weekday - weekdayOf(today) + weeks * 7)

const comingWeekday = (weekday: number, today: Day): Day => inWeek(weekday, weekday >= weekdayOf(today) ? 0 : 1, today)

const chineseWeekday = (text: string | undefined): number => WEEKDAYS.findIndex((words) => words.includes(text ?? '?'))
const englishWeekday = (text: string | undefined): number => ENGLISH_WEEKDAYS.indexOf((text ?? '').slice(0, 3))
const englishMonth = (text: string | undefined): number => ENGLISH_MONTHS.indexOf((text ?? '').slice(0, 3)) + 1

const monthsLater = (months: number, today: Day): Day | null => {
  const { year, month } = monthFrom(today, months)
  return dayIn(year, month, Number(today.slice(8))) ?? lastDay(year, month)
}

const englishDay = (day: string | undefined, month: string | undefined, year: string | undefined, today: Day) =>
  year
    ? dayIn(number(year), englishMonth(month), number(day))
    : nearestYear((near) => dayIn(near, englishMonth(month), number(day)), today)

const WEEK = '(?:周|星期|礼拜)'
const MONTH_NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'

/** Each way of saying a day, tried in turn on text without spaces, in lower case, its numerals in digits. */
const READINGS: readonly (readonly [RegExp, Reading])[] = [
  [/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/, ([, y, m, d]) => dayIn(number(y), number(m), number(d))],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, y, m, d]) => dayIn(number(y), number(m), number(d))],
  [
    /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/,
    ([, m, d], today) => nearestYear((year) => dayIn(year, number(m), number(d)), today),
  ],
  [/^(\d{1,2})[日号]$/, ([, d], today) => dayOfMonth(number(d), today)],
  [
    /^(本|这个?|下个?|下下个?|上个?)月(\d{1,2})[日号]?$/,
    ([, which, d], today) => {
      const { year, month } = monthFrom(today, step(which))
      return dayIn(year, month, number(d))
    },
  ],
  [new RegExp(`^${WEEK}([一二三四五六日天1-7])$`), ([, w], today) => comingWeekday(chineseWeekday(w), today)],
  [
    new RegExp(`^(上上|上|本|这|下|下下)个?${WEEK}([一二三四五六日天1-7])$`),
    ([, which, w], today) => inWeek(chineseWeekday(w), step(which), today),
  ],
  [/^(?:本|这)?周末$/, (_, today) => inWeek(6, 0, today)],
  [
    /^(本|这个?|当|下个?|下下个?|上个?)?月(底|末|初|上旬|中|中旬|下旬)$/,
    ([, which, part], today) => {
      const { year, month } = monthFrom(today, step(which))
      return partOfMonth(year, month, part ?? '')
    },
  ],
  [
    /^(\d{1,2})月(底|末|初|上旬|中|中旬|下旬|份)?(?:前|内)?$/,
    ([, m, part], today) => nearestYear((year) => partOfMonth(year, number(m), part ?? ''), today),
  ],
  [
    /^(本|这个?|下个?|下下个?|上个?)?季度?(?:底|末)$/,
    ([, which], today) => {
      const { year, month } = monthFrom(today, step(which) * 3)
      return quarterRange(year, Math.ceil(month / 3)).endsOn
    },
  ],
  [/^第?([1-4])季度?(?:底|末)?$/, ([, q], today) => quarterRange(yearOf(today), number(q)).endsOn],
  [/^q([1-4])$/, ([, q], today) => quarterRange(yearOf(today), number(q)).endsOn],
  [/^(本|今|明|去)?年(?:底|末|内)$/, ([, which], today) => dayIn(yearOf(today) + step(which), 12, 31)],
  [/^(今|明|去)?年?(?:年中|上半年)$/, ([, which], today) => dayIn(yearOf(today) + step(which), 6, 30)],
  [/^(\d{1,3})(?:个?)[天日](?:后|内|之内|以内)$/, ([, n], today) => addDays(today, number(n))],
  [/^(\d{1,2})个?(?:周|星期|礼拜)(?:后|内)$/, ([, n], today) => addDays(today, number(n) * 7)],
  [/^(\d{1,2})个?月(?:后|内)$/, ([, n], today) => monthsLater(number(n), today)],
  [/^\+(\d{1,3})$/, ([, n], today) => addDays(today, number(n))],
  [/^next(mon|tue|wed|thu|fri|sat|sun)[a-z]*$/, ([, w], today) => inWeek(englishWeekday(w), 1, today)],
  [/^(?:this)?(mon|tue|wed|thu|fri|sat|sun)[a-z]*$/, ([, w], today) => comingWeekday(englishWeekday(w), today)],
  [/^(?:end(?:of)?(?:the)?month|month-?end)$/, (_, today) => monthRange(yearOf(today), monthOf(today)).endsOn],
  [
    /^(?:end(?:of)?(?:the)?quarter|quarter-?end)$/,
    (_, today) => quarterRange(yearOf(today), Math.ceil(monthOf(today) / 3)).endsOn,
  ],
  [/^(?:end(?:of)?(?:the)?year|year-?end)$/, (_, today) => dayIn(yearOf(today), 12, 31)],
  [new RegExp(`^(\\d{1,2})${MONTH_NAME},?(\\d{4})?$`), ([, d, m, y], today) => englishDay(d, m, y, today)],
  [new RegExp(`^${MONTH_NAME}(\\d{1,2}),?(\\d{4})?$`), ([, m, d, y], today) => englishDay(d, m, y, today)],
]

const DIGITS = '〇一二三四五六七八九'
const digitOf = (numeral: string): number => (numeral === '两' ? 2 : Math.max(0, DIGITS.indexOf(numeral)))

/** 十二月四日 → 12月4日; the name of a weekday keeps its numeral. */
const numeralsToDigits = (text: string): string =>
  text
    .replace(/([一二三四五六七八九])?十([一二三四五六七八九])?/g, (_, tens: string, units: string) =>
      String((tens ? digitOf(tens) : 1) * 10 + (units ? digitOf(units) : 0)),
    )
    .replace(/(周|星期|礼拜)?([〇一二两三四五六七八九])/g, (whole, week: string | undefined, numeral: string) =>
      week ? whole : String(digitOf(numeral)),
    )

/**
 * Reads a day as people type it in an office: 12-4, 12.4, 12月4日, 2026-12-04, 下周五, 月底, 三季度末, 10天内, 4 Dec.
 * A day without a year is the one nearest to `today`. Gives null for anything it does not know.
 */
export function readDate(text: string, today: Day): Day | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[。前]$/, '')
  const shift = DAYS_FROM_TODAY[plain]
  if (shift !== undefined) return addDays(today, shift)
  const said = numeralsToDigits(plain)
  for (const [pattern, read] of READINGS) {
    const parts = pattern.exec(said)
    if (parts) return read(parts, today)
  }
  return null
}
