import { type Actor, hasRole, speaksFor } from '../access/actor.ts'
import type { Day } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import { ALLOWED, refused, type Verdict } from '../verdict.ts'

/** What a decision about a benchmark needs to know of its task. */
export type BenchmarkedTask = { leadUnitId: string | null; hasTarget: boolean }

/** Who names and drops a task's peers: its lead unit's desk and the office. Refuses `benchmark_not_yours`. */
export function canBenchmark(actor: Actor, { leadUnitId }: Pick<BenchmarkedTask, 'leadUnitId'>): Verdict {
  return speaksFor(actor, leadUnitId) || hasRole(actor, 'supervisionOffice')
    ? ALLOWED
    : refused(new Refusal('benchmark_not_yours'))
}

/** A peer's number is of a day that has been, for a task that has a number of its own. Refuses also `benchmark_no_target`, `benchmark_day`. */
export function canName(actor: Actor, task: BenchmarkedTask, asOn: Day, today: Day): Verdict {
  const may = canBenchmark(actor, task)
  if (!may.allowed) return may
  if (!task.hasTarget) return refused(new Refusal('benchmark_no_target'))
  return asOn <= today ? ALLOWED : refused(new Refusal('benchmark_day', { today }))
}

/**
 * How far the task's own number is from the peer's, in the target's measure: positive where the peer is ahead. Null while
 * the task has no number. Rounded to six places, so that 0.3 − 0.1 is 0.2.
 */
export const gapOf = (own: number | null, peer: number): number | null =>
  own === null ? null : Math.round((peer - own) * 1e6) / 1e6
