import { counted } from '#domain/counted.ts'
const zh = {
  title: '日志',
  note: '只增不改，摘要相连；任务、填报和文件只列改了哪些项，不列内容',
  verify: '核对摘要链',
  verified: (count: number, unsealed: number) =>
    `摘要链完好：${count} 条逐条核对无误${unsealed > 0 ? `，另有 ${unsealed} 条即将入链` : ''}。`,
  broken: (at: number) => `摘要链在第 ${at} 条断开：该条或其前后被改动过。请立即保存数据库现场并报告。`,
  columns: { at: '时间', who: '谁', what: '做了什么', subject: '对象', change: '改动', origin: '来源', digest: '摘要' },
  who: '姓名',
  action: '动作',
  anyAction: '全部动作',
  find: '查找',
  more: '再看更早的',
  empty: '没有符合条件的记录。清除查找条件可看到全部。',
}
type JournalText = typeof zh
const en: JournalText = {
  title: 'Journal',
  note: 'append-only, chained by digests; of tasks, reports and documents the changed fields, not their content',
  verify: 'Check the chain',
  verified: (count, unsealed) =>
    `The chain is whole: ${counted(count, 'entry fits', 'entries fit')}${unsealed > 0 ? `, ${unsealed} more about to be chained` : ''}.`,
  broken: (at) =>
    `The chain breaks at entry ${at}: it or its neighbours were altered. Preserve the database and report this.`,
  columns: {
    at: 'Time',
    who: 'Who',
    what: 'Did what',
    subject: 'Subject',
    change: 'Change',
    origin: 'From',
    digest: 'Digest',
  },
  who: 'Name',
  action: 'Action',
  anyAction: 'any',
  find: 'Find',
  more: 'Earlier entries',
  empty: 'No entry fits. Clear the search to see all.',
}
export const journalText = { zh, en }
