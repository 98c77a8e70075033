import chineseDays from 'chinese-days'
import { addDays, type DayException, yearRange } from '#domain/calendar/calendar.ts'

const known = new Map<number, readonly DayException[]>()

/** The State Council's schedule of a year as it stands in the package: holidays on weekdays, worked weekend days. */
export function nationalDays(year: number): readonly DayException[] {
  const days = known.get(year) ?? readYear(year)
  known.set(year, days)
  return days
}

/** The package tells of one day at a time. */
function readYear(year: number): DayException[] {
  const { startsOn, endsOn } = yearRange(year)
  const days: DayException[] = []
  for (let on = startsOn; on <= endsOn; on = addDays(on, 1)) {
    const { work: workday, name } = chineseDays.getDayDetail(on)
    const [, chinese] = name.split(',') // `National Day,国庆节,3`; only a scheduled day has commas
    if (chinese !== undefined && workday !== isWeekday(on)) days.push({ on, workday, name: chinese })
  }
  return days
}

/** Whether the year's schedule is known; it is published in the November before. */
export const isYearKnown = (year: number): boolean => nationalDays(year).length > 0

const isWeekday = (on: string): boolean => {
  const day = new Date(`${on}T00:00:00Z`).getUTCDay()
  return day !== 0 && day !== 6
}
