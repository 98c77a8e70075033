import { dayOf, type Day, type WorkingCalendar, workdaysBetween } from '#domain/calendar/calendar.ts'
import { plannedShareAt, trajectoryOf } from '#domain/lights/trajectory.ts'
import { periodState } from '#domain/reports/period.ts'
import type { ReportPeriod, RowValues, SheetRow, SheetSummary, SheetView } from '#domain/reports/reports.contract.ts'
import { checkRow, prefillRow, type ReportRow, type RowProblem } from '#domain/reports/row.ts'
import { type RowState, type SheetFacts, sheetState, signAgainBy } from '#domain/reports/sheet.ts'
import type { StoredDelivery } from './deliveries.queries.ts'
import { viewDelivery } from './deliveryView.ts'
import type { StoredSummary } from './desk.queries.ts'
import type { StoredPeriod } from './periods.queries.ts'
import type { ClosedTask, StoredContent, StoredEntry, StoredRow, StoredSheet } from './sheet.queries.ts'

/** What every view of a sheet is worked out with. */
export type Office = { today: Day; timeZone: string; calendar: WorkingCalendar }

const points = (share: number): number => Math.round(share * 10) / 10
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

const doneAt = (at: Date | string | null, by: { id: string; name: string } | null) =>
  at === null ? null : { at: new Date(at).toISOString(), by }

export const viewPeriod = (period: StoredPeriod, { today, calendar }: Office): ReportPeriod => ({
  ...period,
  state: periodState(period, today),
  workdaysLeft: workdaysBetween(calendar, today, period.closesOn),
})

/** A row's content on the wire. */
const valuesOf = (content: StoredContent): RowValues => ({
  actualShare: content.actualShare,
  actualValue: content.actualValue,
  done: content.done,
  nextStep: content.nextStep,
  difficulty: content.difficulty,
  suggestion: content.suggestion,
  evidence: linesOf(content.evidence),
  confidence: content.confidence,
  claimedMilestoneIds: content.claimedMilestoneIds,
})

const onWire = (row: ReportRow): RowValues => ({
  ...row,
  done: [...row.done],
  evidence: [...row.evidence],
  claimedMilestoneIds: [...row.claimedMilestoneIds],
})

/** What a task's row holds: its entry, or what it starts from. */
export const currentValues = ({ entry, previous }: Pick<StoredRow, 'entry' | 'previous'>): RowValues =>
  entry ? valuesOf(entry) : onWire(prefillRow(previous && valuesOf(previous)))

/** What is wrong with a row's content. */
export const problemsOf = (
  row: Pick<StoredRow, 'targetValue' | 'milestones' | 'previous'>,
  values: RowValues,
  period: Pick<StoredPeriod, 'endsOn'>,
): RowProblem[] =>
  checkRow(values, {
    hasTarget: row.targetValue !== null,
    periodEndsOn: period.endsOn,
    milestones: row.milestones,
    previous: row.previous && valuesOf(row.previous),
  })

export const stateOf = ({ entry }: Pick<StoredRow, 'entry'>): RowState => entry?.state ?? 'empty'

type Folded = {
  unitId: string
  period: Pick<StoredPeriod, 'opensOn' | 'closesOn'>
  rowStates: readonly RowState[]
  returnedOn: readonly Day[]
  signedAt: Date | null
}

/** What a sheet's state and everybody's rights on it rest on. */
export function factsOfSheet({ unitId, period, rowStates, returnedOn, signedAt }: Folded, office: Office): SheetFacts {
  const signedOn = signedAt && dayOf(signedAt, office.timeZone)
  return {
    unitId,
    period,
    rowStates,
    signedOn,
    submittedOn: signedOn,
    signAgainBy: signAgainBy(period, returnedOn, office.calendar),
    isSuperseded: false,
  }
}

