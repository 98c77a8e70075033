import type { Candidate } from './candidate.ts'
import type { Doubt } from './draft.ts'
import { hasMeasure, isCheckable, vagueVerb } from '../targets/checkable.ts'
import { isCollective } from './names.ts'
import type { TimeFrame } from './times.ts'
import { evenWidth } from '../width.ts'

/** Whether the year came from the plan and not from the document. */
export interface YearOrigin {
  readonly frame: TimeFrame
  readonly assumed: boolean
}

function leadDoubts(candidate: Candidate): Doubt[] {
  const lead = candidate.who?.lead ?? []
  if (lead.length === 0) return [{ field: 'lead', code: 'no_lead', facts: {} }]
  if (lead.length > 1) return [{ field: 'lead', code: 'several_leads', choices: lead, facts: { count: lead.length } }]
  const [name = ''] = lead
  return isCollective(evenWidth(name)) ? [{ field: 'lead', code: 'collective_lead', facts: { name } }] : []
}

function dateDoubts(candidate: Candidate, origin: YearOrigin): Doubt[] {
  const read = candidate.deadline
  if (candidate.unread) return [{ field: 'deadline', code: 'unread_cell', facts: { text: candidate.unread } }]
  if (!read) return [{ field: 'deadline', code: 'no_date', facts: {} }]
  const text = read.deadlineText
  if (read.ongoing) return read.vague ? [{ field: 'deadline', code: 'vague_date', facts: { text } }] : []
  if (read.vague || read.deadline === null) return [{ field: 'deadline', code: 'vague_date', facts: { text } }]
  if (origin.assumed && !/\d{4}/.test(evenWidth(text))) {
    return [{ field: 'deadline', code: 'year_assumed', facts: { text, year: Number(read.deadline.slice(0, 4)) } }]
  }
  return []
}

const SECOND_TASK = /[。；](?=(?:新建|建成|完成|开展|举办|制定|出台|实施|启动|开工|组织|编制|推进|建立)[^。；]*\d)/

function textDoubts(candidate: Candidate): Doubt[] {
  const even = evenWidth(candidate.text)
  const doubts: Doubt[] = []
  const verb = vagueVerb(evenWidth(candidate.result ?? candidate.text))
  const measured = hasMeasure(even)
  if (!measured && verb) doubts.push({ field: 'text', code: 'vague_verb', facts: { verb } })
  else if (!measured && !isCheckable(even)) doubts.push({ field: 'text', code: 'no_measure', facts: {} })
  const at = even.search(SECOND_TASK)
  if (at >= 5 && hasMeasure(even.slice(0, at))) {
    const choices = [candidate.text.slice(0, at + 1), candidate.text.slice(at + 1)]
    doubts.push({ field: 'text', code: 'two_tasks', choices, facts: {} })
  }
  return doubts
}

/** What a person has to decide about a draft, cell by cell. */
export const doubtsOf = (candidate: Candidate, origin: YearOrigin): Doubt[] => [
  ...leadDoubts(candidate),
  ...dateDoubts(candidate, origin),
  ...textDoubts(candidate),
]
