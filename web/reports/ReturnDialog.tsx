import { useEffect, useRef } from 'react'
import { z } from 'zod'
import { RETURN_REASONS, type ReturnReason } from '#domain/reports/sheet.ts'
import { useKept } from '../shell/useKept.ts'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { reportsText } from './reports.text.ts'
import type { ShownRow } from './shown.ts'

const Draft = z.object({ reason: z.enum(RETURN_REASONS), note: z.string() })

type Props = {
  row: ShownRow
  /** Whether it was returned: what was typed is kept until then. */
  onReturn: (reason: ReturnReason, note: string) => Promise<boolean>
  onClose: () => void
}

/** The reason that the row itself suggests. */
const likely = ({ problems, values }: ShownRow): ReturnReason => {
  if (problems.some(({ code }) => code === 'copied')) return 'copied'
  return values.evidence.length === 0 ? 'noEvidence' : 'contradictsData'
}

/** A row goes back with one reason and a note that its author will read. Digits choose the reason. */
export function ReturnDialog({ row, onReturn, onClose }: Props) {
  const text = useText(reportsText)
  const kept = useKept(`return.${row.entryId}`, Draft, { reason: likely(row), note: '' })
  const { reason, note } = kept.value
  const send = () => void onReturn(reason, note).then((isReturned) => isReturned && kept.forget())
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
        <button type="button" className="btn solid" onClick={send}>
          {text.review.return}
        </button>
      }
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send()
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
                onChange={() => kept.change({ reason: known })}
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
          onChange={(words) => kept.change({ note: words })}
        />
      </form>
    </Dialog>
  )
}
