import type { Candidate } from './candidate.ts'
import { type Draft, type DraftMilestone, type DraftTarget, MOST_WORDS, type ReadFrom, type ReadRule } from './draft.ts'
import type { Span } from './source.ts'
import { upTo } from '../wholeSigns.ts'

/** What was read of a candidate besides itself. */
interface Read {
  readonly milestones: readonly DraftMilestone[]
  readonly target: DraftTarget | null
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= MOST_WORDS ? line : `${upTo(line, MOST_WORDS - 1)}…`
}

/** For every cell that was read, which words gave it and which rule read them. */
export function explain(text: string, candidate: Candidate, { milestones, target }: Read): Draft['read'] {
  const { who, deadline, evidence, pillar, sectionPath, textSpan } = candidate
  const from = ({ start, end }: Span, rule: ReadRule, words = text.slice(start, end)): ReadFrom => ({
    start,
    end,
    rule,
    words: shortened(words),
  })
  const time = deadline && from(deadline.span, candidate.deadlineRule)
  const stated = who && from(who.span, who.rule)
  const heading = sectionPath.at(-1)
  return {
    text: from(textSpan, 'sentence'),
    ...(stated && who.lead.length > 0 && { lead: stated }),
    ...(stated && who.supporting.length > 0 && { supporting: stated }),
    ...(stated && who.leaders.length > 0 && { leaders: stated }),
    ...(stated && who.assignees.length > 0 && { assignee: stated }),
    ...(time && { deadline: time }),
    ...(milestones.length > 0 && {
      milestones: deadline ? { ...from(deadline.span, ruleOf(milestones, deadline)) } : from(textSpan, 'turns'),
    }),
    ...(target && { target: from(textSpan, 'number_with_unit', target.text) }),
    ...(evidence && {
      evidence: from(textSpan, candidate.deadlineRule === 'table_column' ? 'table_column' : 'label_line', evidence),
    }),
    ...(heading && { pillar: from(textSpan, pillar === null ? 'section_heading' : 'table_column', pillar ?? heading) }),
  }
}

const ruleOf = (milestones: readonly DraftMilestone[], deadline: NonNullable<Candidate['deadline']>): ReadRule =>
  deadline.stages.length > 1 || milestones.length === 1 ? 'stages' : 'turns'
