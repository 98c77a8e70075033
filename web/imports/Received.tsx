import { useRef } from 'react'
import { getReceivedPage } from '#domain/imports/pages.contract.ts'
import { useRead } from '#web/useEndpoint.ts'
import { useVisible } from './useVisible.ts'

const ALL_SHOWN = 8
const PAGE_HEIGHT = 2400

/** The text as received: what the repair took out is struck, what it replaced is shaded. */
export function Received({ importId }: { importId: string }) {
  const frame = useRef<HTMLElement>(null)
  const { data } = useRead(getReceivedPage, { params: { importId }, query: { page: 0 } })
  const count = data?.pages ?? 0
  const { items, before, after, measure } = useVisible({
    count,
    estimate: PAGE_HEIGHT,
    frame,
    at: -1,
    most: ALL_SHOWN,
    overscan: 1,
  })
  return (
    <article ref={frame} className="document" tabIndex={0}>
      {before > 0 && <div style={{ height: before }} />}
      {items.map((index) => (
        <div key={index} ref={measure} data-index={index}>
          <Page importId={importId} page={index} />
        </div>
      ))}
      {after > 0 && <div style={{ height: after }} />}
    </article>
  )
}

function Page({ importId, page }: { importId: string; page: number }) {
  const { data, isPlaceholderData } = useRead(getReceivedPage, { params: { importId }, query: { page } })
  if (!data || isPlaceholderData) return <div aria-busy="true" style={{ height: PAGE_HEIGHT }} />
  return (
    <>
      {data.lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no names of their own and never change places
        <div key={index} className="block paragraph">
          {line.map(({ text, kind }, at) => {
            if (kind === 'removed') return <del key={at}>{text}</del>
            return kind === 'replaced' ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>
          })}
        </div>
      ))}
    </>
  )
}
