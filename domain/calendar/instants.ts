import { addDays, dayOf, type Day } from './calendar.ts'

const HOUR_MS = 3_600_000

/**
 * The last moment of an office's day: what was known by then is what the day's figures rest on.
 * `timeZone` is an IANA name; days with a change of clock are found by looking, not by adding.
 */
export function endOfDay(on: Day, timeZone: string): Date {
  const next = addDays(on, 1)
  let end = Date.parse(`${next}T00:00:00Z`) - 15 * HOUR_MS
  while (dayOf(new Date(end), timeZone) < next) end += HOUR_MS
  while (dayOf(new Date(end - HOUR_MS / 4), timeZone) >= next) end -= HOUR_MS / 4
  return new Date(end - 1)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(timeZone, made)
  return made
}

/** An instant in the office's time zone, never the reader's: `2026-11-20 15:04`. */
export const instantText = (instant: Date | string, timeZone: string): string =>
  formatOf(timeZone).format(new Date(instant))
