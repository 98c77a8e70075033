import type { Paper } from './paper.ts'
import { paperDay } from './standard.ts'

/** What a decision about a request for a later date says (延期审批单). */
export type ExtensionFacts = {
  organization: string
  office: string
  unit: string
  task: { code: string; title: string }
  /** Which request of this task it is, from 1. */
  ordinal: number
  /** Asked after the date had passed. */
  late: boolean
  originalDueOn: string
  formerDueOn: string
  askedDueOn: string
  reason: string
  progress: string
  askedBy: string
  askedOn: string
  decision: { approved: boolean; grantedDueOn: string | null; by: string; on: string; note: string }
}

/** The decision as a paper. The reply names the new date; the original date stays and is said (DOMAIN b.2). */
export function extensionPaper(facts: ExtensionFacts): Paper {
  const { organization, office, decision, task, unit } = facts
  const issuer = `${organization}${office}`
  return {
    head: { mark: `${issuer}延期审批单`, number: null },
    blocks: [
      { kind: 'title', text: `关于“${task.title}”延期申请的批复` },
      { kind: 'addressee', text: unit },
      { kind: 'paragraph', text: openingOf(facts) },
      { kind: 'table', rows: rowsOf(facts) },
      ...decisionsOf(facts).map((text) => ({ kind: 'paragraph' as const, text })),
      { kind: 'signature', office: issuer, on: decision.on },
    ],
    foot: { copyTo: [], printedBy: issuer, printedOn: decision.on },
  }
}

const openingOf = ({ task, askedOn, ordinal, late }: ExtensionFacts): string =>
  `你单位${paperDay(askedOn)}关于任务“${task.title}”（编号${task.code}）的第${ordinal}次延期申请${late ? '（逾期后提出）' : ''}收悉，批复如下。`

const rowsOf = (facts: ExtensionFacts): [string, string][] => [
  ['原定时限', paperDay(facts.originalDueOn)],
  ['申请前时限', paperDay(facts.formerDueOn)],
  ['申请延至', paperDay(facts.askedDueOn)],
  ['延期原因', facts.reason],
  ['目前进展', facts.progress],
  ['申请人', facts.askedBy],
]

function decisionsOf({ decision, originalDueOn }: ExtensionFacts): string[] {
  const { approved, grantedDueOn, by, note } = decision
  const verdict =
    approved && grantedDueOn !== null
      ? `经${by}同意，完成时限延至${paperDay(grantedDueOn)}。原定时限${paperDay(originalDueOn)}保留在册，按期完成率仍按原定时限计算。`
      : `经${by}研究，不同意延期，请按原时限抓紧办理。`
  return note === '' ? [verdict] : [verdict, note]
}
