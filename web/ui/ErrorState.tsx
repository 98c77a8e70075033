import { ApiError } from '#web/api.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { isSignedOut, SignInLink } from './SignInLink.tsx'

type Props = { error: Error; onRetry?: (() => void) | undefined }

/** What went wrong in the server's own sentence, and the way on. */
export function ErrorState({ error, onRetry }: Props) {
  const text = useText(kitText)
  const answered = error instanceof ApiError
  if (isSignedOut(error)) return <SignedOut />
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

/** Nothing is broken, and asking again would not help. */
function SignedOut() {
  const text = useText(kitText)
  return (
    <div className="state" role="alert">
      <h2>{text.signedOut}</h2>
      <p>{text.signInFirst}</p>
      <div className="actions">
        <SignInLink className="btn solid" />
      </div>
    </div>
  )
}
