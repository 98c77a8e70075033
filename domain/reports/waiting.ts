import { type Actor, hasRole, holdsIn, speaksFor } from '../access/actor.ts'
import type { SheetSummary } from './reports.contract.ts'

/** What a sheet asks of somebody: its rows and its signature of its unit's people, the decision of the office. */
export const SHEET_WAITS = ['fillSheet', 'signSheet', 'reviewSheet'] as const
export type SheetWait = (typeof SHEET_WAITS)[number]

/** What waits for somebody in all their sheets: so many rows to fill in or to sign, so many sheets to review. */
export type Waiting = { kind: SheetWait; count: number }

type Asking = Pick<SheetSummary, 'state' | 'submittedCount'> & { unit: { id: string }; prepared: unknown }
type Counted = Asking & Pick<SheetSummary, 'rowCount' | 'checkedCount' | 'returnedCount'>

/** What a sheet asks of the actor now: its head's signature, its unit's rows, or the office's decision. */
export function sheetWaitOf(actor: Actor, { unit, state, prepared, submittedCount }: Asking): SheetWait | null {
  if (hasRole(actor, 'supervisionOffice') && submittedCount > 0) return 'reviewSheet'
  if (!speaksFor(actor, unit.id)) return null
  // Once the head is asked to sign, nothing is left for those who fill in.
  if (state === 'draft' && prepared !== null) return holdsIn(actor, 'unitHead', unit.id) ? 'signSheet' : null
  return state === 'open' || state === 'draft' || state === 'returned' ? 'fillSheet' : null
}

/** Rows nobody has checked yet; of a sheet that came back, those that did. */
const openRows = ({ state, rowCount, checkedCount, returnedCount }: Counted): number =>
  state === 'returned' ? returnedCount : rowCount - checkedCount

const COUNTS: Record<SheetWait, (sheet: Counted) => number> = {
  reviewSheet: () => 1,
  fillSheet: openRows,
  signSheet: ({ rowCount }) => rowCount,
}
/** Decided before others can go on; filled in before it is signed. */
const ORDER: readonly SheetWait[] = ['reviewSheet', 'fillSheet', 'signSheet']

/** What waits first for this person in the sheets they may see; null where nothing waits. */
export function waitingFor(actor: Actor, sheets: readonly Counted[]): Waiting | null {
  for (const kind of ORDER) {
    const asking = sheets.filter((sheet) => sheetWaitOf(actor, sheet) === kind)
    const count = asking.reduce((total, sheet) => total + COUNTS[kind](sheet), 0)
    if (count > 0) return { kind, count }
  }
  return null
}
