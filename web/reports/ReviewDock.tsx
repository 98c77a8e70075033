import { useState } from 'react'
import type { SheetView } from '#domain/reports/reports.contract.ts'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { reportsText } from './reports.text.ts'
import { Steps } from './SheetDock.tsx'
import type { ShownRow } from './shown.ts'
import type { Review } from './useReview.ts'
import { useWords } from './useWords.ts'

type Props = {
  sheet: SheetView
  rows: readonly ShownRow[]
  waiting: readonly ShownRow[]
  review: Review
  nextUnit: { id: string; name: string } | undefined
  goNextUnit: () => void
}

const STEP_OF: Partial<Record<SheetView['state'], number>> = { submitted: 3, accepted: 4, returned: 0 }

/** The foot of a sheet before the office: what waits, what was refused, and where to go on. */
export function ReviewDock({ sheet, rows, waiting, review, nextUnit, goNextUnit }: Props) {
  const text = useText(reportsText)
  const words = useWords()
  const accepted = rows.filter(({ state }) => state === 'accepted').length
  const codeOf = (entryId: string) => rows.find((row) => row.entryId === entryId)?.code ?? ''
  return (
    <footer className="dock sheet-dock">
      <Steps at={waiting.length > 0 ? 3 : (STEP_OF[sheet.state] ?? (sheet.prepared ? 1 : 0))} />
      <p className="message" role="status">
        {sheet.signed && <>{text.signed(words.clock(sheet.signed.at), sheet.signed.by?.name ?? '')}　</>}
        {sheet.signed && text.review.waiting(waiting.length)}
        {accepted > 0 && `　${text.review.accepted(accepted)}`}
      </p>
      {review.refused.length > 0 && (
        <p className="wanting" role="alert">
          {text.review.undecided(review.refused.length)}
          {review.refused.map(({ id, message }) => ` ${codeOf(id)} ${message}`)}
        </p>
      )}
      <Refused error={review.error} />
      {nextUnit ? (
        <button type="button" className="btn" onClick={goNextUnit}>
          {text.review.nextUnit(nextUnit.name)} <kbd>N</kbd>
        </button>
      ) : (
        <Anchor className="btn" href={`/reports?period=${sheet.period.id}`}>
          {text.review.toDesk}
        </Anchor>
      )}
      {waiting.length > 0 && <AcceptAll waiting={waiting} review={review} />}
    </footer>
  )
}

function AcceptAll({ waiting, review }: Pick<Props, 'waiting' | 'review'>) {
  const text = useText(reportsText)
  const [asking, setAsking] = useState(false)
  const hinted = waiting.filter(({ problems }) => problems.length > 0).length
  const close = () => setAsking(false)
  return (
    <>
      <button type="button" className="btn solid" disabled={review.isPending} onClick={() => setAsking(true)}>
        {text.review.acceptAll(waiting.length)}
      </button>
      {asking && (
        <Dialog
          title={text.review.acceptAllTitle}
          onClose={close}
          foot={
            <button
              type="button"
              className="btn solid"
              onClick={() => {
                close()
                void review.decide(waiting, { decision: 'accept' })
              }}
            >
              {text.review.accept}
            </button>
          }
        >
          <p>{text.review.acceptAllBody(waiting.length, hinted)}</p>
        </Dialog>
      )}
    </>
  )
}
