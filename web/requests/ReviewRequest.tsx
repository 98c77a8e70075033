import { z } from 'zod'
import { type RequestView, reviewRequest } from '#domain/requests/requests.contract.ts'
import { useKept } from '../shell/useKept.ts'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { requestsText } from './requests.text.ts'

const Draft = z.object({ note: z.string() })

type Props = { request: RequestView; onClose: () => void }

/** The office says what it thinks, before a leader decides. */
export function ReviewRequest({ request, onClose }: Props) {
  const { dialog } = useText(requestsText)
  const { mutate, isPending, error } = useChange(reviewRequest)
  const kept = useKept(`review.${request.id}`, Draft, { note: '' })
  const { note } = kept.value
  const say = (agrees: boolean) => {
    const sent = () => {
      kept.forget()
      onClose()
    }
    mutate({ params: { requestId: request.id }, body: { agrees, note: note.trim() } }, { onSuccess: sent })
  }
  return (
    <Dialog
      title={dialog.reviewTitle}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="btn" disabled={isPending} onClick={() => say(false)}>
            {dialog.disagree}
          </button>
          <button type="button" className="btn solid" disabled={isPending} onClick={() => say(true)}>
            {dialog.agree}
          </button>
        </>
      }
    >
      <div className="stack">
        <p>{request.reason}</p>
        <LongTextField
          label={dialog.note}
          need="optional"
          maxLength={1000}
          value={note}
          onChange={(words) => kept.change({ note: words })}
        />
        <Refused error={error} />
      </div>
    </Dialog>
  )
}
