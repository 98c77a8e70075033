import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { RowValues, SheetRow, SheetView } from '#domain/reports/reports.contract.ts'
import {
  changedFields,
  checkRow,
  isBlocked,
  prefillRow,
  type ReportRow,
  ROW_FIELDS,
  type RowField,
} from '#domain/reports/row.ts'
import { canEditRow, canEditSheet, isSubmittedBySigning, type SheetFacts } from '#domain/reports/sheet.ts'
import type { Verdict } from '#domain/verdict.ts'
import type { Drafts, Phase, RowDraft } from './drafts.ts'

/** A row as it is on screen: what is on the server with what was typed since on top. */
export type ShownRow = SheetRow & {
  /** From 1, in the sheet's order. */
  number: number
  draft: RowDraft | null
  /** What the row was prefilled with, which changes are seen against. */
  prefilled: ReportRow
  changed: readonly RowField[]
  /** May be written now. */
  open: boolean
}

/** What every right on a sheet is decided from, read off the sheet. */
export const factsOfSheet = ({ unit, period, rows, signedOn, signAgainBy }: SheetView): SheetFacts => ({
  unitId: unit.id,
  period,
  rowStates: rows.map(({ state }) => state),
  signedOn,
  submittedOn: signedOn,
  signAgainBy,
  isSuperseded: false,
})

export const mayFill = (actor: Actor, sheet: SheetView, today: Day): Verdict =>
  canEditSheet(actor, factsOfSheet(sheet), today)

/** The sheet's rows with what is typed and not yet saved. */
export function shownRows(sheet: SheetView, drafts: Drafts, actor: Actor, today: Day): ShownRow[] {
  const facts = factsOfSheet(sheet)
  return sheet.rows.map((row, index) => {
    const draft = drafts[row.taskId] ?? null
    const values = valuesWith(row, draft)
    const prefilled = prefillRow(row.previous)
    return {
      ...row,
      values,
      number: index + 1,
      draft,
      prefilled,
      checked: draft ? (draft.checked ?? (row.checked && Object.keys(draft.changes).length === 0)) : row.checked,
      changed: changedFields(values, prefilled),
      open: canEditRow(actor, facts, row.state, today).allowed,
      problems: row.state === 'accepted' ? [] : checkRow(values, contextOf(row, sheet)),
    }
  })
}

const contextOf = (row: SheetRow, { period }: SheetView) => ({
  hasTarget: row.target !== null,
  periodEndsOn: period.endsOn,
  milestones: row.milestones,
  previous: row.previous,
})

const valuesWith = (row: SheetRow, draft: RowDraft | null): RowValues => ({
  ...row.values,
  ...(Object.fromEntries(
    Object.entries(draft?.changes ?? {}).filter(([, value]) => value !== undefined),
  ) as Partial<RowValues>),
})

export const isReady = (row: Pick<ShownRow, 'checked' | 'problems'>): boolean => row.checked && !isBlocked(row.problems)

/** Open rows that keep the sheet from being signed; a row that came after the signature holds nothing up. */
export const missingRows = (rows: readonly ShownRow[], signedOn: Day | null): ShownRow[] =>
  rows.filter((row) => row.open && !isReady(row) && isSubmittedBySigning(row.state, signedOn !== null))

/** The row to go to next: the first one that is missing something after the given one, round the end. */
export function nextMissing(missing: readonly ShownRow[], after: string | null): ShownRow | undefined {
  const from = missing.find(({ taskId }) => taskId === after)?.number ?? 0
  return missing.find(({ number }) => number > from) ?? missing[0]
}

/** The cell in which the first problem of a row lies; its share where it only waits to be looked over. */
export const openCell = (row: ShownRow): RowField =>
  row.problems.find(({ weight }) => weight === 'blocks')?.field ?? 'actualShare'

/** `3、8–10、12`: neighbours are put together. */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges[ranges.length - 1]
    if (last && number === last[1] + 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join('、')
}

/** The worst of all rows decides what is said. */
const WORST = ['signedOut', 'conflict', 'refused', 'offline', 'troubled', 'saving'] as const satisfies readonly Phase[]

/** The worst that keeps rows from being saved; undefined where nothing does, or they only wait their turn. */
export const worstOf = (rows: readonly Pick<ShownRow, 'draft'>[]): (typeof WORST)[number] | undefined =>
  WORST.find((phase) => rows.some(({ draft }) => draft?.phase === phase))

export type Waiting = { taskId: string; field: RowField }

/** The rows that are not on the server yet, the worst first, each with the cell that was written in. */
export function unsavedRows(rows: readonly Pick<ShownRow, 'taskId'>[], drafts: Drafts): Waiting[] {
  const rank = ({ phase }: RowDraft) => [...WORST, phase].indexOf(phase)
  return rows
    .flatMap(({ taskId }) => {
      const draft = drafts[taskId]
      return draft ? [{ taskId, draft }] : []
    })
    .sort((a, b) => rank(a.draft) - rank(b.draft))
    .map(({ taskId, draft }) => ({
      taskId,
      field: ROW_FIELDS.find((field) => draft.changes[field] !== undefined) ?? 'actualShare',
    }))
}

/** Everything the unit says in words: what is measured against the length of a report. */
export const wordsOf = (rows: readonly ShownRow[]): string =>
  rows
    .map(
      ({ values: { done, nextStep, difficulty, suggestion } }) =>
        `${done.join('\n')}${nextStep}${difficulty}${suggestion}`,
    )
    .join('\n')
