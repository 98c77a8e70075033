import type { CandidateWho } from './candidate.ts'
import { isTimeOnly } from './deadline.ts'
import { hasFigure } from '../targets/checkable.ts'
import { hasConcreteVerb, isPast, isReported } from './duties.ts'
import { isStrongBody, nameSpans } from './names.ts'
import { cutAt, evenAt, type Page, wordsAt } from './page.ts'
import { readRunning, type RunningRead, splitCharges } from './running.ts'
import { candidateOf, type Place, type Scene, squeezed } from './scene.ts'
import type { Span } from './source.ts'
import { findTimes } from './times.ts'
import { unique } from './who.ts'

/** The first sentence of the words that charges somebody; `beside` as in `readRunning`. */
export function runningIn(page: Page, span: Span, beside = false): RunningRead | null {
  for (const sentence of cutAt(page, span, /[。！；]/)) {
    const read = readRunning(page, sentence, beside)
    if (read) return read
  }
  return null
}

// Orders to nobody: 要突出抓好隐患排查，5月20日前完成全区26座水库…排查.
const ORDER =
  /^(?:[^，]{0,14}(?:强调|要求|指出|提出|明确)，)?(?:[一二三四五六七八九十]是)?(?:[一二三四五六七八九十]?要|务必|必须|确保)(?!求)/

const isOrder = (even: string) => {
  const words = even.replace(/“[^”]*”/g, '')
  return ORDER.test(even) && hasFigure(words) && hasConcreteVerb(words) && !isPast(even) && !/将|累计|已/.test(words)
}

/**
 * Minutes and news: each sentence that charges somebody is a candidate, and one that orders something with a figure;
 * a sentence that only says when belongs to the one before.
 */
export function addSentences(scene: Scene, paragraph: Span, place: Place): void {
  const { page } = scene
  let before: Span | null = null
  const told = cutAt(page, paragraph, /[。！]/).filter((whole) => !isReported(evenAt(page, whole)))
  const sentences = told.flatMap((whole) => cutAt(page, whole, /；/))
  for (const sentence of sentences.flatMap((one) => splitCharges(page, one))) {
    const even = evenAt(page, sentence)
    const read = readRunning(page, sentence)
    if (read) {
      addCharged(scene, sentence, before, read, place)
      before = null
      continue
    }
    if (supportsLast(scene, sentence, paragraph)) before = null
    else if (belongsToLast(scene, sentence, paragraph)) extendLast(scene, sentence, place)
    else if (isOrder(even)) {
      const candidate = candidateOf(scene, { words: [sentence], who: null, whole: sentence }, place, 'urged', null)
      if (candidate) scene.found.push(candidate)
    }
    before = sentence
  }
}

function addCharged(scene: Scene, sentence: Span, before: Span | null, read: RunningRead, place: Place): void {
  const { page } = scene
  // 该项工作由A负责: what it is stands in the sentence before.
  const about = /^(?:会议[\u4e00-\u9fff]{2}，)?(?:该|此)项/.test(evenAt(page, sentence)) ? before : null
  const words = about ? [about, sentence] : [sentence]
  const whole = { start: words[0]?.start ?? sentence.start, end: sentence.end }
  const who: CandidateWho = { ...read, assignees: [], rule: 'running_text' }
  const candidate = candidateOf(scene, { words, who: null, whole }, place, read.charged ? 'stated' : 'urged', who)
  if (candidate) scene.found.push({ ...candidate, result: squeezed(page, read.result) })
}

/** …；市住建局做好资金使用监管: behind a ； a body that only helps, with no figure and no day, supports who was charged. */
function supportsLast({ page, frame, found }: Scene, sentence: Span, paragraph: Span): boolean {
  const last = found.at(-1)
  const even = evenAt(page, sentence)
  const at = even.search(/(?:要|予以)?(?:做好|给予|协助|配合)/)
  if (!last?.who || last.source.start < paragraph.start || page.even[sentence.start - 1] !== '；' || at < 3)
    return false
  const names = nameSpans(page, { start: sentence.start, end: sentence.start + at })
  if (!names.every((name) => isStrongBody(evenAt(page, name)))) return false
  if (hasFigure(even) || findTimes(even, frame).length > 0) return false
  const more = names.map((name) => wordsAt(page, name)).filter((name) => !last.who?.lead.includes(name))
  found[found.length - 1] = { ...last, who: { ...last.who, supporting: unique([...last.who.supporting, ...more]) } }
  return true
}

function belongsToLast({ page, frame, found }: Scene, sentence: Span, paragraph: Span): boolean {
  const last = found.at(-1)
  if (!last || last.source.start < paragraph.start) return false
  return (
    isTimeOnly(page, sentence, frame) ||
    isNextStage({ page, frame }, sentence) ||
    /^(?:确保|力争|此项|该项|上述)/.test(evenAt(page, sentence))
  )
}

/** …，3月底前完成征收；4月15日前全面进场: behind a ； and with a limit in front it is a later stage of the same. */
function isNextStage({ page, frame }: Pick<Scene, 'page' | 'frame'>, sentence: Span): boolean {
  const limit = findTimes(evenAt(page, sentence), frame)[0]
  return page.even[sentence.start - 1] === '；' && limit?.start === 0 && limit.limit && limit.form !== 'vague'
}

function extendLast(scene: Scene, sentence: Span, place: Place): void {
  const last = scene.found.pop()
  if (!last) return
  const words = [last.textSpan, sentence]
  const whole = { start: last.source.start, end: sentence.end }
  const again = candidateOf(scene, { words, who: null, whole }, place, last.charge, last.who)
  scene.found.push(again ? { ...again, result: last.result } : last)
}
