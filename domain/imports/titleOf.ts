import type { Candidate } from './candidate.ts'
import { cutAt, pageOf } from './page.ts'
import { readLabel } from './labels.ts'
import { evenWidth } from './width.ts'

const LONGEST = 48

/** The clauses from the start that fit in `LONGEST` characters. */
function clausesThatFit(sentence: string): string {
  if (sentence.length <= LONGEST) return sentence
  const page = pageOf(sentence)
  let end = 0
  for (const clause of cutAt(page, { start: 0, end: sentence.length }, /[，；]/))
    if (clause.end <= LONGEST) end = clause.end
  return end >= 6 ? sentence.slice(0, end) : `${sentence.slice(0, LONGEST - 1)}…`
}

/** One short sentence that names the result: the task's first sentence, without who does it. */
export function titleOf(candidate: Candidate): string {
  const words = candidate.result && candidate.result.length >= 6 ? candidate.result : candidate.text
  const about = /^关于[“"「](.+?)[”"」]的?(?:问题|事项|工作)/.exec(words)?.[1]
  const label = readLabel(evenWidth(words))
  const bare = about ?? (label ? words.slice(label.length) : words)
  const sentence = cutAt(pageOf(bare), { start: 0, end: bare.length }, /[。！]/)[0]
  const first = sentence ? bare.slice(sentence.start, sentence.end) : bare
  return clausesThatFit(first).replace(/[，；：、。\s]+$/, '')
}
