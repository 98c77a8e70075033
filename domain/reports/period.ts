import {
  addWorkdays,
  type Day,
  lastWorkdays,
  monthRange,
  quarterRange,
  type WorkingCalendar,
} from '../calendar/calendar.ts'
import type { PeriodKind } from '../plan/plan.contract.ts'
import type { Language } from '../refusal.ts'

/** How often units report and when the window is open, as data (PRODUCT.md, Periodic report). */
export type PeriodRule = {
  every: PeriodKind
  /** Opens on the so-many-th last workday of the period; 1 is its last workday. */
  opensOnLastWorkday: number
  /** Closes at the end of the so-many-th workday after the period's last day. */
  closesAfterWorkdays: number
}

/** What a new plan reports by: every quarter, from its fifth last working day to the fifth after it. */
export const STANDARD_PERIOD_RULE: PeriodRule = { every: 'quarter', opensOnLastWorkday: 5, closesAfterWorkdays: 5 }

/** One reporting period of a plan year. */
export type Period = {
  year: number
  every: PeriodKind
  /** 1 to 4, or 1 to 12. */
  number: number
  startsOn: Day
  endsOn: Day
  /** The first day on which a sheet can be filled. */
  opensOn: Day
  /** The last day on which a sheet can be submitted. */
  closesOn: Day
}

export type PeriodState = 'notDue' | 'open' | 'closed'

const PERIODS_A_YEAR: Record<PeriodKind, number> = { quarter: 4, month: 12 }

/** All periods of a plan year with their windows, in order. */
export const periodsOf = (year: number, rule: PeriodRule, calendar: WorkingCalendar): Period[] =>
  Array.from({ length: PERIODS_A_YEAR[rule.every] }, (_, index) => periodOf(year, index + 1, rule, calendar))

function periodOf(year: number, number: number, rule: PeriodRule, calendar: WorkingCalendar): Period {
  const range = rule.every === 'quarter' ? quarterRange(year, number) : monthRange(year, number)
  return {
    year,
    every: rule.every,
    number,
    ...range,
    opensOn: lastWorkdays(calendar, range, rule.opensOnLastWorkday)[0] ?? range.endsOn,
    closesOn: addWorkdays(calendar, range.endsOn, rule.closesAfterWorkdays),
  }
}

/** Where the window of a period stands on a day. */
export const periodState = ({ opensOn, closesOn }: Pick<Period, 'opensOn' | 'closesOn'>, today: Day): PeriodState => {
  if (today < opensOn) return 'notDue'
  return today <= closesOn ? 'open' : 'closed'
}

/** The periods whose window has closed before a day, in order; what silence is counted by. */
export const closedPeriods = <Window extends Pick<Period, 'opensOn' | 'closesOn'>>(
  periods: readonly Window[],
  today: Day,
): Window[] => periods.filter((period) => periodState(period, today) === 'closed')

/** The period to work on: the one whose window is open, else the next to open, else the last. */
export const currentPeriod = (periods: readonly Period[], today: Day): Period | undefined =>
  periods.find((period) => periodState(period, today) !== 'closed') ?? periods[periods.length - 1]

const QUARTERS_ZH = ['一', '二', '三', '四'] as const
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A period's name: `2026 年第三季度`, `Q3 2026`, `2026 年 7 月`, `July 2026`. */
export function periodName(
  { year, every, number }: Pick<Period, 'year' | 'every' | 'number'>,
  language: Language,
): string {
  if (every === 'quarter')
    return language === 'zh' ? `${year} 年第${QUARTERS_ZH[number - 1]}季度` : `Q${number} ${year}`
  return language === 'zh' ? `${year} 年 ${number} 月` : `${MONTHS_EN[number - 1]} ${year}`
}

/** A period's name where its year stands beside it: `三季度`, `Q3`, `7 月`, `July`. */
export function periodNameInYear({ every, number }: Pick<Period, 'every' | 'number'>, language: Language): string {
  if (every === 'quarter') return language === 'zh' ? `${QUARTERS_ZH[number - 1]}季度` : `Q${number}`
  return language === 'zh' ? `${number} 月` : (MONTHS_EN[number - 1] ?? '')
}
