import { useState } from 'react'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { adoptHighlight, type HighlightView, withdrawHighlight } from '#domain/highlights/highlights.contract.ts'
import { listed } from '#domain/listed.ts'
import { useLanguage, useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { emptyOf, MissingList } from '../ui/MissingList.tsx'
import { Refused } from '../ui/Refused.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { highlightsText } from './highlights.text.ts'

/** One practice with its evidence and who copies it; adopted with one click. */
export function HighlightLine({ highlight }: { highlight: HighlightView }) {
  const text = useText(highlightsText)
  const { language } = useLanguage()
  const adopting = useChange(adoptHighlight)
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { id, unit, title, practice, evidence, sharedBy, sharedOn, withdrawn, adoptions, adoptFor, mayWithdraw } =
    highlight
  const day = (on: string) => formatOnInFull(on, language)
  return (
    <li id={id}>
      <h2>
        {title} <span className="unit">{unit.name}</span>
      </h2>
      <p>{practice}</p>
      <p className="proof">{text.proof(evidence)}</p>
      {withdrawn && <p className="proof">{text.withdrawn(day(withdrawn.on), withdrawn.reason)}</p>}
      {adoptions.length > 0 && (
        <p className="adopted">
          <b>{text.adoptedBy}</b>
          {'　'}
          {listed(
            language,
            adoptions.map(({ unit: adopter }) => adopter.name),
          )}
        </p>
      )}
      <p className="foot">
        <span className="second">{text.sharedOn(day(sharedOn), sharedBy.name)}</span>
        {adoptFor && (
          <button
            type="button"
            className="btn small"
            disabled={adopting.isPending}
            onClick={() => adopting.mutate({ params: { highlightId: id }, body: { unitId: adoptFor.id } })}
          >
            {text.adopt(adoptFor.name)}
          </button>
        )}
        {mayWithdraw && (
          <button type="button" className="btn small" onClick={() => setWithdrawing(true)}>
            {text.withdraw}
          </button>
        )}
      </p>
      <Refused error={adopting.error} />
      {isWithdrawing && <WithdrawDialog id={id} onClose={() => setWithdrawing(false)} />}
    </li>
  )
}

function WithdrawDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText(highlightsText)
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useChange(withdrawHighlight)
  const missing = emptyOf({ [text.reason]: reason })
  const go = () => {
    mutate({ params: { highlightId: id }, body: { reason: reason.trim() } }, { onSuccess: onClose })
  }
  return (
    <Dialog
      title={text.withdrawTitle}
      onClose={onClose}
      foot={
        <>
          <MissingList labels={missing} />
          <button type="button" className="btn solid" disabled={missing.length > 0 || isPending} onClick={go}>
            {text.withdraw}
          </button>
        </>
      }
    >
      <div className="stack">
        <p>{text.withdrawSentence}</p>
        <TextField label={text.reason} maxLength={300} value={reason} onChange={setReason} />
        <Refused error={error} />
      </div>
    </Dialog>
  )
}
