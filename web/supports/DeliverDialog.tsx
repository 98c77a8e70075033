import { z } from 'zod'
import { deliverSupport, type SupportView } from '#domain/tasks/supports.contract.ts'
import { useKept } from '../shell/useKept.ts'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { LongTextField, TextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { supportsText } from './supports.text.ts'

export type SupportDialogProps = { taskId: string; support: SupportView; onClose: () => void }

const Delivery = z.object({ what: z.string(), evidence: z.string() })

/** The supporting unit says what it delivered, and by what that can be seen. */
export function DeliverDialog({ taskId, support, onClose }: SupportDialogProps) {
  const text = useText(supportsText)
  const { mutate, isPending, error } = useChange(deliverSupport)
  const kept = useKept(`delivery.${taskId}.${support.unit.id}`, Delivery, { what: '', evidence: '' })
  const { what, evidence } = kept.value
  const isSaid = what.trim() !== ''
  const sent = () => {
    kept.forget()
    onClose()
  }
  const go = () => {
    const params = { taskId, unitId: support.unit.id }
    mutate({ params, body: { what: what.trim(), evidence: evidence.trim() } }, { onSuccess: sent })
  }
  return (
    <Dialog
      title={text.deliverTitle(support.deliverable || support.unit.name)}
      onClose={onClose}
      foot={
        <>
          {!isSaid && <p className="missing-list">{text.whatMissing}</p>}
          <button type="button" className="btn solid" disabled={!isSaid || isPending} onClick={go}>
            {text.deliver}
          </button>
        </>
      }
    >
      <div className="stack">
        <LongTextField
          label={text.what}
          hint={text.whatHint}
          maxLength={2000}
          value={what}
          onChange={(words) => kept.change({ what: words })}
        />
        <TextField
          label={text.evidenceLabel}
          hint={text.evidenceHint}
          need="optional"
          maxLength={1000}
          value={evidence}
          onChange={(words) => kept.change({ evidence: words })}
        />
        <Refused error={error} />
      </div>
    </Dialog>
  )
}
