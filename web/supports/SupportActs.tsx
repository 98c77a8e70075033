import { useState } from 'react'
import type { SupportView } from '#domain/tasks/supports.contract.ts'
import { useText } from '../text.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { DeliverDialog } from './DeliverDialog.tsx'
import { GoWithoutDialog } from './GoWithoutDialog.tsx'
import { supportsText } from './supports.text.ts'

const DIALOGS = { deliver: DeliverDialog, confirm: ConfirmDialog, goWithout: GoWithoutDialog }
type Act = keyof typeof DIALOGS

/** What the one who looks may do, done in place. */
export function SupportActs({ taskId, support }: { taskId: string; support: SupportView }) {
  const text = useText(supportsText)
  const [open, setOpen] = useState<Act | null>(null)
  const { may } = support
  const acts = (Object.keys(DIALOGS) as Act[]).filter((act) => may[act] || (act === 'confirm' && may.return))
  if (acts.length === 0) return null
  const Opened = open && DIALOGS[open]
  return (
    <span className="acts">
      {acts.map((act) => (
        <button key={act} type="button" className="btn small" onClick={() => setOpen(act)}>
          {text[act]}
        </button>
      ))}
      {Opened && <Opened taskId={taskId} support={support} onClose={() => setOpen(null)} />}
    </span>
  )
}
