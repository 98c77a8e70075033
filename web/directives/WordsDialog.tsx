import type { ReactNode } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { MissingList } from '../ui/MissingList.tsx'
import { Refused } from '../ui/Refused.tsx'

type Props = {
  title: string
  explained: string
  deed: string
  /** Labels of what is needed and not there yet. */
  missing: readonly string[]
  change: { isPending: boolean; error: Error | null }
  onGo: () => void
  onClose: () => void
  children: ReactNode
}

/** A few words and one deed: the frame of every dialog about a directive. */
export function WordsDialog({ title, explained, deed, missing, change, onGo, onClose, children }: Props) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <MissingList labels={missing} />
          <button type="button" className="btn solid" disabled={missing.length > 0 || change.isPending} onClick={onGo}>
            {deed}
          </button>
        </>
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
