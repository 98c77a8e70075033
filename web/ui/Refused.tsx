import { ApiError } from '#web/api.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'

/** The server's sentence on why something was not done, beside what was typed, which stays. */
export function Refused({ error }: { error: Error | null }) {
  const text = useText(kitText)
  if (!error) return null
  return (
    <p className="notice amber" role="alert">
      {error instanceof ApiError ? error.message : text.broken}
    </p>
  )
}
