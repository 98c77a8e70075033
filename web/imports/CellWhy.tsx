import type { CellName } from '#domain/imports/cells.ts'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import { FIELD_OF } from '#domain/imports/review.ts'
import { useText } from '#web/text.tsx'
import { importsText } from './imports.text.ts'

/** Which words gave a cell and which rule read them; by whom it was written instead, where somebody did. */
export function CellWhy({ draft, cell }: { draft: DraftView; cell: CellName }) {
  const { review, rules } = useText(importsText)
  const { read, edited, proposed } = draft
  if (edited.includes(cell)) return <small className="cell-why">{review.byHand}</small>
  const from = proposed.includes(cell) ? undefined : read[FIELD_OF[cell]]
  const rule = from && rules[from.rule]
  if (!rule) return null
  return <small className="cell-why">{from.words ? review.why(from.words, rule) : rule}</small>
}
