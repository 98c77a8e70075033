import { type Actor, hasRole, holdsIn, speaksFor } from '../access/actor.ts'
import type { SheetSummary } from './reports.contract.ts'

/** What of the reports waits for somebody: rows for a unit's people, sheets for the office. */
export const WAITING_KINDS = ['toFill', 'toSign', 'toReview'] as const
export type Waiting = { kind: (typeof WAITING_KINDS)[number]; count: number }

type Facts = Pick<SheetSummary, 'state' | 'rowCount' | 'checkedCount' | 'returnedCount' | 'submittedCount'> & {
  unit: { id: string }
  prepared: unknown
}

/** Rows nobody has checked yet; of a sheet that came back, those that did. */
const openRows = ({ state, rowCount, checkedCount, returnedCount }: Facts): number =>
  state === 'returned' ? returnedCount : state === 'open' || state === 'draft' ? rowCount - checkedCount : 0

const sum = (sheets: readonly Facts[], countOf: (sheet: Facts) => number): number =>
  sheets.reduce((total, sheet) => total + countOf(sheet), 0)

/**
 * What waits for this person in the sheets they may see: for the office those with rows to decide; for a unit's people
 * the rows still to be filled in, and once there are none, for its head those they were asked to sign. Null where
 * nothing waits.
 */
export function waitingFor(actor: Actor, sheets: readonly Facts[]): Waiting | null {
  const some = (kind: Waiting['kind'], count: number): Waiting | null => (count > 0 ? { kind, count } : null)
  if (hasRole(actor, 'supervisionOffice'))
    return some('toReview', sheets.filter(({ submittedCount }) => submittedCount > 0).length)
  const own = sheets.filter(({ unit }) => speaksFor(actor, unit.id))
  const toSign = own.filter(
    (sheet) => sheet.state === 'draft' && sheet.prepared !== null && holdsIn(actor, 'unitHead', sheet.unit.id),
  )
  return (
    some('toFill', sum(own, openRows)) ??
    some(
      'toSign',
      sum(toSign, ({ rowCount }) => rowCount),
    )
  )
}
