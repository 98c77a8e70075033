import { PERIOD_KINDS, type PeriodKind } from '../plan/plan.contract.ts'
import type { Language } from '../refusal.ts'
import { periodName } from '../reports/period.ts'
import { fillSentence, type SentenceFacts } from '../sentence.ts'
import { DIFFICULTY_MESSAGES } from './difficulties.kinds.ts'
import { FEEDBACK_MESSAGES } from './feedback.kinds.ts'
import { HIGHLIGHT_MESSAGES } from './highlights.kinds.ts'
import { MEETING_MESSAGES } from './meetings.kinds.ts'
import type { MessageGroup } from './message-text.ts'
import { DIRECTIVE_MESSAGES } from './directives.kinds.ts'
import { SUPPORT_MESSAGES } from './supports.kinds.ts'
import { URGING_MESSAGES } from './urging.kinds.ts'
import { WORK_MESSAGES } from './work.kinds.ts'

/** Everything somebody can be told, in one table. */
export const MESSAGE_KINDS = {
  ...WORK_MESSAGES,
  ...DIFFICULTY_MESSAGES,
  ...SUPPORT_MESSAGES,
  ...DIRECTIVE_MESSAGES,
  ...URGING_MESSAGES,
  ...MEETING_MESSAGES,
  ...HIGHLIGHT_MESSAGES,
  ...FEEDBACK_MESSAGES,
} as const
export type MessageKind = keyof typeof MESSAGE_KINDS

/** The message's sentence in its reader's language. */
export const messageSentence = (kind: MessageKind, facts: SentenceFacts, language: Language): string =>
  fillSentence(
    MESSAGE_KINDS[kind],
    { ...facts, ...('period' in facts && { period: spokenPeriod(facts, language) }) },
    language,
  )

/** A period as a fact of a message: its name depends on who reads it. */
export const periodFact = ({ year, kind, number }: { year: number; kind: PeriodKind; number: number }): string =>
  `${year} ${kind} ${number}`

/** The period that a fact names, in the reader's language; nothing where there is none. */
export function spokenPeriod({ period }: SentenceFacts, language: Language): string {
  const [year = '', kind = '', number = ''] = String(period).split(' ')
  const every = PERIOD_KINDS.find((one) => one === kind)
  return every === undefined ? '' : periodName({ year: Number(year), every, number: Number(number) }, language)
}

/** The kinds of a group, for narrowing the inbox. */
export const kindsOf = (group: MessageGroup): MessageKind[] =>
  (Object.keys(MESSAGE_KINDS) as MessageKind[]).filter((kind) => MESSAGE_KINDS[kind].group === group)
