import { type Actor, hasRole, holdsIn, speaksFor } from '../access/actor.ts'
import { addWorkdays, type Day, type WorkingCalendar } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import { ALLOWED, ensure, firstRefusal, refused, unless, type Verdict } from '../verdict.ts'
import { type Period, periodState } from './period.ts'

/** The states of a unit's sheet, derived from its rows, its signature and the window (PRODUCT.md, Periodic report). */
export const SHEET_STATES = [
  'notDue',
  'open',
  'draft',
  'signed',
  'submitted',
  'accepted',
  'returned',
  'missed',
  'superseded',
] as const
export type SheetState = (typeof SHEET_STATES)[number]

/** The states of one row; `empty` is prefilled and untouched. */
export const ROW_STATES = ['empty', 'draft', 'submitted', 'accepted', 'returned'] as const
export type RowState = (typeof ROW_STATES)[number]

/** Why the office returns a row. */
export const RETURN_REASONS = ['noNumber', 'noEvidence', 'copied', 'contradictsData', 'offTopic', 'form'] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

/** All a sheet's state rests on. */
export type SheetFacts = {
  unitId: string
  period: Pick<Period, 'opensOn' | 'closesOn'>
  rowStates: readonly RowState[]
  /** Days of the head's signature and of the submission; the same day where signing submits. */
  signedOn: Day | null
  submittedOn: Day | null
  /** The last day on which returned rows can be signed again, by {@link signAgainBy}; null while none is returned. */
  signAgainBy: Day | null
  /** A later sheet for the same period has taken its place. */
  isSuperseded: boolean
}

/** Returned rows stay open for so many working days after the office's latest return, and never less than the window. */
const SIGN_AGAIN_WORKDAYS = 3

/** The last day on which returned rows can be signed again; null where nothing was returned. */
export function signAgainBy(
  { closesOn }: Pick<Period, 'closesOn'>,
  returnedOn: readonly Day[],
  calendar: WorkingCalendar,
): Day | null {
  const latest = returnedOn.reduce<Day | null>((last, on) => (last === null || on > last ? on : last), null)
  if (latest === null) return null
  const until = addWorkdays(calendar, latest, SIGN_AGAIN_WORKDAYS)
  return until > closesOn ? until : closesOn
}

/** Derives the sheet's state on a day. A unit with no row owes nothing: its sheet is `notDue`. */
export function sheetState(facts: SheetFacts, today: Day): SheetState {
  if (facts.isSuperseded) return 'superseded'
  if (facts.rowStates.length === 0) return 'notDue'
  if (facts.submittedOn !== null) return submittedState(facts.rowStates)
  if (facts.signedOn !== null) return 'signed'
  return unsignedState(facts, today)
}

/** A returned row stays the unit's until the head signs again; a row that came later holds nothing up. */
function submittedState(rowStates: readonly RowState[]): SheetState {
  if (rowStates.includes('returned') || rowStates.includes('draft')) return 'returned'
  return rowStates.includes('submitted') ? 'submitted' : 'accepted'
}

function unsignedState({ period, rowStates }: SheetFacts, today: Day): SheetState {
  switch (periodState(period, today)) {
    case 'notDue':
      return 'notDue'
    case 'closed':
      return 'missed'
    case 'open':
      return rowStates.includes('draft') ? 'draft' : 'open'
  }
}

const WRITABLE_STATES: readonly SheetState[] = ['open', 'draft', 'returned']

/** A sheet can be written to: its window is open, or the office returned part of it. */
function writable(facts: SheetFacts, today: Day): Verdict {
  const state = sheetState(facts, today)
  const { opensOn, closesOn } = facts.period
  if (state === 'returned' && facts.signAgainBy !== null && today > facts.signAgainBy)
    return refused(new Refusal('sign_again_closed', { signAgainBy: facts.signAgainBy }))
  if (WRITABLE_STATES.includes(state)) return ALLOWED
  if (state === 'notDue') return refused(new Refusal('window_not_open', { opensOn }))
  if (state === 'missed') return refused(new Refusal('window_closed', { closesOn }))
  return refused(new Refusal('sheet_not_editable', { state: `@sheet.${state}` }))
}

/** May the actor fill this sheet now? Refusals: `not_own_sheet`, `window_not_open`, `window_closed`, `sign_again_closed`, `sheet_not_editable`. */
export const canEditSheet = (actor: Actor, facts: SheetFacts, today: Day): Verdict =>
  firstRefusal(
    () => unless(speaksFor(actor, facts.unitId), () => new Refusal('not_own_sheet')),
    () => writable(facts, today),
  )

/**
 * May the actor write this row now? In a returned sheet only the returned rows are open: what is accepted stays.
 * Refusals as {@link canEditSheet}.
 */
export const canEditRow = (actor: Actor, facts: SheetFacts, row: RowState, today: Day): Verdict =>
  firstRefusal(
    () => canEditSheet(actor, facts, today),
    () =>
      unless(
        row !== 'accepted' && row !== 'submitted',
        () => new Refusal('sheet_not_editable', { state: `@sheet.${row}` }),
      ),
  )

/** May the actor sign and submit this sheet now? Only the unit's head. Refusals: `head_signs` and {@link canEditSheet}'s. */
export const canSignSheet = (actor: Actor, facts: SheetFacts, today: Day): Verdict =>
  firstRefusal(
    () => unless(speaksFor(actor, facts.unitId), () => new Refusal('not_own_sheet')),
    () => unless(holdsIn(actor, 'unitHead', facts.unitId), () => new Refusal('head_signs')),
    () => writable(facts, today),
  )

/** Does the head's signature submit such a row? All that is open, save what came after the first and was not begun. */
export const isSubmittedBySigning = (state: RowState, isSigned: boolean): boolean =>
  state === 'empty' ? !isSigned : state === 'draft' || state === 'returned'

/** A submitted row before the office. */
export type RowToDecide = { state: RowState; authorId: string; signedById: string | null }

/** May the actor accept or return this row? The office, and never who wrote or signed it. */
export const canDecideRow = (actor: Actor, row: RowToDecide): Verdict =>
  firstRefusal(
    () => unless(hasRole(actor, 'supervisionOffice'), () => new Refusal('office_only')),
    () => unless(row.state === 'submitted', () => new Refusal('row_not_submitted', { state: `@sheet.${row.state}` })),
    () =>
      unless(
        actor.personId !== row.authorId && actor.personId !== row.signedById,
        () => new Refusal('report_author_accepts'),
      ),
  )

/** The row after the office has accepted it. Refusals: `office_only`, `row_not_submitted`, `report_author_accepts`. */
export function acceptRow(actor: Actor, row: RowToDecide): RowState {
  ensure(canDecideRow(actor, row))
  return 'accepted'
}

/** The row after the office has returned it for a reason. Refusals as {@link acceptRow}, and `return_reason_missing`. */
export function returnRow(actor: Actor, row: RowToDecide, reason: ReturnReason | null): RowState {
  ensure(canDecideRow(actor, row))
  if (reason === null) throw new Refusal('return_reason_missing')
  return 'returned'
}
