import type { MessageText } from './message-text.ts'

/** What is told of tasks, sheets and the calendar. */
export const WORK_MESSAGES = {
  taskAssigned: {
    urgency: 'digest',
    group: 'task',
    zh: '新交办任务：{code} {title}，请在 {acknowledgeBy} 前签收并指定承办人。',
    en: 'Newly assigned: {code} {title}. Please acknowledge by {acknowledgeBy} and name who does the work.',
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
