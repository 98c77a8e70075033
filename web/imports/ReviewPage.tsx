import { Link, useParams } from '@tanstack/react-router'
import { getImportOriginal, type ImportView } from '#domain/imports/imports.contract.ts'
import { addressOf } from '#web/api.ts'
import { useSession } from '#web/shell/session.tsx'
import { useInstant } from '#web/shell/useInstant.ts'
import { useText } from '#web/text.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { KeysDialog } from '#web/ui/KeysDialog.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { SignInLink } from '#web/ui/SignInLink.tsx'
import { useKeys } from '#web/ui/useKeys.ts'
import { PHONE, useMedia } from '#web/ui/useMedia.ts'
import { DoubtsColumn } from './DoubtsColumn.tsx'
import { importsText } from './imports.text.ts'
import { NoTasks } from './NoTasks.tsx'
import { PhoneReview } from './PhoneReview.tsx'
import { RegisterDialog } from './RegisterDialog.tsx'
import { ReportBox } from './ReportBox.tsx'
import { RowsColumn } from './RowsColumn.tsx'
import { SourceColumn } from './SourceColumn.tsx'
import { SplitDialog } from './SplitDialog.tsx'
import { UndoDialog } from './UndoDialog.tsx'
import { keysOf, useActs } from './useActs.ts'
import { useNames } from './useOptions.ts'
import { type Review, type Said, useReview } from './useReview.ts'
import './imports.css'

/** One document under review: its source, the drafted rows, the doubts. */
export function ReviewPage() {
  const { importId } = useParams({ from: '/signed-in/imports/$importId' })
  const text = useText(importsText)
  const review = useReview(importId)
  const { view, error, refetch } = review
  if (error && !view)
    return (
      <div className="page">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    )
  if (!view)
    return (
      <div className="page">
        <h1>{text.review.title}</h1>
        <Loading lines={12} />
      </div>
    )
  return <Opened key={importId} review={review} view={view} />
}

function Opened({ review, view }: { review: Review; view: ImportView }) {
  const text = useText(importsText)
  const isPhone = useMedia(PHONE)
  const names = useNames(view.plan.id)
  const { today } = useSession()
  const { place, current, total, rowsOf, acts } = useActs(review, view, text.review, today)
  const isEmpty = view.counts.found === 0
  const isOpen = view.state === 'review'
  useKeys(isOpen && !isPhone ? keysOf(acts) : { s: acts.toggleSource, '?': () => acts.ask('keys') })
  return (
    <div className="page review">
      <ReviewTitle view={view} onRegister={() => acts.ask('register')} onUndo={() => acts.ask('undo')} />
      <Notices view={view} said={review.said} />
      {!isOpen && <ReportBox view={view} onUndo={() => acts.ask('undo')} />}
      {isPhone && isEmpty && <NoTasks view={view} />}
      {isPhone ? (
        <PhoneReview {...{ view, total, rowsOf, names, place, acts, isOpen }} />
      ) : (
        <div className={isOpen && !isEmpty ? 'three' : 'three closed'}>
          <SourceColumn
            view={view}
            current={current}
            onPick={acts.goTo}
            making={
              isOpen
                ? { chosen: place.chosen, onChoose: acts.choose, onNext: acts.chooseNext, onMake: acts.make }
                : null
            }
            received={place.received}
            onToggle={acts.toggleSource}
          />
          {isEmpty && <NoTasks view={view} />}
          {!isEmpty && <RowsColumn {...{ view, total, rowsOf, names, place, acts, isOpen }} />}
          {!isEmpty && isOpen && <DoubtsColumn {...{ view, current, place, acts, names }} />}
        </div>
      )}
      {place.asking === 'keys' && (
        <KeysDialog title={text.review.allKeys} keys={text.keys} onClose={() => acts.ask(null)} />
      )}
      {place.asking === 'split' && current && (
        <SplitDialog draft={current} onSplit={acts.splitInto} onClose={() => acts.ask(null)} />
      )}
      {place.asking === 'register' && (
        <RegisterDialog
          view={view}
          onClose={() => acts.ask(null)}
          onDoubt={() => {
            acts.ask(null)
            acts.toDoubt()
          }}
        />
      )}
      {place.asking === 'undo' && (
        <UndoDialog item={view} onClose={() => acts.ask(null)} onDone={() => acts.ask(null)} />
      )}
    </div>
  )
}

type TitleProps = { view: ImportView; onRegister: () => void; onUndo: () => void }

function ReviewTitle({ view, onRegister }: TitleProps) {
  const { review } = useText(importsText)
  const { counts, repairs } = view
  const { traditional, pinyin, punctuation } = repairs
  const decided = counts.found === 0 ? 0 : ((counts.found - counts.pending) / counts.found) * 100
  return (
    <>
      <div className="title">
        <h1>{review.title}</h1>
        <span className="second facts">
          <span className="file-name">{view.name}</span>
          {view.head.number && <span>{view.head.number}</span>}
          <span>{review.found(counts.found, counts.accepted)}</span>
        </span>
        <span className="actions">
          {traditional + pinyin + punctuation > 0 && (
            <span className="second text-13">{review.repaired(traditional, pinyin, punctuation)}</span>
          )}
          <a className="link text-13" href={addressOf(getImportOriginal, { params: { importId: view.id } })} download>
            {review.download}
          </a>
          <Link to="/imports" className="btn">
            {view.state === 'review' ? review.leave : review.backToList}
          </Link>
          {view.state === 'review' && counts.found > 0 && (
            <button type="button" className="btn solid" onClick={onRegister}>
              {counts.accepted > 0 ? review.register(counts.accepted) : review.registerNone}
            </button>
          )}
        </span>
      </div>
      <div className="decided" aria-hidden="true">
        <i style={{ width: `${decided}%` }} />
      </div>
    </>
  )
}

function Notices({ view, said }: { view: ImportView; said: Said | null }) {
  const text = useText(importsText)
  const instant = useInstant()
  return (
    <>
      {view.earlier && view.state === 'review' && (
        <p className="notice">
          {text.review.earlier(instant(view.earlier.createdAt))}{' '}
          <Link to="/imports/$importId" params={{ importId: view.earlier.id }} className="link">
            {text.review.openEarlier}
          </Link>
        </p>
      )}
      {view.notices.map((notice) => (
        <p key={notice} className="notice">
          {text.notices[notice] ?? notice}
        </p>
      ))}
      <div role="status">
        {said && (
          <p className="notice amber">
            {said.sentence} {said.isSignedOut && <SignInLink elsewhere />}
          </p>
        )}
      </div>
    </>
  )
}
