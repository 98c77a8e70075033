import { isForOfficeOnly } from '#domain/meetings/session.ts'
import type { EventView } from '#domain/meetings/session.contract.ts'
import type { Heard } from './follower.ts'

/** Milliseconds by share of the cases, rounded to a tenth; null where there were none. */
export type Spread = { count: number; p50: number | null; p99: number | null; max: number | null }

const tenths = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value * 10) / 10)

/** The spread of durations by nearest rank. */
export function spreadOf(durations: readonly number[]): Spread {
  const sorted = durations.toSorted((a, b) => a - b)
  const at = (share: number) => tenths(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)])
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) }
}

/** What one screen missed, heard twice, or heard in another order than the meeting's record has it. */
export type Faults = { lost: number; doubled: number; disordered: number }
export const NO_FAULTS: Faults = { lost: 0, doubled: 0, disordered: 0 }

export const sumOf = (faults: readonly Faults[]): Faults =>
  faults.reduce(
    (sum, one) => ({
      lost: sum.lost + one.lost,
      doubled: sum.doubled + one.doubled,
      disordered: sum.disordered + one.disordered,
    }),
    NO_FAULTS,
  )

type Known = { seq: number; key: string }

/** Compares what should be there, each once and in this order, with what is. A thing that should not be there counts as doubled. */
export function compare(expected: readonly Known[], found: readonly Known[]): Faults {
  const seen = new Set(found.map(({ key }) => key))
  const due = new Map(expected.map(({ key, seq }) => [key, seq]))
  const once = new Set<string>()
  const strays = found.filter(({ key, seq }) => due.get(key) !== seq || once.has(key) || !once.add(key))
  return {
    lost: expected.filter(({ key }) => !seen.has(key)).length,
    doubled: strays.length,
    disordered: found.filter(({ seq }, index) => index > 0 && seq < (found[index - 1]?.seq ?? 0)).length,
  }
}

/** The part of a meeting's record that a screen is to hear. */
export const dueTo = (record: readonly EventView[], isOffice: boolean): EventView[] =>
  record.filter(({ kind }) => isOffice || !isForOfficeOnly(kind))

/**
 * How long after somebody began to say it an event was on the screens, over lines that stood by then; what was said
 * while a line was down is told apart, as time since the line stood again.
 */
export function delaysOf(heard: readonly Heard[], saidAt: ReadonlyMap<string, number>) {
  const timed = heard.flatMap(({ key, at, lineSince }) => {
    const said = saidAt.get(key)
    return said === undefined ? [] : [{ at, said, lineSince }]
  })
  return {
    onTime: timed.filter(({ said, lineSince }) => lineSince <= said).map(({ at, said }) => at - said),
    caughtUp: timed.filter(({ said, lineSince }) => lineSince > said).map(({ at, lineSince }) => at - lineSince),
  }
}
