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
  difficultyAsksYou: {
    urgency: 'digest',
    zh: '困难待您答复：{title}（{unit}提出，{level}），请在 {lastOn} 前答复，到期自动升一级。',
    en: 'A difficulty waits for your answer: {title} (raised by {unit}, {level}). Answer by {lastOn}; then it goes up a level by itself.',
  },
  difficultyRing: {
    urgency: 'now',
    zh: '困难被循环推转，请裁定：{title}（{unit}提出，依次转过{ring}）。',
    en: 'A difficulty was passed in a ring; please rule: {title} (raised by {unit}, passed through {ring}).',
  },
  difficultyIsYours: {
    urgency: 'digest',
    zh: '困难由贵单位落实：{title}（{unit}提出），{lastOn} 前办成。',
    en: 'Your unit puts this into effect: {title} (raised by {unit}), by {lastOn}.',
  },
  difficultySolved: {
    urgency: 'digest',
    zh: '困难报告已解决，请确认：{title}。',
    en: 'A difficulty is reported solved; please confirm: {title}.',
  },
} as const satisfies Record<string, MessageText>
export type MessageKind = keyof typeof MESSAGE_KINDS

/** The message's sentence in its reader's language. */
export const messageSentence = (kind: MessageKind, facts: SentenceFacts, language: Language): string =>
  fillSentence(MESSAGE_KINDS[kind], facts, language)
