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
  taskDeclined: {
    urgency: 'now',
    group: 'task',
    zh: '{unit}退回 {code} {title}：{reason}',
    en: '{unit} declined {code} {title}: {reason}',
  },
  assignmentUpheld: {
    urgency: 'now',
    group: 'task',
    zh: '{code} {title} 仍由{unit}牵头：{reason} 请在 {acknowledgeBy} 前签收。',
    en: '{unit} stays the lead of {code} {title}: {reason} Please acknowledge by {acknowledgeBy}.',
  },
  taskTransferred: {
    urgency: 'digest',
    group: 'task',
    zh: '{code} {title} 已转{unit}牵头，原有办理情况保留：{reason}',
    en: '{code} {title} was transferred to {unit}; what was done stays on record: {reason}',
  },
  signOffAsked: {
    urgency: 'digest',
    group: 'task',
    zh: '{code} {title} 已经督查室验收，请签批。',
    en: '{code} {title} was accepted by the office and waits for your sign-off.',
  },
  taskSignedOff: {
    urgency: 'digest',
    group: 'task',
    zh: '{by}已签批 {code} {title}，办结。',
    en: '{by} signed off {code} {title}; it is completed.',
  },
  taskInstructed: {
    urgency: 'now',
    group: 'task',
    zh: '{by}对 {code} {title} 另有批示：{reason}',
    en: '{by} gave a further instruction on {code} {title}: {reason}',
  },
  taskReopened: {
    urgency: 'now',
    group: 'task',
    zh: '{code} {title} 重新办理：{reason}',
    en: '{code} {title} is taken up again: {reason}',
  },
  taskSuspended: {
    urgency: 'digest',
    group: 'task',
    zh: '{code} {title} 已中止：{reason}',
    en: '{code} {title} was suspended: {reason}',
  },
  taskDeferred: {
    urgency: 'digest',
    group: 'task',
    zh: '{code} {title} 已缓办：{reason}',
    en: '{code} {title} was put off: {reason}',
  },
  taskResumed: {
    urgency: 'digest',
    group: 'task',
    zh: '{code} {title} 恢复办理。',
    en: '{code} {title} goes on.',
  },
  taskClosedOut: {
    urgency: 'digest',
    group: 'task',
    zh: '{code} {title} 已核验销号。',
    en: '{code} {title} was verified and closed out.',
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
  webhookPaused: {
    urgency: 'now',
    group: 'other',
    zh: '推送地址“{name}”一直送不到，已自动停推（{count} 条已放弃）。修好后在“单位人员”页“推送”里重新开启：停推以后的事项会补送，已放弃的可逐条重发。',
    en: 'Nothing arrives at the webhook “{name}” any more, so it was paused; {count} pushes were given up. Once mended, switch it on under Organization, Webhooks: what happened meanwhile is sent then, and what was given up can be sent again one by one.',
  },
  holidaysUnknown: {
    urgency: 'digest',
    group: 'other',
    zh: '{year} 年的放假安排还没有录入，那一年的期限暂按周一至周五算。公布后请在年度计划页的工作日历里补上。',
    en: 'The holidays of {year} are not known yet; limits of that year count Monday to Friday. Once published, add them in the working calendar on the plan page.',
  },
} as const satisfies Record<string, MessageText>
