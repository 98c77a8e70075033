import { addDays, type Day, dayNumber, type WorkingCalendar } from '../calendar/calendar.ts'
import { type Ask, ASK_KINDS, type AskKind } from './asks.ts'

/** What is asked, summed up. */
export type Load = {
  counts: Record<AskKind, number>
  askCount: number
  seconds: number
  cellCount: number
  givenCount: number
}

const EMPTY_COUNTS = Object.fromEntries(ASK_KINDS.map((kind) => [kind, 0])) as Record<AskKind, number>

/** Sums asks up. */
export function loadOf(asks: readonly Ask[]): Load {
  const load: Load = { counts: { ...EMPTY_COUNTS }, askCount: 0, seconds: 0, cellCount: 0, givenCount: 0 }
  for (const { kind, count, seconds, cellCount, givenCount } of asks) {
    load.counts[kind] += count
    load.askCount += count
    load.seconds += seconds
    load.cellCount += cellCount
    load.givenCount += givenCount
  }
  return load
}

/** The share of cells that come filled in; null where there is no cell. */
export const givenShare = ({ cellCount, givenCount }: Pick<Load, 'cellCount' | 'givenCount'>): number | null =>
  cellCount === 0 ? null : givenCount / cellCount

/** A week from Monday to Sunday, with the days of it that are worked. */
export type Week = { startsOn: Day; endsOn: Day; workdays: number }

/** Monday of the week of a day. */
export const mondayOf = (on: Day): Day => addDays(on, -((dayNumber(on) + 3) % 7))

/** So many weeks, the first one that of `today`. */
export function weeksFrom(today: Day, count: number, calendar: WorkingCalendar): Week[] {
  const first = mondayOf(today)
  return Array.from({ length: count }, (_, index) => {
    const startsOn = addDays(first, index * 7)
    const endsOn = addDays(startsOn, 6)
    const workdays = calendar.workdaysThrough(endsOn) - calendar.workdaysThrough(addDays(startsOn, -1))
    return { startsOn, endsOn, workdays }
  })
}

/** What one unit is asked, week by week and altogether. */
export type UnitLoad = { unitId: string; weeks: Load[]; total: Load }

/**
 * Asks by unit and by the week of their last day. What was due before the first week stands in it: it is still asked.
 * What is due after the last is left out.
 */
export function loadTable(asks: readonly Ask[], unitIds: readonly string[], weeks: readonly Week[]) {
  const last = weeks[weeks.length - 1]?.endsOn ?? ''
  const within = asks.filter(({ on }) => on <= last)
  const inWeek = (some: readonly Ask[], index: number): Ask[] =>
    some.filter(({ on }) => on <= (weeks[index]?.endsOn ?? '') && (index === 0 || on >= (weeks[index]?.startsOn ?? '')))
  const byUnit = new Map<string, Ask[]>(unitIds.map((id) => [id, []]))
  for (const ask of within) byUnit.get(ask.unitId)?.push(ask)
  const known = [...byUnit.values()].flat()
  return {
    units: [...byUnit].map(([unitId, own]): UnitLoad => ({
      unitId,
      weeks: weeks.map((_, index) => loadOf(inWeek(own, index))),
      total: loadOf(own),
    })),
    weeks: weeks.map((_, index) => loadOf(inWeek(known, index))),
    total: loadOf(known),
  }
}
