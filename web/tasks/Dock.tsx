import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LedgerRow } from '#domain/tasks/ledger.contract.ts'
import { useHasAnyRole } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Keys } from '../ui/Keys.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { type Deed, DEED_FACTS, DEEDS, doForAll, type Refused } from './deeds.ts'
import { ledgerText } from './ledger.text.ts'
import { taskText } from './task.text.ts'
import type { Picking } from './usePicking.ts'

type Outcome = { deed: Deed; done: string[]; refused: Refused[] } | { error: string }

type Props = {
  picking: Picking
  /** Lines on screen, from 1, and how many tasks there are. */
  shown: { from: number; to: number; count: number }
  onPickWhole: () => void
}

/** The foot of the ledger: what can be done with the selected tasks, and where one is. */
export function Dock({ picking, shown, onPickWhole }: Props) {
  const text = useText(ledgerText)
  return (
    <div className="dock ledger-dock">
      {picking.count > 0 && <Selected picking={picking} count={shown.count} onPickWhole={onPickWhole} />}
      <span className="grow" />
      <span className="text-13 second">
        {shown.count > 0 && text.rowsShown(shown.from, Math.min(shown.to, shown.count), shown.count)}
      </span>
      <Keys label={text.keysLabel} keys={text.keys} />
    </div>
  )
}

function Selected({ picking, count, onPickWhole }: { picking: Picking; count: number; onPickWhole: () => void }) {
  const text = useText(ledgerText)
  const may = {
    office: useHasAnyRole(['supervisionOffice']),
    leaders: useHasAnyRole(['principalLeader', 'leaderInCharge']),
  }
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState<Deed | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const meant = (deed: Deed) => picking.rows.filter(({ state }) => DEED_FACTS[deed].from.includes(state))
  const take = async (deed: Deed, words = '') => {
    setAsked(null)
    setBusy(true)
    const { to } = DEED_FACTS[deed]
    const ids = meant(deed).map(({ id }) => id)
    const came = await doForAll(deed, ids, words)
      .then((answer): Outcome => ({ deed, ...answer }))
      .catch((error: Error): Outcome => ({ error: error.message }))
    setOutcome(came)
    setBusy(false)
    // Done ones stay selected for the next step, though the view may not list them any more.
    if ('done' in came && to !== null)
      picking.set(picking.rows.map((row) => (came.done.includes(row.id) ? { ...row, state: to } : row)))
    await client.invalidateQueries()
  }
  const possible = DEEDS.filter((deed) => may[DEED_FACTS[deed].by] && meant(deed).length > 0)
  const solid = possible.find((deed) => !DEED_FACTS[deed].isQuiet)
  useKeys(possible.includes('urge') ? { u: () => void take('urge') } : {})
  return (
    <>
      <b aria-live="polite">{text.picked(picking.count)}</b>
      {possible.map((deed) => (
        <button
          key={deed}
          type="button"
          className={deed === solid ? 'btn small solid' : 'btn small'}
          disabled={busy}
          onClick={() => (DEED_FACTS[deed].asks === null ? void take(deed) : setAsked(deed))}
        >
          {text.deeds[deed]} {meant(deed).length}
        </button>
      ))}
      {picking.count < count && (
        <button type="button" className="btn small" onClick={onPickWhole}>
          {text.pickWhole(count)}
        </button>
      )}
      <button type="button" className="btn small bare" onClick={picking.clear}>
        {text.unpick}
      </button>
      {outcome && <OutcomeLine outcome={outcome} rows={picking.rows} />}
      {asked && (
        <DeedDialog
          deed={asked}
          count={meant(asked).length}
          onClose={() => setAsked(null)}
          onSay={(words) => void take(asked, words)}
        />
      )}
    </>
  )
}

type DialogProps = { deed: Deed; count: number; onClose: () => void; onSay: (words: string) => void }

/** What is said once for all the selected tasks. */
function DeedDialog({ deed, count, onClose, onSay }: DialogProps) {
  const text = useText(ledgerText)
  const { dialog, explained } = useText(taskText)
  const [words, setWords] = useState('')
  const isVerified = DEED_FACTS[deed].asks === 'verification'
  return (
    <Dialog
      title={`${text.deeds[deed]} ${count}`}
      onClose={onClose}
      foot={
        <button type="button" className="btn solid" disabled={words.trim() === ''} onClick={() => onSay(words.trim())}>
          {text.deeds[deed]}
        </button>
      }
    >
      <div className="stack">
        <p className="second">{deed === 'closeOut' ? text.closeOutMany : deed === 'urge' ? '' : explained[deed]}</p>
        <LongTextField
          label={isVerified ? dialog.verification : dialog.reason}
          hint={isVerified ? dialog.verificationHint : undefined}
          maxLength={1000}
          value={words}
          onChange={setWords}
        />
      </div>
    </Dialog>
  )
}

/** What came of it, task by task: nothing is refused in silence. */
function OutcomeLine({ outcome, rows }: { outcome: Outcome; rows: readonly LedgerRow[] }) {
  const text = useText(ledgerText)
  if ('error' in outcome)
    return (
      <p className="outcome error" role="alert">
        {outcome.error}
      </p>
    )
  const { deed, done, refused } = outcome
  return (
    <div className={refused.length === 0 ? 'outcome brief' : 'outcome'} role="status">
      {done.length > 0 && <p>{text.bulkDone[deed](done.length)}</p>}
      {refused.length > 0 && (
        <details open={refused.length <= 5}>
          <summary>{text.bulkRefused(refused.length)}</summary>
          <ul>
            {refused.map(({ id, message }) => (
              <li key={id}>
                <b>{rows.find((row) => row.id === id)?.code ?? ''}</b> {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
