import { z } from 'zod'

/** The ways to reach a person outside the inbox. */
export const CHANNELS = ['email', 'weCom', 'dingTalk', 'feishu', 'sms'] as const
export type ChannelName = (typeof CHANNELS)[number]

/** The hosts that a robot's address may lead to; a site's own are added by its configuration. */
export const ROBOT_HOSTS = {
  weCom: ['qyapi.weixin.qq.com'],
  dingTalk: ['oapi.dingtalk.com'],
  feishu: ['open.feishu.cn', 'open.larksuite.com'],
} as const satisfies Partial<Record<ChannelName, readonly string[]>>
export type RobotName = keyof typeof ROBOT_HOSTS

/** Whether the channel posts to a group’s robot, whose address must lead to its maker. */
export const isRobot = (channel: ChannelName): channel is RobotName => channel in ROBOT_HOSTS

const Phone = z.string().regex(/^\+?[0-9][0-9 -]{5,18}[0-9]$/)

/** Whether the address has its channel's form. Where a robot's address may lead is for the server to say. */
export function isAddress(channel: ChannelName, address: string): boolean {
  if (channel === 'email') return z.email().max(254).safeParse(address).success
  if (channel === 'sms') return Phone.safeParse(address).success
  return z
    .url({ protocol: /^https?$/ })
    .max(500)
    .safeParse(address).success
}

/** Enough of an address for its owner to know it again, and not enough to use it. */
export function shownAddress(channel: ChannelName, address: string): string {
  if (channel !== 'email') return `…${address.slice(-4)}`
  const [name = '', host = ''] = address.split('@')
  return `${name.slice(0, 2)}…@${host}`
}
