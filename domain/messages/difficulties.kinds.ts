import type { MessageText } from './message-text.ts'

/** What is told of difficulties. */
export const DIFFICULTY_MESSAGES = {
  difficultyAsksYou: {
    urgency: 'digest',
    group: 'difficulty',
    zh: '困难待您答复：{title}（{unit}提出，{level}），请在 {lastOn} 前答复，到期自动升一级。',
    en: 'A difficulty waits for your answer: {title} (raised by {unit}, {level}). Answer by {lastOn}; then it goes up a level by itself.',
  },
  difficultyRing: {
    urgency: 'now',
    group: 'difficulty',
    zh: '困难被循环推转，请裁定：{title}（{unit}提出，依次转过{ring}）。',
    en: 'A difficulty was passed in a ring; please rule: {title} (raised by {unit}, passed through {ring}).',
  },
  difficultyIsYours: {
    urgency: 'digest',
    group: 'difficulty',
    zh: '困难由贵单位落实：{title}（{unit}提出），{lastOn} 前办成。',
    en: 'Your unit puts this into effect: {title} (raised by {unit}), by {lastOn}.',
  },
  difficultySolved: {
    urgency: 'digest',
    group: 'difficulty',
    zh: '困难报告已解决，请确认：{title}。',
    en: 'A difficulty is reported solved; please confirm: {title}.',
  },
} as const satisfies Record<string, MessageText>
