import type { UseComboboxReturnValue } from 'downshift'
import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import type { Option } from './options.ts'

type Props = {
  box: Pick<UseComboboxReturnValue<Option>, 'isOpen' | 'highlightedIndex' | 'getMenuProps' | 'getItemProps'>
  items: readonly Option[]
  /** The box that the list belongs to. */
  frame: RefObject<HTMLElement | null>
}

const HEIGHT = 288
const GAP = 4

/** Below the box where there is room for the list, else above it; in pixels of the window. */
function besideBox(box: DOMRect): CSSProperties {
  const below = window.innerHeight - box.bottom - GAP * 2
  const above = box.top - GAP * 2
  const width = { left: box.left, width: box.width }
  return below >= Math.min(HEIGHT, above)
    ? { ...width, top: box.bottom + GAP, maxHeight: Math.min(HEIGHT, below) }
    : { ...width, bottom: window.innerHeight - box.top + GAP, maxHeight: Math.min(HEIGHT, above) }
}

/** Where the list stands while it is open: it follows its box when anything scrolls. */
function usePlace(frame: RefObject<HTMLElement | null>, open: boolean): CSSProperties | undefined {
  const [place, setPlace] = useState<CSSProperties>()
  useLayoutEffect(() => {
    const box = frame.current
    if (!open || !box) return undefined
    const follow = () => setPlace(besideBox(box.getBoundingClientRect()))
    const observer = new ResizeObserver(follow)
    observer.observe(box)
    addEventListener('scroll', follow, { capture: true, passive: true })
    addEventListener('resize', follow)
    return () => {
      observer.disconnect()
      removeEventListener('scroll', follow, { capture: true })
      removeEventListener('resize', follow)
    }
  }, [frame, open])
  return open ? place : undefined
}

/** The list under a combobox. */
export function OptionList({ box, items, frame }: Props) {
  const { combo } = useText(kitText)
  const place = usePlace(frame, box.isOpen)
  return (
    <ul className="options" style={place} {...box.getMenuProps()}>
      {box.isOpen && items.length === 0 && <li className="none">{combo.none}</li>}
      {box.isOpen &&
        items.map((item, index) => (
          <li
            key={item.id}
            className={index === box.highlightedIndex ? 'at' : undefined}
            {...box.getItemProps({ item, index })}
          >
            {item.label}
            {item.note && <span className="note">{item.note}</span>}
          </li>
        ))}
    </ul>
  )
}
