import { useState } from 'react'
import { labelFor } from '#domain/glossary.ts'
import { SUPPORT_RATINGS, type SupportRating } from '#domain/tasks/support.ts'
import { confirmSupport, returnSupport } from '#domain/tasks/supports.contract.ts'
import { useLanguage, useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { Delivered } from './Delivered.tsx'
import type { SupportDialogProps } from './DeliverDialog.tsx'
import { supportsText } from './supports.text.ts'

/** The lead unit's head looks at what was delivered: confirms it with a rating, or returns it. */
export function ConfirmDialog({ taskId, support, onClose }: SupportDialogProps) {
  const text = useText(supportsText)
  const { language } = useLanguage()
  const confirming = useChange(confirmSupport)
  const returning = useChange(returnSupport)
  const [rating, setRating] = useState<SupportRating>('satisfactory')
  const [note, setNote] = useState('')
  const isBusy = confirming.isPending || returning.isPending
  const isSaid = note.trim() !== ''
  const params = { taskId, unitId: support.unit.id }
  const done = { onSuccess: onClose }
  return (
    <Dialog
      title={text.confirmTitle(support.unit.name)}
      onClose={onClose}
      foot={
        <>
          {!isSaid && <p className="missing-list">{text.noteMissing}</p>}
          <button
            type="button"
            className="btn"
            disabled={!isSaid || isBusy}
            onClick={() => returning.mutate({ params, body: { reason: note.trim() } }, done)}
          >
            {text.sendBack}
          </button>
          <button
            type="button"
            className="btn solid"
            disabled={isBusy || (rating !== 'satisfactory' && !isSaid)}
            onClick={() => confirming.mutate({ params, body: { rating, note: note.trim() } }, done)}
          >
            {text.confirm}
          </button>
        </>
      }
    >
      <div className="stack">
        <p>
          <b>{support.deliverable}</b>
        </p>
        <Delivered support={support} />
        <Segmented
          label={text.rating}
          value={rating}
          segments={SUPPORT_RATINGS.map((value) => ({ value, label: labelFor(value, language) }))}
          onChange={setRating}
        />
        <LongTextField
          label={text.noteLabel}
          hint={text.noteHint}
          need="optional"
          maxLength={1000}
          value={note}
          onChange={setNote}
        />
        <Refused error={confirming.error ?? returning.error} />
      </div>
    </Dialog>
  )
}
