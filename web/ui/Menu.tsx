import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Anchor } from './Anchor.tsx'

type MenuItem = { label: string; note?: string } & ({ href: string } | { onChoose: () => void })

type Props = {
  /** What the button says. */
  label: ReactNode
  /** Facts above the items, such as the person's unit and post. */
  facts?: ReactNode
  items: readonly MenuItem[]
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** A button with a short list of places to go and things to do. */
export function Menu({ label, facts, items }: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('a, button') ?? [])]
  useEffect(() => {
    if (open) entries()[0]?.focus()
  }, [open])
  const leave = (event: FocusEvent) => {
    const next = event.relatedTarget
    if (!(next instanceof Node) || !frame.current?.contains(next)) setOpen(false)
  }
  const shut = () => {
    setOpen(false)
    frame.current?.querySelector('button')?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') shut()
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    const all = entries()
    const at = all.findIndex((entry) => entry === document.activeElement)
    all[step(at, all.length)]?.focus()
  }
  return (
    <div className="menu" ref={frame} onBlur={leave}>
      <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {label}
        <span aria-hidden="true">▾</span>
      </button>
      {open && (
        <ul className="menu-list" id={id} ref={list} onKeyDown={press}>
          {facts && <li className="fact">{facts}</li>}
          {items.map((item) => (
            <li key={item.label}>
              <Entry item={item} onDone={shut} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Entry({ item, onDone }: { item: MenuItem; onDone: () => void }) {
  const words = (
    <>
      {item.label}
      {item.note && <span className="quiet">{item.note}</span>}
    </>
  )
  if ('href' in item) return <Anchor href={item.href}>{words}</Anchor>
  const choose = () => {
    onDone()
    item.onChoose()
  }
  return (
    <button type="button" onClick={choose}>
      {words}
    </button>
  )
}
