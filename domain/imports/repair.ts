import { type CharSet, charSet } from '../charSet.ts'
import type { Removal, RepairCounts, Span } from './source.ts'

/** One traditional character to its simplified one; any other character to itself. */
export type ToSimplified = (char: string) => string

export interface Repaired {
  readonly text: string
  readonly repairs: RepairCounts
  readonly removals: readonly Removal[]
  /** True where the damage is of a kind that cannot be mended (a shifted or wrong encoding). */
  readonly mojibake: boolean
}

// Letters of pinyin: plain, with a tone mark composed or combining, and the look-alikes ɑ and ɡ.
const PLAIN = 'a-züɑɡ'
const TONED = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300-\u036f'
const TAIL = new RegExp(`[(（][ \\u3000]?([${PLAIN}${TONED}]{1,9})[ \\u3000]?[)）]`, 'y')
const HAS_TONE = new RegExp(`[${TONED}]`)
const SYLLABLE =
  /^(?:[bpmf]?(?:a|o|ai|ei|ao|ou|an|en|ang|eng|i|ie|iao|iu|ian|in|ing|u)|[dtnl](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ie|ia|iao|iu|ian|in|iang|ing|u|uo|ui|uan|un|ü|üe|ue|v|ve)|[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)|[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)|(?:zh|ch|sh|[zcsr])(?:a|e|i|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)|y(?:a|o|e|i|ao|ou|an|in|ang|ing|ong|u|ue|uan|un)|w(?:a|o|ai|ei|an|en|ang|eng|u)|[aoe]|ai|ei|ao|ou|an|en|ang|eng|er)$/
const NOTE = /[(（[【](?:读音?|音|繁体|繁體|读作)[：:][^()（）[\]【】]{1,8}[)）\]】]/y
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/
const MARK = /[,，。、；：！？;:!?]/

// Characters that simplified texts use as well; they are changed only beside other signs of damage.
const ALSO_SIMPLIFIED = new Set('乾吒夥徵拚捱摺於榘菸薹袷醣麴麽瞭')
const MOJIBAKE =
  /\ufffd|锟斤拷|烫烫烫|[\u0080-\u009f]|(?:Ã[\u0080-\u00bf]|â€|ï»¿)|\?[ㄐㄒㄑㄓㄅㄆ]|[，。、?][A-Z]\([a-zà-ǜ]+\)/g

// Toneless letters can be an abbreviation ((km), (ha)): they need a damaged text around them.
const isTail = (letters: string, damaged: boolean) => HAS_TONE.test(letters) || (damaged && SYLLABLE.test(letters))

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

function tailAt(text: string, at: number, damaged: boolean): string | null {
  TAIL.lastIndex = at
  const tail = TAIL.exec(text)
  if (tail) return isTail((tail[1] ?? '').normalize('NFC'), damaged) ? tail[0] : null
  return matchAt(NOTE, text, at)
}

/** Three signs make a text a damaged one. */
function looksDamaged(text: string, changes: CharSet): boolean {
  let signs = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x28 || code === 0xff08) {
      if (HAN.test(text[i - 1] ?? '') && tailAt(text, i, true)) signs++
    } else if (code >= 0x3400 && changes(code) && !ALSO_SIMPLIFIED.has(text.charAt(i))) signs++
    if (signs >= 3) return true
  }
  return false
}

/** The comma in `,，` `,。` `,,` is noise that mirror sites add. */
const isNoiseComma = (text: string, at: number) =>
  (text[at] === ',' || text[at] === '，') && MARK.test(text[at + 1] ?? '') && !/\d/.test(text[at + 1] ?? '')

const isDoubledStop = (text: string, at: number) =>
  /[。；：、]/.test(text[at] ?? '') &&
  text[at] === text[at + 1] &&
  text[at] !== text[at + 2] &&
  text[at] !== text[at - 1]

