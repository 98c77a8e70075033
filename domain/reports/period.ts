import type { Day } from '../calendar/calendar.ts'

/** How often units report and when the window is open, as data. */
export type PeriodRule = {
  every: 'quarter' | 'month'
  /** Opens on the so-many-th last workday of the period; 1 is its last workday. */
  opensOnLastWorkday: number
  /** Closes at the end of the so-many-th workday after the period's last day. */
  closesAfterWorkdays: number
}

export const STANDARD_PERIOD_RULE: PeriodRule = { every: 'quarter', opensOnLastWorkday: 5, closesAfterWorkdays: 5 }

/** One reporting period of a plan year. */
export type Period = {
  year: number
  every: PeriodRule['every']
  /** 1 to 4, or 1 to 12. */
  number: number
  startsOn: Day
  endsOn: Day
  opensOn: Day
  /** The last day on which a sheet can be submitted. */
  closesOn: Day
}

export type PeriodState = 'notDue' | 'open' | 'closed'
