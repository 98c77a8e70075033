import type { DraftState, ReviewDoubt } from '#domain/imports/cells.ts'
import type { LitRow, SourcePage } from '#domain/imports/pages.contract.ts'

type Span = { start: number; end: number }
/** How a span is lit: with its row's state, or as the current one. */
type Tone = 'proposed' | 'accepted' | 'current' | 'off'
/** A run of the text under the same light. `rows` are those it belongs to. */
export type Piece = Span & {
  rows: Pick<LitRow, 'draftId' | 'number'>[]
  tone: Tone | null
  isDoubtful: boolean
  isFirst: boolean
}
/** A row's place in the text, and the words that its open doubts are about. */
export type Mark = Span & { row: Pick<LitRow, 'draftId' | 'number'>; tone: Tone; doubtful: Span[] }

const TONES: Record<DraftState, Tone> = {
  pending: 'proposed',
  accepted: 'accepted',
  merged: 'accepted',
  discarded: 'off',
}

/** Where each row of a page stands in the text; the rows of a split share one place. */
export function marksOf({ rows, blocks }: Pick<SourcePage, 'rows' | 'blocks'>, currentId: string | null): Mark[] {
  return rows.map((row) => ({
    ...row.source,
    row,
    tone: row.draftId === currentId ? 'current' : TONES[row.state],
    doubtful: row.doubts.flatMap((doubt) => doubtfulSpan(doubt, row, blocks)),
  }))
}

/** The very words a doubt is about, where it names them; else what its cell was read from. */
function doubtfulSpan({ field, facts }: ReviewDoubt, { read, source }: LitRow, blocks: SourcePage['blocks']): Span[] {
  const from = read[field] ?? (field === 'text' ? undefined : source)
  const words = String(facts['name'] ?? facts['text'] ?? facts['verb'] ?? '')
  const within = from ?? source
  const found = words === '' ? undefined : placeOf(words, within, blocks)
  if (found) return [found]
  return from && read[field] ? [{ start: from.start, end: from.end }] : []
}

/** Where words stand within a span of the page. */
function placeOf(words: string, within: Span, blocks: SourcePage['blocks']): Span | undefined {
  for (const { start, end, text } of blocks) {
    if (end <= within.start || start >= within.end) continue
    const at = text.indexOf(words, Math.max(0, within.start - start))
    if (at >= 0 && start + at + words.length <= within.end) return { start: start + at, end: start + at + words.length }
  }
  return undefined
}

/** The marks that touch a block. */
export const marksIn = ({ start, end }: Span, marks: readonly Mark[]): Mark[] =>
  marks.filter((mark) => mark.end > start && mark.start < end)

const covers = (span: Span, at: number): boolean => span.start <= at && at < span.end

/** Cuts a span of the text where the light changes. */
export function piecesOf(span: Span, marks: readonly Mark[]): Piece[] {
  const edges = new Set([span.start, span.end])
  for (const mark of marks)
    for (const part of [mark, ...mark.doubtful]) for (const edge of [part.start, part.end]) edges.add(edge)
  const cuts = [...edges].filter((edge) => edge >= span.start && edge <= span.end).sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const over = marks.filter((mark) => covers(mark, start))
    const main = over.find(({ tone }) => tone === 'current') ?? over.find(({ tone }) => tone !== 'off') ?? over[0]
    return {
      start,
      end: cuts[index + 1] ?? span.end,
      rows: over.map(({ row }) => row),
      tone: main?.tone ?? null,
      isDoubtful: over.some((mark) => mark.doubtful.some((part) => covers(part, start))),
      isFirst: over.some((mark) => mark.start === start),
    }
  })
}
