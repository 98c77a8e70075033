import type { Config } from '../config.ts'
import type { Channels } from './channel.ts'
import { dingTalk, feishu, weCom } from './robots.ts'
import { sms } from './sms.ts'

/** The ways out: the robots, and what the configuration names. What mail needs is loaded only where it is used. */
export async function configuredChannels(config: Pick<Config, 'mail' | 'sms' | 'namedHosts'>): Promise<Channels> {
  const robots = { named: config.namedHosts, clock: () => new Date() }
  return {
    ...(config.mail && { email: (await import('./smtp.ts')).smtp(config.mail) }),
    weCom: weCom(robots),
    dingTalk: dingTalk(robots),
    feishu: feishu(robots),
    ...(config.sms && { sms: sms(config.sms) }),
  }
}
