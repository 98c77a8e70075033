import { useState } from 'react'
import { requestSignature, type SheetView, signSheet } from '#domain/reports/reports.contract.ts'
import { canSignSheet } from '#domain/reports/sheet.ts'
import { useActor, useSession } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { useChange } from '../useEndpoint.ts'
import type { Phase } from './drafts.ts'
import { reportsText } from './reports.text.ts'
import { factsOfSheet, type ShownRow } from './shown.ts'
import type { Filling } from './useFilling.ts'
import { useWords } from './useWords.ts'

type Props = {
  sheet: SheetView
  filling: Filling
  missing: readonly ShownRow[]
  onNext: () => void
}

/** The foot of the sheet: how far it is, what is missing, whether it is saved, and the one thing to do. */
export function SheetDock({ sheet, filling, missing, onNext }: Props) {
  const text = useText(reportsText)
  return (
    <footer className="dock sheet-dock">
      <Steps at={sheet.prepared ? 1 : 0} />
      <p className="message" role="status">
        <Missing missing={missing} sheet={sheet} />
      </p>
      <SavingState filling={filling} />
      {missing.length > 0 && (
        <button type="button" className="btn" onClick={onNext}>
          {text.toNext} <kbd>F8</kbd>
        </button>
      )}
      <SignAction sheet={sheet} filling={filling} missing={missing} />
    </footer>
  )
}

/** The four steps of a sheet; `at` is the one it stands at. */
export function Steps({ at }: { at: number }) {
  const text = useText(reportsText)
  return (
    <ol className="steps" aria-label={text.stepsLabel}>
      {text.steps.map((step, index) => (
        <li key={step} className={index === at ? 'on' : index < at ? 'past' : undefined} aria-current={index === at}>
          <b>{index + 1}</b>
          {step}
        </li>
      ))}
    </ol>
  )
}

function Missing({ missing, sheet }: Pick<Props, 'missing' | 'sheet'>) {
  const text = useText(reportsText)
  const words = useWords()
  if (missing.length === 0) {
    const { prepared } = sheet
    return prepared ? text.asked(words.clock(prepared.at), prepared.by?.name ?? '') : text.ready
  }
  const blocked = missing.filter((row) => row.problems.some(({ weight }) => weight === 'blocks'))
  const [first] = blocked
  const problem = first?.problems.find(({ weight }) => weight === 'blocks')
  const waiting = missing.filter((row) => !blocked.includes(row)).map(({ number }) => number)
  return (
    <>
      <b>{text.missing(missing.length)}</b>
      {waiting.length > 0 && ` ${text.missingRows(rangesOf(waiting))}`}
      {first && problem && (waiting.length > 0 ? text.missingJoin : ' ')}
      {first && problem && text.missingAt(first.number, words.problem(problem))}
    </>
  )
}

/** `3、8–10、12`: neighbours are put together. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges[ranges.length - 1]
    if (last && number === last[1] + 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join('、')
}

/** The worst of all rows decides what is said; a trouble is said until it is over. */
const WORST: readonly Phase[] = ['signedOut', 'conflict', 'refused', 'offline', 'troubled', 'saving']

export function SavingState({ filling }: { filling: Filling }) {
  const { saving } = useText(reportsText)
  const words = useWords()
  const phases = Object.values(filling.drafts).map(({ phase }) => phase)
  const worst = WORST.find((phase) => phases.includes(phase))
  if (worst === 'signedOut')
    return (
      <p className="saving wanting" role="alert">
        {saving.signedOut}{' '}
        <Anchor className="link" href={`/sign-in?next=${encodeURIComponent(location.pathname)}`}>
          {saving.signIn}
        </Anchor>
      </p>
    )
  if (worst && worst !== 'saving' && worst !== 'waiting')
    return (
      <p className="saving wanting" role="alert">
        {saving[worst]}
      </p>
    )
  if (phases.length > 0) return <p className="saving quiet">{saving.saving}</p>
  return <p className="saving quiet">{filling.savedAt && saving.saved(words.clock(filling.savedAt))}</p>
}

/** The liaison asks, the head signs; Ctrl+Enter does either. */
export function SignAction({ sheet, filling, missing }: Pick<Props, 'sheet' | 'filling' | 'missing'>) {
  const text = useText(reportsText)
  const words = useWords()
  const actor = useActor()
  const { today } = useSession()
  const ask = useChange(requestSignature)
  const [asking, setAsking] = useState(false)
  const isHead = canSignSheet(actor, factsOfSheet(sheet), today).allowed
  const params = { periodId: sheet.period.id, unitId: sheet.unit.id }
  const isReady = missing.length === 0 && sheet.rows.length > 0
  const go = async () => {
    if (!isReady) return
    await filling.store.flush()
    // What could not be saved is not signed either: the foot says why.
    if (Object.keys(filling.store.now()).length > 0) return
    if (isHead) setAsking(true)
    else ask.mutate({ params, body: {} })
  }
  useKeys({ 'Ctrl+Enter': () => void go() })
  const label = isHead ? text.sign : sheet.prepared ? text.askAgain : text.ask(words.names(sheet.heads))
  if (!isHead && sheet.heads.length === 0) return <p className="wanting">{text.noHead}</p>
  return (
    <>
      <Refused error={ask.error} />
      <button
        type="button"
        className="btn solid"
        aria-disabled={!isReady || undefined}
        disabled={ask.isPending}
        onClick={() => void go()}
      >
        {label} <kbd>Ctrl Enter</kbd>
      </button>
      {asking && <SignDialog {...{ sheet, filling }} onClose={() => setAsking(false)} />}
    </>
  )
}

function SignDialog({ sheet, filling, onClose }: Pick<Props, 'sheet' | 'filling'> & { onClose: () => void }) {
  const text = useText(reportsText)
  const words = useWords()
  const sign = useChange(signSheet)
  const rows = filling.rows.filter(({ open }) => open)
  const changed = rows.filter((row) => row.changed.length > 0).length
  const claims = rows.reduce((sum, { values }) => sum + values.claimedMilestoneIds.length, 0)
  const seen = rows.map(({ taskId, version }) => ({ taskId, version }))
  const params = { periodId: sheet.period.id, unitId: sheet.unit.id }
  const send = () => sign.mutate({ params, body: { seen } }, { onSuccess: onClose })
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
      <p>{text.signBody(rows.length, changed, claims)}</p>
      <Refused error={sign.error} />
    </Dialog>
  )
}
