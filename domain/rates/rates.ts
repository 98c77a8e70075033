import { type DayRange, holds } from '../calendar/calendar.ts'
import { isCounted, isMeasured, type Milestone, type TaskKind, type TaskState } from '../tasks/task.ts'

/** A rate with what it is made of. `value` is numerator ÷ denominator (1 = 100%), null where nothing is counted. */
export type Rate = { numerator: number; denominator: number; value: number | null }

/** What the rates need of a task. */
export type RatedTask = {
  state: TaskState
  kind: TaskKind
  /** The task's own weight in the plan; any measure, only proportions matter. */
  weight: number
  /** From its {@link Standing}. */
  onPlan: boolean
  /** An indicator's target and latest accepted value, in the same measure. */
  target: number | null
  actualValue: number | null
  milestones: readonly Pick<Milestone, 'originalDueOn' | 'currentDueOn' | 'state' | 'doneOn'>[]
}

/** The four rates and the two that stand beside them; none is ever shown without its name and denominator. */
export type Rates = {
  milestoneOnTimeRate: Rate
  milestoneOnTimeAfterExtensionRate: Rate
  trajectoryAttainment: Rate
  taskCompletionRate: Rate
  weightedTaskCompletionRate: Rate
  indicatorAttainment: Rate
}
export type RateName = keyof Rates

/** The rates in the order they are shown, each beside what belongs to it. */
export const RATE_NAMES = [
  'milestoneOnTimeRate',
  'milestoneOnTimeAfterExtensionRate',
  'trajectoryAttainment',
  'taskCompletionRate',
  'weightedTaskCompletionRate',
  'indicatorAttainment',
] as const satisfies readonly RateName[]

/**
 * A rate with its denominator; `value` is 0 to 1, of `indicatorAttainment` also above, null where there is nothing to
 * divide by.
 */
export const rate = (numerator: number, denominator: number): Rate => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
})

/** The rate of two groups taken together: numerators and denominators add up, values do not. */
export const addRates = (a: Rate, b: Rate): Rate => rate(a.numerator + b.numerator, a.denominator + b.denominator)

type RatedMilestone = RatedTask['milestones'][number]

const isDoneBy = ({ state, doneOn }: RatedMilestone, dueOn: string): boolean =>
  state === 'accepted' && doneOn !== null && doneOn <= dueOn

/** Accepted, and done by the original date. Waiting for acceptance is not yet on time. */
export const isOnTime = (milestone: RatedMilestone): boolean => isDoneBy(milestone, milestone.originalDueOn)

/** Accepted, and done by the date an extension gave. */
const isOnTimeAfterExtension = (milestone: RatedMilestone): boolean => isDoneBy(milestone, milestone.currentDueOn)

/** Milestones originally due in the range, of all tasks that count; extensions do not move them out of it. */
export const milestonesDueIn = (tasks: readonly RatedTask[], range: DayRange): RatedMilestone[] =>
  tasks
    .filter(({ state }) => isCounted(state))
    .flatMap(({ milestones }) => milestones.filter(({ originalDueOn }) => holds(range, originalDueOn)))

const countRate = <Item>(items: readonly Item[], holdsFor: (item: Item) => boolean): Rate =>
  rate(items.filter(holdsFor).length, items.length)

/** 节点按期完成率: milestones due in the range and done by their original date ÷ milestones due in the range. */
const milestoneOnTimeRate = (tasks: readonly RatedTask[], range: DayRange): Rate =>
  countRate(milestonesDueIn(tasks, range), isOnTime)

/** 延期后按期: the same denominator, done by the extended date. */
const milestoneOnTimeAfterExtensionRate = (tasks: readonly RatedTask[], range: DayRange): Rate =>
  countRate(milestonesDueIn(tasks, range), isOnTimeAfterExtension)

/** 序时达标率: tasks at or above plan ÷ active tasks, those that are stopped for a time among them. */
const trajectoryAttainment = (tasks: readonly RatedTask[]): Rate =>
  countRate(
    tasks.filter(({ state }) => isMeasured(state)),
    ({ onPlan }) => onPlan,
  )

/** 年度任务完成率: closed out ÷ all tasks. */
const taskCompletionRate = (tasks: readonly RatedTask[]): Rate =>
  countRate(
    tasks.filter(({ state }) => isCounted(state)),
    ({ state }) => state === 'closedOut',
  )

const weightOf = (tasks: readonly RatedTask[], before: number): number =>
  tasks.reduce((sum, { weight }) => sum + weight, before)

/** 年度任务完成率（加权）: the weight of what is closed out ÷ the weight of all. */
const weightedTaskCompletionRate = (tasks: readonly RatedTask[], { numerator, denominator }: Rate): Rate =>
  rate(
    weightOf(
      tasks.filter(({ state }) => state === 'closedOut'),
      numerator,
    ),
    weightOf(
      tasks.filter(({ state }) => isCounted(state)),
      denominator,
    ),
  )

/**
 * 指标达成率: the mean of actual ÷ target over the indicator tasks that have a target. Above 1 is shown as it is;
 * an indicator nobody has reported counts as 0, so that silence never helps.
 */
function indicatorAttainment(tasks: readonly RatedTask[], { numerator, denominator }: Rate): Rate {
  const attainments = tasks.flatMap(({ state, kind, target, actualValue }) =>
    isCounted(state) && kind === 'indicator' && target !== null && target !== 0 ? [(actualValue ?? 0) / target] : [],
  )
  return rate(
    attainments.reduce((sum, attainment) => sum + attainment, numerator),
    denominator + attainments.length,
  )
}

/** The rates of no task. */
export const NO_RATES: Rates = {
  milestoneOnTimeRate: rate(0, 0),
  milestoneOnTimeAfterExtensionRate: rate(0, 0),
  trajectoryAttainment: rate(0, 0),
  taskCompletionRate: rate(0, 0),
  weightedTaskCompletionRate: rate(0, 0),
  indicatorAttainment: rate(0, 0),
}

/**
 * All rates of a group of tasks; `range` says which milestones are due, `before` what the tasks before them came to.
 * Part by part they come to the same as all at once, to the last digit.
 */
export const ratesOf = (tasks: readonly RatedTask[], range: DayRange, before: Rates = NO_RATES): Rates => ({
  milestoneOnTimeRate: addRates(before.milestoneOnTimeRate, milestoneOnTimeRate(tasks, range)),
  milestoneOnTimeAfterExtensionRate: addRates(
    before.milestoneOnTimeAfterExtensionRate,
    milestoneOnTimeAfterExtensionRate(tasks, range),
  ),
  trajectoryAttainment: addRates(before.trajectoryAttainment, trajectoryAttainment(tasks)),
  taskCompletionRate: addRates(before.taskCompletionRate, taskCompletionRate(tasks)),
  // Sums of fractions: added to one by one, since the order of adding shows in the last digit.
  weightedTaskCompletionRate: weightedTaskCompletionRate(tasks, before.weightedTaskCompletionRate),
  indicatorAttainment: indicatorAttainment(tasks, before.indicatorAttainment),
})
