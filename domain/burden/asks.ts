import type { Day } from '../calendar/calendar.ts'
import type { RowField } from '../reports/row.ts'

/** What a unit is asked for, so that somebody there sits down and writes. */
export const ASK_KINDS = ['reportRow', 'acknowledgement', 'answer', 'noticeReply', 'delivery', 'confirmation'] as const
export type AskKind = (typeof ASK_KINDS)[number]

/**
 * Seconds at the screen for one of each: assumptions, shown as such beside the figures, and nothing of the work itself.
 * Acknowledging is reading a task and naming somebody; a delivery is a sentence and its evidence; an answer is a
 * paragraph that somebody stands by; a reply to a notice is that and a measure with a day. Rows of a sheet are worked
 * out from their cells, {@link expectRows}.
 */
export const ASK_SECONDS: Readonly<Record<Exclude<AskKind, 'reportRow'>, number>> = {
  acknowledgement: 60,
  answer: 600,
  noticeReply: 900,
  delivery: 180,
  confirmation: 60,
}

/** Seconds for reading over a row and for changing a cell; estimates, shown as such. */
export const READ_ROW_SECONDS = 6
/** Seconds for changing each cell of a row. */
export const CHANGE_SECONDS: Record<RowField, number> = {
  actualShare: 4,
  actualValue: 6,
  done: 20,
  nextStep: 20,
  difficulty: 30,
  suggestion: 30,
  evidence: 15,
  confidence: 2,
  claimedMilestoneIds: 2,
}

/** The cells a row usually has, where nothing is wrong and nothing falls due (domain/reports/row.ts, prefillRow). */
export const USUAL_CELLS = ['actualShare', 'done', 'nextStep', 'confidence'] as const satisfies readonly RowField[]
/** Of these the ones a new row takes over from the last report, where it has them. */
export const GIVEN_CELLS = ['actualShare', 'done', 'confidence'] as const satisfies readonly RowField[]
type GivenCell = (typeof GIVEN_CELLS)[number]
/** What a milestone that falls due adds: it is claimed, and its evidence is named. */
const MILESTONE_CELLS = ['claimedMilestoneIds', 'evidence'] as const satisfies readonly RowField[]

/** Of given cells so many are changed by hand, as long as nobody has measured it: half. */
export const ASSUMED_CHANGED_SHARE = 0.5
/** Fewer given cells than this measure nothing. */
const MEASURED_FROM = 20

/** How many cells were given in the last reports, and how many of them were changed. */
export type Reuse = { givenCount: number; changedCount: number }

/** The share of given cells that is changed by hand: measured where there is enough, else assumed. */
export const changedShareOf = ({ givenCount, changedCount }: Reuse): { share: number; isMeasured: boolean } =>
  givenCount >= MEASURED_FROM
    ? { share: changedCount / givenCount, isMeasured: true }
    : { share: ASSUMED_CHANGED_SHARE, isMeasured: false }

/** The rows that a unit has in a period's sheet. */
export type RowFacts = {
  unitId: string
  rowCount: number
  /** In how many of them each cell comes filled in. */
  given: Readonly<Record<GivenCell, number>>
  /** How many have a milestone that falls due by the end of the period. */
  milestoneRowCount: number
}

/** What is asked of a unit by a day. */
export type Ask = {
  unitId: string
  kind: AskKind
  /** The last day for it. */
  on: Day
  count: number
  seconds: number
  /** Cells to be filled, and those of them that come filled in; 0 where it is no sheet. */
  cellCount: number
  givenCount: number
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** What a unit's sheet asks, by the last day of its window. */
export function expectRows(
  { unitId, rowCount, given, milestoneRowCount }: RowFacts,
  on: Day,
  changedShare: number,
): Ask {
  const givenCount = sum(GIVEN_CELLS.map((field) => given[field]))
  const writing = sum(
    USUAL_CELLS.map((field) => {
      const came = field === 'nextStep' ? 0 : given[field]
      return CHANGE_SECONDS[field] * (rowCount - came + came * changedShare)
    }),
  )
  const claiming = milestoneRowCount * sum(MILESTONE_CELLS.map((field) => CHANGE_SECONDS[field]))
  return {
    unitId,
    kind: 'reportRow',
    on,
    count: rowCount,
    seconds: rowCount * READ_ROW_SECONDS + writing + claiming,
    cellCount: rowCount * USUAL_CELLS.length + milestoneRowCount * MILESTONE_CELLS.length,
    givenCount,
  }
}

/** Anything else that is asked once. */
export const askOf = (unitId: string, kind: Exclude<AskKind, 'reportRow'>, on: Day): Ask => ({
  unitId,
  kind,
  on,
  count: 1,
  seconds: ASK_SECONDS[kind],
  cellCount: 0,
  givenCount: 0,
})
