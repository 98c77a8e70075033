import { useMemo, useRef } from 'react'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import type { ImportView } from '#domain/imports/imports.contract.ts'
import { useText } from '#web/text.tsx'
import { importsText } from './imports.text.ts'
import { Received } from './Received.tsx'
import { type Block, blockRoles, blocksOf, type Mark, marksByBlock, marksOf, type Piece, piecesOf } from './source.ts'
import { useVisible } from './useVisible.ts'

type Props = {
  view: ImportView
  currentId: string | null
  onPick: (draftId: string) => void
  /** As received, with what was repaired marked; instead of the repaired text with its spans. */
  received: boolean
  onToggle: () => void
}

/** The source, set as a document, with every row's span lit and numbered. */
export function SourceColumn({ view, currentId, onPick, received, onToggle }: Props) {
  const { review } = useText(importsText)
  const repaired = view.receivedText !== null
  return (
    <section className="source" aria-label={received ? review.received : review.source}>
      <header className="column-head">
        <h2>{received ? review.received : review.source}</h2>
        {received && <span>{review.receivedNote}</span>}
        {repaired && (
          <button type="button" className="link" onClick={onToggle}>
            {received ? review.back : review.original} <kbd>S</kbd>
          </button>
        )}
      </header>
      {received ? <Received view={view} /> : <Repaired {...{ view, currentId, onPick }} />}
    </section>
  )
}

function Repaired({ view, currentId, onPick }: Pick<Props, 'view' | 'currentId' | 'onPick'>) {
  const frame = useRef<HTMLElement>(null)
  const blocks = useMemo(() => blocksOf(view.lines), [view.lines])
  const marks = useMemo(
    () => marksByBlock(blocks, marksOf(view.drafts, currentId, view.text)),
    [blocks, view.drafts, view.text, currentId],
  )
  const roles = useMemo(() => blockRoles(blocks, view), [blocks, view])
  const current = view.drafts.find(({ id }) => id === currentId)
  const at = current
    ? blocks.findIndex(({ start, end }) => end > current.source.start && start < current.source.end)
    : -1
  const { items, before, after, measure } = useVisible({ count: blocks.length, estimate: 40, frame, at })
  return (
    <article ref={frame} className="document" tabIndex={0}>
      {before > 0 && <div style={{ height: before }} />}
      {items.map((index) => {
        const block = blocks[index]
        return (
          block && (
            <div
              key={index}
              ref={measure}
              data-index={index}
              className={blockClass(block, marks[index] ?? [], roles[index] ?? null)}
            >
              <BlockText
                block={block}
                marks={marks[index] ?? []}
                text={view.text}
                drafts={view.drafts}
                onPick={onPick}
              />
            </div>
          )
        )
      })}
      {after > 0 && <div style={{ height: after }} />}
    </article>
  )
}

/** A wide table's row runs on like text: the column is too narrow to set it as a table. */
const MOST_COLUMNS = 5

const blockClass = (
  { kind, cells }: Block,
  marks: readonly Mark[],
  role: 'document-title' | 'heading' | null,
): string =>
  [
    'block',
    role ?? kind,
    cells.length > MOST_COLUMNS && 'wide',
    marks.some(({ tone }) => tone === 'current') && 'now',
    marks.length === 0 && !role && 'plain',
  ]
    .filter(Boolean)
    .join(' ')

type BlockProps = {
  block: Block
  marks: readonly Mark[]
  text: string
  drafts: readonly DraftView[]
  onPick: (draftId: string) => void
}

function BlockText({ block, marks, ...rest }: BlockProps) {
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

function Pieces({ pieces, text, drafts, onPick }: Omit<BlockProps, 'block' | 'marks'> & { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map((piece) => {
        const words = text.slice(piece.start, piece.end)
        const [first] = piece.drafts
        const draft = first === undefined ? undefined : drafts[first]
        if (!draft || piece.tone === null) return <span key={piece.start}>{words}</span>
        const tone = `lit ${piece.tone}${piece.isDoubtful && piece.tone !== 'off' ? ' doubtful' : ''}`
        return (
          <span key={piece.start} className={tone} onClick={() => onPick(draft.id)}>
            {piece.isFirst && <sup>{piece.drafts.map((index) => index + 1).join('、')}</sup>}
            {words}
          </span>
        )
      })}
    </>
  )
}
