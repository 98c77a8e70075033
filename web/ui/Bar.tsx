import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { clampPoints } from './figures.ts'

type Props = {
  /** Points of 100; null while nothing is known. */
  actual: number | null
  /** Points of 100 planned by now; the wood tick. */
  planned?: number | null | undefined
}

/** Actual share as a bar, the plan as a tick on it. */
export function Bar({ actual, planned = null }: Props) {
  const { bar } = useText(kitText)
  const label = actual === null ? bar.none : planned === null ? bar.actual(actual) : bar.both(actual, planned)
  return (
    <span className="bar" role="img" aria-label={label}>
      {actual !== null && <i style={{ width: `${clampPoints(actual)}%` }} />}
      {planned !== null && <u style={{ left: `${clampPoints(planned)}%` }} />}
    </span>
  )
}
