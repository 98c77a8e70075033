import type { Day } from '../calendar/calendar.ts'
import type { Milestone } from '../tasks/task.ts'
import type { Light } from '../lights/light.ts'
import type { LightRules } from '../lights/rules.ts'
import { plannedShareAt, type TrajectoryPoint, trajectoryOf } from '../lights/trajectory.ts'
import type { Why } from '../lights/why.ts'

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

/** What plan and actual are compared by. */
export type ComparedFacts = {
  startsOn: Day
  milestones: readonly Pick<Milestone, 'originalDueOn' | 'currentDueOn' | 'weight' | 'state' | 'doneOn'>[]
  trajectory: readonly TrajectoryPoint[]
  reports: readonly ReportFact[]
  target: number | null
}

type ProgressFacts = ComparedFacts & { closedPeriods: readonly { opensOn: Day; endsOn: Day }[] }

/** The planned and the actual share of a task; both speak of the same day. */
export type Progress = {
  /** Whole points of 100: the plan on `measuredOn`. */
  plannedShare: number
  /** Points of 100; null while nothing is known. */
  actualShare: number | null
  /** The day on which the actual share was last known; today while nothing is known. */
  measuredOn: Day
  /**
   * At or above plan, and no period missed since: the numerator of `trajectoryAttainment`. While nothing is known, a
   * task is at plan as long as no milestone of its own is beyond its first date.
   */
  onPlan: boolean
}

type Reason = { light: Light; why: Why }
export type TrajectoryStanding = { progress: Progress; light: Light; why: Reason[] }

type Measured = { share: number; on: Day }

/**
 * The trajectory light of a task and what it rests on (PRODUCT.md, Lights). Plan and actual are compared on the day
 * the actual share was last known: comparing an old report with today's plan would redden every task between two
 * reports. Silence is answered by `no_report`, lateness by the deadline light.
 */
export function standProgress(facts: ProgressFacts, today: Day, rules: LightRules): TrajectoryStanding {
  const { measured, measuredOn, planned, comparison } = compareOn(facts, today, rules)
  const silence = silenceOf(facts, rules)
  const missedCount = missedPeriods(facts).length
  const isAtPlan = comparison === null ? !isOverdue(facts, today) : comparison.gap <= 0
  return {
    progress: {
      plannedShare: planned,
      actualShare: measured?.share ?? null,
      measuredOn,
      onPlan: missedCount === 0 && isAtPlan,
    },
    light: silence === null ? (comparison?.light ?? 'grey') : comparison?.light === 'red' ? 'red' : 'yellow',
    why: [...(comparison === null ? [] : [comparison]), ...(silence === null ? [] : [silence])],
  }
}

/**
 * The plan in whole points and the last known actual share, both of the day that share speaks of, and what the light
 * makes of them; no comparison while nothing is known.
 */
export function compareOn(facts: ComparedFacts, today: Day, rules: LightRules) {
  const measured = measure(facts, today)
  const measuredOn = measured?.on ?? today
  const planned = Math.round(plannedShareAt(trajectoryOf(facts), measuredOn))
  return { measured, measuredOn, planned, comparison: measured === null ? null : compare(planned, measured, rules) }
}

/** The day a report's share speaks of: a window opens before its period ends, until then the day it was reported. */
export const spokenOn = ({ periodEndsOn, reportedOn }: Pick<ReportFact, 'periodEndsOn' | 'reportedOn'>): Day =>
  periodEndsOn < reportedOn ? periodEndsOn : reportedOn

/** Whether a milestone's first day has passed without it: then silence cannot be at plan, whatever later day was given. */
const isOverdue = ({ milestones }: ComparedFacts, today: Day): boolean =>
  milestones.some(({ state, originalDueOn }) => state !== 'accepted' && originalDueOn < today)

const oneDecimal = (points: number): number => Math.round(points * 10) / 10

function compare(
  planned: number,
  { share: actual, on: measuredOn }: Measured,
  rules: LightRules,
): Reason & { gap: number } {
  const gap = oneDecimal(planned - actual)
  const { yellowAbovePoints, redAbovePoints } = rules.trajectory
  if (gap <= yellowAbovePoints)
    return { gap, light: 'green', why: { code: 'on_plan', facts: { planned, actual, measuredOn } } }
  const why: Why = { code: 'behind_plan', facts: { planned, actual, gap, measuredOn } }
  return { gap, light: gap > redAbovePoints ? 'red' : 'yellow', why }
}

/**
 * The last known actual share: that of the latest accepted report, or, where more is proved by them, the weight of
 * the accepted milestones.
 */
function measure(facts: ComparedFacts, today: Day): Measured | null {
  const reported = latestReported(facts, today)
  const proved = provedByMilestones(facts)
  if (reported === null || proved === null) return reported ?? proved
  if (reported.share >= proved.share) return reported
  return { share: proved.share, on: proved.on > reported.on ? proved.on : reported.on }
}

function latestReported({ reports, target }: ComparedFacts, today: Day): Measured | null {
  let latest: ReportFact | null = null
  for (const report of reports) {
    if (report.acceptedOn === null || shareOf(report, target) === null) continue
    if (latest === null || report.periodEndsOn > latest.periodEndsOn) latest = report
  }
  const share = latest === null ? null : shareOf(latest, target)
  if (latest === null || share === null) return null
  const on = spokenOn(latest)
  return { share: oneDecimal(share), on: on < today ? on : today }
}

/** What a report says in points of 100: the share, else the value against the target; null where it says neither. */
export const shareOf = (
  { actualShare, actualValue }: Pick<ReportFact, 'actualShare' | 'actualValue'>,
  target: number | null,
): number | null => {
  if (actualShare !== null) return actualShare
  return actualValue !== null && target !== null && target !== 0 ? (actualValue / target) * 100 : null
}

function provedByMilestones({ milestones }: ComparedFacts): Measured | null {
  let total = 0
  let accepted = 0
  let on: Day | null = null
  for (const { weight, state, doneOn } of milestones) {
    total += weight
    if (state !== 'accepted' || doneOn === null) continue
    accepted += weight
    if (on === null || doneOn > on) on = doneOn
  }
  return on === null || total <= 0 ? null : { share: oneDecimal((accepted / total) * 100), on }
}

/** Closed periods the task was there for when they opened, since its last report. */
function missedPeriods({ closedPeriods, reports, startsOn }: ProgressFacts): { endsOn: Day }[] {
  if (closedPeriods.length === 0) return []
  const lastOn = lastReportedPeriod(reports)
  return closedPeriods.filter(({ opensOn, endsOn }) => startsOn <= opensOn && (lastOn === null || endsOn > lastOn))
}

const lastReportedPeriod = (reports: readonly ReportFact[]): Day | null =>
  reports.reduce<Day | null>(
    (last, { periodEndsOn }) => (last === null || periodEndsOn > last ? periodEndsOn : last),
    null,
  )

function silenceOf(facts: ProgressFacts, rules: LightRules): Reason | null {
  const periods = missedPeriods(facts).length
  if (periods < rules.noReportPeriods) return null
  return { light: 'yellow', why: { code: 'no_report', facts: { periods, lastOn: lastReportedPeriod(facts.reports) } } }
}
