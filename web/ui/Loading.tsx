import { useEffect, useState } from 'react'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'

const PATIENCE_MS = 2000

/** True once the waiting has gone on for so long that it should be said. */
function useImpatience(): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return late
}

/** The lines of what is coming, so that nothing jumps; after two seconds a sentence. Never a spinner. */
export function Loading({ lines = 8 }: { lines?: number }) {
  const { loading } = useText(kitText)
  const late = useImpatience()
  return (
    <div className="waits" aria-busy="true">
      <p className="waiting" role="status">
        {late && loading}
      </p>
      <ul className="loading-lines" aria-hidden="true">
        {Array.from({ length: lines }, (_, line) => (
          <li key={line} />
        ))}
      </ul>
    </div>
  )
}
