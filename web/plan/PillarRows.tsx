import { kitText } from '../text/kit.text.ts'
import { useText } from '../text.tsx'
import { newPillar, type PillarForm, swapped } from './pillarList.ts'
import { planText } from './plan.text.ts'

type Props = { pillars: readonly PillarForm[]; onChange: (pillars: PillarForm[]) => void }

const MOST = 30

/** The pillars as rows: name, mark, order. */
export function PillarRows({ pillars, onChange }: Props) {
  const { row: words } = useText(kitText)
  const text = useText(planText)
  const set = (key: string, part: Partial<PillarForm>) =>
    onChange(pillars.map((pillar) => (pillar.key === key ? { ...pillar, ...part } : pillar)))
  return (
    <>
      <div className="pillar-row pillar-head" aria-hidden="true">
        <span />
        <span>{text.pillarName}</span>
        <span title={text.markHint}>{text.pillarMark}</span>
      </div>
      <ol className="pillar-rows">
        {pillars.map(({ key, name, mark }, index) => (
          <li key={key} className="pillar-row" aria-label={text.pillarNumber(index + 1)}>
            <span className="quiet">{index + 1}</span>
            <input
              className="input"
              aria-label={`${text.pillarNumber(index + 1)} ${text.pillarName}`}
              value={name}
              maxLength={30}
              onChange={(event) => set(key, { name: event.target.value })}
            />
            <input
              className="input mark-input"
              aria-label={`${text.pillarNumber(index + 1)} ${text.pillarMark}`}
              title={text.markHint}
              value={mark}
              maxLength={4}
              onChange={(event) => set(key, { mark: event.target.value })}
            />
            <button
              type="button"
              className="btn small"
              aria-label={text.up(name)}
              disabled={index === 0}
              onClick={() => onChange(swapped(pillars, index, -1))}
            >
              {words.up}
            </button>
            <button
              type="button"
              className="btn small"
              aria-label={text.down(name)}
              disabled={index === pillars.length - 1}
              onClick={() => onChange(swapped(pillars, index, 1))}
            >
              {words.down}
            </button>
            <button
              type="button"
              className="btn small bare"
              aria-label={text.retire(name)}
              title={text.retire(name)}
              disabled={pillars.length === 1}
              onClick={() => onChange(pillars.filter((pillar) => pillar.key !== key))}
            >
              {words.retire}
            </button>
          </li>
        ))}
      </ol>
      {pillars.length < MOST && (
        <button type="button" className="btn small" onClick={() => onChange([...pillars, newPillar()])}>
          {text.addPillar}
        </button>
      )}
    </>
  )
}