/** The same from a sheet and all its rows. */
export const factsOf = (sheet: StoredSheet, rows: readonly StoredRow[], office: Office): SheetFacts =>
  factsOfSheet(
    {
      unitId: sheet.unitId,
      period: sheet,
      rowStates: rows.map(stateOf),
      returnedOn: rows.flatMap(({ entry }) =>
        entry?.state === 'returned' && entry.decidedOn ? [entry.decidedOn] : [],
      ),
      signedAt: sheet.signedAt,
    },
    office,
  )

/** One unit’s sheet as lists show it, its state as of the office’s day. */
export function viewSummary(stored: StoredSummary, office: Office): SheetSummary {
  const { periodId, unit, rowStates, checkedCount } = stored
  const facts = factsOfSheet({ ...stored, unitId: unit.id, period: stored }, office)
  const count = (...states: RowState[]) => rowStates.filter((state) => states.includes(state)).length
  return {
    periodId,
    unit,
    state: sheetState(facts, office.today),
    rowCount: rowStates.length,
    reportedCount: count('submitted', 'accepted'),
    draftCount: count('draft'),
    checkedCount,
    submittedCount: count('submitted'),
    acceptedCount: count('accepted'),
    returnedCount: count('returned'),
    prepared: doneAt(stored.preparedAt, stored.preparedBy),
    signed: doneAt(stored.signedAt, stored.signedBy),
    signAgainBy: facts.signAgainBy,
  }
}

export function viewSheet(
  sheet: StoredSheet,
  rows: readonly StoredRow[],
  { closed, deliveries }: { closed: readonly ClosedTask[]; deliveries: readonly StoredDelivery[] },
  office: Office,
): SheetView {
  const { unitId, unitName, preparedAt, preparedBy, signedAt, signedBy, heads, ...period } = sheet
  const facts = factsOf(sheet, rows, office)
  return {
    period: viewPeriod(period, office),
    unit: { id: unitId, name: unitName },
    state: sheetState(facts, office.today),
    heads,
    prepared: doneAt(preparedAt, preparedBy),
    signed: doneAt(signedAt, signedBy),
    signedOn: facts.signedOn,
    signAgainBy: facts.signAgainBy,
    rows: rows.map((row) => viewRow(row, sheet, office.today)),
    deliveries: deliveries.map(viewDelivery),
    closed: closed.map(({ state, light, ...task }) => ({ ...task, light: light ?? 'grey', taskState: state })),
  }
}

function viewRow(row: StoredRow, period: StoredPeriod, today: Day): SheetRow {
  const { entry, previous, milestones } = row
  const values = currentValues(row)
  const planned = trajectoryOf(row)
  return {
    taskId: row.taskId,
    code: row.code,
    title: row.title,
    kind: row.kind,
    taskState: row.state,
    assignee: row.assignee,
    target: row.targetValue === null ? null : { value: row.targetValue, measure: row.targetUnit ?? '' },
    light: row.light ?? 'grey',
    why: row.why ?? [],
    plannedShare: points(plannedShareAt(planned, today)),
    plannedShareAtEnd: points(plannedShareAt(planned, period.endsOn)),
    milestones: milestones.filter(({ id, state }) => state !== 'accepted' || values.claimedMilestoneIds.includes(id)),
    previous: previous && {
      ...valuesOf(previous),
      period: { kind: previous.kind, year: previous.year, number: previous.number },
    },
    values,
    ...viewEntry(entry),
    // What the office took is decided; its own milestones would now speak against it.
    problems: entry?.state === 'accepted' ? [] : problemsOf(row, values, period),
  }
}

/** What the office and the unit have done with a row so far. */
export const viewEntry = (entry: StoredEntry | null) => ({
  state: entry?.state ?? ('empty' as const),
  checked: entry?.checked ?? false,
  entryId: entry?.id ?? null,
  version: entry?.version ?? 0,
  saved: entry && doneAt(entry.savedAt, entry.savedBy),
  submittedOn: entry?.submittedOn ?? null,
  submittedById: entry?.submittedBy ?? null,
  returned:
    entry?.state === 'returned' && entry.returnCode && entry.decidedOn
      ? { reason: entry.returnCode, note: entry.returnNote, on: entry.decidedOn }
      : null,
  decidedOn: entry?.decidedOn ?? null,
})
