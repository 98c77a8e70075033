import type { Day } from '../calendar/calendar.ts'
import type { TrajectoryPoint } from '../lights/trajectory.ts'
import { Refusal } from '../refusal.ts'

/**
 * What is wrong with a given trajectory: `falls` (a later point is lower, or two stand on one day), `open` (it does not
 * end at 100), `late` (it ends after the due date).
 */
export type TrajectoryFault = 'falls' | 'open' | 'late'

/**
 * The first fault of a given trajectory, in points of 100 and in any order; undefined where there is none, and for no
 * points at all: the plan then follows from the milestones. Without a due date nothing is late.
 */
export function trajectoryFault(points: readonly TrajectoryPoint[], dueOn: Day | null): TrajectoryFault | undefined {
  const ordered = [...points].sort((a, b) => (a.on < b.on ? -1 : 1))
  const last = ordered[ordered.length - 1]
  if (!last) return undefined
  const falls = ordered.some(({ on, share }, index) => {
    const before = ordered[index - 1]
    return before !== undefined && (before.on === on || before.share > share)
  })
  if (falls) return 'falls'
  if (last.share !== 100) return 'open'
  return dueOn !== null && dueOn < last.on ? 'late' : undefined
}

/** Refuses trajectory_off: a plan that falls, never reaches 100, or reaches it after the task is due. */
export function ensureTrajectory(points: readonly TrajectoryPoint[], dueOn: Day | null): void {
  if (trajectoryFault(points, dueOn) !== undefined) throw new Refusal('trajectory_off')
}
