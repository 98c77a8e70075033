import type { SourcePage } from '#domain/imports/pages.contract.ts'
import { useText } from '#web/text.tsx'
import { importsText } from './imports.text.ts'
import { type Span, unreadPart } from './unread.ts'

/** Words of the source that are chosen to become a row, and what hands can do with them. */
export type Making = {
  chosen: Span | null
  onChoose: (span: Span | null) => void
  onNext: () => void
  onMake: () => void
}

type Props = { block: SourcePage['blocks'][number]; piece: Span; words: string; making: Making | null }

/** Words that no row holds: a click chooses them, or what is marked among them; another makes a row of them. */
export function Unread({ block, piece, words, making }: Props) {
  const { review } = useText(importsText)
  const part = making && block.kind !== 'title' && block.kind !== 'heading' ? unreadPart(block, piece) : null
  if (!making || !part) return <span>{words}</span>
  const { chosen, onChoose, onMake } = making
  if (!chosen || chosen.start < piece.start || chosen.end > piece.end)
    return (
      <span className="unread" onClick={({ currentTarget }) => onChoose(markedIn(currentTarget, piece.start) ?? part)}>
        {words}
      </span>
    )
  const cut = (from: number, to: number) => words.slice(from - piece.start, to - piece.start)
  return (
    <span className="unread">
      <span onClick={() => onChoose(null)}>{cut(piece.start, chosen.start)}</span>
      <mark className="chosen" onClick={() => onChoose(null)}>
        {cut(chosen.start, chosen.end)}
      </mark>
      <button type="button" className="btn small" onClick={onMake}>
        {review.make} <kbd>T</kbd>
      </button>
      <span onClick={() => onChoose(null)}>{cut(chosen.end, piece.end)}</span>
    </span>
  )
}

/** What is marked with the mouse within one stretch of words, as a span of the text; null where nothing is. */
function markedIn(place: HTMLElement, start: number): Span | null {
  const marked = window.getSelection()
  if (!marked || marked.isCollapsed || marked.rangeCount === 0) return null
  const range = marked.getRangeAt(0)
  const isInside = range.startContainer.parentElement === place && range.endContainer.parentElement === place
  return isInside && range.endOffset > range.startOffset
    ? { start: start + range.startOffset, end: start + range.endOffset }
    : null
}
