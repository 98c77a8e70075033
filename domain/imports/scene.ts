import { type Candidate, type CandidateWho, NOTHING_MORE } from './candidate.ts'
import { type DeadlineRead, isTimeOnly, readDeadlineField, readDeadlineSentence } from './deadline.ts'
import type { OutlineNode } from './outline.ts'
import { cutAt, evenAt, type Page, strippedOf, trimmed } from './page.ts'
import { readOnlyWho } from './clauses.ts'
import { labelledValues, readLabelled } from './labelValues.ts'
import { namedInFront } from './namedInFront.ts'
import { isResponsibleRole } from './roles.ts'
import { segmentsOf } from './segments.ts'
import { namesBehindDash, partsAtBars, partsAtDashes, whoBehind } from './whoBehind.ts'
import type { Span } from './source.ts'
import type { TimeFrame } from './times.ts'
import { startsWithLabel } from './unwrap.ts'
import type { LabelledValue, Responsibility } from './who.ts'

/** How to read what nobody marked: sentence by sentence in minutes and news, item by item elsewhere. */
export type Manner = 'sentences' | 'items'

/** What gathering candidates works on; `found` grows in the document's order. */
export interface Scene {
  readonly page: Page
  readonly frame: TimeFrame
  readonly manner: Manner
  readonly found: Candidate[]
}

/** Where in the outline something stands. */
export interface Place {
  readonly path: readonly string[]
  /** Under a heading of general duties. */
  readonly general: boolean
  readonly number: number | null
  /** Who a heading names for everything under it. */
  readonly inherited: CandidateWho | null
  /** Where the candidates of this section begin in `found`. */
  readonly sectionFrom: number
}

/** Words with the responsibility that belongs to them. */
export interface Piece {
  readonly words: readonly Span[]
  readonly who: Responsibility | null
  readonly whole: Span
}

export const isLabelLine = (page: Page, span: Span): boolean => startsWithLabel(evenAt(page, span))

