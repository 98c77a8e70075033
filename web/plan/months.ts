import { addDays, type Day, dayNumber, monthRange, type WorkingCalendar } from '#domain/calendar/calendar.ts'
import type { CalendarDayView } from '#domain/calendar/calendar.contract.ts'

export type CalendarCell = {
  on: Day
  work: boolean
  /** A day that is not as its weekday would be: a holiday, or a weekend day that is worked. */
  exception: 'holiday' | 'makeUp' | null
  isWeekend: boolean
  name: string
}

/** Monday is 0. */
export const weekdayOf = (on: Day): number => (dayNumber(on) + 3) % 7

/** A month as the calendar draws it: how many cells stay empty before its first day, its days, its workdays. */
export type CalendarMonth = { month: number; before: number; days: CalendarCell[]; workdayCount: number }

const cellOf = (on: Day, calendar: WorkingCalendar, named: Map<Day, CalendarDayView>): CalendarCell => {
  const isWeekend = weekdayOf(on) >= 5
  const work = calendar.isWorkday(on)
  const exception = work === isWeekend ? (work ? 'makeUp' : 'holiday') : null
  return { on, work, exception, isWeekend, name: named.get(on)?.name ?? '' }
}

/** The twelve months of a year. */
export function monthsOfYear(
  year: number,
  calendar: WorkingCalendar,
  exceptions: readonly CalendarDayView[],
): CalendarMonth[] {
  const named = new Map(exceptions.map((day) => [day.on, day]))
  return Array.from({ length: 12 }, (_, index) => {
    const { startsOn, endsOn } = monthRange(year, index + 1)
    const count = dayNumber(endsOn) - dayNumber(startsOn) + 1
    const days = Array.from({ length: count }, (_, day) => cellOf(addDays(startsOn, day), calendar, named))
    return {
      month: index + 1,
      before: weekdayOf(startsOn),
      days,
      workdayCount: days.filter(({ work }) => work).length,
    }
  })
}

/** Where an arrow leads from a day: across by one, up and down by a week; the day itself at the year's ends. */
export function dayAfterKey(on: Day, key: string, year: number): Day {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
  const next = addDays(on, steps[key] ?? 0)
  return next.startsWith(`${year}-`) ? next : on
}
