import type { SentenceText } from '../sentence.ts'

/** What the inbox can be narrowed to. */
export const MESSAGE_GROUPS = ['task', 'report', 'difficulty', 'urge', 'notice', 'meeting', 'other'] as const
export type MessageGroup = (typeof MESSAGE_GROUPS)[number]

/**
 * What somebody can be told. `now` goes out by itself as soon as it may; `digest` waits for the day's one summary.
 * Facts name what they are about, so that the sentence stands alone in a message.
 */
export type MessageText = SentenceText & { urgency: 'now' | 'digest'; group: MessageGroup }
