import type { Wait, WaitGroup } from '#domain/myday/waiting.ts'

const groups: Record<WaitGroup, string> = { answer: '请您答复', sign: '请您签', do: '请您办', check: '请您看' }
/** What the button beside an item says. */
const deeds: Record<Wait, string> = {
  triage: '分办',
  bringConfirmation: '催确认',
  settleInUnit: '办理',
  answer: '答复',
  rule: '裁定',
  putIntoEffect: '落实',
  confirm: '确认',
  decideCondition: '看条件',
  answerDirective: '报告办理情况',
  assignDirective: '拟办',
  replyNotice: '回复',
  issueNotice: '签发',
  signSheet: '看后签发',
  acknowledge: '签收',
  signOff: '签批',
  upholdAssignment: '裁定归属',
  decideRequest: '批',
  reviewRequest: '审核',
  fillSheet: '填汇报',
  confirmSupport: '确认',
  deliver: '交付',
  reviewSheet: '看汇报',
  acceptCompletion: '验收',
  closeOut: '核验销号',
  register: '立项',
  assign: '交办',
}
const difficulty = '困难'
const request = '申请'
/** The small word before an item. */
const marks: Record<Wait, string> = {
  triage: difficulty,
  bringConfirmation: difficulty,
  settleInUnit: difficulty,
  answer: difficulty,
  rule: difficulty,
  putIntoEffect: difficulty,
  confirm: difficulty,
  decideCondition: difficulty,
  answerDirective: '批示',
  assignDirective: '批示',
  replyNotice: '督办单',
  issueNotice: '督办单',
  signSheet: '汇报',
  acknowledge: '任务',
  signOff: '办结',
  upholdAssignment: '争议',
  decideRequest: request,
  reviewRequest: request,
  fillSheet: '汇报',
  confirmSupport: '配合',
  deliver: '配合',
  reviewSheet: '汇报',
  acceptCompletion: '办结',
  closeOut: '销号',
  register: '草稿',
  assign: '任务',
}

/** Words of the person's own day. */
export const myDayZh = {
  weekdays: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  date: (month: number, day: number) => `${month} 月 ${day} 日`,
  summary: (count: number, dueToday: number, overdue: number) =>
    [
      `今天要办 ${count} 件`,
      ...(dueToday > 0 ? [`${dueToday} 件今天到限`] : []),
      ...(overdue > 0 ? [`${overdue} 件已过时限`] : []),
    ].join('，') + '。',
  writeDirective: '写批示',
  nothing: '没有等您办的事。',
  nothingSentence: '有任务要签收、汇报要签、困难要答复时，会出现在这里。',
  groups,
  deeds,
  marks,
  count: (count: number) => `${count} 件`,
  moreOf: (deed: string, count: number) => `${deed}共 ${count} 件，看全部`,
  left: (days: number) => `还剩 ${days} 个工作日`,
  leftToday: '今天到限',
  over: (days: number) => `已过 ${days} 个工作日`,
  due: (on: string) => `${on} 到限`,
  join: '，',
  troubled: '您的红黄任务',
  all: (count: number) => `全部 ${count} 项`,
  calm: '没有红黄灯任务。',
}
export type MyDayText = typeof myDayZh
