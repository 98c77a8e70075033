import { hasMeasure } from '../targets/checkable.ts'
import { readNamesOnly, readOnlyWho } from './clauses.ts'
import { isTimeOnly } from './deadline.ts'
import { hasConcreteVerb, isPast } from './duties.ts'
import { isStrongBody, nameSpans } from './names.ts'
import { cutAt, evenAt, type Page, strippedOf, trimmed } from './page.ts'
import type { Segment } from './segments.ts'
import type { Span } from './source.ts'
import type { TimeFrame } from './times.ts'
import { type Responsibility, unique } from './who.ts'

/** Parts of a line between commas and the like: 整治占道经营点位36处，区城管局，5月底前. */
export const partsAtMarks = (page: Page, line: Span): Span[] => cutAt(page, line, /[，；。\s|]/)

// Each part is tried with all behind it: a paragraph of thousands of blanks is no such line.
const MOST_BARRED = 200

/** Parts of a line between slashes, bars and blanks: 建设口袋公园24个/市城管局、各区/10月底前. */
export const partsAtBars = (page: Page, line: Span): Span[] =>
  line.end - line.start > MOST_BARRED ? [] : cutAt(page, line, /[/|\s]/)

/**
 * Parts of a line between dashes: 整治占道经营点位36处——区城管局——5月底前. A dash of one half width is one only between
 * blanks: in 6-8月 and A-3 it parts nothing.
 */
export function partsAtDashes(page: Page, line: Span): Span[] {
  const parts: Span[] = []
  let from = line.start
  for (const { 0: dash, index } of evenAt(page, line).matchAll(/ - |-{2,}|(?<!-)-(?!-)/g)) {
    const at = line.start + index
    if (dash === '-' && !/[\u2013-\u2015]/.test(page.text.charAt(at))) continue
    parts.push(trimmed(page, { start: from, end: at }))
    from = at + dash.length
  }
  return [...parts, trimmed(page, { start: from, end: line.end })].filter(({ start, end }) => end > start)
}

/** What a part says by itself: `beside` counts only where a time stands with it. */
interface PartRead {
  readonly isTime: boolean
  readonly who: Responsibility | null
  readonly beside: Responsibility | null
}

function readPart(page: Page, part: Span, frame: TimeFrame): PartRead | null {
  if (isTimeOnly(page, part, frame)) return { isTime: true, who: null, beside: null }
  const who = readOnlyWho(page, part, frame)
  const beside = who ?? readNamesBeside(page, part)
  return beside && { isTime: false, who, beside }
}

/** The last parts that say who or when, with what they say, from the first behind which nothing else stands; each is read once. */
function partsThatSay(page: Page, parts: readonly Span[], frame: TimeFrame): Map<Span, PartRead> {
  const reads = new Map<Span, PartRead>()
  for (const part of parts.slice(1).reverse()) {
    const read = readPart(page, part, frame)
    if (!read) break
    reads.set(part, read)
  }
  return reads
}

/** Names and a time alone in the last parts of a line; the words before them are the task. */
export function whoBehind(page: Page, line: Span, frame: TimeFrame, parts: readonly Span[]): Segment | null {
  const reads = partsThatSay(page, parts, frame)
  for (let at = parts.length - reads.size; at < parts.length; at += 1) {
    const [before, part] = [parts[at - 1], parts[at]]
    if (!before || !part) continue
    const tail = parts.slice(at)
    const times = tail.filter((one) => reads.get(one)?.isTime)
    const said = tail.flatMap((one) => {
      const { who = null, beside = null } = reads.get(one) ?? {}
      return who ?? (times.length > 0 ? beside : null) ?? []
    })
    if (said.length < tail.length - times.length || !said.some(({ lead }) => lead.length > 0)) continue
    const words = { start: line.start, end: before.end }
    if (times.length === 0 && !hasMeasure(evenAt(page, words))) continue
    return { words: [words], who: together(said, times, { start: part.start, end: line.end }), whole: line }
  }
  return null
}

/** An order that can be checked, to names alone: without a verb of doing and a measure it is a headline with its author. */
const isOrderTo = (order: string, names: readonly string[]): boolean =>
  hasMeasure(order) && hasConcreteVerb(order.slice(0, 4)) && !isPast(order) && names.every(isStrongBody)

/** 改造管网8公里—区水务局: an order, a dash, and names alone; null for anything else. */
export function namesBehindDash(page: Page, line: Span): Segment | null {
  const [order, behind, ...more] = partsAtDashes(page, line)
  if (!order || !behind || more.length > 0) return null
  const names = strippedOf(page, behind, '。；')
  const each = nameSpans(page, names).map((name) => evenAt(page, name))
  const who = isOrderTo(evenAt(page, order), each) ? readNamesOnly(page, names) : null
  return who && { words: [order], who, whole: line }
}

/** The same of a line by itself, in even width, before it is known for a title or not. */
export function isOrderBeforeDash(even: string): boolean {
  const [order = '', names, ...more] = even.split(/ ?-{1,2} ?/)
  return names !== undefined && more.length === 0 && isOrderTo(order, names.split('、'))
}

/** 区应急局、临港经开区: beside a time of its own, what stands with a plain name in a list is a name too. */
function readNamesBeside(page: Page, part: Span): Responsibility | null {
  const [first, second] = cutAt(page, part, /、/)
  return first && second && isStrongBody(evenAt(page, first)) ? readNamesOnly(page, part) : null
}

function together(said: readonly Responsibility[], times: readonly Span[], span: Span): Responsibility {
  const [first, ...rest] = said
  const lead = first?.lead ?? []
  const others = [...(first?.supporting ?? []), ...rest.flatMap((read) => [...read.lead, ...read.supporting])]
  const time = times[0] ?? null
  return {
    lead,
    supporting: unique(others).filter((name) => !lead.includes(name)),
    leaders: unique(said.flatMap(({ leaders }) => leaders)),
    assignees: [],
    time,
    rule: 'bracket_flat_list',
    span,
    others: [],
  }
}
