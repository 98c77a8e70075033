import { type RequestView, withdrawRequest } from '#domain/requests/requests.contract.ts'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { useChange } from '../useEndpoint.ts'
import { requestsText } from './requests.text.ts'

/** Takes a request back before it is decided. */
export function WithdrawRequest({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const text = useText(requestsText)
  const { mutate, isPending, error } = useChange(withdrawRequest)
  const go = () => {
    mutate({ params: { requestId: request.id }, body: {} }, { onSuccess: onClose })
  }
  return (
    <Dialog
      title={text.dialog.withdrawTitle}
      onClose={onClose}
      foot={
        <button type="button" className="btn solid" disabled={isPending} onClick={go}>
          {text.withdraw}
        </button>
      }
    >
      <div className="stack">
        <p>{text.dialog.withdrawSentence}</p>
        <Refused error={error} />
      </div>
    </Dialog>
  )
}
