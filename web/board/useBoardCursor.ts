import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Light } from '#domain/lights/light.ts'
import { nameKey } from '#web/ui/useKeys.ts'
import { type Lattice, moveSpot, nextLight, type Spot } from './navigate.ts'

type Options = {
  frame: RefObject<HTMLElement | null>
  lattice: Lattice
  /** Brings a line into the document when lines are virtual. */
  scrollTo: (row: number) => void
  /** Enter or a click on a spot. */
  onAct: (spot: Spot, by: 'key' | 'pointer') => void
}

/** Reads a cell's `data-at`. */
export function spotOf(target: EventTarget | null): { spot: Spot; cell: HTMLElement } | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null
  const [row, column] = (cell?.dataset['at'] ?? '').split(':').map(Number)
  return cell && row !== undefined && column !== undefined ? { spot: { row, column }, cell } : null
}

/** The one spot of the board that the keyboard is on. */
export function useBoardCursor({ frame, lattice, scrollTo, onAct }: Options) {
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 1 })
  const wanted = useRef(false)
  // A line that was outside the window appears one or two renders after it was asked for.
  useLayoutEffect(() => {
    if (!wanted.current) return
    const cell = frame.current?.querySelector<HTMLElement>(`[data-at="${spot.row}:${spot.column}"]`)
    if (!cell) return
    wanted.current = false
    cell.focus()
  })
  const go = (next: Spot) => {
    wanted.current = true
    setSpot(next)
    if (next.row >= 0 && next.row < lattice.rowCount) scrollTo(next.row)
  }
  const press = (event: KeyboardEvent) => {
    const found = spotOf(event.target)
    if (!found) return
    const key = nameKey(event.nativeEvent)
    const next = moveSpot(lattice, found.spot, key)
    if (!next && key !== 'Enter' && key !== ' ') return
    event.preventDefault()
    if (next) go(next)
    else onAct(found.spot, 'key')
  }
  const goToLight = (light: Light): Spot | null => {
    const next = nextLight(lattice, spot, light)
    if (next) go(next)
    return next
  }
  return { spot, setSpot, press, goToLight }
}
