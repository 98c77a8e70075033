import { headsTime } from './headingTime.ts'
import { labelNumber, readLabel, type LabelRead } from './labels.ts'
import { addressed } from './addressed.ts'
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
    const below = next ? evenAt(page, next) : ''
    const over = headsNumbers(even, label, readLabel(below), stack)
    if (over === null && !label && !styled[at] && !isUnnumberedHeading(even, below, stack)) {
      stack.at(-1)?.body.push(span)
      continue
    }
    if (over === null && label?.rank === 6 && startsWithLabel(even.slice(label.length))) {
      stack.at(-1)?.body.push({ start: span.start + label.length, end: span.end })
      continue
    }
    const rank = over ?? label?.rank ?? 0.5
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

/**
 * The rank of a short line without a number over numbered ones: ■ 区城管局 ⏎ 1.…, where the numbers begin anew, and
 * 七月份 ⏎ 1.…, where they may run on. Null where it is none.
 */
function headsNumbers(
  even: string,
  label: LabelRead | null,
  below: LabelRead | null,
  stack: readonly OutlineNode[],
): number | null {
  if (below === null || (label !== null && label.rank < 6) || below.rank >= 6) return null
  const words = even.slice(label?.length ?? 0)
  if (words.length > 24 || /[。；，：]./.test(words) || /[。；]$/.test(words) || startsWithLabel(words)) return null
  if (headsTime(words)) return below.rank - 0.5
  const begun = stack.some((node) => node.rank === below.rank) || label !== null || addressed(words)
  return begun && labelNumber(below.label) === 1 && isName(words) ? below.rank - 0.5 : null
}

const isName = (even: string) => /^[\u4e00-\u9fff（）、]{3,24}：?$/.test(even) && !/^(?:附件|此件|会议|抄送)/.test(even)

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
