import { authText } from '#web/text/auth.text.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import type { PillarDraft } from './setup-draft.ts'

type Props = { pillars: PillarDraft[]; onChange: (pillars: PillarDraft[]) => void; error: string | undefined }

/** The pillars in their order: rename, move, add, take away. */
export function PillarRows({ pillars, onChange, error }: Props) {
  const { setup: text } = useText(authText)
  const change = (key: number, part: Partial<PillarDraft>) =>
    onChange(pillars.map((pillar) => (pillar.key === key ? { ...pillar, ...part } : pillar)))
  const move = (from: number, by: number) => {
    const order = [...pillars]
    order.splice(from + by, 0, ...order.splice(from, 1))
    onChange(order)
  }
  const add = () =>
    onChange([...pillars, { key: Math.max(-1, ...pillars.map(({ key }) => key)) + 1, name: '', mark: '' }])
  return (
    <div className={error ? 'field missing' : 'field'} role="group" aria-label={text.pillars}>
      <span className="label">{text.pillars}</span>
      <ol>
        {pillars.map((pillar, index) => (
          <li key={pillar.key} className="pillar-row">
            <span className="number">{index + 1}</span>
            <input
              type="text"
              aria-label={text.pillarName}
              value={pillar.name}
              maxLength={30}
              onChange={(event) => change(pillar.key, { name: event.target.value })}
            />
            <input
              type="text"
              aria-label={text.pillarMark}
              value={pillar.mark}
              maxLength={4}
              onChange={(event) => change(pillar.key, { mark: event.target.value })}
            />
            <RowButtons
              name={pillar.name}
              onUp={index > 0 ? () => move(index, -1) : undefined}
              onDown={index < pillars.length - 1 ? () => move(index, 1) : undefined}
              onRemove={() => onChange(pillars.filter(({ key }) => key !== pillar.key))}
            />
          </li>
        ))}
      </ol>
      <p className="hint">{text.pillarMarkHint}</p>
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      <div>
        <button type="button" className="btn small" onClick={add}>
          {text.addPillar}
        </button>
      </div>
    </div>
  )
}

type Buttons = {
  name: string
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onRemove: () => void
}

function RowButtons({ name, onUp, onDown, onRemove }: Buttons) {
  const { row: words } = useText(kitText)
  const { setup: text } = useText(authText)
  return (
    <span className="row">
      <button type="button" className="btn small" aria-label={text.up(name)} disabled={!onUp} onClick={onUp}>
        {words.up}
      </button>
      <button type="button" className="btn small" aria-label={text.down(name)} disabled={!onDown} onClick={onDown}>
        {words.down}
      </button>
      <button type="button" className="btn small" aria-label={text.removePillar(name)} onClick={onRemove}>
        {words.remove}
      </button>
    </span>
  )
}
