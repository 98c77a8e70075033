import { useMemo, useRef } from 'react'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import type { ImportView } from '#domain/imports/imports.contract.ts'
import { useText } from '#web/text.tsx'
import { Keys } from '#web/ui/Keys.tsx'
import { importsText } from './imports.text.ts'
import { CurrentRow } from './CurrentRow.tsx'
import { RowForm } from './RowForm.tsx'
import { RowLine } from './RowLine.tsx'
import type { Acts, Place } from './useActs.ts'
import type { Names } from './useOptions.ts'
import { useVisible } from './useVisible.ts'

type Props = {
  view: ImportView
  /** The rows to show; a ledger's unchanged ones are left out at first. */
  shown: readonly DraftView[]
  names: Names
  place: Place
  acts: Acts
  isOpen: boolean
}

/** The drafted rows; the current one stands open, and is a form while it is edited. */
export function RowsColumn({ view, shown, names, place, acts, isOpen }: Props) {
  const text = useText(importsText)
  const frame = useRef<HTMLDivElement>(null)
  const at = shown.findIndex(({ id }) => id === place.draftId)
  const numbers = useMemo(() => new Map(view.drafts.map(({ id }, index) => [id, index + 1])), [view.drafts])
  const hiddenCount = view.drafts.length - shown.length
  const { items, before, after, measure } = useVisible({ count: shown.length, estimate: 59, frame, at })
  return (
    <section className="rows" aria-label={text.review.rows}>
      <header className="column-head">
        <h2>{text.review.rows}</h2>
        {isOpen && <Keys label={text.review.allKeys} keys={text.shortKeys} />}
      </header>
      <div ref={frame} className="column-body">
        {hiddenCount > 0 && (
          <p className="folded">
            {text.review.unchangedRows(hiddenCount)}{' '}
            <button type="button" className="link" onClick={acts.showUnchanged}>
              {text.review.showUnchanged}
            </button>
          </p>
        )}
        {before > 0 && <div style={{ height: before }} />}
        {items.map((index) => {
          const draft = shown[index]
          if (!draft) return null
          const number = numbers.get(draft.id) ?? 0
          const isCurrent = draft.id === place.draftId
          return (
            <div key={draft.id} ref={measure} data-index={index}>
              {!isCurrent && <RowLine {...{ draft, number, names, isOpen }} onPick={() => acts.goTo(draft.id)} />}
              {isCurrent && place.mode !== 'edit' && (
                <CurrentRow draft={draft} number={number} {...{ names, acts, isOpen }} />
              )}
              {isCurrent && place.mode === 'edit' && (
                <RowForm draft={draft} number={number} {...{ names, acts }} focus={place.focus} />
              )}
            </div>
          )
        })}
        {after > 0 && <div style={{ height: after }} />}
      </div>
    </section>
  )
}
