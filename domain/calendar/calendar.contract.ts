import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

/** A day that the working calendar says something of; of others, Monday to Friday are worked. */
export const CalendarDayView = z
  .object({
    on: z.iso.date(),
    workday: z.boolean(),
    /** The holiday it belongs to, or why the office set it; empty where nobody said. */
    name: z.string(),
  })
  .meta({ id: 'CalendarDay' })
export type CalendarDayView = z.infer<typeof CalendarDayView>

/** The days that differ from Monday to Friday in a year (the office's current year unless said), ascending. */
export const listCalendarDays = endpoint({
  operationId: 'listCalendarDays',
  method: 'GET',
  path: '/api/calendar-days',
  summary: 'Holidays and make-up workdays of a year',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  response: z.object({
    year: z.int(),
    items: z.array(CalendarDayView),
    /** The national schedule of this year is known (the State Council publishes it each November). */
    known: z.boolean(),
    /** Set from October on while next year's schedule is not known and has no days here: dates there count Monday to Friday. */
    unknownNextYear: z.int().nullable(),
  }),
})

/** Says whether one day is worked; every light and window is worked out with it from now on. */
export const setCalendarDay = endpoint({
  operationId: 'setCalendarDay',
  method: 'PUT',
  path: '/api/calendar-days/:on',
  summary: 'Make a day a holiday or a workday',
  params: z.object({ on: z.iso.date() }),
  body: z.object({ workday: z.boolean(), name: z.string().trim().max(60).default('') }),
  response: CalendarDayView,
})
