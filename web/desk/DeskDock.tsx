import { DeedButtons, DeedTalk } from '../tasks/DeedBar.tsx'
import type { Deeds } from '../tasks/useDeeds.ts'
import type { Pickable, Picking } from '../tasks/usePicking.ts'
import { useText } from '../text.tsx'
import { Keys } from '../ui/Keys.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { deskText } from './desk.text.ts'

type Props = { picking: Picking<Pickable>; deeds: Deeds; count: number; onPickWhole: () => void }

/** The foot of the desk: what can be done with the selected, and what came of it. */
export function DeskDock({ picking, deeds, count, onPickWhole }: Props) {
  const text = useText(deskText)
  const { rows } = picking
  const canUrge = deeds.possible(rows).some(({ deed }) => deed === 'urge')
  useKeys(canUrge && !deeds.busy ? { u: () => deeds.begin('urge', rows) } : {})
  return (
    <div className={rows.length === 0 && !deeds.outcome ? 'dock ledger-dock idle' : 'dock ledger-dock'}>
      {rows.length > 0 && (
        <>
          <b aria-live="polite">{text.picked(rows.length)}</b>
          <DeedButtons deeds={deeds} rows={rows} />
          {rows.length < count && (
            <button type="button" className="btn small" onClick={onPickWhole}>
              {text.pickWhole(count)}
            </button>
          )}
          <button type="button" className="btn small bare" onClick={picking.clear}>
            {text.unpick}
          </button>
        </>
      )}
      <DeedTalk deeds={deeds} />
      <span className="grow" />
      <Keys label={text.keysLabel} keys={text.keys} />
    </div>
  )
}
