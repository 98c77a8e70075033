import { type Day, type WorkingCalendar, workdaysBetween } from '../calendar/calendar.ts'
import type { StepDays } from '../tasks/limits.ts'
import { isActive, isDone, type Milestone, type TaskState } from '../tasks/task.ts'
import { compareLights, type Light, worse, worst } from '../lights/light.ts'
import { type MilestoneStanding, standMilestone } from './milestone-standing.ts'
import { type Progress, type ReportFact, standProgress, type TrajectoryStanding } from './progress.ts'
import type { LightRules } from '../lights/rules.ts'
import type { TrajectoryPoint } from '../lights/trajectory.ts'
import type { Why } from '../lights/why.ts'
import { acknowledgeLateBy } from './flags.ts'

/** All a task's light rests on, as known on one day. */
export type TaskFacts = {
  state: TaskState
  /** The office day on which it came into its state. */
  stateOn: Day
  /** How often its lead unit has declined it: the first is the office's to decide, the second the leader's. */
  declineCount: number
  /** Until when it is put off; null unless deferred. */
  deferredUntil: Day | null
  /** What was found wanting after completion and is done anew; null where nothing was. */
  redo: { since: Day; dueOn: Day } | null
  /** The office day from which the work counts: that of the assignment, else of the registration. */
  startsOn: Day
  milestones: readonly Pick<
    Milestone,
    'title' | 'originalDueOn' | 'currentDueOn' | 'weight' | 'state' | 'submittedOn' | 'doneOn'
  >[]
  /** The given trajectory; empty where it follows from the milestones. */
  trajectory: readonly TrajectoryPoint[]
  /** Reports that stand: submitted or accepted, not returned. The latest few are enough; in any order. */
  reports: readonly ReportFact[]
  /** The number an indicator must reach; null for other kinds. */
  target: number | null
  /** The plan's periods whose window has closed by today; the same list serves every task. */
  closedPeriods: readonly { opensOn: Day; endsOn: Day }[]
}

/** A task's derived standing on a day. */
export type Standing = Progress & {
  /** The worse of the two lights. */
  light: Light
  deadlineLight: Light
  /** Grey where there is nothing to compare yet. */
  trajectoryLight: Light
  /** Worst first; never empty. */
  why: Why[]
}

/**
 * Where a task stands on a day: its two lights, its shares, and why (PRODUCT.md, Lights). Pure: the same facts, day,
 * calendar, limits and rules give the same standing, so any past day can be recomputed.
 */
export function standTask(facts: TaskFacts, today: Day, days: StepDays, rules: LightRules): Standing {
  const trajectory = unproven(standProgress(facts, today, rules), facts)
  if (isActive(facts.state) && facts.startsOn <= today) return standActive(facts, trajectory, today, days, rules)
  if (isDone(facts.state)) return standDone(facts, trajectory, today, days.calendar, rules)
  return standing(trajectory.progress, 'grey', 'grey', 'grey', [whyAtRest(facts)])
}

/** What was found wanting is not at plan until its completion is accepted anew, whatever was reported before. */
const unproven = (trajectory: TrajectoryStanding, { redo }: TaskFacts): TrajectoryStanding =>
  redo === null ? trajectory : { ...trajectory, progress: { ...trajectory.progress, onPlan: false } }

const standing = (
  progress: Progress,
  light: Light,
  deadlineLight: Light,
  trajectoryLight: Light,
  why: Why[],
): Standing => ({ ...progress, light, deadlineLight, trajectoryLight, why })

function standActive(
  facts: TaskFacts,
  { progress, light: trajectoryLight, why }: TrajectoryStanding,
  today: Day,
  days: StepDays,
  rules: LightRules,
): Standing {
  const { calendar } = days
  const milestones = facts.milestones.map((milestone) => standMilestone(milestone, today, calendar, rules))
  const dated = [...milestones, ...redoOf(facts, today, calendar)]
  const deadlineLight = worst(dated.map(({ light }) => light))
  // A trajectory that is in order takes nothing from a task whose work is early.
  const light = trajectoryLight === 'green' && deadlineLight === 'blue' ? 'blue' : worse(deadlineLight, trajectoryLight)
  const pressing = [...dated, ...why].filter(({ light: own }) => own === 'red' || own === 'yellow')
  const waits = waitsFor(facts, today, days)
  const whys =
    pressing.length > 0 ? [...ordered(pressing), ...waits] : [...waits, ...ordered([...calm(milestones), ...why])]
  return standing(progress, light, deadlineLight, trajectoryLight, whys)
}

