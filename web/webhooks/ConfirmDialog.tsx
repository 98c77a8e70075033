import { useText } from '#web/text.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { webhooksText } from './webhooks.text.ts'

type Props = {
  title: string
  /** What follows from it. */
  note: string
  deed: string
  asked: { isPending: boolean; error: Error | null }
  onDo: () => void
  onClose: () => void
}

/** Says what follows before it is done. */
export function ConfirmDialog({ title, note, deed, asked, onDo, onClose }: Props) {
  const text = useText(webhooksText)
  const foot = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {text.cancel}
      </button>
      <button type="button" className="btn solid" disabled={asked.isPending} onClick={onDo}>
        {deed}
      </button>
    </>
  )
  return (
    <Dialog title={title} onClose={onClose} foot={foot}>
      <div className="form">
        <Refused error={asked.error} />
        <p>{note}</p>
      </div>
    </Dialog>
  )
}
