import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Tally } from '#domain/rates/board.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { Unbroken } from '#web/ui/Unbroken.tsx'
import type { Spot } from './navigate.ts'
import { spotOf } from './useBoardCursor.ts'

const REST_MS = 150
const WIDTH = 320
const HEIGHT = 110

/** Where the pointer rests: pixels within the board's frame. */
export type SlipAt = { spot: Spot; left: number; top: number }

const place = (line: HTMLElement | null, box: { left: number; top: number; width: number; height: number }) => {
  if (!line) return
  line.hidden = false
  Object.assign(line.style, {
    left: `${box.left}px`,
    top: `${box.top}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
  })
}

/** Follows the pointer over the crossings: traces their lines at once, and after a rest says where the slip goes. */
export function useSlip(frame: RefObject<HTMLElement | null>) {
  const [at, setAt] = useState<SlipAt | null>(null)
  const rowTrace = useRef<HTMLElement>(null)
  const columnTrace = useRef<HTMLElement>(null)
  const timer = useRef(0)
  const hide = () => {
    clearTimeout(timer.current)
    setAt(null)
    for (const line of [rowTrace.current, columnTrace.current]) if (line) line.hidden = true
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const over = (event: PointerEvent) => {
    const found = spotOf(event.target)
    const cell = found?.cell
    const row = cell?.parentElement
    const bounds = frame.current?.getBoundingClientRect()
    hide()
    if (!cell?.classList.contains('crossing') || !row?.parentElement || !bounds) return
    const box = cell.getBoundingClientRect()
    const body = row.parentElement.getBoundingClientRect()
    const middle = { x: Math.round(box.left + box.width / 2 - bounds.left), y: Math.round(box.top + 13 - bounds.top) }
    const crossings = row.querySelectorAll('.crossing')
    const first = crossings[0]?.getBoundingClientRect() ?? box
    const last = crossings[crossings.length - 1]?.getBoundingClientRect() ?? box
    place(rowTrace.current, {
      left: first.left - bounds.left,
      top: middle.y,
      width: last.right - first.left,
      height: 1,
    })
    place(columnTrace.current, { left: middle.x, top: body.top - bounds.top, width: 1, height: body.height })
    if (event.pointerType !== 'mouse') return
    const left = Math.max(0, Math.min(middle.x + 18, bounds.width - WIDTH))
    const below = box.bottom + HEIGHT < window.innerHeight - 48
    const top = box.top - bounds.top + (below ? box.height + 6 : -HEIGHT)
    timer.current = window.setTimeout(() => setAt({ spot: found?.spot ?? { row: 0, column: 0 }, left, top }), REST_MS)
  }
  return { at, over, hide, rowTrace, columnTrace }
}

type Props = {
  at: SlipAt
  unit: string
  pillar: string
  tally: Tally | undefined
  sentence?: string | undefined
}

/** What stands on the crossing under the pointer. The same is read aloud from the cell and stands in the panel. */
export function BoardSlip({ at, unit, pillar, tally, sentence }: Props) {
  const words = useText(kitText).board
  if (!tally) return null
  return (
    <div className="slip" style={{ left: at.left, top: at.top }} aria-hidden="true">
      <b>{words.at(unit, pillar)}</b>
      <span className="second">{words.counts(tally)}</span>
      {sentence && (
        <div>
          <Unbroken text={sentence} />
        </div>
      )}
    </div>
  )
}
