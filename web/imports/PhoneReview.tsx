import type { ImportView } from '#domain/imports/imports.contract.ts'
import { useText } from '#web/text.tsx'
import { CurrentRow } from './CurrentRow.tsx'
import { DoubtCard } from './DoubtCard.tsx'
import { importsText } from './imports.text.ts'
import { queueOf } from './cursor.ts'
import { RowForm } from './RowForm.tsx'
import { RowLine } from './RowLine.tsx'
import type { Acts, Place } from './useActs.ts'
import type { Names } from './useOptions.ts'

type Props = { view: ImportView; names: Names; place: Place; acts: Acts; isOpen: boolean }

/** Rows shown below the current one at a time. */
const SHOWN = 60

/** On a phone: the rows alone, to read, answer and accept. */
export function PhoneReview({ view, names, place, acts, isOpen }: Props) {
  const { review } = useText(importsText)
  const queue = queueOf(view.drafts)
  const at = Math.max(
    0,
    view.drafts.findIndex(({ id }) => id === place.draftId),
  )
  const from = Math.max(0, at - SHOWN)
  return (
    <section className="rows phone">
      <p className="notice">{review.narrow}</p>
      {view.drafts.slice(from, at + SHOWN).map((draft, offset) => {
        const number = from + offset + 1
        if (draft.id !== place.draftId)
          return <RowLine key={draft.id} {...{ draft, number, names, isOpen }} onPick={() => acts.goTo(draft.id)} />
        if (place.mode === 'edit')
          return <RowForm key={draft.id} {...{ draft, number, names, acts }} focus={place.focus} />
        const doubt = draft.doubts.find(({ id }) => id === place.doubtId)
        return (
          <div key={draft.id}>
            <CurrentRow {...{ draft, number, names, acts, isOpen }} />
            {doubt && isOpen && (
              <ol className="doubts">
                <DoubtCard {...{ view, draft, number, doubt, queue, acts, names }} />
              </ol>
            )}
          </div>
        )
      })}
    </section>
  )
}
