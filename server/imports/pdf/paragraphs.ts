import { readLabel } from '#domain/imports/labels.ts'
import { evenWidth } from '#domain/width.ts'
import { toSimplified } from '../traditional.ts'
import { type Line, linesOf, middleOf, type Placed } from './page.ts'

/**
 * A paragraph put together from lines, or rows of words in columns. `flush`: it begins at the edge, without indent;
 * `open`: its last line ran to the end of the column.
 */
export type PdfBlock =
  | {
      readonly kind: 'paragraph'
      readonly text: string
      readonly top: number
      readonly open: boolean
      readonly flush: boolean
    }
  | { readonly kind: 'rows'; readonly rows: readonly Line[]; readonly top: number }

/** Where the words of a column begin and end. */
export interface Measure {
  readonly left: number
  readonly right: number
  readonly size: number
}

/** The edges that most full lines keep, and the size most letters have. */
export function measureOf(lines: readonly Line[]): Measure {
  const size = middleOf(lines.flatMap((line) => Array.from(line.text, () => line.size)))
  const body = lines.filter((line) => Math.abs(line.size - size) < 1)
  const among = body.length > 0 ? body : lines
  return {
    left: Math.min(...among.map(({ left }) => left)),
    right: Math.max(...among.map(({ right }) => right)),
    size,
  }
}

const NARROW_END = /[\u0021-\u024f]$/
const NARROW_START = /^[\u0021-\u024f]/

/** Joins words cut by a line's end; a blank stands between foreign words only. */
export function joinWords(text: string, next: string): string {
  if (/[A-Za-z]-$/.test(text) && /^[a-z]/.test(next)) return text.slice(0, -1) + next
  const blank = NARROW_END.test(text) && NARROW_START.test(next) && /[A-Za-z,.;]$/.test(text) ? ' ' : ''
  return text + blank + next
}

const isCentred = (line: Line, { left, right, size }: Measure) =>
  line.left - left > size * 1.2 &&
  right - line.right > size * 1.2 &&
  Math.abs(line.left - left - (right - line.right)) < size * 1.2

/** Whether a line ran to the end of its column, so that its sentence goes on in the next. */
const isFull = (line: Line, { right, size }: Measure) => right - line.right < size * 1.9

const isFlush = (line: Line, { left, size }: Measure) => line.left - left <= size * 1.2

/** Fonts name 一 and 二 as radicals, and a label must be known for one before the text is repaired. */
const plain = (text: string) => Array.from(text, toSimplified).join('')

function goesOn(line: Line, next: Line, measure: Measure, leading: number): boolean {
  const { size } = measure
  if (Math.abs(line.size - next.size) > Math.max(1, size * 0.12)) return false
  const isTitle = line.size > size * 1.15 && isCentred(next, measure)
  if (next.bottom > line.bottom && next.bottom - line.bottom > Math.max(leading, line.size) * (isTitle ? 2.2 : 1.7))
    return false
  if (isTitle) return true
  if (!isFlush(next, measure)) return false
  if (/[。！？；：;:]$/.test(line.text) && readLabel(evenWidth(plain(next.text)))) return false
  return isFull(line, measure)
}

/** The lines of one column → its paragraphs, from top to bottom. */
export function blocksOf(
  lines: readonly Line[],
  measure: Measure,
  isTable: (at: number) => readonly Line[],
): PdfBlock[] {
  const blocks: PdfBlock[] = []
  const leading = middleOf(lines.slice(1).map((line, at) => line.bottom - (lines[at]?.bottom ?? 0)))
  let last: Line | null = null
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line) break
    const rows = isTable(at)
    if (rows.length > 0) {
      blocks.push({ kind: 'rows', rows, top: line.bottom })
      at += rows.length - 1
      last = null
      continue
    }
    const before = blocks.at(-1)
    const open = isFull(line, measure) && !isCentred(line, measure)
    if (last && before?.kind === 'paragraph' && goesOn(last, line, measure, leading))
      blocks[blocks.length - 1] = { ...before, text: joinWords(before.text, line.text), open }
    else blocks.push({ kind: 'paragraph', text: line.text, top: line.bottom, open, flush: isFlush(line, measure) })
    last = line
  }
  return blocks
}

const FEWEST = 6

/**
 * Words in two columns of running text, each read from top to bottom; words across both (a title) part them. Null
 * where the page has one column. Rows of a table are no columns: in columns, lines run to the gutter.
 */
export function columnsOf(words: readonly Placed[], width: number): Placed[][] | null {
  const lines = linesOf(words)
  const size = middleOf(words.map((word) => word.size))
  const gutter = gutterOf(lines, width, size)
  if (gutter === null) return null
  const bands: Placed[][] = []
  let left: Placed[] = []
  let right: Placed[] = []
  const flush = () => {
    for (const band of [left, right]) if (band.length > 0) bands.push(band)
    left = []
    right = []
  }
  for (const line of lines) {
    if (line.parts.some((part) => part.left < gutter - size && part.right > gutter + size)) {
      flush()
      bands.push([...line.parts])
      continue
    }
    for (const part of line.parts) (part.right <= gutter + size / 2 ? left : right).push(part)
  }
  flush()
  return bands
}

/** Where the gap between two columns stands: in the middle of the page, and beside it lines that fill their column. */
function gutterOf(lines: readonly Line[], width: number, size: number): number | null {
  const pairs = lines.filter(({ parts }) => parts.length === 2)
  if (pairs.length < FEWEST) return null
  const gaps = pairs.map(({ parts: [a, b] }) => ({
    from: a?.right ?? 0,
    to: b?.left ?? 0,
    length: a ? a.right - a.left : 0,
  }))
  const from = Math.max(...gaps.map((gap) => gap.from))
  const to = Math.min(...gaps.map((gap) => gap.to))
  const at = (from + to) / 2
  if (to - from < size * 0.8 || at < width * 0.35 || at > width * 0.65) return null
  const longest = Math.max(...gaps.map(({ length }) => length))
  const full = gaps.filter(({ length }) => length > longest - size * 2.5)
  return longest > size * 10 && full.length >= gaps.length * 0.5 ? at : null
}
