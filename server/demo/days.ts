import { addDays, type Day, dayAt, dayNumber, type WorkingCalendar } from '#domain/calendar/calendar.ts'
import type { Dice } from './random.ts'

/** The workdays around a plan year, counted once so that thousands of dates cost nothing. */
export type Workdays = {
  /** The `count`-th workday after `on`, before it when negative; for 0 `on` itself or the next workday. */
  shift(on: Day, count: number): Day
  /** Workdays strictly after `from` up to `to`. */
  between(from: Day, to: Day): number
  /** The same as the domain's functions take it. */
  calendar: WorkingCalendar
}

/** Workdays from the last November before the year to the March after it. */
export function workdaysOf(year: number, isWorkday: (on: Day) => boolean): Workdays {
  const first = dayNumber(`${year - 1}-11-01`)
  const length = dayNumber(`${year + 1}-03-31`) - first + 1
  const worked: Day[] = []
  const upTo: number[] = []
  for (let index = 0; index < length; index += 1) {
    const on = dayAt(first + index)
    if (isWorkday(on)) worked.push(on)
    upTo.push(worked.length)
  }
  const countUpTo = (on: Day): number => upTo[Math.min(Math.max(dayNumber(on) - first, 0), length - 1)] ?? 0
  const isWorked = (on: Day): boolean => countUpTo(on) !== countUpTo(addDays(on, -1))
  return {
    shift: (on, count) => {
      const position =
        countUpTo(on) - 1 + (count === 0 ? (isWorked(on) ? 0 : 1) : count + (count < 0 && !isWorked(on) ? 1 : 0))
      return worked[Math.min(Math.max(position, 0), worked.length - 1)] ?? on
    },
    between: (from, to) => countUpTo(to) - countUpTo(from),
    calendar: { isWorkday: isWorked, workdaysThrough: countUpTo },
  }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** An instant of the office's morning (8:40 to 11:39) or afternoon (14:00 to 17:29) of a day, as ISO text. */
export function instantOn(on: Day, half: 'morning' | 'afternoon', dice: Dice): string {
  const minutes = half === 'morning' ? 520 + dice.whole(0, 179) : 840 + dice.whole(0, 209)
  return `${on}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(dice.whole(0, 59))}+08:00`
}

export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b)
