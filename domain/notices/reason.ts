import type { Language } from '../refusal.ts'
import { fillSentence, type SentenceFacts, type SentenceText } from '../sentence.ts'
import type { NoticeLevel } from './notice.ts'

/** Why a notice is given; `written` holds the office's own words. */
export const NOTICE_REASONS = {
  milestoneAhead: {
    zh: '节点“{milestone}”应于 {dueOn} 完成，还剩 {days} 个工作日，尚未报送。',
    en: 'Milestone “{milestone}” is due on {dueOn}, in {days} working days, and has not been submitted.',
  },
  milestoneOverdue: {
    zh: '节点“{milestone}”应于 {dueOn} 完成，已逾期 {days} 个工作日，尚未报送。',
    en: 'Milestone “{milestone}” was due on {dueOn} and is {days} working days overdue; it has not been submitted.',
  },
  acknowledgementLate: {
    zh: '任务应于 {dueOn} 前签收，已超过 {days} 个工作日。',
    en: 'The task had to be acknowledged by {dueOn}; that was {days} working days ago.',
  },
  answerMissing: {
    zh: '{number}要求 {dueOn} 前回复，已超过 {days} 个工作日，没有回复。',
    en: '{number} asked for a reply by {dueOn}; that was {days} working days ago, and there is none.',
  },
  written: { zh: '{text}', en: '{text}' },
} as const satisfies Record<string, SentenceText>
export type NoticeReasonCode = keyof typeof NOTICE_REASONS
export const NOTICE_REASON_CODES = Object.keys(NOTICE_REASONS) as [NoticeReasonCode, ...NoticeReasonCode[]]

/** A reason as it is kept: its facts, so that each reader has its sentence. */
export type NoticeReason = { code: NoticeReasonCode; facts: SentenceFacts }

/** Why a notice is given, in words. */
export const reasonSentence = ({ code, facts }: NoticeReason, language: Language): string =>
  fillSentence(NOTICE_REASONS[code], facts, language)

/** What a notice asks where the office writes nothing of its own. */
const ASKS: Readonly<Record<NoticeLevel, SentenceText>> = {
  blue: {
    zh: '请抓紧办理，在限期内书面回复原因、措施和预计完成日期。',
    en: 'Please proceed, and reply in time with the cause, the measures and the expected day.',
  },
  yellow: {
    zh: '请主要负责人牵头研究，在限期内书面回复整改措施、责任人和完成日期。',
    en: 'The unit’s head takes it in hand and replies in time with the measures, who answers for them, and the day.',
  },
  red: {
    zh: '请主要负责人在限期内书面说明情况并提出补救措施；本任务办结须经领导签批。',
    en: 'The unit’s head explains in writing in time and says how it is made good; completion needs the leader’s sign-off.',
  },
}

/** What is asked, in words: the office's own, or the level's standing ones. */
export const askSentence = (ask: string, level: NoticeLevel, language: Language): string =>
  ask === '' ? ASKS[level][language] : ask
