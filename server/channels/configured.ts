import type { Config } from '../config.ts'
import type { Channels } from './channel.ts'

/** The ways out that the configuration names; the code of each is loaded where it is used. */
export async function configuredChannels({ mail }: Config): Promise<Channels> {
  return { ...(mail && { email: (await import('./smtp.ts')).smtp(mail) }) }
}
