import { useText } from '#web/text.tsx'
import { CopyOnce } from '#web/ui/CopyOnce.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { webhooksText } from './webhooks.text.ts'

/** Shows what signs, this once. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const text = useText(webhooksText)
  const foot = (
    <button type="button" className="btn solid" onClick={onClose}>
      {text.done}
    </button>
  )
  return (
    <Dialog title={text.secret} onClose={onClose} foot={foot}>
      <div className="form">
        <p>{text.secretNote}</p>
        <CopyOnce label={text.secret} secret={secret} />
      </div>
    </Dialog>
  )
}
