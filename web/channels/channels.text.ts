import { counted } from '#domain/counted.ts'
import type { Failure } from '#domain/channels/attempts.ts'
import type { ChannelName } from '#domain/channels/channel.ts'
import type { DeliveryView } from '#domain/channels/channels.contract.ts'

type State = DeliveryView['state']

const channelsZh: Record<ChannelName, string> = {
  email: '电子邮件',
  weCom: '企业微信群机器人',
  dingTalk: '钉钉群机器人',
  feishu: '飞书群机器人',
  sms: '短信',
}
const addressesZh: Record<ChannelName, string> = {
  email: '邮箱',
  weCom: '机器人地址（Webhook 地址）',
  dingTalk: '机器人地址（Webhook）',
  feishu: '机器人地址（Webhook 地址）',
  sms: '手机号',
}
const failuresZh: Record<Failure, string> = {
  notConfigured: '服务器没有配置这个渠道',
  switchedOff: '本人已停用',
  addressRefused: '地址不允许访问',
  unreachable: '连不上对方',
  timedOut: '对方没有回应',
  rejected: '对方拒收',
  brokenOff: '发送中断',
}
const statesZh: Record<State, string> = { waiting: '待发', delivered: '已送达', failed: '未送达' }

const zh = {
  channels: channelsZh,
  addresses: addressesZh,
  failures: failuresZh,
  states: statesZh,
  title: '通知渠道',
  note: (digestAt: string, workdaysOnly: boolean) =>
    `${workdaysOnly ? '工作日' : '每天'} ${digestAt} 汇总发一次，急件随时发，免打扰时段不发`,
  none: '还没有开放的渠道。消息都在站内，见页首“消息”。',
  off: '未启用',
  choose: '启用',
  change: '更换',
  drop: '停用',
  cancel: '取消',
  save: '保存',
  closed: '已关闭',
  chooseTitle: (channel: string) => `启用${channel}`,
  robotNote: '在群里添加自定义机器人，把它的地址整条复制到这里。发到群里的内容，群里的人都看得到。',
  secret: '加签密钥',
  secretHint: '机器人开了“加签”才填',
  missing: '请填写。',
  feed: '日历订阅',
  feedNote: '把您要办的节点、签收、签发、回复放进手机或电脑的日历。知道地址的人就能看到，请不要转给别人。',
  feedMake: '生成地址',
  feedAnew: '换一个地址',
  feedRevoke: '停用地址',
  feedSince: (at: string) => `${at} 生成`,
  feedAddress: '订阅地址',
  feedOnce: '地址只显示这一次。在日历里选“订阅日历”，粘贴这个地址。',
  done: '记好了',
  quiet: '本人免打扰时段',
  quietNote: (from: string, to: string) =>
    from === to ? '督查室没有设免打扰时段' : `督查室设的 ${from} 至 ${to} 也不发`,
  quietOff: '两个时间相同就是不设',
  quietWorkdays: '休息日不发给我',
  tab: '通知',
  rules: '规则',
  allowed: '开放哪些渠道',
  notConfigured: '（服务器还没有配置，请运维人员按运行手册配置）',
  digestAt: '每日汇总时间',
  quietFrom: '免打扰从',
  quietTo: '免打扰到',
  timeHint: '时:分，如 08:30',
  badTime: '请写成 08:30 这样的时间。',
  workdaysOnly: '只在工作日发送',
  saved: '已保存。',
  log: '发送记录',
  show: '看哪些',
  all: '全部',
  columns: { person: '收件人', channel: '渠道', state: '结果', attempts: '次数', plannedAt: '时间' },
  count: (count: number) => `${count} 条消息`,
  next: (at: string) => `下次 ${at}`,
  more: '再看更早的',
  empty: '还没有发送记录。',
  emptyFiltered: '没有这样的记录。',
}
export type ChannelsText = typeof zh

const channelsEn: Record<ChannelName, string> = {
  email: 'E-mail',
  weCom: 'WeCom group robot',
  dingTalk: 'DingTalk group robot',
  feishu: 'Feishu group robot',
  sms: 'Text message',
}
const addressesEn: Record<ChannelName, string> = {
  email: 'Mail address',
  weCom: 'The robot’s address (webhook)',
  dingTalk: 'The robot’s address (webhook)',
  feishu: 'The robot’s address (webhook)',
  sms: 'Mobile number',
}
const failuresEn: Record<Failure, string> = {
  notConfigured: 'not configured on this server',
  switchedOff: 'switched off by the person',
  addressRefused: 'address not permitted',
  unreachable: 'could not be reached',
  timedOut: 'did not answer',
  rejected: 'was not accepted',
  brokenOff: 'broke off',
}
const statesEn: Record<State, string> = { waiting: 'Waiting', delivered: 'Delivered', failed: 'Not delivered' }

const en: ChannelsText = {
  channels: channelsEn,
  addresses: addressesEn,
  failures: failuresEn,
  states: statesEn,
  title: 'Notification',
  note: (digestAt: string, workdaysOnly: boolean) =>
    `One summary ${workdaysOnly ? 'each working day' : 'a day'} at ${digestAt}; urgent messages at once, but not in quiet hours`,
  none: 'No channel is open yet. Every message is here, under Messages at the head of the page.',
  off: 'off',
  choose: 'Use',
  change: 'Change',
  drop: 'Stop',
  cancel: 'Cancel',
  save: 'Save',
  closed: 'closed',
  chooseTitle: (channel: string) => `Use ${channel}`,
  robotNote:
    'Add a custom robot to the group and copy its whole address here. Everybody in the group can read what is sent.',
  secret: 'Signing secret',
  secretHint: 'Only where the robot asks for signatures',
  missing: 'Please fill this in.',
  feed: 'Calendar',
  feedNote:
    'Puts what is due to you into the calendar of your phone or computer. Whoever knows the address can read it: do not pass it on.',
  feedMake: 'Make an address',
  feedAnew: 'Make another',
  feedRevoke: 'Make it void',
  feedSince: (at: string) => `made ${at}`,
  feedAddress: 'Address to subscribe to',
  feedOnce: 'It is shown this once. In your calendar choose to subscribe to a calendar, and paste it.',
  done: 'Done',
  quiet: 'Own quiet hours',
  quietNote: (from, to) => (from === to ? 'the office has set none' : `beside the office’s, from ${from} to ${to}`),
  quietOff: 'The same time twice means none',
  quietWorkdays: 'Send me nothing on days off',
  tab: 'Notification',
  rules: 'Rules',
  allowed: 'Open channels',
  notConfigured: '(not configured on this server; its operating guide says how)',
  digestAt: 'Daily summary at',
  quietFrom: 'Quiet from',
  quietTo: 'Quiet until',
  timeHint: 'hours:minutes, such as 08:30',
  badTime: 'Write a time such as 08:30.',
  workdaysOnly: 'Send on working days only',
  saved: 'Saved.',
  log: 'Sent messages',
  show: 'Show',
  all: 'All',
  columns: { person: 'To', channel: 'Channel', state: 'Result', attempts: 'Attempts', plannedAt: 'When' },
  count: (count: number) => counted(count, 'message'),
  next: (at: string) => `next at ${at}`,
  more: 'Earlier ones',
  empty: 'Nothing has been sent yet.',
  emptyFiltered: 'There are none of these.',
}

/** Words of how people are reached, for `useText`. */
export const channelsText = { zh, en }
