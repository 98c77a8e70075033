import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useText } from '../text.tsx'
import { Chip } from '../ui/Chip.tsx'
import { isListOpen } from './isListOpen.ts'
import { ledgerText } from './ledger.text.ts'

type Props = {
  name: string
  value: string
  onClear: (() => void) | undefined
  children: ReactNode
}

/** A chip with its choices below it; they hold at once, Esc or leaving closes them. */
export function FilterChip({ name, value, onClear, children }: Props) {
  const text = useText(ledgerText)
  const id = useId()
  const [open, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const shut = () => {
    setOpen(false)
    frame.current?.querySelector('button')?.focus()
  }
  const leave = ({ relatedTarget: next }: FocusEvent) => {
    const own = frame.current
    if (!own || !(next instanceof Node)) return
    // A press on plain words focuses what is around us: that is not leaving.
    if (!own.contains(next) && !next.contains(own)) setOpen(false)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open || isListOpen(event.target)) return
    event.stopPropagation()
    shut()
  }
  return (
    <div className="filter" ref={frame} onBlur={leave} onKeyDownCapture={press}>
      <Chip name={name} value={value} onClear={onClear} onOpen={() => setOpen(!open)} />
      {open && (
        <>
          <div className="filter-shade" aria-hidden="true" onClick={() => setOpen(false)} />
          <div className="filter-panel" id={id} role="group" aria-label={name}>
            {children}
            <div className="row">
              <button type="button" className="btn small" onClick={shut}>
                {text.close}
                <kbd>Esc</kbd>
              </button>
            </div>
          </div>
        </>
      )}
    </div>
  )
}
