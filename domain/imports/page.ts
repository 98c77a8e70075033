import type { Span } from './source.ts'
import { charSet } from '../charSet.ts'
import { evenWidth } from '../width.ts'

/** A text and its even-width twin of the same length: rules look at `even`, names are taken from `text` as written. */
export interface Page {
  readonly text: string
  readonly even: string
}

export const pageOf = (text: string): Page => ({ text, even: evenWidth(text) })

export const wordsAt = (page: Page, span: Span): string => page.text.slice(span.start, span.end)

export const evenAt = (page: Page, span: Span): string => page.even.slice(span.start, span.end)

const isOpener = charSet(/[（〔《“‘「『]/)
const isCloser = charSet(/[）〕》”’」』]/)
const isBlank = charSet(/\s/)

/** Cuts a span at every character of `marks` (one of a class) that stands outside brackets and quotes. Blank pieces are left out. */
export function cutAt(page: Page, span: Span, marks: RegExp): Span[] {
  const pieces: Span[] = []
  const isMark = charSet(marks)
  const add = (from: number, to: number) => {
    const piece = trimmed(page, { start: from, end: to })
    if (piece.end > piece.start) pieces.push(piece)
  }
  let depth = 0
  let start = span.start
  for (let i = span.start; i < span.end; i++) {
    const code = page.even.charCodeAt(i)
    if (isOpener(code)) depth++
    else if (isCloser(code)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && isMark(code)) {
      add(start, i)
      start = i + 1
    }
  }
  add(start, span.end)
  return pieces
}

/** The span without blanks at its ends. */
export function trimmed(page: Page, span: Span): Span {
  let { start, end } = span
  while (start < end && isBlank(page.even.charCodeAt(start))) start++
  while (end > start && isBlank(page.even.charCodeAt(end - 1))) end--
  return { start, end }
}

/** The span without the given marks and blanks at its ends. */
export function strippedOf(page: Page, span: Span, marks: string): Span {
  let { start, end } = span
  const drop = (at: number) => isBlank(page.even.charCodeAt(at)) || marks.includes(page.even.charAt(at))
  while (start < end && drop(start)) start++
  while (end > start && drop(end - 1)) end--
  return { start, end }
}
