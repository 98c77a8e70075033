import type { SheetState } from '#domain/reports/sheet.ts'
import { useText } from '../text.tsx'
import { reportsText } from './reports.text.ts'

/** A sheet's state in a word; what waits for the unit is bold. */
export function SheetStateWord({ state }: { state: SheetState }) {
  const { states } = useText(reportsText)
  return <span className={`sheet-state ${state}`}>{states[state]}</span>
}
