import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { usePrinting } from './usePrinting.ts'

/** Up to this many rows are simply shown; the browser's own search then finds them all. */
const ALL_SHOWN = 60
const OVERSCAN = 16

export type RowRange = {
  /** The first row to show and the one after the last. */
  from: number
  to: number
  /** Pixels that the rows left out above and below take. */
  before: number
  after: number
  scrollTo: (index: number) => void
}

type Options = {
  count: number
  /** Pixels of a row. */
  heightOf: (index: number) => number
  /** What the rows begin in, such as the tbody. */
  frame: RefObject<HTMLElement | null>
  /** Pixels of what stays fixed above and below the rows. */
  fixed?: { above: number; below: number }
}

const NOTHING_FIXED = { above: 0, below: 0 }

/** Pixels from the top of the page to the frame. */
function usePageTop(frame: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = () => setTop((frame.current?.getBoundingClientRect().top ?? 0) + window.scrollY)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [frame])
  return top
}

/** Which of many rows are near the window; all of them when they are few, and on paper. */
export function useRowRange({ count, heightOf, frame, fixed = NOTHING_FIXED }: Options): RowRange {
  const printing = usePrinting()
  // oxlint-disable-next-line react/incompatible-library -- its answers are used in this render only
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: heightOf,
    overscan: OVERSCAN,
    scrollMargin: usePageTop(frame),
    scrollPaddingStart: fixed.above,
    scrollPaddingEnd: fixed.below,
  })
  const scrollTo = (index: number) => virtual.scrollToIndex(index, { align: 'auto' })
  if (printing || count <= ALL_SHOWN) return { from: 0, to: count, before: 0, after: 0, scrollTo }
  const items = virtual.getVirtualItems()
  const first = items[0]
  const last = items[items.length - 1]
  if (!first || !last) return { from: 0, to: Math.min(count, ALL_SHOWN), before: 0, after: 0, scrollTo }
  const before = first.start - virtual.options.scrollMargin
  const after = virtual.getTotalSize() - (last.end - virtual.options.scrollMargin)
  return { from: first.index, to: last.index + 1, before, after, scrollTo }
}

/** Stands for the rows that are not shown. */
export function Spacer({ height, columnCount }: { height: number; columnCount: number }) {
  if (height <= 0) return null
  return (
    <tr className="spacer" aria-hidden="true">
      <td colSpan={columnCount} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}
