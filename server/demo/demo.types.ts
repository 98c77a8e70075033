/**
 * Shapes of the demo district 清源区: its content (who and what, the same in every year but for the dates) and the
 * facts of its year up to today. Plain data, no database: `load.ts` inserts it. Keys are stable strings that only
 * mean something inside the demo; days are ISO dates, instants ISO strings with +08:00, shares points of 100.
 */
import type { Role } from '#domain/access/actor.ts'
import type { Period } from '#domain/reports/period.ts'
import type { Confidence } from '#domain/reports/row.ts'
import type { ReturnReason } from '#domain/reports/sheet.ts'
import type { SupportRating } from '#domain/tasks/support.ts'
import type { EvidenceKind, SourceKind, TaskKind } from '#domain/tasks/task.ts'

export type DemoPillarMark = '党' | '工' | '商' | '文' | '交' | '环' | '健' | '安'

/** A column of the board; `mark` is its one character, as in the task code 26-工-017. In official order. */
export type DemoPillar = { mark: DemoPillarMark; name: string }

export type DemoUnitKind = 'party' | 'government' | 'town' | 'enterprise' | 'institution'

/** A row of the board, in official order; `group` is the heading it stands under (党群机关, 政府部门 …). */
export type DemoUnit = {
  key: string
  name: string
  shortName: string
  aliases: string[]
  kind: DemoUnitKind
  group: string
}

/** `unit` is a DemoUnit key, or null for a post above the units (leaders, the three admins). */
type DemoPost = { role: Role; unit: string | null; title: string }

export type DemoPerson = { key: string; name: string; userName: string; posts: DemoPost[] }

/** What a leader in charge oversees: unit keys and pillar marks. */
type DemoPortfolio = { leader: string; units: string[]; pillars: DemoPillarMark[] }

/** The account to show for a role when the demo starts; `person` is a DemoPerson key. */
export type DemoAccount = { role: Role; person: string }

export type DemoDistrict = {
  name: string
  pillars: DemoPillar[]
  units: DemoUnit[]
  people: DemoPerson[]
  portfolios: DemoPortfolio[]
  accounts: DemoAccount[]
}

/** Where a task comes from: the document, its number (清委办〔2026〕6号), the day it was issued, and the quoted words. */
export type DemoSource = {
  kind: SourceKind
  title: string
  number: string
  issuedOn: string
  /** Where in the document, e.g. 第二部分（三）; null for a document without parts. */
  place: string | null
  quote: string
}

/** `weight` in points; the weights of a task's milestones sum to 100. `ordinal` counts from 1 in order of date. */
export type DemoMilestone = { ordinal: number; title: string; dueOn: string; weight: number }

export type DemoSupport = { unit: string; deliverable: string; dueOn: string }

/** The number an indicator must reach, in its measure (户, 亿元, %). */
export type DemoTarget = { value: number; measure: string }

/** `key` is the code without its year (工-017); `code` the whole one (26-工-017). */
export type DemoTask = {
  key: string
  code: string
  pillar: DemoPillarMark
  ordinal: number
  kind: TaskKind
  /** The promised result in one sentence; also the task's title. */
  result: string
  evidenceKind: EvidenceKind
  /** What proves it, in words: 竣工验收备案表. */
  evidenceNote: string
  /** Set for indicators only. */
  target: DemoTarget | null
  leadUnit: string
  /** DemoPerson keys. The lead unit's assignee and the leader whose portfolio it falls into. */
  assignee: string
  leaderInCharge: string
  supports: DemoSupport[]
  /** Points within its pillar: 1 to 5. */
  weight: number
  source: DemoSource
  dueOn: string
  milestones: DemoMilestone[]
}

/** One row of a unit's sheet. `done` has one to three entries; `actualShare` is an integer from 0 to 100. */
export type DemoReportRow = {
  task: string
  actualShare: number
  /** For an indicator: the value reached, in its unit. */
  actualValue: number | null
  done: string[]
  nextStep: string
  /** Empty where there is none. */
  difficulty: string
  suggestion: string
  /** Kinds of proof in words; no files. */
  evidence: string[]
  confidence: Confidence
}

type Happened = { at: string; by: string }

/**
 * One thing that happened, by whom (DemoPerson key) and when. `task` is a DemoTask key, `milestone` an ordinal,
 * `period` the number of one of the scenario's periods.
 * Facts come in order of `at`; the latest are of the day before today.
 */
export type DemoFact = Happened &
  (
    | { type: 'taskDrafted'; task: string }
    | { type: 'taskRegistered'; task: string }
    | { type: 'taskAssigned'; task: string }
    | { type: 'taskAcknowledged'; task: string; assignee: string }
    | { type: 'milestoneSubmitted'; task: string; milestone: number; note: string }
    | { type: 'milestoneReturned'; task: string; milestone: number; reason: string }
    | { type: 'milestoneAccepted'; task: string; milestone: number }
    | { type: 'supportDelivered'; task: string; unit: string; what: string; evidence: string }
    | { type: 'supportConfirmed'; task: string; unit: string; rating: SupportRating; note: string }
    | { type: 'supportReturned'; task: string; unit: string; reason: string }
    | { type: 'sheetSaved'; unit: string; period: number; rows: DemoReportRow[] }
    | { type: 'sheetSigned'; unit: string; period: number }
    | { type: 'rowAccepted'; unit: string; period: number; task: string }
    | { type: 'rowReturned'; unit: string; period: number; task: string; reason: ReturnReason; note: string }
    | { type: 'rowCorrected'; unit: string; period: number; row: DemoReportRow }
    | { type: 'completionRequested'; task: string }
    | { type: 'completionReturned'; task: string; reason: string }
    | { type: 'completionAccepted'; task: string }
    | { type: 'taskSignedOff'; task: string }
    | { type: 'taskClosedOut'; task: string; note: string }
    | { type: 'taskReopened'; task: string; reason: string; redoDueOn: string }
    | { type: 'taskTransferred'; task: string; unit: string; reason: string }
    | { type: 'taskDeclined'; task: string; reason: string; suggestedUnit: string; legalBasis: string }
    | { type: 'assignmentUpheld'; task: string; reason: string }
    | { type: 'taskSuspended'; task: string; reason: string }
    | { type: 'taskDeferred'; task: string; reason: string; until: string }
  )

/** Everything the loader inserts, for one `today`. */
export type DemoScenario = { today: string; year: number; periods: Period[]; tasks: DemoTask[]; facts: DemoFact[] }
