import { type Day, dayAt, dayNumber, monthRange, yearOf } from '#domain/calendar/calendar.ts'
import { deriveTrajectory, plannedShareAt, type TrajectoryPoint } from '#domain/lights/trajectory.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'

type Facts = Pick<
  TaskView,
  'startsOn' | 'originalDueOn' | 'currentDueOn' | 'plan' | 'milestones' | 'trajectory' | 'standing' | 'state'
>

/** What the chart shows, before it is given a size. Shares are points of 100. */
export type ChartFacts = {
  /** First and last day of the axis: whole months. */
  from: Day
  to: Day
  planned: readonly TrajectoryPoint[]
  /** The plan by current dates; null where no date was moved. */
  extended: readonly TrajectoryPoint[] | null
  /** From nothing on the first day through every accepted share. */
  actual: readonly TrajectoryPoint[]
  /** The plan today. */
  plannedToday: number
  /** Where the light compares plan and actual; null while no share is known. */
  measured: { on: Day; planned: number; actual: number } | null
}

const monthStart = (on: Day): Day => `${on.slice(0, 8)}01`
const monthEnd = (on: Day): Day => monthRange(yearOf(on), Number(on.slice(5, 7))).endsOn

const isMoved = (milestones: Facts['milestones']): boolean =>
  milestones.some(({ originalDueOn, currentDueOn }) => originalDueOn !== currentDueOn)

/** The first and the last day of a chart: the plan year, in whole months longer where a day lies outside it. */
export function axisOf(year: number, days: readonly Day[]): Pick<ChartFacts, 'from' | 'to'> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  return {
    from: [first, ...days.map(monthStart)].sort()[0] ?? first,
    to: [last, ...days.map(monthEnd)].sort().pop() ?? last,
  }
}

/** The chart of a task: the plan year, longer where the work begins earlier or ends later. */
export function chartOf(task: Facts, today: Day): ChartFacts {
  const { year } = task.plan
  const { planned, given, actual } = task.trajectory
  const ends = [planned[planned.length - 1]?.on, task.currentDueOn, actual[actual.length - 1]?.on].filter(
    (on) => on !== null && on !== undefined,
  )
  const first = planned[0]?.on ?? task.startsOn
  const { measuredOn, plannedShare, actualShare } = task.standing
  const current = task.milestones.map(({ currentDueOn, weight }) => ({ originalDueOn: currentDueOn, weight }))
  return {
    ...axisOf(year, [first, ...ends]),
    planned,
    extended: !given && isMoved(task.milestones) ? deriveTrajectory(task.startsOn, current) : null,
    actual: startedAt(task.startsOn, measuredSince(actual, measuredOn, actualShare)),
    plannedToday: plannedShareAt(planned, today),
    measured: actualShare === null ? null : { on: measuredOn, planned: plannedShare, actual: actualShare },
  }
}

/** Accepted milestones may have carried the share further than the last report; the line ends where the light looks. */
const measuredSince = (points: readonly TrajectoryPoint[], on: Day, share: number | null): TrajectoryPoint[] => {
  const last = points[points.length - 1]
  return last && share !== null && last.on < on && last.share < share ? [...points, { on, share }] : [...points]
}

const startedAt = (startsOn: Day, points: readonly TrajectoryPoint[]): TrajectoryPoint[] => {
  const [first] = points
  return first && startsOn < first.on ? [{ on: startsOn, share: 0 }, ...points] : [...points]
}

export type Frame = { left: number; top: number; width: number; height: number }

/** Places days and shares in a frame, in pixels. */
export function scaleOf({ from, to }: Pick<ChartFacts, 'from' | 'to'>, frame: Frame) {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const span = Math.max(1, last - first)
  const x = (on: Day) => frame.left + ((dayNumber(on) - first) / span) * frame.width
  const y = (share: number) => frame.top + (1 - Math.min(100, Math.max(0, share)) / 100) * frame.height
  return { x, y, point: ({ on, share }: TrajectoryPoint) => `${x(on).toFixed(1)},${y(share).toFixed(1)}` }
}

/** The months of the axis: where each begins, and the day its name stands under. */
export function monthsOf(from: Day, to: Day): { month: number; startsOn: Day; middle: Day }[] {
  const months = []
  for (let on = monthStart(from); on <= to;) {
    const end = monthEnd(on)
    months.push({
      month: Number(on.slice(5, 7)),
      startsOn: on,
      middle: dayAt(Math.floor((dayNumber(on) + dayNumber(end)) / 2)),
    })
    on = dayAt(dayNumber(end) + 1)
  }
  return months
}

const shareOn = (points: readonly TrajectoryPoint[], on: Day): number => plannedShareAt(points, on)

/** The ground between plan and actual up to the day they are compared on, as points there and back; empty when ahead. */
export function gapOf({ planned, actual, measured }: ChartFacts): TrajectoryPoint[] {
  if (!measured || measured.actual >= measured.planned || actual.length === 0 || planned.length === 0) return []
  const start = [planned[0]?.on ?? '', actual[0]?.on ?? ''].sort()[1] ?? ''
  const until = [measured.on, actual[actual.length - 1]?.on ?? measured.on].sort()[0] ?? measured.on
  const days = [...new Set([start, until, ...[...planned, ...actual].map(({ on }) => on)])]
    .filter((on) => on >= start && on <= until)
    .sort()
  const there = days.map((on) => ({ on, share: Math.max(shareOn(planned, on), shareOn(actual, on)) }))
  const back = days.map((on) => ({ on, share: shareOn(actual, on) })).reverse()
  return [...there, ...back]
}

/** Labels at line ends, moved apart so that none lies on another; `y` in pixels, downwards. */
export function spread<Label extends { y: number }>(labels: readonly Label[], least: number, floor: number): Label[] {
  const placed: Label[] = []
  for (const label of [...labels].sort((a, b) => a.y - b.y)) {
    const before = placed[placed.length - 1]
    placed.push({ ...label, y: before ? Math.max(label.y, before.y + least) : label.y })
  }
  const over = (placed[placed.length - 1]?.y ?? 0) - floor
  return over > 0 ? placed.map((label) => ({ ...label, y: label.y - over })) : placed
}

/** Every day the chart has a point for, with plan and actual: the chart as a table. */
export function rowsOf({ planned, actual }: ChartFacts, today: Day) {
  const days = [...new Set([...planned.map(({ on }) => on), ...actual.map(({ on }) => on), today])].sort()
  return days.map((on) => ({
    on,
    planned: shareOn(planned, on),
    actual: actual.find((point) => point.on === on)?.share ?? null,
  }))
}
