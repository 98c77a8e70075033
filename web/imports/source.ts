import type { ReviewDoubt } from '#domain/imports/cells.ts'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import type { ImportView } from '#domain/imports/imports.contract.ts'

type Span = { start: number; end: number }
/** A paragraph, or a row of a table with its cells. */
export type Block = Span & { kind: 'paragraph' | 'heading' | 'row'; cells: Span[] }
/** How a span is lit: with its row's state, or as the current one. */
type Tone = 'proposed' | 'accepted' | 'current' | 'off'
/** A run of the text under the same light. `drafts` are the rows it belongs to, by their place in the list. */
export type Piece = Span & { drafts: number[]; tone: Tone | null; isDoubtful: boolean; isFirst: boolean }
/** A row's place in the text, and the words that its open doubts are about. */
export type Mark = Span & { index: number; tone: Tone; doubtful: Span[] }

/** The lines as they are set: cells of one table row together, everything else by itself. */
export function blocksOf(lines: ImportView['lines']): Block[] {
  const blocks: Block[] = []
  let row = ''
  for (const { start, end, kind, table } of lines) {
    const key = table ? `${table.table}/${table.row}` : ''
    const last = blocks[blocks.length - 1]
    if (table && key === row && last) {
      last.cells.push({ start, end })
      last.end = Math.max(last.end, end)
    } else if (table) blocks.push({ start, end, kind: 'row', cells: [{ start, end }] })
    else blocks.push({ start, end, kind: kind === 'heading' ? 'heading' : 'paragraph', cells: [] })
    row = key
  }
  return blocks
}

const TONES: Record<DraftView['state'], Tone> = {
  pending: 'proposed',
  accepted: 'accepted',
  merged: 'accepted',
  discarded: 'off',
}

/** Where each row stands in the text; the rows of a split share one place. */
export const marksOf = (drafts: readonly DraftView[], currentId: string | null, text: string): Mark[] =>
  drafts.map((draft, index) => ({
    ...draft.source,
    index,
    tone: draft.id === currentId ? 'current' : TONES[draft.state],
    doubtful: draft.doubts.flatMap((doubt) => doubtfulSpan(doubt, draft, text)),
  }))

/** The very words a doubt is about, where it names them; else what its cell was read from. */
function doubtfulSpan({ field, facts }: ReviewDoubt, { read, source }: DraftView, text: string): Span[] {
  const from = read[field] ?? (field === 'text' ? undefined : source)
  const words = String(facts['name'] ?? facts['text'] ?? facts['verb'] ?? '')
  const within = from ?? source
  const at = words === '' ? -1 : text.slice(within.start, within.end).indexOf(words)
  if (at >= 0) return [{ start: within.start + at, end: within.start + at + words.length }]
  return from && read[field] ? [{ start: from.start, end: from.end }] : []
}

/** How a paragraph is set: the document's title, a heading above rows, or text. */
export function blockRoles(
  blocks: readonly Block[],
  { text, head, drafts }: Pick<ImportView, 'text' | 'head' | 'drafts'>,
): ('document-title' | 'heading' | null)[] {
  const headings = new Set(drafts.flatMap(({ sectionPath }) => sectionPath))
  return blocks.map(({ start, end, kind }) => {
    const words = text.slice(start, end).trim()
    if (kind !== 'row' && words !== '' && head.title?.includes(words) && words.length > 5) return 'document-title'
    return kind === 'heading' || (kind === 'paragraph' && headings.has(words)) ? 'heading' : null
  })
}

/** For each block, the marks that touch it. Marks stand in the document's order. */
export function marksByBlock(blocks: readonly Block[], marks: readonly Mark[]): Mark[][] {
  const sorted = [...marks].sort((a, b) => a.start - b.start)
  let from = 0
  return blocks.map((block) => {
    while (from < sorted.length && (sorted[from]?.end ?? 0) <= block.start) from += 1
    const touching: Mark[] = []
    for (let at = from; at < sorted.length; at += 1) {
      const mark = sorted[at]
      if (!mark || mark.start >= block.end) break
      if (mark.end > block.start) touching.push(mark)
    }
    return touching
  })
}

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
      drafts: over.map((mark) => mark.index),
      tone: main?.tone ?? null,
      isDoubtful: over.some((mark) => mark.doubtful.some((part) => covers(part, start))),
      isFirst: over.some((mark) => mark.start === start),
    }
  })
}

export type ReceivedRun = { text: string; kind: 'same' | 'removed' | 'replaced' }

/** The text as received, line by line, with what the repair took out and what it replaced. */
export function receivedLines({
  receivedText,
  text,
  removals,
}: Pick<ImportView, 'receivedText' | 'text' | 'removals'>): ReceivedRun[][] {
  const received = receivedText ?? text
  const lines: ReceivedRun[][] = [[]]
  const add = (words: string, kind: ReceivedRun['kind']) => {
    for (const [index, part] of words.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (part !== '') lines[lines.length - 1]?.push({ text: part, kind })
    }
  }
  let at = 0
  let repaired = 0
  const keep = (until: number) => {
    let from = at
    const isSame = (index: number) => received[index] === text[repaired + index - at]
    while (from < until) {
      const same = isSame(from)
      let to = from + 1
      while (to < until && isSame(to) === same) to += 1
      add(received.slice(from, to), same ? 'same' : 'replaced')
      from = to
    }
    repaired += until - at
    at = until
  }
  for (const { receivedStart, receivedEnd } of removals) {
    keep(receivedStart)
    add(received.slice(receivedStart, receivedEnd), 'removed')
    at = receivedEnd
  }
  keep(received.length)
  return lines.filter((line) => line.length > 0)
}
