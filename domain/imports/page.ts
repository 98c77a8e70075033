import type { Span } from './source.ts'
import { evenWidth } from '../width.ts'

/** A text and its even-width twin of the same length: rules look at `even`, names are taken from `text` as written. */
export interface Page {
  readonly text: string
  readonly even: string
}

export const pageOf = (text: string): Page => ({ text, even: evenWidth(text) })

export const wordsAt = (page: Page, span: Span): string => page.text.slice(span.start, span.end)

export const evenAt = (page: Page, span: Span): string => page.even.slice(span.start, span.end)

const OPENERS = '（〔《“‘「『'
const CLOSERS = '）〕》”’」』'

/** Cuts a span at every character of `marks` that stands outside brackets and quotes. Blank pieces are left out. */
export function cutAt(page: Page, span: Span, marks: RegExp): Span[] {
  const pieces: Span[] = []
  let depth = 0
  let start = span.start
  for (let i = span.start; i < span.end; i++) {
    const char = page.even[i] ?? ''
    if (OPENERS.includes(char)) depth++
    else if (CLOSERS.includes(char)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && marks.test(char)) {
      pieces.push({ start, end: i })
      start = i + 1
    }
  }
  pieces.push({ start, end: span.end })
  return pieces.map((piece) => trimmed(page, piece)).filter((piece) => piece.end > piece.start)
}

/** The span without blanks at its ends. */
export function trimmed(page: Page, span: Span): Span {
  let { start, end } = span
  while (start < end && /\s/.test(page.even[start] ?? '')) start++
  while (end > start && /\s/.test(page.even[end - 1] ?? '')) end--
  return { start, end }
}

/** The span without the given marks and blanks at its ends. */
export function strippedOf(page: Page, span: Span, marks: string): Span {
  let { start, end } = span
  const drop = (char: string | undefined) => char !== undefined && (marks.includes(char) || /\s/.test(char))
  while (start < end && drop(page.even[start])) start++
  while (end > start && drop(page.even[end - 1])) end--
  return { start, end }
}
