import { addDays, addWorkdays, type Day, type WorkingCalendar } from '../calendar/calendar.ts'

/** How urgent a directive is, the most urgent first: 特急, 急件, 较急, 普通, 复杂. */
export const URGENCIES = ['extraUrgent', 'urgent', 'pressing', 'ordinary', 'complex'] as const
export type Urgency = (typeof URGENCIES)[number]

/** In working days, or in days of the calendar, of which the last one is a working day. */
export type DirectiveLimit = { count: number; unit: 'workdays' | 'days' }

/** By when a directive is answered, by its urgency: the limits of real districts, 1 to 5, 15 and 30 days. */
export const DIRECTIVE_LIMITS: Readonly<Record<Urgency, DirectiveLimit>> = {
  extraUrgent: { count: 1, unit: 'workdays' },
  urgent: { count: 3, unit: 'workdays' },
  pressing: { count: 5, unit: 'workdays' },
  ordinary: { count: 15, unit: 'days' },
  complex: { count: 30, unit: 'days' },
}

/** A limit worked out: its day, and the rest day it would have ended on, where it moved. */
export type LimitDay = DirectiveLimit & { from: Day; dueOn: Day; movedFrom: Day | null }

/**
 * The last day for a directive of this urgency, counted from the day after `from` by the working calendar. Days of the
 * calendar that end on a rest day end on the next working day.
 */
export function limitOf(urgency: Urgency, from: Day, calendar: WorkingCalendar): LimitDay {
  const limit = DIRECTIVE_LIMITS[urgency]
  if (limit.unit === 'workdays')
    return { ...limit, from, dueOn: addWorkdays(calendar, from, limit.count), movedFrom: null }
  const last = addDays(from, limit.count)
  if (calendar.isWorkday(last)) return { ...limit, from, dueOn: last, movedFrom: null }
  return { ...limit, from, dueOn: addWorkdays(calendar, last, 1), movedFrom: last }
}
