import { useRef } from 'react'
import type { ImportView } from '#domain/imports/imports.contract.ts'
import { useText } from '#web/text.tsx'
import { Keys } from '#web/ui/Keys.tsx'
import { importsText } from './imports.text.ts'
import { CurrentRow } from './CurrentRow.tsx'
import { RowForm } from './RowForm.tsx'
import { RowLine } from './RowLine.tsx'
import { type Acts, formOf, type Place } from './useActs.ts'
import type { Names } from './useOptions.ts'
import { type RowsOf, useRows } from './useRows.ts'
import { useVisible } from './useVisible.ts'

type Props = {
  view: ImportView
  /** How many rows are shown; a ledger's unchanged ones are left out at first. */
  total: number
  rowsOf: RowsOf
  names: Names
  place: Place
  acts: Acts
  isOpen: boolean
}

/** The drafted rows, read as they come into view; the current one stands open, and is a form while it is edited. */
export function RowsColumn({ view, total, rowsOf, names, place, acts, isOpen }: Props) {
  const text = useText(importsText)
  const frame = useRef<HTMLDivElement>(null)
  const { items, before, after, measure } = useVisible({ count: total, estimate: 59, frame, at: place.index })
  const rows = useRows(rowsOf, items)
  const foldedCount = view.counts.found - total
  return (
    <section className="rows" aria-label={text.review.rows}>
      <header className="column-head">
        <h2>{text.review.rows}</h2>
        {isOpen && <Keys label={text.review.allKeys} keys={text.shortKeys} />}
      </header>
      <div ref={frame} className="column-body">
        {foldedCount > 0 && (
          <p className="folded">
            {text.review.unchangedRows(foldedCount)}{' '}
            <button type="button" className="link" onClick={acts.showUnchanged}>
              {text.review.showUnchanged}
            </button>
          </p>
        )}
        {before > 0 && <div style={{ height: before }} />}
        {items.map((index) => {
          const draft = rows(index)
          const isCurrent = draft !== undefined && draft.id === place.draftId
          return (
            <div key={draft?.id ?? index} ref={measure} data-index={index}>
              {!draft && <div className="draft-row waiting" aria-busy="true" />}
              {draft && !isCurrent && <RowLine {...{ draft, names, isOpen }} onPick={() => acts.goTo(draft.id)} />}
              {isCurrent && place.mode !== 'edit' && (
                <CurrentRow draft={draft} {...{ names, acts, isOpen }} isExplained={place.explained} />
              )}
              {isCurrent && place.mode === 'edit' && <RowForm {...{ draft, index, names, acts, ...formOf(place) }} />}
            </div>
          )
        })}
        {after > 0 && <div style={{ height: after }} />}
      </div>
    </section>
  )
}
