import type { DeadlineRead } from './deadline.ts'
import type { ReadRule } from './draft.ts'
import type { Span } from './source.ts'

/** Who is responsible, with the words that say so. */
export interface CandidateWho {
  readonly lead: readonly string[]
  readonly supporting: readonly string[]
  readonly leaders: readonly string[]
  readonly assignees: readonly string[]
  /** Named as 责任单位 alone: beside somebody who leads, named above, they support. */
  readonly ownersOnly?: boolean
  readonly rule: ReadRule
  readonly span: Span
}

/** Something that may be a task, before it is decided whether it is one and what is doubtful about it. */
export interface Candidate {
  /** The task's words without responsibility and numbering, in one line. */
  readonly text: string
  /** The words that name the result, where the sentence begins with who does it. */
  readonly result: string | null
  /** Where the task stands in the whole, responsibility included. */
  readonly source: Span
  /** Where its own words stand. */
  readonly textSpan: Span
  readonly sectionPath: readonly string[]
  /** The number of its label, for statements such as 以上第2、3项由…. */
  readonly number: number | null
  readonly who: CandidateWho | null
  readonly deadline: DeadlineRead | null
  readonly deadlineRule: ReadRule
  readonly evidence: string | null
  readonly targetText: string | null
  readonly code: string | null
  readonly progressText: string | null
  readonly pillar: string | null
  /** The words of a cell that no rule could read. */
  readonly unread: string | null
  /** How it was charged: plainly named (a bracket, a label, a table, 由…负责), only urged (…要), or by nobody. */
  readonly charge: 'stated' | 'urged' | 'none'
  /** Whether it stands under a heading of general duties (保障措施). */
  readonly general: boolean
}

export const NOTHING_MORE = {
  evidence: null,
  targetText: null,
  code: null,
  progressText: null,
  pillar: null,
  unread: null,
} as const
