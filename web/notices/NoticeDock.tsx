import { useState } from 'react'
import { dismissNotices, issueNotices, type NoticeView } from '#domain/notices/notices.contract.ts'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { noticesText } from './notices.text.ts'
import type { PickedNotices } from './usePickedNotices.ts'

type Outcome = { done: string[]; refused: { id: string; message: string }[] }

/** The foot of the proposals: what is done with the picked ones, and what came of it. */
export function NoticeDock({ picking, notices }: { picking: PickedNotices; notices: readonly NoticeView[] }) {
  const text = useText(noticesText)
  const issue = useChange(issueNotices)
  const [isDismissing, setIsDismissing] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const finish = (came: Outcome) => {
    setOutcome(came)
    setIsDismissing(false)
    picking.set(picking.ids.filter((id) => !came.done.includes(id)))
  }
  const count = picking.ids.length
  if (count === 0 && outcome === null) return null
  return (
    <div className="dock">
      {count > 0 && (
        <>
          <b aria-live="polite">{text.picked(count)}</b>
          <button
            type="button"
            className="btn small solid"
            disabled={issue.isPending}
            onClick={() => issue.mutate({ body: { noticeIds: [...picking.ids] } }, { onSuccess: finish })}
          >
            {text.issue}
          </button>
          <button type="button" className="btn small" onClick={() => setIsDismissing(true)}>
            {text.dismiss}
          </button>
        </>
      )}
      <Refused error={issue.error} />
      {outcome && <OutcomeLine outcome={outcome} notices={notices} />}
      {isDismissing && <DismissDialog ids={picking.ids} onDone={finish} onClose={() => setIsDismissing(false)} />}
    </div>
  )
}

function OutcomeLine({ outcome: { done, refused }, notices }: { outcome: Outcome; notices: readonly NoticeView[] }) {
  const text = useText(noticesText)
  return (
    <div role="status" className="text-13">
      {done.length > 0 && <p>{text.done(done.length)}</p>}
      {refused.length > 0 && (
        <>
          <p>{text.refused(refused.length)}</p>
          <ul>
            {refused.map(({ id, message }) => (
              <li key={id}>
                <b>{notices.find((notice) => notice.id === id)?.task.code ?? ''}</b> {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

type DialogProps = { ids: readonly string[]; onDone: (came: Outcome) => void; onClose: () => void }

function DismissDialog({ ids, onDone, onClose }: DialogProps) {
  const text = useText(noticesText)
  const [reason, setReason] = useState('')
  const dismiss = useChange(dismissNotices)
  const send = () => dismiss.mutate({ body: { noticeIds: [...ids], reason } }, { onSuccess: onDone })
  return (
    <Dialog
      title={text.dismissTitle(ids.length)}
      onClose={onClose}
      foot={
        <button type="button" className="btn solid" disabled={dismiss.isPending} onClick={send}>
          {text.dismiss}
        </button>
      }
    >
      <LongTextField
        label={text.dismissReason}
        hint={text.dismissHint}
        value={reason}
        maxLength={1000}
        onChange={setReason}
      />
      <Refused error={dismiss.error} />
    </Dialog>
  )
}
