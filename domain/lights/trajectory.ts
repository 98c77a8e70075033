import { dayNumber, type Day } from '../calendar/calendar.ts'

/** The planned share (points of 100) on a day. */
export type TrajectoryPoint = { on: Day; share: number }

/** Points in ascending order of day, as {@link plannedShareAt} reads them. */
export type Trajectory = readonly TrajectoryPoint[]

type PlannedMilestone = { originalDueOn: Day; weight: number }

const byDay = <Item>(items: readonly Item[], dayOfItem: (item: Item) => Day): Item[] =>
  [...items].sort((a, b) => (dayOfItem(a) < dayOfItem(b) ? -1 : dayOfItem(a) > dayOfItem(b) ? 1 : 0))

/**
 * The trajectory that follows from the milestones: from 0 on `startsOn` in straight lines through the cumulative
 * weights at the original dates, so that an extension does not flatten the plan. Ends at 100.
 */
export function deriveTrajectory(startsOn: Day, milestones: readonly PlannedMilestone[]): TrajectoryPoint[] {
  const total = milestones.reduce((sum, { weight }) => sum + weight, 0)
  if (total <= 0) return []
  let reached = 0
  const points = byDay(milestones, ({ originalDueOn }) => originalDueOn).map(({ originalDueOn, weight }) => ({
    on: originalDueOn,
    share: ((reached += weight) / total) * 100,
  }))
  return withStart(startsOn, points)
}

/** A given trajectory, in order and beginning with 0 on the first day of the work. */
const givenTrajectory = (startsOn: Day, points: readonly TrajectoryPoint[]): TrajectoryPoint[] =>
  withStart(
    startsOn,
    byDay(points, ({ on }) => on),
  )

const withStart = (startsOn: Day, points: TrajectoryPoint[]): TrajectoryPoint[] => {
  const first = points[0]
  return first !== undefined && startsOn < first.on ? [{ on: startsOn, share: 0 }, ...points] : points
}

/** A task's trajectory: the given points, or what follows from its milestones. */
export const trajectoryOf = (task: {
  startsOn: Day
  trajectory: readonly TrajectoryPoint[]
  milestones: readonly PlannedMilestone[]
}): TrajectoryPoint[] =>
  task.trajectory.length > 0
    ? givenTrajectory(task.startsOn, task.trajectory)
    : deriveTrajectory(task.startsOn, task.milestones)

/**
 * The planned share on a day, in points of 100: in a straight line between two points by calendar days, 0 before the
 * first, the last one's share after it. Of several points on one day the last holds.
 */
export function plannedShareAt(points: Trajectory, on: Day): number {
  let before: TrajectoryPoint | undefined
  for (const point of points) {
    if (on < point.on) return before ? between(before, point, on) : 0
    before = point
  }
  return before?.share ?? 0
}

const between = (a: TrajectoryPoint, b: TrajectoryPoint, on: Day): number => {
  const passed = (dayNumber(on) - dayNumber(a.on)) / (dayNumber(b.on) - dayNumber(a.on))
  return a.share + (b.share - a.share) * passed
}
