import type { Language } from '../refusal.ts'
import type { RowProblem, RowProblemCode } from './row.ts'

type Phrases = Record<RowProblemCode, string>

const ZH: Phrases = {
  no_number: '请填实际进度；指标任务也可以只填实际值。',
  share_out_of_range: '实际进度请填 0 到 100。',
  no_evidence: '报了节点完成，请写明佐证。',
  too_many_done: '做了什么至多写 {limit} 件，请合并。',
  milestone_unknown: '勾选的节点已不在这项任务里，请重新勾选。',
  milestone_accepted_already: '节点“{title}”已经验收，不用再报，请取消勾选。',
  milestone_not_due: '节点“{title}”{dueOn} 才到期，确认是提前完成。',
  copied: '与上期文字 {percent}% 相同，请写这一期的新情况。',
  share_falls: '实际进度由 {before}% 降为 {now}%，请在“做了什么”里说明原因。',
  share_left_behind: '实际值由 {before} 改为 {now}，实际进度仍是上期的 {share}%，请一并核对。',
}

const EN: Phrases = {
  no_number: 'Give the actual share; an indicator may give its actual value instead.',
  share_out_of_range: 'Give an actual share from 0 to 100.',
  no_evidence: 'A milestone is claimed: say what proves it.',
  too_many_done: 'Tell at most {limit} things done; put some together.',
  milestone_unknown: 'A ticked milestone is no longer part of this task; tick again.',
  milestone_accepted_already: 'Milestone “{title}” is accepted already; untick it.',
  milestone_not_due: 'Milestone “{title}” is due only on {dueOn}; confirm that it is done early.',
  copied: '{percent}% the same text as last period; write what is new.',
  share_falls: 'The actual share falls from {before}% to {now}%; say why under what was done.',
  share_left_behind:
    'The actual value went from {before} to {now}, the share is still last period’s {share}%; check it too.',
}

const PHRASES: Record<Language, Phrases> = { zh: ZH, en: EN }

/** A row's problem in words: what to do, not what went wrong. Serves the page and the refusal of a signature alike. */
export const problemSentence = ({ code, facts }: Pick<RowProblem, 'code' | 'facts'>, language: Language): string =>
  PHRASES[language][code].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

/** What a row that nobody has looked at yet asks for. */
export const UNCHECKED: Record<Language, string> = {
  zh: '请核对这一行，再按 Enter。',
  en: 'Look this row over, then press Enter.',
}
