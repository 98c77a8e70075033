import { useEffect, useRef, useState } from 'react'
import { RETURN_REASONS, type ReturnReason } from '#domain/reports/sheet.ts'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { reportsText } from './reports.text.ts'
import type { ShownRow } from './shown.ts'

type Props = { row: ShownRow; onReturn: (reason: ReturnReason, note: string) => void; onClose: () => void }

/** The reason that the row itself suggests. */
const likely = ({ problems, values }: ShownRow): ReturnReason => {
  if (problems.some(({ code }) => code === 'copied')) return 'copied'
  return values.evidence.length === 0 ? 'noEvidence' : 'contradictsData'
}

/** A row goes back with one reason and a note that its author will read. Digits choose the reason. */
export function ReturnDialog({ row, onReturn, onClose }: Props) {
  const text = useText(reportsText)
  const [reason, setReason] = useState<ReturnReason>(likely(row))
  const [note, setNote] = useState('')
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // The dialog itself takes the focus first, when it opens.
    const frame = requestAnimationFrame(() => first.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <Dialog
      title={text.review.returnTitle(row.code)}
      onClose={onClose}
      foot={
        <button type="button" className="btn solid" onClick={() => onReturn(reason, note)}>
          {text.review.return}
        </button>
      }
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          onReturn(reason, note)
        }}
      >
        <p className="strong">{row.title}</p>
        <fieldset className="reasons">
          <legend className="quiet">{text.review.reason}</legend>
          {RETURN_REASONS.map((known) => (
            <label key={known} className="check">
              <input
                ref={known === likely(row) ? first : undefined}
                type="radio"
                name="reason"
                checked={reason === known}
                onChange={() => setReason(known)}
              />
              {text.reasons[known]}
            </label>
          ))}
        </fieldset>
        <LongTextField
          label={text.review.note}
          hint={text.review.noteHint}
          need="optional"
          value={note}
          maxLength={1000}
          onChange={setNote}
        />
      </form>
    </Dialog>
  )
}
