import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useRef } from 'react'

/** Up to this many items are simply shown. */
const ALL_SHOWN = 300

type Options = {
  count: number
  /** Pixels of an item before it was measured. */
  estimate: number
  /** The column that scrolls. */
  frame: RefObject<HTMLElement | null>
  /** The item to keep in view; -1 for none. */
  at: number
  /** More items than this are shown only near the window. */
  most?: number
  /** Items beyond the window's edges. */
  overscan?: number
}

/** The items of a long column that are near its window; all of them when they are few. Follows `at`. */
export function useVisible({ count, estimate, frame, at, most = ALL_SHOWN, overscan = 12 }: Options) {
  const isLong = count > most
  // oxlint-disable-next-line react/incompatible-library -- its answers are used in this render only
  const virtual = useVirtualizer({
    count: isLong ? count : 0,
    getScrollElement: () => frame.current,
    estimateSize: () => estimate,
    overscan,
  })
  const scroll = useRef<(index: number) => void>(() => undefined)
  const show = useCallback(
    (index: number) => {
      const element = frame.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
      if (element && frame.current) centre(frame.current, element)
      else virtual.scrollToIndex(index, { align: 'center' })
    },
    [frame, virtual],
  )
  useEffect(() => {
    scroll.current = show
  })
  useEffect(() => {
    if (at >= 0) scroll.current(at)
  }, [at])
  if (!isLong)
    return { items: Array.from({ length: count }, (_, index) => index), before: 0, after: 0, measure: undefined }
  const items = virtual.getVirtualItems()
  const first = items[0]
  const last = items[items.length - 1]
  return {
    items: items.map(({ index }) => index),
    before: first?.start ?? 0,
    after: last ? virtual.getTotalSize() - last.end : 0,
    measure: virtual.measureElement,
  }
}

/** Brings an element to the upper third of its column, unless it is in view already. The page itself stays. */
export function centre(frame: HTMLElement, element: HTMLElement): void {
  const outer = frame.getBoundingClientRect()
  const inner = element.getBoundingClientRect()
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return
  frame.scrollTop += inner.top - outer.top - outer.height / 4
}
