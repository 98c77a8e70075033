import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'

type Props = {
  name: string
  /** What the filter is set to, in words; 全部 where it is not set. */
  value: string
  /** Given only while the filter is set. */
  onClear?: (() => void) | undefined
  onOpen: () => void
}

/** A filter that says its value. */
export function Chip({ name, value, onClear, onOpen }: Props) {
  const { chip, combo } = useText(kitText)
  if (!onClear) {
    return (
      <button type="button" className="chip" onClick={onOpen}>
        {name}
        <span className="value">{value}</span>
      </button>
    )
  }
  return (
    <span className="chip on">
      <button type="button" className="words" onClick={onOpen}>
        {chip(name, value)}
      </button>
      <button type="button" className="clear" aria-label={combo.remove(`${name} ${value}`)} onClick={onClear}>
        ×
      </button>
    </span>
  )
}