/** Work to be done anew is never quietly on plan: yellow until its day, red after it. */
function redoOf({ redo }: TaskFacts, today: Day, calendar: WorkingCalendar): MilestoneStanding[] {
  if (redo === null) return []
  const left = workdaysBetween(calendar, today, redo.dueOn)
  const facts = { ...redo, workdays: Math.abs(left) }
  return [
    left < 0
      ? { light: 'red', why: { code: 'redo_overdue', facts } }
      : { light: 'yellow', why: { code: 'redo', facts } },
  ]
}

/** Whose move it is, where a step of the task's life is waited for. */
function waitsFor({ state, stateOn, declineCount }: TaskFacts, today: Day, days: StepDays): Why[] {
  if (state === 'disputed') return [{ code: 'disputed', facts: { on: stateOn, count: declineCount } }]
  if (state === 'leaderSignOff') return [{ code: 'leader_sign_off', facts: { on: stateOn } }]
  if (state === 'completionReview') return [{ code: 'completion_review', facts: { on: stateOn } }]
  const workdays = acknowledgeLateBy({ state, stateOn }, today, days)
  return workdays > 0 ? [{ code: 'acknowledge_late', facts: { on: stateOn, workdays } }] : []
}

function standDone(
  facts: TaskFacts,
  { progress }: TrajectoryStanding,
  today: Day,
  calendar: WorkingCalendar,
  rules: LightRules,
): Standing {
  const milestones = facts.milestones.map((milestone) => standMilestone(milestone, today, calendar, rules))
  const recovering = milestones.filter(({ light }) => light === 'yellow')
  const last = latestDue(facts, milestones)
  const light = recovering.length > 0 ? 'yellow' : last?.light === 'blue' ? 'blue' : 'green'
  const doneOn = facts.milestones.reduce<Day | null>(
    (latest, { doneOn: on }) => (on !== null && (latest === null || on > latest) ? on : latest),
    null,
  )
  const ending: Why = { code: facts.state === 'closedOut' ? 'closed_out' : 'completed', facts: { doneOn } }
  const early = light === 'blue' && last ? [last] : []
  const why = [...ordered([...recovering, ...early]), ending]
  return standing({ ...progress, onPlan: true }, light, light, 'grey', why)
}

/** The milestone that ends the task, by its original date. */
function latestDue({ milestones }: TaskFacts, standings: readonly MilestoneStanding[]): MilestoneStanding | undefined {
  let latest = 0
  milestones.forEach(({ originalDueOn }, index) => {
    if (originalDueOn >= (milestones[latest]?.originalDueOn ?? '')) latest = index
  })
  return standings[latest]
}

const whyAtRest = ({ state, stateOn, startsOn, deferredUntil }: TaskFacts): Why => {
  if (state === 'registered') return { code: 'not_assigned', facts: {} }
  if (state === 'suspended') return { code: state, facts: { on: stateOn } }
  if (state === 'deferred') return { code: state, facts: { on: stateOn, until: deferredUntil } }
  if (state === 'cancelled') return { code: state, facts: {} }
  return { code: 'not_started', facts: { startsOn: state === 'draft' ? null : startsOn } }
}

/** What to say of milestones when none presses: what waits for the office, else the next date, else the last success. */
function calm(milestones: readonly MilestoneStanding[]): MilestoneStanding[] {
  if (milestones.length === 0) return [{ light: 'grey', why: { code: 'no_milestone', facts: {} } }]
  const waiting = milestones.filter(({ why }) => why.code === 'waiting_acceptance')
  if (waiting.length > 0) return waiting
  const next = milestones.filter(({ why }) => why.code === 'milestone_next')
  return [...(next.length > 0 ? next : milestones)].sort(compareReasons).slice(0, 1)
}

/** Days that decide which of two reasons of one light comes first: the longest overdue, the nearest due. */
const urgency = (why: Why): number => {
  if (why.code === 'milestone_overdue' || why.code === 'milestone_made_good' || why.code === 'redo_overdue')
    return -why.facts.workdays
  if (why.code === 'redo' || why.code === 'milestone_due_soon' || why.code === 'milestone_next')
    return why.facts.workdays
  return Number.MAX_SAFE_INTEGER
}

const compareReasons = (a: MilestoneStanding, b: MilestoneStanding): number =>
  compareLights(a.light, b.light) || urgency(a.why) - urgency(b.why)

const ordered = (reasons: readonly MilestoneStanding[]): Why[] =>
  [...reasons].sort(compareReasons).map(({ why }) => why)