/** A node's heading as written, label included: its first sentence. */
export function headingOf(page: Page, node: OutlineNode, words: Span = node.words): string {
  const text = page.text.slice(node.whole.start, words.end).replace(/\s+/g, ' ').trim()
  return text
    .replace(/。.*$|：$/, '')
    .replace(/[（([〔【]$/, '')
    .trim()
}

/** Several lines as one, without wide blanks. */
export const squeezed = (page: Page, span: Span): string =>
  page.text
    .slice(span.start, span.end)
    .replace(/\s*\n\s*/g, '')
    .replace(/[\u3000 ]{2,}/g, ' ')
    .trim()

function textOf(page: Page, words: readonly Span[]): string {
  const parts = words.map((span) => squeezed(page, span)).filter((part) => !/^[。；，、\s]*$/.test(part))
  // Glued by the part before, not by the text so far: that would be read again for each of thousands of lines.
  const glued = parts.map((part, at) => {
    const before = parts[at - 1]
    if (before === undefined || /[。；：！？，、]$/.test(before) || /^[。；，]/.test(part)) return part
    return (at === 1 ? '：' : '；') + part
  })
  return glued.join('')
}

/** Who the words name, or null where they name nobody. */
export function whoOf(read: Responsibility, rule = read.rule): CandidateWho | null {
  if (read.lead.length + read.supporting.length + read.leaders.length + read.assignees.length === 0) return null
  const { lead, supporting, leaders, assignees, span, ownersOnly = false } = read
  return { lead, supporting, leaders, assignees, rule, span, ownersOnly }
}

/** A paragraph's pieces: by brackets, or before labels that run in: …改造。责任单位：A，配合单位：B。 */
export function piecesOf({ page, frame }: Scene, span: Span): Piece[] {
  const segments = segmentsOf(page, span, frame)
  if (segments.some((segment) => segment.who !== null)) return segments.map((segment) => ({ ...segment }))
  const values = labelledValues(page, span)
  const first = values.find((value) => isResponsibleRole(value.role))
  if (!first) {
    const behind = [partsAtDashes, partsAtBars].map((cut) => whoBehind(page, span, frame, cut(page, span)))
    const named = behind.find((piece) => piece !== null) ?? namesBehindDash(page, span)
    return [named ?? sentenceAlone({ page, frame }, span)]
  }
  const cut = values
    .filter((value) => value.label.start >= first.label.start)
    .map((value) => ({ ...value, value: cutAt(page, value.value, /。/)[0] ?? value.value }))
  const read = readLabelled(page, cut, frame)
  const nobody = read.lead.length + read.leaders.length + read.supporting.length === 0
  if (nobody && !read.time) return [{ words: [span], who: null, whole: span }]
  const who: Responsibility = { ...read, rule: 'label_line', span: { start: first.label.start, end: span.end } }
  const own = strippedOf(page, { start: span.start, end: first.label.start }, '，；')
  const behind = strippedOf(page, { start: cut.at(-1)?.value.end ?? span.end, end: span.end }, '。；，')
  return [{ words: behind.end > behind.start ? [own, behind] : [own], who, whole: span }]
}

/** A sentence that says who and nothing else is as good as a bracket: 退还税额1.8亿元。县税务局牵头，县财政局配合。 */
function sentenceAlone({ page, frame }: Pick<Scene, 'page' | 'frame'>, span: Span): Piece {
  const front = namedInFront(page, span, frame)
  if (front) return { words: [front.words], who: front.who, whole: span }
  const sentences = cutAt(page, span, /[。；]/)
  for (const [at, sentence] of sentences.entries()) {
    const even = evenAt(page, sentence)
    if (at === 0 || even.length > 120 || !/(?:牵头|主办|负责|配合|落实)$|(?:牵头|主办|负责)[，、]/.test(even)) continue
    const who = readOnlyWho(page, sentence, frame)
    if (!who || who.lead.length === 0) continue
    const words = [
      { start: span.start, end: sentence.start },
      { start: Math.min(sentence.end + 1, span.end), end: span.end },
    ]
    return { words: words.filter((part) => part.end > part.start), who, whole: span }
  }
  return { words: [span], who: null, whole: span }
}

/** 6月：归集公共数据120亿条, 全年：…: a time alone before a colon says when the rest is done. */
function timeInFront({ page, frame }: Pick<Scene, 'page' | 'frame'>, span: Span): DeadlineRead | null {
  const at = evenAt(page, span).indexOf('：')
  const front = { start: span.start, end: span.start + at }
  return at > 1 && at <= 16 && isTimeOnly(page, front, frame) ? readDeadlineField(page, front, frame) : null
}

interface DeadlineFound {
  readonly read: DeadlineRead | null
  readonly rule: Candidate['deadlineRule']
}

function deadlineOf({ page, frame }: Scene, who: Responsibility | null, words: readonly Span[]): DeadlineFound {
  const stated = who?.time ? readDeadlineField(page, who.time, frame) : null
  if (who && stated) {
    const labelled = who.rule === 'label_line' || who.rule === 'bracket_label'
    return { read: stated, rule: labelled ? 'date_label' : 'date_in_bracket' }
  }
  const reads = words.flatMap((span) => {
    const front = timeInFront({ page, frame }, span)
    if (front) return [front]
    const alone = /^(?:完成)?时限：/.test(evenAt(page, span)) || isTimeOnly(page, span, frame)
    const read = alone ? readDeadlineField(page, span, frame) : readDeadlineSentence(page, span, frame)
    return read ? [read] : []
  })
  const dated = reads.filter((read) => read.deadline !== null || read.yearMissing)
  const last = [...dated].sort((a, b) => (a.deadline ?? '').localeCompare(b.deadline ?? '')).at(-1)
  const read = last
    ? { ...last, stages: dated.flatMap((one) => one.stages) }
    : (reads.find((one) => one.ongoing) ?? reads[0] ?? null)
  return { read, rule: 'date_in_sentence' }
}

/** What was found at a place, ready to be judged; null where the words are too few. */
export function candidateOf(
  scene: Scene,
  piece: Piece,
  place: Place,
  charge: Candidate['charge'],
  who: CandidateWho | null,
): Candidate | null {
  const { page } = scene
  const words = piece.words
    .map((span) => trimmed(page, { start: skipMarks(page, span), end: span.end }))
    .filter((span) => span.end > span.start)
  const first = words[0]
  const last = words.at(-1)
  const text = textOf(page, words)
  if (!first || !last || text.length < 4) return null
  const deadline = deadlineOf(scene, piece.who, words)
  const said = (role: LabelledValue['role']) => {
    const value = piece.who?.others.find((other) => other.role === role)?.value
    return value ? squeezed(page, value) : null
  }
  return {
    ...NOTHING_MORE,
    text,
    result: null,
    source: trimmed(page, piece.whole),
    textSpan: { start: first.start, end: last.end },
    sectionPath: place.path,
    number: place.number,
    who,
    deadline: deadline.read,
    deadlineRule: deadline.rule,
    evidence: said('evidence'),
    targetText: said('target'),
    progressText: said('progress'),
    charge,
    general: place.general,
  }
}

// The mark that parted it from the task before: ；新增….
function skipMarks(page: Page, span: Span): number {
  let start = span.start
  while (start < span.end && /[；，、\s]/.test(page.even[start] ?? '')) start++
  return start
}
