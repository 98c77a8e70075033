const zh = {
  title: '催办和督办',
  urge: '催办',
  urgeTitle: '催办这项任务',
  urgeNote: '要说的话',
  urgeHint: '发给承办人、联络员和部门正职，记入日志。',
  send: '催办',
  sent: '已催办。',
  none: '还没有催办过。',
  byRule: '按规则',
  to: (names: string) => `发给 ${names}`,
  more: '再看更早的',
  notices: '督办单',
  give: '发督办单',
}
export type UrgeText = typeof zh

const en: UrgeText = {
  title: 'Urging and notices',
  urge: 'Urge',
  urgeTitle: 'Urge this task',
  urgeNote: 'What to say',
  urgeHint: 'Goes to the assignee, the liaison and the unit’s head, and into the journal.',
  send: 'Urge',
  sent: 'Urged.',
  none: 'Not urged so far.',
  byRule: 'by rule',
  to: (names) => `to ${names}`,
  more: 'Earlier',
  notices: 'Notices',
  give: 'Give a notice',
}
export const urgeText = { zh, en }
