import type { Day, DayException, WorkingCalendar } from '../calendar/calendar.ts'
import type { Ask } from './asks.ts'

/** Why the days of a window are hard ones. */
export const CLASH_KINDS = ['windows', 'shortWindow', 'daysOff', 'deadlines', 'sameDays'] as const
export type ClashKind = (typeof CLASH_KINDS)[number]

/** Days on which a sheet can be filled, both ends included. */
export type Window = { opensOn: Day; closesOn: Day }

/** One clash of a window with what else is on its days. */
export type Clash = {
  kind: ClashKind
  from: Day
  to: Day
  /** Working days of a short window; days off; deadlines or asks on the window's days. */
  count: number
  /** The units it is hard for; none where it is the same for all. */
  unitIds: string[]
}

/** A window with fewer working days than this is short; so many deadlines or asks beside the sheet are many. */
const SHORT_WORKDAYS = 5
const MANY = 3

/** A milestone's date, and whose. */
export type Deadline = { unitId: string; on: Day }

type Around = {
  /** Other windows, wherever they lie. */
  windows: readonly Window[]
  /** Who has a sheet in this window. */
  unitIds: readonly string[]
  deadlines: readonly Deadline[]
  /** What else is asked; rows of sheets are left out. */
  asks: readonly Ask[]
  daysOff: readonly DayException[]
  calendar: WorkingCalendar
}

/** What is on the days of a window already, the same for all first. */
export function clashesOf({ opensOn, closesOn }: Window, around: Around): Clash[] {
  const { calendar, windows, unitIds, deadlines, asks, daysOff } = around
  const isWithin = ({ on }: { on: Day }) => opensOn <= on && on <= closesOn
  const clash = (kind: ClashKind, count: number, hard: string[] = [], from = opensOn, to = closesOn): Clash[] =>
    count > 0 ? [{ kind, from, to, count, unitIds: hard }] : []
  const workdays = daysWorked({ opensOn, closesOn }, calendar)
  const off = daysOff.filter((day) => !day.workday && isWithin(day))
  const busy = (of: readonly { unitId: string; on: Day }[]) => {
    const counts = new Map<string, number>()
    for (const one of of) if (isWithin(one)) counts.set(one.unitId, (counts.get(one.unitId) ?? 0) + 1)
    const hard = unitIds.filter((id) => (counts.get(id) ?? 0) >= MANY)
    return { hard, count: hard.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0) }
  }
  const due = busy(deadlines)
  const others = busy(asks.filter(({ kind }) => kind !== 'reportRow'))
  return [
    ...windows
      .filter((other) => other.opensOn <= closesOn && opensOn <= other.closesOn)
      .flatMap((other) => clash('windows', 1, [], later(opensOn, other.opensOn), earlier(closesOn, other.closesOn))),
    ...(workdays < SHORT_WORKDAYS
      ? [{ kind: 'shortWindow' as const, from: opensOn, to: closesOn, count: workdays, unitIds: [] }]
      : []),
    ...clash('daysOff', off.length, [], off[0]?.on, off[off.length - 1]?.on),
    ...clash('deadlines', due.count, due.hard),
    ...clash('sameDays', others.count, others.hard),
  ]
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

function daysWorked({ opensOn, closesOn }: Window, calendar: WorkingCalendar): number {
  const first = calendar.isWorkday(opensOn) ? 1 : 0
  return calendar.workdaysThrough(closesOn) - calendar.workdaysThrough(opensOn) + first
}
