import type { MessageText } from './message-text.ts'

/** How people are urged, and what is told of supervision notices. */
export const URGING_MESSAGES = {
  milestoneAhead: {
    urgency: 'digest',
    group: 'urge',
    zh: '{code} {title}：节点“{milestone}”还剩 {days} 个工作日（{dueOn}），请按期报送。',
    en: 'Milestone “{milestone}” of {code} {title} is due in {days} working days ({dueOn}). Please submit it in time.',
  },
  milestoneToday: {
    urgency: 'now',
    group: 'urge',
    zh: '{code} {title}：节点“{milestone}”{dueOn} 到期，今天要报送。',
    en: 'Milestone “{milestone}” of {code} {title} is due on {dueOn}: it has to be submitted today.',
  },
  milestoneOverdue: {
    urgency: 'now',
    group: 'urge',
    zh: '{code} {title}：节点“{milestone}”已逾期 {days} 个工作日（应于 {dueOn} 完成）。',
    en: 'Milestone “{milestone}” of {code} {title} is {days} working days overdue (it was due on {dueOn}).',
  },
  acknowledgementAhead: {
    urgency: 'digest',
    group: 'urge',
    zh: '{code} {title} 请在 {dueOn} 前签收并指定承办人。',
    en: '{code} {title}: please acknowledge by {dueOn} and name who does the work.',
  },
  acknowledgementLate: {
    urgency: 'now',
    group: 'urge',
    zh: '{code} {title} 应于 {dueOn} 前签收，{unit}已超过 {days} 个工作日没有签收。',
    en: '{code} {title} had to be acknowledged by {dueOn}; {unit} is {days} working days late.',
  },
  sheetClosing: {
    urgency: 'now',
    group: 'urge',
    zh: '{unit}{period}汇报表 {closesOn} 截止，还没有签发。',
    en: '{unit}’s sheet for {period} closes on {closesOn} and is not signed yet.',
  },
  sheetMissed: {
    urgency: 'now',
    group: 'urge',
    zh: '{unit}{period}汇报表 {closesOn} 已截止，没有签发。',
    en: '{unit}’s sheet for {period} closed on {closesOn} without a signature.',
  },
  answerAhead: {
    urgency: 'digest',
    group: 'urge',
    zh: '{number}（{code} {title}）请在 {dueOn} 前回复。',
    en: '{number} ({code} {title}): please reply by {dueOn}.',
  },
  answerLate: {
    urgency: 'now',
    group: 'urge',
    zh: '{number}（{code} {title}）应于 {dueOn} 前回复，{unit}已超过 {days} 个工作日没有回复。',
    en: '{number} ({code} {title}) had to be answered by {dueOn}; {unit} is {days} working days late.',
  },
  taskUrged: {
    urgency: 'now',
    group: 'urge',
    zh: '督查室{by}催办：{code} {title}。{note}',
    en: '{by} of the supervision office urges {code} {title}. {note}',
  },
  noticesProposed: {
    urgency: 'digest',
    group: 'notice',
    zh: '按规则今天应发督办单 {count} 张，请看后签发。',
    en: 'By rule {count} supervision notices are due today. Please look at them and issue them.',
  },
  noticeIssued: {
    urgency: 'now',
    group: 'notice',
    zh: '{unit}收到{level}督办单 {number}：{code} {title}，请在 {answerBy} 前回复。',
    en: '{unit} was sent {level} notice {number}: {code} {title}. Please reply by {answerBy}.',
  },
  noticeAnswered: {
    urgency: 'digest',
    group: 'notice',
    zh: '{unit}已回复 {number}（{code} {title}）。',
    en: '{unit} replied to {number} ({code} {title}).',
  },
  noticeClosed: {
    urgency: 'digest',
    group: 'notice',
    zh: '{number}（{code} {title}）已办结。{note}',
    en: '{number} ({code} {title}) is closed. {note}',
  },
} as const satisfies Record<string, MessageText>
