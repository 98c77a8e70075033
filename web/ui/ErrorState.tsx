import { ApiError } from '#web/api.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'

type Props = { error: Error; onRetry?: (() => void) | undefined }

/** What went wrong in the server's own sentence, and the way on. */
export function ErrorState({ error, onRetry }: Props) {
  const text = useText(kitText)
  const answered = error instanceof ApiError
  return (
    <div className="state" role="alert">
      <h2>{text.failed}</h2>
      <p>{answered ? error.message : text.broken}</p>
      {answered && error.requestId && <p className="text-12 quiet">{text.requestNumber(error.requestId)}</p>}
      {onRetry && (
        <div className="actions">
          <button type="button" className="btn" onClick={onRetry}>
            {text.retry}
          </button>
        </div>
      )}
    </div>
  )
}
