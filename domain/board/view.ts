import { yearOf, quarterRange, type Day, type DayRange } from '../calendar/calendar.ts'
import { compareLights, type Light } from '../lights/light.ts'
import type { Why } from '../lights/why.ts'
import { boardOf, EMPTY_BOARD, type Board } from '../rates/board.ts'
import { isOnTime, milestonesDueIn, NO_RATES, ratesOf, type RatedTask, type Rates } from '../rates/rates.ts'
import { isCounted, isDone, isMeasured } from '../tasks/task.ts'
import type { BoardRateName } from './rate-names.ts'

/** A task as the board counts it on one day: its facts for the rates, and where it stands. */
export type CountedTask = RatedTask & { id: string; unitId: string; pillarId: string; light: Light }

/** The same with what the lists behind the figures show of it. */
export type StandingTask = Omit<CountedTask, 'milestones'> & {
  code: string
  title: string
  why: Why[]
  assigneeName: string | null
  originalDueOn: Day
  currentDueOn: Day
  measure: string | null
  milestones: readonly (RatedTask['milestones'][number] & { title: string })[]
}

/** The quarter whose milestones the first rate counts: the day's own within the plan year, else the year's last or first. */
export function quarterAt(planYear: number, on: Day): { number: number; startsOn: Day; endsOn: Day } {
  const inside = yearOf(on) === planYear
  const number = inside ? Math.ceil(Number(on.slice(5, 7)) / 3) : yearOf(on) < planYear ? 1 : 4
  return { number, ...quarterRange(planYear, number) }
}

/** The part of the day's quarter that is over by the day: a milestone counts in the first rate from its due date on. */
export function dueBy(planYear: number, on: Day): DayRange {
  const { startsOn, endsOn } = quarterAt(planYear, on)
  return { startsOn, endsOn: on < endsOn ? on : endsOn }
}

/** The last quarter of the plan year that was over before the day; null in the first one. */
export function formerQuarter(planYear: number, on: Day): { number: number; startsOn: Day; endsOn: Day } | null {
  const over = [4, 3, 2, 1].find((number) => quarterRange(planYear, number).endsOn < on)
  return over === undefined ? null : { number: over, ...quarterRange(planYear, over) }
}

/** Cells, edges and total of the tasks that count, together with those `before` them. */
export const tallyTasks = (tasks: readonly CountedTask[], before?: Board): Board =>
  boardOf(
    tasks
      .filter(({ state }) => isCounted(state))
      .map(({ unitId, pillarId, light, onPlan, state }) => ({
        unitId,
        pillarId,
        light,
        onPlan,
        done: isDone(state),
        active: isMeasured(state),
      })),
    before,
  )

/** The rates of a day, with its quarter's milestones, together with what the tasks `before` these came to. */
export const ratesAt = (tasks: readonly CountedTask[], planYear: number, on: Day, before?: Rates): Rates =>
  ratesOf(tasks, dueBy(planYear, on), before)

/** What a board counts. */
export type Counted = { board: Board; rates: Rates }
export const NOTHING_COUNTED: Counted = { board: EMPTY_BOARD, rates: NO_RATES }

/** Some tasks counted on a day, together with those `before` them, so that a district's thousands are read in parts. */
export const countTasks = (tasks: readonly CountedTask[], planYear: number, on: Day, before: Counted): Counted => ({
  board: tallyTasks(tasks, before.board),
  rates: ratesAt(tasks, planYear, on, before.rates),
})

/** Worst first, then by what is due first, then by code. */
export const byUrgency = (a: StandingTask, b: StandingTask): number =>
  compareLights(a.light, b.light) || a.currentDueOn.localeCompare(b.currentDueOn) || a.code.localeCompare(b.code)

/** Red and yellow are the lights that need someone. */
export const needsSomeone = ({ light, state }: StandingTask): boolean =>
  isCounted(state) && (light === 'red' || light === 'yellow')

/** One item of a rate's denominator, and what it adds to the numerator. */
type RateItem = { task: StandingTask; milestone: StandingTask['milestones'][number] | null; counts: number }

type Lister = (tasks: readonly StandingTask[], planYear: number, on: Day) => RateItem[]

const whole =
  (holds: (task: StandingTask) => boolean, counts: (task: StandingTask) => boolean): Lister =>
  (tasks) =>
    tasks.filter(holds).map((task) => ({ task, milestone: null, counts: counts(task) ? 1 : 0 }))

/** The list behind each rate; its length is the denominator, the sum of `counts` the numerator (PRODUCT.md rule 6). */
export const RATE_ITEMS: Record<BoardRateName, Lister> = {
  milestoneOnTimeRate: (tasks, planYear, on) =>
    tasks.flatMap((task) =>
      task.milestones
        .filter((milestone) => milestonesDueIn([{ ...task, milestones: [milestone] }], dueBy(planYear, on)).length > 0)
        .map((milestone) => ({ task, milestone, counts: isOnTime(milestone) ? 1 : 0 })),
    ),
  trajectoryAttainment: whole(
    ({ state }) => isMeasured(state),
    ({ onPlan }) => onPlan,
  ),
  taskCompletionRate: whole(
    ({ state }) => isCounted(state),
    ({ state }) => state === 'closedOut',
  ),
  indicatorAttainment: (tasks) =>
    tasks
      .filter(({ state, kind, target }) => isCounted(state) && kind === 'indicator' && target !== null && target !== 0)
      .map((task) => ({ task, milestone: null, counts: (task.actualValue ?? 0) / (task.target ?? 1) })),
}
