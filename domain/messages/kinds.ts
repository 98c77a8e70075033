import { fillSentence, type SentenceFacts, type SentenceText } from '../sentence.ts'
import type { Language } from '../refusal.ts'

/**
 * What somebody can be told. `now` goes out by itself as soon as it may; `digest` waits for the day's one summary
 *. Facts name what they are about, so that the sentence stands alone in a message.
 */
export type MessageText = SentenceText & { urgency: 'now' | 'digest' }

export const MESSAGE_KINDS = {
  taskAssigned: {
    urgency: 'digest',
    zh: '新交办任务：{code} {title}，请在 {acknowledgeBy} 前签收并指定承办人。',
    en: 'Newly assigned: {code} {title}. Please acknowledge by {acknowledgeBy} and name who does the work.',
  },
} as const satisfies Record<string, MessageText>
export type MessageKind = keyof typeof MESSAGE_KINDS

/** The message's sentence in its reader's language. */
export const messageSentence = (kind: MessageKind, facts: SentenceFacts, language: Language): string =>
  fillSentence(MESSAGE_KINDS[kind], facts, language)
