import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { SOURCE_PAGE } from '#domain/imports/blocks.ts'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import type { ImportView } from '#domain/imports/imports.contract.ts'
import { getSourcePage, type SourcePage } from '#domain/imports/pages.contract.ts'
import { useText } from '#web/text.tsx'
import { useRead } from '#web/useEndpoint.ts'
import { importsText } from './imports.text.ts'
import { Received } from './Received.tsx'
import { type Making, Unread } from './Unread.tsx'
import { type Mark, marksIn, marksOf, type Piece, piecesOf } from './source.ts'
import { centre, useVisible } from './useVisible.ts'

type Props = {
  view: ImportView
  current: DraftView | undefined
  onPick: (draftId: string) => void
  /** Words that no row holds: those chosen, and what chooses them and makes a row of them; absent once registered. */
  making: Making | null
  /** As received, with what was repaired marked; instead of the repaired text with its spans. */
  received: boolean
  onToggle: () => void
}

/** Pages of the source that are simply shown; of a longer one, those near the window. */
const ALL_SHOWN = 8
/** Pixels of a page that was not measured. */
const PAGE_HEIGHT = 1400

/** The source, set as a document, with every row's span lit and numbered. */
export function SourceColumn({ view, current, onPick, making, received, onToggle }: Props) {
  const { review } = useText(importsText)
  return (
    <section className="source" aria-label={received ? review.received : review.source}>
      <header className="column-head">
        <h2>{received ? review.received : review.source}</h2>
        {received && <span>{review.receivedNote}</span>}
        {making && !received && (
          <button type="button" className="link" onClick={making.onNext}>
            <kbd>L</kbd> {review.unread}
          </button>
        )}
        {view.repaired && (
          <button type="button" className="link" onClick={onToggle}>
            {received ? review.back : review.original} <kbd>S</kbd>
          </button>
        )}
      </header>
      {received ? <Received importId={view.id} /> : <Repaired importId={view.id} {...{ current, onPick, making }} />}
    </section>
  )
}

type Hands = { onPick: (draftId: string) => void; making: Making | null }
type RepairedProps = Hands & { importId: string; current: DraftView | undefined }

function Repaired({ importId, current, onPick, making }: RepairedProps) {
  const frame = useRef<HTMLElement>(null)
  const at = making?.chosen?.start ?? current?.source.start ?? 0
  const page = Math.floor(at / SOURCE_PAGE)
  const { data } = useRead(getSourcePage, { params: { importId }, query: { page } })
  const { items, before, after, measure } = useVisible({
    count: data?.pages ?? 0,
    estimate: PAGE_HEIGHT,
    frame,
    at: data ? page : -1,
    most: ALL_SHOWN,
    overscan: 1,
  })
  return (
    <article ref={frame} className="document" tabIndex={0}>
      {before > 0 && <div style={{ height: before }} />}
      {items.map((index) => (
        <div key={index} ref={measure} data-index={index}>
          <Page {...{ importId, page: index, onPick, making }} currentId={current?.id ?? null} frame={frame} />
        </div>
      ))}
      {after > 0 && <div style={{ height: after }} />}
    </article>
  )
}

type PageProps = Hands & {
  importId: string
  page: number
  currentId: string | null
  frame: RefObject<HTMLElement | null>
}

function Page({ importId, page, currentId, frame, onPick, making }: PageProps) {
  const { data, isPlaceholderData } = useRead(getSourcePage, { params: { importId }, query: { page } })
  const shown = isPlaceholderData ? undefined : data
  const place = useRef<HTMLDivElement>(null)
  const isHere = shown?.rows.some(({ draftId }) => draftId === currentId) === true
  useEffect(() => {
    const lit = place.current?.querySelector<HTMLElement>('.lit.current')
    if (isHere && lit && frame.current) centre(frame.current, lit)
  }, [isHere, currentId, frame])
  const chosenAt = making?.chosen?.start ?? null
  useEffect(() => {
    const chosen = place.current?.querySelector<HTMLElement>('.chosen')
    if (chosenAt !== null && chosen && frame.current) centre(frame.current, chosen)
  }, [chosenAt, shown, frame])
  if (!shown) return <div className="source-waits" aria-busy="true" style={{ height: PAGE_HEIGHT }} />
  return (
    <div ref={place}>
      <Blocks page={shown} {...{ currentId, onPick, making }} />
    </div>
  )
}

type BlocksProps = Hands & { page: SourcePage; currentId: string | null }

function Blocks({ page, currentId, onPick, making }: BlocksProps) {
  const marks = useMemo(() => marksOf(page, currentId), [page, currentId])
  return (
    <>
      {page.blocks.map((block) => {
        const over = marksIn(block, marks)
        return (
          <div key={block.start} className={blockClass(block, over)}>
            <BlockText block={block} marks={over} {...{ onPick, making }} />
          </div>
        )
      })}
    </>
  )
}

type Block = SourcePage['blocks'][number]
/** A wide table's row runs on like text: the column is too narrow to set it as a table. */
const MOST_COLUMNS = 5

const blockClass = ({ kind, cells }: Block, marks: readonly Mark[]): string =>
  [
    'block',
    kind === 'title' ? 'document-title' : kind,
    cells.length > MOST_COLUMNS && 'wide',
    marks.some(({ tone }) => tone === 'current') && 'now',
    marks.length === 0 && (kind === 'paragraph' || kind === 'row') && 'plain',
  ]
    .filter(Boolean)
    .join(' ')

type BlockProps = Hands & { block: Block; marks: readonly Mark[] }

function BlockText({ block, marks, onPick, making }: BlockProps) {
  const rest = { block, onPick, making }
  if (block.kind !== 'row') return <Pieces pieces={piecesOf(block, marks)} {...rest} />
  return (
    <>
      {block.cells.map((cell) => (
        <span key={cell.start} className="source-cell">
          <Pieces pieces={piecesOf(cell, marks)} {...rest} />
        </span>
      ))}
    </>
  )
}

function Pieces({ pieces, block, onPick, making }: Omit<BlockProps, 'marks'> & { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map((piece) => {
        const words = block.text.slice(piece.start - block.start, piece.end - block.start)
        const [first] = piece.rows
        if (!first || piece.tone === null)
          return <Unread key={piece.start} {...{ block, piece, making }} words={words} />
        const tone = `lit ${piece.tone}${piece.isDoubtful && piece.tone !== 'off' ? ' doubtful' : ''}`
        return (
          <span key={piece.start} className={tone} onClick={() => onPick(first.draftId)}>
            {piece.isFirst && <sup>{piece.rows.map(({ number }) => number).join('、')}</sup>}
            {words}
          </span>
        )
      })}
    </>
  )
}
