import { useEffect, useRef } from 'react'
import { useKeys } from '#web/ui/useKeys.ts'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import type { ImportView } from '#domain/imports/imports.contract.ts'
import { listDoubts } from '#domain/imports/pages.contract.ts'
import { useText } from '#web/text.tsx'
import { useRead } from '#web/useEndpoint.ts'
import { DoubtCard } from './DoubtCard.tsx'
import { importsText } from './imports.text.ts'
import { doubtSentence, doubtTitle } from './said.ts'
import { useProposals } from './useProposals.ts'
import type { Acts, Place } from './useActs.ts'
import type { Names } from './useOptions.ts'

type Props = { view: ImportView; current: DraftView | undefined; place: Place; acts: Acts; names: Names }

/** Doubts shown before and after the current one; the queue of a large ledger has thousands. */
const BEFORE = 3
const AFTER = 40
/** Rows whose doubts are read at a time: within them one moves without asking again. */
const ROWS = 20

/** The queue of doubts: the current one with its numbered answers, the others in a few words. */
export function DoubtsColumn({ view, current, place, acts, names }: Props) {
  const text = useText(importsText)
  const frame = useRef<HTMLDivElement>(null)
  const count = view.counts.openDoubts
  const row = current?.number ?? 1
  const from = Math.max(1, row - (row % ROWS))
  const { data } = useRead(listDoubts, { params: { importId: view.id }, query: { from, limit: 200 } })
  const items = data?.items ?? []
  const at = items.findIndex(({ draftId, doubt }) => draftId === place.draftId && doubt.id === place.doubtId)
  const following = items.findIndex(({ number }) => number >= row)
  const start = Math.max(0, (at >= 0 ? at : Math.max(0, following)) - BEFORE)
  const shown = items.slice(start, start + BEFORE + AFTER)
  const before = (data?.before ?? 0) + start
  const model = useProposals(view, current)
  useKeys(view.asksModel && current ? { p: model.ask } : {})
  useEffect(() => {
    frame.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [place.draftId, place.doubtId])
  return (
    <aside className="doubts" aria-label={text.review.queue(count)}>
      <header className="column-head">
        <h2>{text.review.queue(count)}</h2>
        {count > 0 && (
          <button type="button" className="link" onClick={acts.toDoubt}>
            <kbd>N</kbd> {text.review.next}
          </button>
        )}
      </header>
      <div ref={frame} className="column-body">
        {count === 0 && (
          <p className="no-doubts">{view.counts.pending > 0 ? text.review.noDoubts : text.review.allDecided}</p>
        )}
        {before > 0 && <p className="more-doubts">{text.review.earlierDoubts(before)}</p>}
        <ol>
          {shown.map(({ draftId, number, doubt }, index) =>
            current && start + index === at ? (
              <DoubtCard key={`${draftId} ${doubt.id}`} draft={current} {...{ view, doubt, acts, names, model }} />
            ) : (
              <li key={`${draftId} ${doubt.id}`}>
                <button type="button" className="doubt" onClick={() => acts.goTo(draftId, doubt.id)}>
                  <b>{text.review.doubtOf(number, doubtTitle(text, doubt))}</b>
                  <span>{doubtSentence(text, doubt)}</span>
                </button>
              </li>
            ),
          )}
        </ol>
        {count > before + shown.length && (
          <p className="more-doubts">{text.review.moreDoubts(count - before - shown.length)}</p>
        )}
      </div>
    </aside>
  )
}
