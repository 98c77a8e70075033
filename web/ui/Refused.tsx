import { ApiError } from '#web/api.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { isSignedOut, SignInLink } from './SignInLink.tsx'

/** The server's sentence on why something was not done, beside what was typed, which stays. */
export function Refused({ error }: { error: Error | null }) {
  if (!error) return null
  return (
    <p className="notice amber" role="alert">
      <RefusalWords error={error} />
    </p>
  )
}

/** The sentence alone, with the way to sign in where that is what is missing. */
export function RefusalWords({ error }: { error: Error }) {
  const text = useText(kitText)
  return (
    <>
      {error instanceof ApiError ? error.message : text.broken}
      {isSignedOut(error) && (
        <>
          {' '}
          <SignInLink elsewhere />
        </>
      )}
    </>
  )
}
