import { useMemo, useRef } from 'react'
import type { ImportView } from '#domain/imports/imports.contract.ts'
import { receivedLines } from './source.ts'
import { useVisible } from './useVisible.ts'

/** The text as received: what the repair took out is struck, what it replaced is shaded. */
export function Received({ view }: { view: ImportView }) {
  const frame = useRef<HTMLElement>(null)
  const lines = useMemo(() => receivedLines(view), [view])
  const { items, before, after, measure } = useVisible({ count: lines.length, estimate: 40, frame, at: -1 })
  return (
    <article ref={frame} className="document" tabIndex={0}>
      {before > 0 && <div style={{ height: before }} />}
      {items.map((index) => (
        <div key={index} ref={measure} data-index={index} className="block paragraph">
          {lines[index]?.map(({ text, kind }, at) => {
            if (kind === 'removed') return <del key={at}>{text}</del>
            return kind === 'replaced' ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>
          })}
        </div>
      ))}
      {after > 0 && <div style={{ height: after }} />}
    </article>
  )
}
