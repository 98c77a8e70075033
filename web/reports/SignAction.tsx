import { useState } from 'react'
import { requestSignature, type SheetView, signSheet } from '#domain/reports/reports.contract.ts'
import type { RowField } from '#domain/reports/row.ts'
import { canSignSheet } from '#domain/reports/sheet.ts'
import { useActor, useSession } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { useChange } from '../useEndpoint.ts'
import { deliveriesText } from './deliveries.text.ts'
import { reportsText } from './reports.text.ts'
import { factsOfSheet, openCell, rangesOf, type ShownRow, unsavedRows, type Waiting, worstOf } from './shown.ts'
import { deliveredBySigning, type Delivering } from './useDelivering.ts'
import type { Filling } from './useFilling.ts'
import { useWords } from './useWords.ts'

type Props = {
  sheet: SheetView
  filling: Filling
  delivering: Delivering
  missing: readonly ShownRow[]
  /** Leads to a cell of a row that waits for something. */
  onLead: (taskId: string, field: RowField) => void
}

/** The liaison asks, the head signs; Ctrl+Enter does either. */
export function SignAction({ sheet, filling, delivering, missing, onLead }: Props) {
  const text = useText(reportsText)
  const deliveries = useText(deliveriesText)
  const words = useWords()
  const actor = useActor()
  const { today } = useSession()
  const ask = useChange(requestSignature)
  const [asking, setAsking] = useState(false)
  const [held, setHeld] = useState<readonly string[]>([])
  const [holdsDelivery, setHoldsDelivery] = useState(false)
  const isHead = canSignSheet(actor, factsOfSheet(sheet), today).allowed
  const params = { periodId: sheet.period.id, unitId: sheet.unit.id }
  const isReady = missing.length === 0 && sheet.rows.length > 0
  /** Says what the sheet waits for, and leads to the first of it. */
  const hold = (rows: readonly Waiting[]) => {
    setHeld(rows.map(({ taskId }) => taskId))
    if (rows[0]) onLead(rows[0].taskId, rows[0].field)
  }
  const go = async () => {
    if (!isReady) return hold(missing.slice(0, 1).map((row) => ({ taskId: row.taskId, field: openCell(row) })))
    await Promise.all([filling.store.flush(), delivering.store.flush()])
    // What could not be saved is not signed either.
    const unsaved = unsavedRows(filling.rows, filling.store.now())
    if (unsaved.length > 0) return hold(unsaved)
    const isUnsaved = Object.keys(delivering.store.now()).length > 0
    setHoldsDelivery(isUnsaved)
    if (isUnsaved) return undefined
    if (isHead) setAsking(true)
    else ask.mutate({ params, body: {} })
  }
  useKeys({ 'Ctrl+Enter': () => void go() })
  const unsavedDelivery = delivering.rows.some(({ draft }) => draft !== null)
  const label = isHead ? text.sign : sheet.prepared ? text.askAgain : text.ask(words.names(sheet.heads))
  if (!isHead && sheet.heads.length === 0) return <p className="wanting">{text.noHead}</p>
  return (
    <>
      <Refused error={ask.error} />
      <Held {...{ held, filling, missing }} />
      {holdsDelivery && unsavedDelivery && (
        <p className="wanting held" role="alert">
          {deliveries.unsaved}
        </p>
      )}
      <button
        type="button"
        className="btn solid"
        aria-disabled={!isReady || undefined}
        disabled={ask.isPending}
        onClick={() => void go()}
      >
        {label} <kbd>Ctrl Enter</kbd>
      </button>
      {asking && <SignDialog {...{ sheet, filling, delivering }} onClose={() => setAsking(false)} />}
    </>
  )
}

/** Why the sheet was not signed when that was asked for; nothing once those rows are done and saved. */
function Held({ held, filling, missing }: Pick<Props, 'filling' | 'missing'> & { held: readonly string[] }) {
  const { cannotSign } = useText(reportsText)
  const rows = filling.rows.filter(({ taskId }) => held.includes(taskId))
  const worst = worstOf(rows)
  const numbers = rows.filter(({ draft }) => draft?.phase === worst).map(({ number }) => number)
  const wanting = missing.find(({ taskId }) => held.includes(taskId))
  const sentence =
    worst && worst !== 'saving'
      ? cannotSign[worst](rangesOf(numbers))
      : wanting && cannotSign.missing(String(wanting.number))
  return sentence ? (
    <p className="wanting held" role="alert">
      {sentence}
    </p>
  ) : null
}

type DialogProps = Pick<Props, 'sheet' | 'filling' | 'delivering'> & { onClose: () => void }

function SignDialog({ sheet, filling, delivering, onClose }: DialogProps) {
  const text = useText(reportsText)
  const words = useWords()
  const deliveries = useText(deliveriesText)
  const sign = useChange(signSheet)
  const delivered = deliveredBySigning(delivering.rows)
  const rows = filling.rows.filter(({ open }) => open)
  const changed = rows.filter((row) => row.changed.length > 0).length
  const claims = rows.reduce((sum, { values }) => sum + values.claimedMilestoneIds.length, 0)
  const seen = rows.map(({ taskId, version }) => ({ taskId, version }))
  const seenDeliveries = delivering.rows.map(({ taskId, version }) => ({ taskId, version }))
  const params = { periodId: sheet.period.id, unitId: sheet.unit.id }
  const send = () => sign.mutate({ params, body: { seen, seenDeliveries } }, { onSuccess: onClose })
  return (
    <Dialog
      title={text.signTitle(text.sheetTitle(words.period(sheet.period)))}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {text.cancel}
          </button>
          <button type="button" className="btn solid" disabled={sign.isPending} onClick={send}>
            {text.sign}
          </button>
        </>
      }
    >
      <p>
        {text.signBody(rows.length, changed, claims)} {delivered.length > 0 && deliveries.signs(delivered.length)}
      </p>
      <Refused error={sign.error} />
    </Dialog>
  )
}
