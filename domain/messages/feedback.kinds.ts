import type { MessageText } from './message-text.ts'

/** What is told of complaints and suggestions. */
export const FEEDBACK_MESSAGES = {
  feedbackWritten: {
    urgency: 'digest',
    group: 'other',
    zh: '{by}写来投诉建议，请答复：{words}',
    en: '{by} complains or suggests; please answer: {words}',
  },
  feedbackAnswered: {
    urgency: 'now',
    group: 'other',
    zh: '督查室答复了您的投诉建议“{words}”：{answer}',
    en: 'The office answered what you wrote, “{words}”: {answer}',
  },
} as const satisfies Record<string, MessageText>
