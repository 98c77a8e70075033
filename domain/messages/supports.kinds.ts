import type { MessageText } from './message-text.ts'

/** What is told of what supporting units owe. */
export const SUPPORT_MESSAGES = {
  supportAsked: {
    urgency: 'digest',
    group: 'task',
    zh: '{unit}配合 {code} {title}（{lead}牵头）：{deliverable}，请在 {dueOn} 前交付。',
    en: '{unit} supports {code} {title}, led by {lead}: {deliverable}. Please deliver by {dueOn}.',
  },
  supportDelivered: {
    urgency: 'digest',
    group: 'task',
    zh: '{unit}已交付 {code} {title} 的配合事项（{deliverable}），请确认。',
    en: '{unit} delivered for {code} {title} ({deliverable}). Please confirm.',
  },
  supportConfirmed: {
    urgency: 'digest',
    group: 'task',
    zh: '{lead}已确认{unit}的配合事项：{code} {title}（{deliverable}）。',
    en: '{lead} confirmed what {unit} delivered for {code} {title} ({deliverable}).',
  },
  supportReturned: {
    urgency: 'now',
    group: 'task',
    zh: '{lead}退回{unit}的配合事项：{code} {title}（{deliverable}）：{reason}',
    en: '{lead} returned what {unit} delivered for {code} {title} ({deliverable}): {reason}',
  },
  supportUndelivered: {
    urgency: 'now',
    group: 'task',
    zh: '{lead}记{unit}未交付：{code} {title}（{deliverable}）：{reason}',
    en: '{lead} put {unit} down as not having delivered for {code} {title} ({deliverable}): {reason}',
  },
  supportSilent: {
    urgency: 'now',
    group: 'urge',
    zh: '{code} {title} 的配合事项（{deliverable}）应于 {dueOn} 交付，{unit}已超过 {days} 个工作日没有交付。{lead}牵头。',
    en: '{code} {title}, led by {lead}: {unit} had to deliver by {dueOn} ({deliverable}) and is {days} working days late.',
  },
} as const satisfies Record<string, MessageText>
