import type { Candidate } from './candidate.ts'
import { hasMeasure } from '../targets/checkable.ts'
import { cutAt, pageOf } from './page.ts'
import { readLabel } from './labels.ts'
import type { Span } from './source.ts'
import { evenWidth } from '../width.ts'
import { upTo } from '../wholeSigns.ts'

const LONGEST = 48

/** The clauses from the start that fit in `LONGEST` characters. */
function clausesThatFit(sentence: string): string {
  if (sentence.length <= LONGEST) return sentence
  const page = pageOf(sentence)
  let end = 0
  for (const clause of cutAt(page, { start: 0, end: sentence.length }, /[，；]/))
    if (clause.end <= LONGEST) end = clause.end
  return end >= 6 ? sentence.slice(0, end) : `${upTo(sentence, LONGEST - 1)}…`
}

/** A heading sentence such as 抓好教育实事 gives way to the sentence behind it that can be checked. */
function resultAmong(words: string, sentences: readonly Span[]): Span | undefined {
  const [first, second] = sentences
  if (!first || !second || first.end - first.start > 14) return undefined
  const evenOf = (span: Span) => evenWidth(words.slice(span.start, span.end))
  if (
    hasMeasure(evenOf(first)) ||
    !/^(?:办好|抓好|做好|加强|推进|深化|强化|推动|提升|完善|优化|促进|加快|巩固|支持|鼓励|扩大|改善|保障|稳定|压实|做强|整治|发展|增加|健全|拓宽|守牢|筑牢|提高|加大|治理|推行|深入)/.test(
      evenOf(first),
    )
  )
    return undefined
  return hasMeasure(evenOf(second)) ? second : undefined
}

/** One short sentence that names the result: the task's first sentence, without who does it. */
export function titleOf(candidate: Candidate): string {
  const words = candidate.result && candidate.result.length >= 6 ? candidate.result : candidate.text
  const about = /^关于[“"「](.+?)[”"」]的?(?:问题|事项|工作)/.exec(words)?.[1]
  const spoken =
    /^(?:[\u4e00-\u9fff]{2,6}(?:强调|要求|指出|明确|决定|议定|提出|确定)，)?(?:要)?(?!求)/.exec(evenWidth(words))?.[0]
      .length ?? 0
  const label = readLabel(evenWidth(words))
  const bare = about ?? words.slice(label ? label.length : spoken)
  const sentences = cutAt(pageOf(bare), { start: 0, end: bare.length }, /[。！]/)
  const sentence = resultAmong(bare, sentences) ?? sentences[0]
  const first = sentence ? bare.slice(sentence.start, sentence.end) : bare
  return clausesThatFit(first.replace(/^(?:在|于)(?=\d)/, '')).replace(/[，；：、。\s]+$/, '')
}
