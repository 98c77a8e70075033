import type { Day } from '../calendar/calendar.ts'
import { TASK_STEPS, stepRule } from '../tasks/lifecycle.ts'
import { limitLateBy, STEP_LIMITS, type StepDays, type StepLimit, type StepLimits } from '../tasks/limits.ts'
import type { TaskState } from '../tasks/task.ts'

/** How many tasks wait under a limit; how many are beyond it, and how many would be had other limits held when it began. */
export type WeighedLimit = { limit: StepLimit; waiting: number; late: number; triedLate: number }

const statesUnder = (limit: StepLimit): readonly TaskState[] =>
  TASK_STEPS.filter((step) => stepRule(step).limit === limit).flatMap((step) => stepRule(step).from)

/**
 * What other limits would mean, by the tasks that wait today: a clock that runs keeps its own limit, so this shows what
 * to expect of clocks that begin later, not what would change today.
 */
export const weighLimits = (
  tasks: readonly { state: TaskState; stateOn: Day }[],
  today: Day,
  days: StepDays,
  tried: StepLimits,
): WeighedLimit[] =>
  STEP_LIMITS.map((limit) => {
    const waiting = tasks.filter(({ state }) => statesUnder(limit).includes(state))
    const lateBy = (by: StepDays) => waiting.filter(({ stateOn }) => limitLateBy(limit, stateOn, today, by) > 0).length
    const triedDays = { ...days, limitsOn: () => tried }
    return { limit, waiting: waiting.length, late: lateBy(days), triedLate: lateBy(triedDays) }
  })
