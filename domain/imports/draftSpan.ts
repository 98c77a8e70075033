import { yearOf } from './documentDate.ts'
import type { Draft, DraftedDocument } from './draft.ts'
import { draftOf, type DraftOptions } from './draftDocument.ts'
import { gatherSpan } from './gather.ts'
import { readLabel } from './labels.ts'
import { evenAt, pageOf, trimmed } from './page.ts'
import type { Span } from './source.ts'

type Head = Pick<DraftedDocument, 'title' | 'number' | 'date'>

/**
 * Drafts of words that an officer points at, read by the rules of a document's own items but taken at their word: what
 * they leave open is a doubt. `text` is the repaired text; none where the span holds too few words.
 */
export function draftSpan(text: string, span: Span, head: Head, { planYear }: DraftOptions): Draft[] {
  const page = pageOf(text)
  const whole = trimmed(page, { start: Math.max(0, span.start), end: Math.min(span.end, text.length) })
  const label = readLabel(evenAt(page, whole))?.length ?? 0
  const own = yearOf(head.title, head.title, head.date, head.number)
  const assumed = own === null && planYear !== undefined
  const frame = { year: own ?? planYear ?? null, on: head.date }
  const found = gatherSpan(page, { start: whole.start + label, end: whole.end }, frame)
  return found.map((candidate) => ({ ...draftOf(candidate, { frame, assumed }, text), byHand: true }))
}
