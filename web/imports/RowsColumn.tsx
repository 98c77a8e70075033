import { useRef } from 'react'
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

type Props = { view: ImportView; names: Names; place: Place; acts: Acts; isOpen: boolean }

/** The drafted rows; the current one stands open, and is a form while it is edited. */
export function RowsColumn({ view, names, place, acts, isOpen }: Props) {
  const text = useText(importsText)
  const frame = useRef<HTMLDivElement>(null)
  const at = view.drafts.findIndex(({ id }) => id === place.draftId)
  const { items, before, after, measure } = useVisible({ count: view.drafts.length, estimate: 59, frame, at })
  return (
    <section className="rows" aria-label={text.review.rows}>
      <header className="column-head">
        <h2>{text.review.rows}</h2>
        {isOpen && <Keys label={text.review.allKeys} keys={text.shortKeys} />}
      </header>
      <div ref={frame} className="column-body">
        {before > 0 && <div style={{ height: before }} />}
        {items.map((index) => {
          const draft = view.drafts[index]
          if (!draft) return null
          const isCurrent = draft.id === place.draftId
          return (
            <div key={draft.id} ref={measure} data-index={index}>
              {!isCurrent && (
                <RowLine draft={draft} number={index + 1} names={names} onPick={() => acts.goTo(draft.id)} />
              )}
              {isCurrent && place.mode !== 'edit' && (
                <CurrentRow draft={draft} number={index + 1} {...{ names, acts, isOpen }} />
              )}
              {isCurrent && place.mode === 'edit' && (
                <RowForm draft={draft} number={index + 1} {...{ names, acts }} focus={place.focus} />
              )}
            </div>
          )
        })}
        {after > 0 && <div style={{ height: after }} />}
      </div>
    </section>
  )
}
