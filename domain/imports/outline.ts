import { readLabel } from './labels.ts'
import { evenAt, type Page } from './page.ts'
import type { SourceLine, Span } from './source.ts'
import { startsWithLabel } from './unwrap.ts'

/** A numbered line with what belongs to it: plain paragraphs behind it and numbered lines under it. */
export interface OutlineNode {
  /** As written, without the blank behind; empty for the root and for unnumbered headings. */
  readonly label: string
  readonly rank: number
  /** The line's words without the label. */
  readonly words: Span
  readonly whole: Span
  readonly body: Span[]
  readonly children: OutlineNode[]
}

const UNNUMBERED_HEADING = /^[\u4e00-\u9fff（）、“”\d%]{3,24}$/

/** Orders the lines by their numbering. Plain lines belong to the numbered one above them. */
export function outlineOf(page: Page, lines: readonly SourceLine[]): OutlineNode {
  const zero = { start: 0, end: 0 }
  const root: OutlineNode = { label: '', rank: -1, words: zero, whole: zero, body: [], children: [] }
  const stack: OutlineNode[] = [root]
  const spans: Span[] = lines.map(({ start, end }) => ({ start, end }))
  const styled = lines.map(({ kind, text }) => kind === 'heading' && text.length <= 40 && !/[。；]$/.test(text))
  for (const [at, span] of spans.entries()) {
    const even = evenAt(page, span)
    const label = readLabel(even)
    const next = spans[at + 1]
    if (!label && !styled[at] && !isUnnumberedHeading(even, next ? evenAt(page, next) : '', stack)) {
      stack.at(-1)?.body.push(span)
      continue
    }
    if (label?.rank === 6 && startsWithLabel(even.slice(label.length))) {
      stack.at(-1)?.body.push({ start: span.start + label.length, end: span.end })
      continue
    }
    const rank = label?.rank ?? 0.5
    const node: OutlineNode = {
      label: label?.label ?? '',
      rank,
      words: { start: span.start + (label?.length ?? 0), end: span.end },
      whole: span,
      body: [],
      children: [],
    }
    while ((stack.at(-1)?.rank ?? -1) >= rank) stack.pop()
    stack.at(-1)?.children.push(node)
    stack.push(node)
  }
  return root
}

/** A short bare line over unnumbered tasks: 重点项目 ⏎ 建成…。 ⏎ 完成…。 */
function isUnnumberedHeading(even: string, next: string, stack: readonly OutlineNode[]): boolean {
  const top = stack.at(-1)
  return (
    UNNUMBERED_HEADING.test(even) &&
    even.length <= 18 &&
    next.length > even.length &&
    /[。；）〕]$/.test(next) &&
    !startsWithLabel(next) &&
    (top?.rank ?? -1) <= 0.5 &&
    !/^(?:附件|此件|会议)/.test(even)
  )
}
