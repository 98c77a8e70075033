import { useText } from '../text.tsx'
import { reportsText } from './reports.text.ts'
import type { ShownRow } from './shown.ts'
import { useWords } from './useWords.ts'

/** Where a row stands between its unit and the office. */
export function RowState({ row }: { row: ShownRow }) {
  const text = useText(reportsText)
  const words = useWords()
  const day = row.decidedOn ?? row.submittedOn
  return (
    <span className={`row-state ${row.state}`}>
      {row.state === 'draft' && row.checked ? text.rowChecked : text.rowStates[row.state]}
      {day && <small className="quiet">{words.day(day)}</small>}
    </span>
  )
}
