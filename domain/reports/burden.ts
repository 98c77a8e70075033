import { changedFields, type ReportRow, ROW_FIELDS, type RowField } from './row.ts'

/** What filling a sheet asks of a unit (PRODUCT.md, rule 3: five minutes for 15 tasks). */
export type Burden = {
  rowCount: number
  cellCount: number
  /** Cells that came filled in. */
  prefilledCount: number
  /** Cells that were changed by hand. */
  changedCount: number
  /** Prefilled cells left as they were ÷ filled cells; null while nothing is filled. */
  reusedShare: number | null
  estimatedSeconds: number
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

const isFilled = (value: ReportRow[RowField]): boolean =>
  value instanceof Array ? value.length > 0 : value !== null && value !== ''

const filledFields = (row: ReportRow): RowField[] => ROW_FIELDS.filter((field) => isFilled(row[field]))

/** The burden of a sheet, from each row and what it was prefilled with. */
export function burdenOf(rows: readonly { row: ReportRow; prefilled: ReportRow }[]): Burden {
  let prefilledCount = 0
  let changedCount = 0
  let reusedCount = 0
  let filledCount = 0
  let estimatedSeconds = rows.length * READ_ROW_SECONDS
  for (const { row, prefilled } of rows) {
    const changed = changedFields(row, prefilled)
    const given = filledFields(prefilled)
    prefilledCount += given.length
    changedCount += changed.length
    reusedCount += given.filter((field) => !changed.includes(field)).length
    filledCount += filledFields(row).length
    estimatedSeconds += changed.reduce((sum, field) => sum + CHANGE_SECONDS[field], 0)
  }
  return {
    rowCount: rows.length,
    cellCount: rows.length * ROW_FIELDS.length,
    prefilledCount,
    changedCount,
    reusedShare: filledCount === 0 ? null : reusedCount / filledCount,
    estimatedSeconds,
  }
}
