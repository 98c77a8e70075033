import type { ReactNode } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'

type Props = {
  title: string
  explained: string
  deed: string
  /** Everything that is needed is there. */
  isReady: boolean
  change: { isPending: boolean; error: Error | null }
  onGo: () => void
  onClose: () => void
  children: ReactNode
}

/** A few words and one deed: the frame of every dialog about a directive. */
export function WordsDialog({ title, explained, deed, isReady, change, onGo, onClose, children }: Props) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <button type="button" className="btn solid" disabled={!isReady || change.isPending} onClick={onGo}>
          {deed}
        </button>
      }
    >
      <div className="stack directive-dialog">
        <p className="second">{explained}</p>
        {children}
        <Refused error={change.error} />
      </div>
    </Dialog>
  )
}
