import type { LedgerRow } from '#domain/tasks/ledger.contract.ts'
import { useText } from '../text.tsx'
import { Keys } from '../ui/Keys.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { DeedButtons, DeedTalk } from './DeedBar.tsx'
import { DEED_FACTS, LEDGER_DEEDS } from './deeds.ts'
import { ledgerText } from './ledger.text.ts'
import { useDeeds } from './useDeeds.ts'
import type { Picking } from './usePicking.ts'

type Props = {
  picking: Picking<LedgerRow>
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

type SelectedProps = { picking: Picking<LedgerRow>; count: number; onPickWhole: () => void }

function Selected({ picking, count, onPickWhole }: SelectedProps) {
  const text = useText(ledgerText)
  const { rows } = picking
  // Done ones stay selected for the next step, though the view may not list them any more.
  const deeds = useDeeds(LEDGER_DEEDS, (deed, done) => {
    const { to } = DEED_FACTS[deed]
    if (to !== null) picking.set(rows.map((row) => (done.includes(row.id) ? { ...row, state: to } : row)))
  })
  const canUrge = deeds.possible(rows).some(({ deed }) => deed === 'urge')
  useKeys(canUrge && !deeds.busy ? { u: () => deeds.begin('urge', rows) } : {})
  return (
    <>
      <b aria-live="polite">{text.picked(picking.count)}</b>
      <DeedButtons deeds={deeds} rows={rows} />
      {picking.count < count && (
        <button type="button" className="btn small" onClick={onPickWhole}>
          {text.pickWhole(count)}
        </button>
      )}
      <button type="button" className="btn small bare" onClick={picking.clear}>
        {text.unpick}
      </button>
      <DeedTalk deeds={deeds} />
    </>
  )
}
