import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LedgerRow } from '#domain/tasks/ledger.contract.ts'
import { stepRule } from '#domain/tasks/lifecycle.ts'
import { assignTasks, registerTasks } from '#domain/tasks/steps.contract.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import { URGED_STATES } from '#domain/urging/byHand.ts'
import { urgeTasks } from '#domain/urging/urging.contract.ts'
import { call } from '../api.ts'
import { useHasAnyRole } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { Keys } from '../ui/Keys.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { ledgerText } from './ledger.text.ts'
import type { Picking } from './usePicking.ts'

type Deed = 'register' | 'assign' | 'urge'
type Refused = { id: string; code: string; message: string }
type Outcome = { deed: Deed; done: string[]; refused: Refused[] } | { error: string }

const DEEDS = ['register', 'assign', 'urge'] as const satisfies readonly Deed[]
const ENDPOINTS = { register: registerTasks, assign: assignTasks, urge: urgeTasks } as const
/** In which states a task can be meant; an urge leaves it where it is. */
const FROM: Record<Deed, readonly TaskState[]> = {
  register: stepRule('register').from,
  assign: stepRule('assign').from,
  urge: URGED_STATES,
}
/** How many the API takes at once. */
const AT_ONCE = 500

async function doForAll(deed: Deed, ids: readonly string[]): Promise<Outcome> {
  const outcome = { deed, done: [] as string[], refused: [] as Refused[] }
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const { done, refused } = await call(ENDPOINTS[deed], { body: { taskIds: ids.slice(from, from + AT_ONCE) } })
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
  const take = async (deed: Deed) => {
    setBusy(true)
    const ids = picking.rows.filter(({ state }) => FROM[deed].includes(state)).map(({ id }) => id)
    const came = await doForAll(deed, ids).catch((error: Error): Outcome => ({ error: error.message }))
    setOutcome(came)
    setBusy(false)
    // Done ones stay selected for the next step, though the view may not list them any more.
    if ('done' in came && deed !== 'urge') {
      const { to } = stepRule(deed)
      picking.set(picking.rows.map((row) => (came.done.includes(row.id) ? { ...row, state: to } : row)))
    }
    await client.invalidateQueries()
  }
  const able = (deed: Deed) => picking.rows.filter(({ state }) => FROM[deed].includes(state)).length
  useKeys(office && able('urge') > 0 ? { u: () => void take('urge') } : {})
  return (
    <>
      <b aria-live="polite">{text.picked(picking.count)}</b>
      {office &&
        DEEDS.map((deed) => (
          <button
            key={deed}
            type="button"
            className={deed === DEEDS.find((one) => one !== 'urge' && able(one) > 0) ? 'btn small solid' : 'btn small'}
            hidden={able(deed) === 0}
            disabled={busy}
            onClick={() => void take(deed)}
          >
            {text.deeds[deed]} {able(deed)}
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
