import type { PushAnswer } from '#domain/webhooks/push.ts'
import type { PushKind } from '#domain/webhooks/events.ts'
import type { PushView, WebhookView } from '#domain/webhooks/webhooks.contract.ts'

const kindsZh: Record<PushKind, string> = {
  task: '任务的立项、交办到销号',
  report: '汇报与节点',
  difficulty: '困难报告',
  request: '延期与变更申请',
  notice: '督办单',
  support: '配合事项',
}
const failuresZh: Record<PushAnswer, string> = {
  switchedOff: '已停用',
  addressRefused: '地址不允许访问',
  noAnswer: '对方没有回应',
  rejected: '对方没有收下',
  withheld: '任务已限阅，不外送',
}
const pushStatesZh: Record<PushView['state'], string> = { waiting: '待送', delivered: '已送达', failed: '未送达' }
const statesZh: Record<WebhookView['state'], string> = { on: '开启', off: '停用', paused: '已自动停推' }

const zh = {
  kinds: kindsZh,
  failures: failuresZh,
  pushStates: pushStatesZh,
  states: statesZh,
  title: '推送地址',
  note: '发生的事项按类别推送给别的系统：只含编号和事项类别，不含标题、人名、内容；限阅任务不外送',
  none: '还没有推送地址。要让协同平台、大屏随时知道进展，就新增一个。',
  add: '新增推送地址',
  edit: '修改',
  test: '测试',
  tested: '已发出测试，结果见下方推送记录。',
  turnOn: '开启',
  turnOff: '停用',
  renew: '换密钥',
  remove: '删去',
  removeTitle: (name: string) => `删去“${name}”`,
  removeNote: '不再向它推送，还没送到的也不送了。推送记录保留。',
  renewTitle: (name: string) => `给“${name}”换密钥`,
  renewNote: '原密钥立即失效，接收方换上新密钥之前会验签不过。',
  cancel: '取消',
  save: '保存',
  close: '关闭',
  done: '记好了',
  name: '名称',
  nameHint: '如：协同办公平台',
  url: '接收地址',
  urlHint: '可以是内网地址，如 http://10.1.2.3:8080/yipanqi',
  which: '推送哪些',
  missing: '请填写。',
  missingKinds: '至少选一类。',
  secret: '签名密钥',
  secretNote: '接收方用它验签。只显示这一次，请交给接收方的开发人员保存。',
  paused: (at: string) => `${at} 起自动停推：一直送不到。停推后的事项都留着，修好后开启就补送。`,
  counts: (waiting: number, failed: number) =>
    [waiting > 0 ? `待送 ${waiting} 条` : '', failed > 0 ? `未送达 ${failed} 条` : ''].filter(Boolean).join('，'),
  last: (at: string) => `最近送达 ${at}`,
  never: '还没有送达过',
  log: '推送记录',
  show: '看哪些',
  all: '全部',
  whose: '推送地址',
  columns: { at: '时间', webhook: '送往', event: '事项', state: '结果', attempts: '次数', deed: '重发' },
  next: (at: string) => `下次 ${at}`,
  resend: '重发',
  more: '再看更早的',
  empty: '还没有推送过。',
  emptyFiltered: '没有这样的记录。',
}
export type WebhooksText = typeof zh

const kindsEn: Record<PushKind, string> = {
  task: 'Tasks, from registration to close-out',
  report: 'Reports and milestones',
  difficulty: 'Difficulties',
  request: 'Requests for later dates and changes',
  notice: 'Supervision notices',
  support: 'What supporting units owe',
}
const failuresEn: Record<PushAnswer, string> = {
  switchedOff: 'switched off',
  addressRefused: 'address not permitted',
  noAnswer: 'did not answer',
  rejected: 'was not accepted',
  withheld: 'task restricted meanwhile, held back',
}
const pushStatesEn: Record<PushView['state'], string> = {
  waiting: 'Waiting',
  delivered: 'Delivered',
  failed: 'Not delivered',
}
const statesEn: Record<WebhookView['state'], string> = { on: 'On', off: 'Off', paused: 'Paused by itself' }

const en: WebhooksText = {
  kinds: kindsEn,
  failures: failuresEn,
  pushStates: pushStatesEn,
  states: statesEn,
  title: 'Webhooks',
  note: 'tell other systems what happens: identifiers and the kind of event, no titles, names or words; nothing of restricted tasks',
  none: 'There is no webhook yet. Add one where another system should know what happens as it happens.',
  add: 'Add a webhook',
  edit: 'Change',
  test: 'Test',
  tested: 'A test is on its way; how it went stands in the log below.',
  turnOn: 'Switch on',
  turnOff: 'Switch off',
  renew: 'Other secret',
  remove: 'Remove',
  removeTitle: (name) => `Remove “${name}”`,
  removeNote: 'It is told nothing more, and what has not arrived is not sent. The log stays.',
  renewTitle: (name) => `Another secret for “${name}”`,
  renewNote: 'The former secret is void at once; until the receiver has the new one, signatures will not match.',
  cancel: 'Cancel',
  save: 'Save',
  close: 'Close',
  done: 'Done',
  name: 'Name',
  nameHint: 'Such as: office platform',
  url: 'Address',
  urlHint: 'May be one of the intranet, such as http://10.1.2.3:8080/yipanqi',
  which: 'Tell it of',
  missing: 'Please fill this in.',
  missingKinds: 'Choose one at least.',
  secret: 'Signing secret',
  secretNote: 'By it the receiver checks signatures. It is shown this once: give it to those who run the receiver.',
  paused: (at) =>
    `Paused since ${at}: nothing arrived. What happens meanwhile is kept and sent once it is switched on.`,
  counts: (waiting, failed) =>
    [waiting > 0 ? `${waiting} waiting` : '', failed > 0 ? `${failed} not delivered` : ''].filter(Boolean).join(', '),
  last: (at) => `last delivered ${at}`,
  never: 'nothing delivered yet',
  log: 'Pushes',
  show: 'Show',
  all: 'All',
  whose: 'Webhook',
  columns: { at: 'When', webhook: 'To', event: 'Event', state: 'Result', attempts: 'Attempts', deed: 'Send again' },
  next: (at) => `next at ${at}`,
  resend: 'Send again',
  more: 'Earlier ones',
  empty: 'Nothing has been pushed yet.',
  emptyFiltered: 'There are none of these.',
}

/** Words of webhooks, for `useText`. */
export const webhooksText = { zh, en }
