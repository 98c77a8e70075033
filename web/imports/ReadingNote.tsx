import { useEffect, useState } from 'react'
import { useText } from '#web/text.tsx'
import { importsText } from './imports.text.ts'
import { useProgress } from './useReading.ts'

/** Seconds after which one is told how long it takes. */
const PATIENCE = 3

type Props = { name: string; readingId: string; onStop: () => void }

/** That a file is being read, how far it is and for how long, and the way out. */
export function ReadingNote({ name, readingId, onStop }: Props) {
  const { list: text } = useText(importsText)
  const progress = useProgress(readingId)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((count) => count + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className="notice reading-note">
      <p>
        {text.reading(name)}
        {seconds >= PATIENCE && text.readingLong}
        {/* Read aloud every second they would drown everything else. */}
        <span aria-hidden="true">
          {progress && text.steps[progress.step](progress.rows, progress.of)}
          {seconds >= PATIENCE && text.readingSeconds(seconds)}
        </span>
      </p>
      {progress !== null && progress.of !== null && progress.of > 0 && (
        <progress aria-label={text.readingShare} value={progress.rows} max={progress.of} />
      )}
      <button type="button" className="btn quiet" onClick={onStop}>
        {text.stop}
      </button>
    </div>
  )
}
