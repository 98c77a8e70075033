import { useEffect, useRef } from 'react'
import type { ImportView } from '#domain/imports/imports.contract.ts'
import { useText } from '#web/text.tsx'
import { DoubtCard } from './DoubtCard.tsx'
import { importsText } from './imports.text.ts'
import { doubtSentence, doubtTitle } from './said.ts'
import type { Acts, Place, QueuedDoubt } from './useActs.ts'
import type { Names } from './useOptions.ts'

type Props = { view: ImportView; queue: readonly QueuedDoubt[]; place: Place; acts: Acts; names: Names }

/** Doubts shown before and after the current one; the queue of a large ledger has thousands. */
const BEFORE = 3
const AFTER = 40

/** The queue of doubts: the current one with its numbered answers, the others in a few words. */
export function DoubtsColumn({ view, queue, place, acts, names }: Props) {
  const text = useText(importsText)
  const frame = useRef<HTMLDivElement>(null)
  const at = queue.findIndex(({ draft, doubt }) => draft.id === place.draftId && doubt.id === place.doubtId)
  const from = Math.max(0, (at < 0 ? 0 : at) - BEFORE)
  const shown = queue.slice(from, from + BEFORE + AFTER)
  useEffect(() => {
    frame.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [place.draftId, place.doubtId])
  return (
    <aside className="doubts" aria-label={text.review.queue(queue.length)}>
      <header className="column-head">
        <h2>{text.review.queue(queue.length)}</h2>
        {queue.length > 0 && (
          <button type="button" className="link" onClick={acts.toDoubt}>
            <kbd>N</kbd> {text.review.next}
          </button>
        )}
      </header>
      <div ref={frame} className="column-body">
        {queue.length === 0 && <p className="no-doubts">{text.review.noDoubts}</p>}
        {from > 0 && <p className="more-doubts">{text.review.earlierDoubts(from)}</p>}
        <ol>
          {shown.map(({ draft, number, doubt }, index) =>
            from + index === at ? (
              <DoubtCard key={`${draft.id} ${doubt.id}`} {...{ view, draft, number, doubt, queue, acts, names }} />
            ) : (
              <li key={`${draft.id} ${doubt.id}`}>
                <button type="button" className="doubt" onClick={() => acts.goTo(draft.id, doubt.id)}>
                  <b>{text.review.doubtOf(number, doubtTitle(text, doubt))}</b>
                  <span>{doubtSentence(text, doubt)}</span>
                </button>
              </li>
            ),
          )}
        </ol>
        {queue.length > from + shown.length && (
          <p className="more-doubts">{text.review.moreDoubts(queue.length - from - shown.length)}</p>
        )}
      </div>
    </aside>
  )
}
