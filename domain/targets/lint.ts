import { isCheckable, vagueVerb } from './checkable.ts'
import { evenWidth } from '../width.ts'
import { type Indicator, readIndicators } from './indicators.ts'
import { type Proposal, proposalsFor } from './proposals.ts'

/** What a task's own sentence and cells lack to be checked when it is done. */
export const LACKS = ['result', 'number', 'date', 'evidence'] as const
export type Lack = (typeof LACKS)[number]

/** What is known of a task besides its sentence. */
export interface Stated {
  readonly text: string
  readonly dueOn: string | null
  /** Without end: it has turns instead of a date. */
  readonly ongoing: boolean
  readonly evidence: string
  readonly target: { readonly value: number; readonly measure: string } | null
  readonly steps: readonly { readonly title: string; readonly dueOn: string | null }[]
}

export interface TargetLint {
  readonly lacks: readonly Lack[]
  /** 加强, 推进, 深化 …: the verbs that the sentence rests on and that no inspection can confirm. */
  readonly vague: readonly string[]
  readonly indicators: readonly Indicator[]
  /** What could be written instead, drawn from the sentence's own words. Nothing is written by itself. */
  readonly proposals: readonly Proposal[]
}

const VAGUE_ELSEWHERE =
  /(?:^|[，；、。])(?:进一步|持续|不断|大力|全面|积极|深入|扎实|切实|着力|统筹|有序|稳步|加快)*(加强|推进|深化|强化|推动|提升|完善|优化|促进|巩固|做好|抓好|加大|规范)/g

function vagueVerbsIn(even: string): string[] {
  const first = vagueVerb(even)
  const others = Array.from(even.matchAll(VAGUE_ELSEWHERE), (found) => found[1] ?? '')
  return [...new Set([...(first ? [first] : []), ...others])]
}

// What comes round or goes on needs no one day.
const COMES_ROUND = /每(?:个)?(?:日|周|月|季度?|半年|年)|按(?:周|月|季)|常态化|长期坚持|持续推进/

/**
 * Looks at whether one can tell that a task is done: a result to look at, a number, a day, a proof. A sentence with a
 * number needs no other result; a task without end needs no day.
 */
export function lintTarget(stated: Stated): TargetLint {
  const even = evenWidth(stated.text)
  const indicators = readIndicators(stated.text)
  const counted = indicators.length > 0 || stated.target !== null
  const checkable = counted || isCheckable(even)
  const lacks: Lack[] = [
    ...(checkable ? [] : (['result'] as const)),
    ...(counted ? [] : (['number'] as const)),
    ...(stated.dueOn !== null || stated.ongoing || COMES_ROUND.test(even) ? [] : (['date'] as const)),
    ...(stated.evidence.trim() === '' ? (['evidence'] as const) : []),
  ]
  const vague = counted ? [] : vagueVerbsIn(even)
  return { lacks, vague, indicators, proposals: proposalsFor(stated, { lacks, indicators }) }
}
