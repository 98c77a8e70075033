import { PERIOD_KINDS, type PeriodKind } from '../plan/plan.contract.ts'
import type { Language } from '../refusal.ts'
import { periodName } from '../reports/period.ts'
import { fillSentence, type SentenceFacts, type SentenceText } from '../sentence.ts'

/** What the inbox can be narrowed to. */
export const MESSAGE_GROUPS = ['task', 'report', 'difficulty', 'urge', 'notice', 'other'] as const
export type MessageGroup = (typeof MESSAGE_GROUPS)[number]

/**
 * What somebody can be told. `now` goes out by itself as soon as it may; `digest` waits for the day's one summary.
 * Facts name what they are about, so that the sentence stands alone in a message.
 */
export type MessageText = SentenceText & { urgency: 'now' | 'digest'; group: MessageGroup }

export const MESSAGE_KINDS = {
  taskAssigned: {
    urgency: 'digest',
    group: 'task',
    zh: '新交办任务：{code} {title}，请在 {acknowledgeBy} 前签收并指定承办人。',
    en: 'Newly assigned: {code} {title}. Please acknowledge by {acknowledgeBy} and name who does the work.',
  },
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
  taskAcknowledged: {
    urgency: 'digest',
    group: 'task',
    zh: '{by}已签收 {code} {title}，承办人：{assignee}。',
    en: '{by} acknowledged {code} {title}. It is done by {assignee}.',
  },
  completionRequested: {
    urgency: 'digest',
    group: 'task',
    zh: '{unit}申请办结 {code} {title}，请验收。',
    en: '{unit} asks for completion of {code} {title}. Please check it.',
  },
  taskCompleted: {
    urgency: 'digest',
    group: 'task',
    zh: '{code} {title} 已验收，办结。',
    en: '{code} {title} was accepted and is completed.',
  },
  completionReturned: {
    urgency: 'now',
    group: 'task',
    zh: '{code} {title} 的办结申请已退回：{reason}',
    en: 'The request to complete {code} {title} was returned: {reason}',
  },
  taskCancelled: {
    urgency: 'digest',
    group: 'task',
    zh: '{code} {title} 已撤销：{reason}',
    en: '{code} {title} was cancelled: {reason}',
  },
  sheetPrepared: {
    urgency: 'now',
    group: 'report',
    zh: '{period}汇报表已填好，请签发（{by}提请，{closesOn} 截止）。',
    en: 'The sheet for {period} is ready for your signature, asked by {by}; it closes on {closesOn}.',
  },
  sheetSigned: {
    urgency: 'digest',
    group: 'report',
    zh: '{unit}已签发{period}汇报表。',
    en: '{unit} signed its sheet for {period}.',
  },
  reportsReturned: {
    urgency: 'now',
    group: 'report',
    zh: '{unit}{period}汇报表有 {count} 项被退回，请改好后再签发。',
    en: '{count} rows of {unit}’s sheet for {period} were returned. Please correct them and sign again.',
  },
  milestoneAhead: {
    urgency: 'digest',
    group: 'urge',
    zh: '{code} {title} 的节点“{milestone}”还剩 {days} 个工作日（{dueOn}），请按期报送。',
    en: 'Milestone “{milestone}” of {code} {title} is due in {days} working days ({dueOn}). Please submit it in time.',
  },
  milestoneToday: {
    urgency: 'now',
    group: 'urge',
    zh: '{code} {title} 的节点“{milestone}”{dueOn} 到期，今天要报送。',
    en: 'Milestone “{milestone}” of {code} {title} is due on {dueOn}: it has to be submitted today.',
  },
  milestoneOverdue: {
    urgency: 'now',
    group: 'urge',
    zh: '{code} {title} 的节点“{milestone}”已逾期 {days} 个工作日（应于 {dueOn} 完成）。',
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
  periodOpened: {
    urgency: 'digest',
    group: 'report',
    zh: '{period}汇报已开放，{unit}请在 {closesOn} 前填报并签发。',
    en: 'Reporting for {period} is open. {unit} fills in and signs its sheet by {closesOn}.',
  },
  holidaysUnknown: {
    urgency: 'digest',
    group: 'other',
    zh: '{year} 年的放假安排还没有录入，那一年的期限暂按周一至周五算。公布后请在年度计划页的工作日历里补上。',
    en: 'The holidays of {year} are not known yet; limits of that year count Monday to Friday. Once published, add them in the working calendar on the plan page.',
  },
} as const satisfies Record<string, MessageText>
export type MessageKind = keyof typeof MESSAGE_KINDS

/** The message's sentence in its reader's language. */
export const messageSentence = (kind: MessageKind, facts: SentenceFacts, language: Language): string =>
  fillSentence(
    MESSAGE_KINDS[kind],
    { ...facts, ...('period' in facts && { period: spokenPeriod(facts, language) }) },
    language,
  )

/** A period as a fact of a message: its name depends on who reads it. */
export const periodFact = ({ year, kind, number }: { year: number; kind: PeriodKind; number: number }): string =>
  `${year} ${kind} ${number}`

function spokenPeriod({ period }: SentenceFacts, language: Language): string {
  const [year = '', kind = '', number = ''] = String(period).split(' ')
  const every = PERIOD_KINDS.find((one) => one === kind)
  return every === undefined ? '' : periodName({ year: Number(year), every, number: Number(number) }, language)
}

/** The kinds of a group, for narrowing the inbox. */
export const kindsOf = (group: MessageGroup): MessageKind[] =>
  (Object.keys(MESSAGE_KINDS) as MessageKind[]).filter((kind) => MESSAGE_KINDS[kind].group === group)