/** How long the sign of Markdown at this place is: # before a heading, ** around words. */
function markAt(text: string, at: number): number {
  const char = text[at]
  if (char === '*' && text[at + 1] === '*') return 2
  if (char !== '#' || (at > 0 && text[at - 1] !== '\n')) return 0
  return /^#{1,6} +/.exec(text.slice(at, at + 12))?.[0].length ?? 0
}

/**
 * Light repair: pinyin tails behind characters are deleted, commas before another mark are dropped, traditional
 * characters become simplified one by one. Nothing else is touched; what was taken out is listed.
 */
export function repairText(received: string, toSimplified: ToSimplified): Repaired {
  const changes = changedBy(toSimplified)
  const damaged = looksDamaged(received, changes)
  const markdown = /^#{1,6} \S/m.test(received)
  const removals: Removal[] = []
  const counts = { traditional: 0, pinyin: 0, punctuation: 0 }
  const pieces: string[] = []
  let length = 0
  let kept = 0
  let tails = { start: -1, end: -1 }
  const keepUpTo = (end: number) => {
    if (end <= kept) return
    pieces.push(received.slice(kept, end))
    length += end - kept
    kept = end
  }
  const remove = (start: number, size: number, kind: Exclude<Removal['kind'], 'lineBreak'>) => {
    keepUpTo(start)
    kept = start + size
    removals.push({ at: length, receivedStart: start, receivedEnd: kept, kind })
    if (kind !== 'markup') counts[kind]++
    return kept
  }
  for (let i = 0; i < received.length; i++) {
    const code = received.charCodeAt(i)
    if (i < kept || !isTouched(code) || (isWord(code) && !changes(code))) continue
    const char = received.charAt(i)
    if (isWord(code)) {
      if (!damaged && ALSO_SIMPLIFIED.has(char)) continue
      const simple = toSimplified(char)
      keepUpTo(i)
      pieces.push(simple)
      length += simple.length
      kept = i + 1
      counts.traditional++
      continue
    }
    // 區(qu)(qu) has two tails behind one word.
    const wordEnd = i === tails.end ? tails.start : i
    const tail = OPENS.includes(char) && HAN.test(received[wordEnd - 1] ?? '') ? tailAt(received, i, damaged) : null
    const mark = markdown ? markAt(received, i) : 0
    if (tail) tails = { start: wordEnd, end: remove(i, tail.length, 'pinyin') }
    else if (mark > 0) remove(i, mark, 'markup')
    else if (isNoiseComma(received, i) || isDoubledStop(received, i)) remove(i, 1, 'punctuation')
  }
  keepUpTo(received.length)
  const mojibake = (received.match(MOJIBAKE)?.length ?? 0) >= 2
  return { text: pieces.join(''), repairs: counts, removals, mojibake }
}

const OPENS = '(（[【'
// Words, and radicals that stand for words in texts copied from PDFs.
const isWord = charSet(/[\u2e80-\u2fd5\u3400-\ufaff]/)
const isTouched = charSet(/[\u2e80-\u2fd5\u3400-\ufaff(（[【,，。；：、#*]/)

/** Whether a character has a simplified one, each asked but once. */
function changedBy(toSimplified: ToSimplified): CharSet {
  const answers = new Uint8Array(0x10000)
  return (code) => {
    const answer = answers[code]
    if (answer) return answer === 2
    const char = String.fromCharCode(code)
    const changes = toSimplified(char) !== char
    answers[code] = changes ? 2 : 1
    return changes
  }
}

/** Where a span of the repaired text stands in the text as received. */
export function receivedSpan(removals: readonly Removal[], span: Span): Span {
  const start = span.start + missingBefore(removals, span.start + 1)
  const end = span.end + missingBefore(removals, span.end)
  return { start, end: Math.max(start, end) }
}

/** How many characters are missing before this place of the repaired text. */
function missingBefore(removals: readonly Removal[], place: number): number {
  let low = 0
  let high = removals.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((removals[middle]?.at ?? Infinity) < place) low = middle + 1
    else high = middle
  }
  const last = removals[low - 1]
  return last ? last.receivedEnd - last.at : 0
}
