import type { Day } from '../calendar/calendar.ts'
import type { StepDays } from './limits.ts'
import type { RegistrationFacts } from './registration.ts'
import type { MilestoneState, SourceKind, TaskState } from './task.ts'

/** The six checks of an acceptance (PRODUCT.md, Life of a task). All must hold, otherwise the task is returned. */
export const COMPLETION_CHECKS = [
  'factsClear',
  'problemSolved',
  'taskDone',
  'conclusionRight',
  'lawful',
  'formRight',
] as const
export type CompletionCheck = (typeof COMPLETION_CHECKS)[number]

/** What a decision about a step needs to know of the task. */
export type TaskInLife = Omit<RegistrationFacts, 'milestones'> & {
  state: TaskState
  /** The office day on which it came into its state. */
  stateOn: Day
  startsOn: Day
  milestones: readonly (RegistrationFacts['milestones'][number] & { state: MilestoneState })[]
  evidenceCount: number
  /** Names of supporting units about which the lead unit has not decided (domain/tasks/support.ts). */
  openSupports: readonly string[]
  isAcknowledged: boolean
  /** How often a lead unit has declined it. */
  declineCount: number
  /** Who declined it last; null where nobody did. */
  declinedById: string | null
  /** Who asked for completion, and when; null where nobody did since it was last taken up. */
  completionAuthorId: string | null
  completionRequestedOn: Day | null
  /** Stays through every reopening. */
  firstCompletedOn: Day | null
  /** How often it was taken up again after completion. */
  reopenCount: number
  /** Until when it is put off; null unless deferred. */
  deferredUntil: Day | null
  /** Whether a red supervision notice was given for it. */
  hasRedNotice: boolean
  /** It carries out a directive: its lead unit's answer goes with the request for completion (domain/directives). */
  isDirective: boolean
  /** Of a directive: the leader who wrote it, while a leader; only they sign off. Null where the leader in charge does. */
  signerId: string | null
}

/** What the actor says with a step; what a step does not ask for stays null or empty. */
export type StepInput = {
  reason: string | null
  assigneeId: string | null
  checks: readonly CompletionCheck[]
  /** Who looked at what, and when. */
  verification: string | null
  /** With a decline: whose task it is instead, and the clause that says so. */
  suggestedUnitId: string | null
  legalBasis: string | null
  /** With a transfer: the new lead unit. */
  unitId: string | null
  /** With a deferral: until when; with work to be done anew: by when. */
  day: Day | null
  /** With a sign-off that asks for more: the leader's words. */
  instruction: string | null
  /** With a revisit: whether what was found still holds. */
  holds: boolean
  /** The directive's own words go with it: the unit's answer, or what the leader writes further. */
  withDirective: boolean
}

/** A step that is taken without saying anything with it. */
export const NO_INPUT: StepInput = {
  reason: null,
  assigneeId: null,
  checks: [],
  verification: null,
  suggestedUnitId: null,
  legalBasis: null,
  unitId: null,
  day: null,
  instruction: null,
  holds: true,
  withDirective: false,
}

/** When a step is taken: the office's day, and by what days its limits are counted. */
export type StepTime = StepDays & { today: Day }

/** A decline is decided by the office; the second one of a task by its leader in charge, and there is no third. */
export const DECLINES_AT_MOST = 2
/** Sources whose tasks end with the leader's agreement: a directive, and a ruling of a meeting. */
const SIGNED_OFF_SOURCES: readonly (SourceKind | null)[] = ['directive', 'meeting']

/** Whether completion needs the leader's sign-off: for directives, rulings and red notices. */
export const needsSignOff = ({ sourceKind, hasRedNotice }: Pick<TaskInLife, 'sourceKind' | 'hasRedNotice'>): boolean =>
  hasRedNotice || SIGNED_OFF_SOURCES.includes(sourceKind)
