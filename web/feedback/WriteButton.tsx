import { lazy, Suspense, useState } from 'react'
import { useText } from '../text.tsx'
import { feedbackText } from './feedback.text.ts'
import type { AboutTask } from './WriteDialog.tsx'

/** Few who see the button write: the form comes when it is asked for. */
const WriteDialog = lazy(async () => ({ default: (await import('./WriteDialog.tsx')).WriteDialog }))

type Props = { task?: AboutTask; className?: string }

/** Writes a complaint or a suggestion, of a task where it stands on its page. */
export function WriteButton({ task, className = 'btn' }: Props) {
  const text = useText(feedbackText)
  const [isWriting, setWriting] = useState(false)
  return (
    <>
      <button type="button" className={className} onClick={() => setWriting(true)}>
        {task ? text.aboutTask : text.write}
      </button>
      {isWriting && (
        <Suspense fallback={null}>
          <WriteDialog task={task} onClose={() => setWriting(false)} />
        </Suspense>
      )}
    </>
  )
}
