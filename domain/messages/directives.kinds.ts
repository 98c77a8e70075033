import type { MessageText } from './message-text.ts'

/** What is told of directives besides what is told of their tasks. */
export const DIRECTIVE_MESSAGES = {
  directiveReceived: {
    urgency: 'now',
    group: 'task',
    zh: '{by}作出批示（{urgency}，{dueOn} 前报告），请拟办：{text}',
    en: '{by} wrote a directive ({urgency}, to be answered by {dueOn}). Please name its lead units: {text}',
  },
  directiveRegistered: {
    urgency: 'digest',
    group: 'task',
    zh: '您的批示已登记为第{number}号（{year}年，{dueOn} 前报告）：{text}',
    en: 'Your directive was registered as number {number} of {year}, to be answered by {dueOn}: {text}',
  },
  directiveAssigned: {
    urgency: 'digest',
    group: 'task',
    zh: '{writer}的批示已交{units}办理，{dueOn} 前报告：{text}',
    en: '{writer}’s directive was handed to {units}, to be answered by {dueOn}: {text}',
  },
} as const satisfies Record<string, MessageText>
