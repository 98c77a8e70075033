import { hasMeasure } from '../targets/checkable.ts'
import { readDeadlineSentence } from './deadline.ts'
import { isCollective, isStrongBody, nameSpans } from './names.ts'
import { evenAt, type Page, wordsAt } from './page.ts'
import type { Span } from './source.ts'
import type { TimeFrame } from './times.ts'
import { castParts, type Responsibility } from './who.ts'

const TOLD = /已|目前|截至|累计|同比/

/**
 * 区教育局：5月25日前完成4个考点检查: the body in front of the colon does it. Null without a number or a day behind, as in
 * lists of duties and of who was there.
 */
export function namedInFront(page: Page, span: Span, frame: TimeFrame): { words: Span; who: Responsibility } | null {
  const even = evenAt(page, span)
  const at = even.search(/[：。；]/)
  if (at < 3 || at > 40 || even[at] !== '：') return null
  const front = { start: span.start, end: span.start + at }
  const names = nameSpans(page, front)
  if (names.length === 0 || !names.every((name) => isStrongBody(evenAt(page, name)))) return null
  if (names.some((name) => isCollective(evenAt(page, name)))) return null
  const words = { start: front.end + 1, end: span.end }
  const said = evenAt(page, words)
  if (TOLD.test(said) || !(hasMeasure(said) || readDeadlineSentence(page, words, frame))) return null
  const cast = castParts([{ part: 'owner', names: names.map((name) => wordsAt(page, name).replace(/\s+/g, '')) }])
  const nobody = { leaders: [], assignees: [], time: null, others: [] }
  return { words, who: { ...cast, ...nobody, rule: 'running_text', span: front } }
}
