import { type Line, linesOf, type PdfPage, type Placed } from './page.ts'

/*
 * What stands on every page and belongs to none: page numbers, running heads, watermarks set level.
 */

const MARGIN = 0.13
const PAGE_NUMBER =
  /^[\s\-—–―－_·•~～|]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[,，/／]?\s*(?:共\s*)?\d{1,4}\s*页?)?[\s\-—–―－_·•~～|]*$/
/** Lines at an edge that are looked at: a running head may have two, with a rule beneath. */
const AT_EDGE = 3
/** A line is a running head where at least this share of the pages, and two at least, bear it. */
const SHARE = 0.5

const bare = (text: string) => text.replace(/[\s\u3000]/g, '').replace(/\d+/g, '#')

function edgesOf(page: PdfPage): Line[] {
  const lines = linesOf(page.words)
  const top = lines.slice(0, AT_EDGE).filter(({ bottom }) => bottom < page.height * MARGIN)
  const foot = lines.slice(-AT_EDGE).filter(({ bottom }) => bottom > page.height * (1 - MARGIN))
  return [...new Set([...top, ...foot])].filter((line) => !isRuled(page, line))
}

/** Within a ruled table: its head is repeated as well, and is no furniture. */
const isRuled = ({ rules }: PdfPage, { bottom, size }: Line) =>
  rules.some(({ way, from, to }) => way === 'upright' && from < bottom - size * 0.35 && to > bottom - size * 0.35)

/** The pages without their furniture. A number alone is furniture only at the foot or the top of its page. */
export function withoutFurniture(pages: readonly PdfPage[]): PdfPage[] {
  const edges = pages.map(edgesOf)
  const counted = new Map<string, number>()
  for (const lines of edges)
    for (const text of new Set(lines.map((line) => bare(line.text)))) counted.set(text, (counted.get(text) ?? 0) + 1)
  const isRunning = (text: string) => (counted.get(bare(text)) ?? 0) >= Math.max(2, pages.length * SHARE)
  return pages.map((page, index) => {
    const gone = (edges[index] ?? []).filter(({ text }) => PAGE_NUMBER.test(text) || isRunning(text))
    return gone.length === 0
      ? page
      : { ...page, words: page.words.filter((word) => !gone.some((line) => holds(line, word))) }
  })
}

const holds = (line: Line, word: Placed) => Math.abs(line.bottom - word.bottom) < Math.max(line.size, word.size) * 0.45
