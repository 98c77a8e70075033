import { useEffect, useState } from 'react'
import { useText } from '#web/text.tsx'
import { importsText } from './imports.text.ts'

/** Seconds after which one is told how long it takes. */
const PATIENCE = 3

/** That a file is being read, and for how long: a large ledger takes its time, and waiting is easier by the clock. */
export function ReadingNote({ name }: { name: string }) {
  const { list: text } = useText(importsText)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((count) => count + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <p className="notice">
      {text.reading(name)}
      {seconds >= PATIENCE && text.readingLong}
      {/* Read aloud every second it would drown everything else. */}
      <span aria-hidden="true">{seconds >= PATIENCE && text.readingSeconds(seconds)}</span>
    </p>
  )
}
