import type { Day } from '../calendar/calendar.ts'
import type { Milestone, TaskState } from '../tasks/task.ts'
import type { Light } from './light.ts'
import type { TrajectoryPoint } from './trajectory.ts'
import type { Why } from './why.ts'

/** A report that stands: submitted or accepted, not returned. */
export type ReportFact = {
  periodEndsOn: Day
  reportedOn: Day
  acceptedOn: Day | null
  /** Points of 100. */
  actualShare: number | null
  /** In the measure of the task's target. */
  actualValue: number | null
}

/** All a task's light rests on. */
export type TaskFacts = {
  state: TaskState
  /** The office day from which the work counts: that of the assignment, else of the registration. */
  startsOn: Day
  milestones: readonly Pick<
    Milestone,
    'id' | 'title' | 'originalDueOn' | 'currentDueOn' | 'weight' | 'state' | 'submittedOn' | 'doneOn'
  >[]
  /** The given trajectory; empty where it follows from the milestones. */
  trajectory: readonly TrajectoryPoint[]
  /** The latest few are enough; in any order. */
  reports: readonly ReportFact[]
  /** The number an indicator must reach. */
  target: number | null
  /** Last days of the plan's periods whose reporting window has closed by today; the same list serves every task. */
  closedPeriodEndsOn: readonly Day[]
}

/** A task's derived standing on a day. */
export type Standing = {
  /** The worse of the two lights. */
  light: Light
  deadlineLight: Light
  trajectoryLight: Light
  /** Points of 100: the plan on `measuredOn`. */
  plannedShare: number
  /** Points of 100; null while nothing is known. */
  actualShare: number | null
  /** The day both shares speak of; today while nothing is known. */
  measuredOn: Day
  /** At or above plan, and no period missed since: the numerator of `trajectoryAttainment`. */
  onPlan: boolean
  /** Worst first; never empty. */
  why: Why[]
}
