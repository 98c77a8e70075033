import { useState } from 'react'
import { goWithoutSupport } from '#domain/tasks/supports.contract.ts'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { emptyOf, MissingList } from '../ui/MissingList.tsx'
import { Refused } from '../ui/Refused.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import type { SupportDialogProps } from './DeliverDialog.tsx'
import { supportsText } from './supports.text.ts'

/** The lead unit goes on without a unit from which nothing came. */
export function GoWithoutDialog({ taskId, support, onClose }: SupportDialogProps) {
  const text = useText(supportsText)
  const { mutate, isPending, error } = useChange(goWithoutSupport)
  const [reason, setReason] = useState('')
  const missing = emptyOf({ [text.reason]: reason })
  const go = () => {
    mutate({ params: { taskId, unitId: support.unit.id }, body: { reason: reason.trim() } }, { onSuccess: onClose })
  }
  return (
    <Dialog
      title={text.goWithoutTitle(support.unit.name)}
      onClose={onClose}
      foot={
        <>
          <MissingList labels={missing} />
          <button type="button" className="btn solid" disabled={missing.length > 0 || isPending} onClick={go}>
            {text.goWithout}
          </button>
        </>
      }
    >
      <div className="stack">
        <p>
          <b>{support.deliverable}</b>
        </p>
        <LongTextField
          label={text.reason}
          hint={text.goWithoutHint}
          maxLength={1000}
          value={reason}
          onChange={setReason}
        />
        <Refused error={error} />
      </div>
    </Dialog>
  )
}
