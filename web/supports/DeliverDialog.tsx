import { useState } from 'react'
import { deliverSupport, type SupportView } from '#domain/tasks/supports.contract.ts'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { LongTextField, TextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { supportsText } from './supports.text.ts'

export type SupportDialogProps = { taskId: string; support: SupportView; onClose: () => void }

/** The supporting unit says what it delivered, and by what that can be seen. */
export function DeliverDialog({ taskId, support, onClose }: SupportDialogProps) {
  const text = useText(supportsText)
  const { mutate, isPending, error } = useChange(deliverSupport)
  const [what, setWhat] = useState('')
  const [evidence, setEvidence] = useState('')
  const isSaid = what.trim() !== ''
  const go = () => {
    const params = { taskId, unitId: support.unit.id }
    mutate({ params, body: { what: what.trim(), evidence: evidence.trim() } }, { onSuccess: onClose })
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
        <LongTextField label={text.what} hint={text.whatHint} maxLength={2000} value={what} onChange={setWhat} />
        <TextField
          label={text.evidenceLabel}
          hint={text.evidenceHint}
          need="optional"
          maxLength={1000}
          value={evidence}
          onChange={setEvidence}
        />
        <Refused error={error} />
      </div>
    </Dialog>
  )
}
