import type { ImportView } from '#domain/imports/imports.contract.ts'
import { useText } from '#web/text.tsx'
import { CurrentRow } from './CurrentRow.tsx'
import { DoubtCard } from './DoubtCard.tsx'
import { importsText } from './imports.text.ts'
import { RowForm } from './RowForm.tsx'
import { RowLine } from './RowLine.tsx'
import { type Acts, formOf, type Place } from './useActs.ts'
import type { Names } from './useOptions.ts'
import { type RowsOf, useRows } from './useRows.ts'
import { useProposals } from './useProposals.ts'

type Props = {
  view: ImportView
  total: number
  rowsOf: RowsOf
  names: Names
  place: Place
  acts: Acts
  isOpen: boolean
}

/** Rows shown above and below the current one. */
const SHOWN = 40

/** On a phone: the rows alone, to read, answer and accept. */
export function PhoneReview({ view, total, rowsOf, names, place, acts, isOpen }: Props) {
  const { review } = useText(importsText)
  const at = Math.max(0, place.index)
  const from = Math.max(0, at - SHOWN)
  const indexes = Array.from({ length: Math.min(total, at + SHOWN) - from }, (_, offset) => from + offset)
  const rows = useRows(rowsOf, indexes)
  const model = useProposals(
    view,
    indexes.map(rows).find((draft) => draft?.id === place.draftId),
  )
  return (
    <section className="rows phone">
      <p className="notice">{review.narrow}</p>
      {indexes.map((index) => {
        const draft = rows(index)
        if (!draft) return <div key={index} className="draft-row waiting" aria-busy="true" />
        if (draft.id !== place.draftId)
          return <RowLine key={draft.id} {...{ draft, names, isOpen }} onPick={() => acts.goTo(draft.id)} />
        if (place.mode === 'edit')
          return <RowForm key={draft.id} {...{ draft, index, names, acts, ...formOf(place) }} />
        const doubt = draft.doubts.find(({ id }) => id === place.doubtId)
        return (
          <div key={draft.id}>
            <CurrentRow {...{ draft, names, acts, isOpen }} isExplained={place.explained} />
            {doubt && isOpen && (
              <ol className="doubts">
                <DoubtCard {...{ view, draft, doubt, acts, names, model }} />
              </ol>
            )}
          </div>
        )
      })}
    </section>
  )
}
