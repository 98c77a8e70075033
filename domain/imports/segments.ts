import { readNamesOnly } from './clauses.ts'
import { isTimeOnly } from './deadline.ts'
import { cutAt, evenAt, type Page, trimmed } from './page.ts'
import { readBracket } from './responsibility.ts'
import type { Span } from './source.ts'
import type { TimeFrame } from './times.ts'
import { type Responsibility, unique } from './who.ts'

/** A piece of a paragraph with the bracket of responsibility that closes it. */
export interface Segment {
  /** The task's own words; more than one where the bracket stands in the midst. */
  readonly words: readonly Span[]
  readonly who: Responsibility | null
  readonly whole: Span
}

interface Bracket {
  readonly outer: Span
  readonly inner: Span
}

/** Brackets at the outermost level; one that is never closed runs to the end of the paragraph. */
function bracketsIn(page: Page, span: Span): Bracket[] {
  const found: Bracket[] = []
  for (let i = span.start; i < span.end; i++) {
    const char = page.even[i]
    if (char !== '（' && char !== '〔') continue
    const end = closingOf(page, i, span.end)
    found.push({ outer: { start: i, end: Math.min(end + 1, span.end) }, inner: { start: i + 1, end } })
    i = end
  }
  return found
}

function closingOf(page: Page, open: number, limit: number): number {
  const square = page.even[open] === '〔'
  let depth = 0
  let loose = -1
  for (let i = open; i < limit; i++) {
    const char = page.even[i]
    if (char === '（') depth++
    else if (char === '）') depth--
    if (square && char === '〕') return i
    if (!square && depth <= 0 && i > open) return i
    if (char === '）') loose = i
  }
  return loose > open ? loose : limit
}

/** Sentences right behind a bracket that only say when: 年内完成。 持续推进。 完成时限：9月30日前。 */
function timeBehind(page: Page, from: number, end: number, frame: TimeFrame): number {
  let at = from
  while (at < end) {
    const stop = page.even.slice(at, end).search(/[。；]/)
    const to = stop < 0 ? end : at + stop + 1
    const sentence = trimmed(page, { start: at, end: to })
    const even = evenAt(page, sentence)
    const labelled = /^(?:完成)?时限：/.test(even)
    if (even === '' || (!labelled && even !== '。' && !isTimeOnly(page, sentence, frame))) break
    at = to
  }
  return at
}

/** 【牵头单位：A】【配合单位：B】【完成时限：9月底】: one statement in several brackets. */
function withBeside(segment: Segment, first: Responsibility, more: Responsibility, end: number): Segment {
  // A list of owners behind a bracket that names the lead supports it.
  const added = first.lead.length > 0 ? [...more.lead, ...more.supporting] : more.supporting
  const who: Responsibility = {
    lead: first.lead.length > 0 ? first.lead : more.lead,
    supporting: unique([...first.supporting, ...added]).filter((name) => !first.lead.includes(name)),
    leaders: unique([...first.leaders, ...more.leaders]),
    assignees: unique([...first.assignees, ...more.assignees]),
    time: first.time ?? more.time,
    rule: first.rule,
    span: { start: first.span.start, end: more.span.end },
    others: [...first.others, ...more.others],
  }
  return { ...segment, who, whole: { start: segment.whole.start, end } }
}

/** Cuts a paragraph at its brackets of responsibility: two tasks with two brackets are two segments. */
export function segmentsOf(page: Page, span: Span, frame: TimeFrame): Segment[] {
  const segments: Segment[] = []
  let words: Span[] = []
  let from = span.start
  let begun = span.start
  for (const bracket of bracketsIn(page, span)) {
    const isInFront = evenAt(page, { start: span.start, end: bracket.outer.start }).trim() === ''
    const who = readBracket(page, bracket.inner, frame) ?? (isInFront ? readNamesOnly(page, bracket.inner) : null)
    if (!who) continue
    const beside = segments.at(-1)
    if (beside?.who && trimmed(page, { start: from, end: bracket.outer.start }).end <= from) {
      segments[segments.length - 1] = withBeside(beside, beside.who, who, bracket.outer.end)
      from = bracket.outer.end
      begun = from
      continue
    }
    words.push({ start: from, end: bracket.outer.start })
    const end = timeBehind(page, bracket.outer.end, span.end, frame)
    if (end > bracket.outer.end) words.push({ start: bracket.outer.end, end })
    segments.push({ words, who, whole: { start: begun, end } })
    words = []
    from = end
    begun = end
  }
  const rest = trimmed(page, { start: from, end: span.end })
  if (segments.length === 0) return [{ words: [span], who: null, whole: span }]
  const last = segments.at(-1)
  // Words behind the last bracket belong to its task, unless they are a task of their own without a bracket.
  if (last && rest.end > rest.start && !/^[。；，、]+$/.test(evenAt(page, rest))) {
    segments[segments.length - 1] = {
      ...last,
      words: [...last.words, rest],
      whole: { start: last.whole.start, end: rest.end },
    }
  }
  return segments
}

const RUN_IN = [
  /（(\d{1,2})）/g,
  /(?<=^|[。；：])(\d{1,2})[.、](?!\d)/g,
  /([①-⑳])/g,
  /(?<=^|[。；：])（([一二三四五六七八九十]{1,2})）/g,
]

/** Numbered pieces run in within one paragraph: …。（1）…（2）…. The words before the first are its heading. */
export function runInPieces(page: Page, span: Span): { head: Span; pieces: { label: string; words: Span }[] } | null {
  const even = evenAt(page, span)
  const listed = listedPieces(page, span)
  if (listed) return listed
  for (const pattern of RUN_IN) {
    const marks = [...even.matchAll(pattern)]
    const inOrder = marks.length >= 2 && marks.every((mark, index) => orderOf(mark[1] ?? '') === index + 1)
    if (!inOrder) continue
    const pieces = marks.map((mark, index) => {
      const start = span.start + mark.index + mark[0].length
      return { label: mark[0], words: { start, end: span.start + (marks[index + 1]?.index ?? even.length) } }
    })
    return { head: { start: span.start, end: span.start + (marks[0]?.index ?? 0) }, pieces }
  }
  return null
}

/** 抓好以下六项工作：…；…；…: as many pieces as there are semicolons. */
function listedPieces(page: Page, span: Span): { head: Span; pieces: { label: string; words: Span }[] } | null {
  const found = /(?:以下|下列)[一二三四五六七八九十\d]+(?:项|件|个|大)[^：。；]{0,10}：/.exec(evenAt(page, span))
  if (!found) return null
  const from = span.start + found.index + found[0].length
  const pieces = cutAt(page, { start: from, end: span.end }, /[；。]/).map((words) => ({ label: '', words }))
  return pieces.length >= 2 ? { head: { start: span.start, end: from }, pieces } : null
}

function orderOf(mark: string): number {
  if (/^\d+$/.test(mark)) return Number(mark)
  if (/[①-⑳]/.test(mark)) return mark.charCodeAt(0) - 0x2460 + 1
  return '一二三四五六七八九十'.indexOf(mark) + 1
}
