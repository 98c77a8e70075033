import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LedgerRow } from '#domain/tasks/ledger.contract.ts'
import { stepRule } from '#domain/tasks/lifecycle.ts'
import { assignTasks, registerTasks } from '#domain/tasks/steps.contract.ts'
import { call } from '../api.ts'
import { useHasAnyRole } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Keys } from '../ui/Keys.tsx'
import { ledgerText } from './ledger.text.ts'
import type { Picking } from './usePicking.ts'

type Step = 'register' | 'assign'
type Refused = { id: string; code: string; message: string }
type Outcome = { step: Step; done: string[]; refused: Refused[] } | { error: string }

const STEPS = { register: registerTasks, assign: assignTasks } as const
/** How many the API takes at once. */
const AT_ONCE = 500

async function takeForAll(step: Step, ids: readonly string[]): Promise<Outcome> {
  const outcome = { step, done: [] as string[], refused: [] as Refused[] }
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const { done, refused } = await call(STEPS[step], { body: { taskIds: ids.slice(from, from + AT_ONCE) } })
    outcome.done.push(...done)
    outcome.refused.push(...refused)
  }
  return outcome
}

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
  const office = useHasAnyRole(['supervisionOffice'])
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const take = async (step: Step) => {
    setBusy(true)
    const ids = picking.rows.filter(({ state }) => stepRule(step).from.includes(state)).map(({ id }) => id)
    const came = await takeForAll(step, ids).catch((error: Error): Outcome => ({ error: error.message }))
    setOutcome(came)
    setBusy(false)
    // Done ones stay selected for the next step, though the view may not list them any more.
    if ('done' in came)
      picking.set(picking.rows.map((row) => (came.done.includes(row.id) ? { ...row, state: stepRule(step).to } : row)))
    await client.invalidateQueries()
  }
  const able = (step: Step) => picking.rows.filter(({ state }) => stepRule(step).from.includes(state)).length
  return (
    <>
      <b aria-live="polite">{text.picked(picking.count)}</b>
      {office &&
        (['register', 'assign'] as const).map((step) => (
          <button
            key={step}
            type="button"
            className={step === 'register' || able('register') === 0 ? 'btn small solid' : 'btn small'}
            hidden={able(step) === 0}
            disabled={busy}
            onClick={() => void take(step)}
          >
            {step === 'register' ? text.registerMany : text.assignMany} {able(step)}
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
    </>
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
  const { step, done, refused } = outcome
  return (
    <div className={refused.length === 0 ? 'outcome brief' : 'outcome'} role="status">
      {done.length > 0 && <p>{text.bulkDone[step](done.length)}</p>}
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
