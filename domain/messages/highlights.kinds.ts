import type { MessageText } from './message-text.ts'

/** What is told of practices worth copying. */
export const HIGHLIGHT_MESSAGES = {
  highlightAdopted: {
    urgency: 'digest',
    group: 'other',
    zh: '{unit}借鉴了贵单位的亮点“{title}”。',
    en: '{unit} adopted your unit’s practice “{title}”.',
  },
} as const satisfies Record<string, MessageText>
