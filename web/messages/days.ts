import { dayOf, type Day } from '#domain/calendar/calendar.ts'

/** One day's messages, in the order given. */
export type DayOfMessages<Told> = { on: Day; items: Told[] }

/** Messages by the office's day on which they were told; the order stays. */
export function byDay<Told extends { toldAt: string }>(
  items: readonly Told[],
  timeZone: string,
): DayOfMessages<Told>[] {
  const days: DayOfMessages<Told>[] = []
  for (const item of items) {
    const on = dayOf(new Date(item.toldAt), timeZone)
    const last = days[days.length - 1]
    if (last?.on === on) last.items.push(item)
    else days.push({ on, items: [item] })
  }
  return days
}
