import type { Day } from '../calendar/calendar.ts'

/** What a task is measured by: a number, a built thing, or a deed. */
export const TASK_KINDS = ['indicator', 'project', 'action'] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** Where a task comes from (PRODUCT.md, Words: 任务来源). */
export const SOURCE_KINDS = [
  'annualPlan',
  'meeting',
  'directive',
  'superiorDocument',
  'proposal',
  'difficulty',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** Every state a task can be in (PRODUCT.md, Life of a task). Which can be reached is said by `lifecycle.ts`. */
export const TASK_STATES = [
  'draft',
  'registered',
  'assigned',
  'inProgress',
  'completionReview',
  'leaderSignOff',
  'completed',
  'closedOut',
  'disputed',
  'suspended',
  'deferred',
  'cancelled',
] as const
export type TaskState = (typeof TASK_STATES)[number]

/** Kinds of evidence by which a task's result can be checked. */
export const EVIDENCE_KINDS = [
  'document',
  'photo',
  'statistics',
  'acceptance',
  'contract',
  'siteVisit',
  'other',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]
/** The kind that the evidence's words name; `other` where they name none of ours, null where nothing is said. */
export function evidenceKindOf(words: string): EvidenceKind | null {
  if (words.trim() === '') return null
  return EVIDENCE_KINDS.find((kind) => kind === words.trim()) ?? 'other'
}

/** With its unit for work, its clocks running: the unit reports on it. */
export const ACTIVE_STATES: readonly TaskState[] = [
  'assigned',
  'inProgress',
  'completionReview',
  'leaderSignOff',
  'disputed',
]
/** Stopped for a time: no clock runs, and it will be taken up again. */
export const PAUSED_STATES: readonly TaskState[] = ['suspended', 'deferred']
/** The denominator of `trajectoryAttainment`: stopping a task that is behind takes it out of no figure. */
export const MEASURED_STATES: readonly TaskState[] = [...ACTIVE_STATES, ...PAUSED_STATES]
/** Done: accepted, or accepted, verified and struck off. */
export const DONE_STATES: readonly TaskState[] = ['completed', 'closedOut']
/** Not part of the year's figures: not yet a task, or taken back. */
export const UNCOUNTED_STATES: readonly TaskState[] = ['draft', 'cancelled']

/** Stopped: no clock runs. */
const STOPPED_STATES: readonly TaskState[] = [...PAUSED_STATES, 'cancelled']

/** Whether its clocks run and its unit reports on it. */
export const isActive = (state: TaskState): boolean => ACTIVE_STATES.includes(state)
/** Whether it counts in the denominator of `trajectoryAttainment`. */
export const isMeasured = (state: TaskState): boolean => MEASURED_STATES.includes(state)
/** Whether it is accepted, struck off or not yet. */
export const isDone = (state: TaskState): boolean => DONE_STATES.includes(state)
/** Whether no clock runs for it, for a time or for good. */
export const isStopped = (state: TaskState): boolean => STOPPED_STATES.includes(state)
/** Whether the task counts in the year's figures. */
export const isCounted = (state: TaskState): boolean => !UNCOUNTED_STATES.includes(state)

/** A milestone is claimed on a sheet (`submitted`) and accepted by the office. */
export const MILESTONE_STATES = ['pending', 'submitted', 'accepted'] as const
export type MilestoneState = (typeof MILESTONE_STATES)[number]

/** A dated, weighted, checkable step of a task. */
export type Milestone = {
  id: string
  title: string
  /** Never changes; every rate counts by it. */
  originalDueOn: Day
  /** Stands beside it after an extension; the deadline light goes by it. */
  currentDueOn: Day
  /** Points of 100; the weights of a task's milestones sum to 100. */
  weight: number
  state: MilestoneState
  /** The office day on which the unit claimed it. */
  submittedOn: Day | null
  /** The office day on which the later accepted claim was submitted: the office's delay never counts against the unit. */
  doneOn: Day | null
}
