import { type ChannelName, isRobot, ROBOT_HOSTS } from './channel.ts'

/** Hosts of the site's own network that the configuration names: `oa.local`, `10.1.2.3:8080`. */
export type NamedHosts = readonly string[]

/** An address, taken apart as the URL standard does it. */
export type Place = { protocol: string; host: string; username: string; password: string }

/**
 * Where an address may lead that the configuration does not name. `public`: by https, and outside; what a person of any
 * post can write down. `intranet`: also into the site's own network and without https, but never to this machine, its
 * link or a cloud's metadata; what an administrator writes down.
 */
export type Reach = 'public' | 'intranet'

/** Whether the configuration names the host, by which it may be an inner one and without https. */
export const isNamed = ({ host }: Place, named: NamedHosts): boolean => named.includes(host)

/**
 * Whether something may be sent to an address that a person wrote down: by https, or to a host that the configuration
 * names or the reach includes; never with a name and password in it. What the name leads to is looked at again when it
 * is called.
 */
export function mayBeCalled(place: Place, named: NamedHosts, reach: Reach = 'public'): boolean {
  if (place.username !== '' || place.password !== '') return false
  return place.protocol === 'https:' || (place.protocol === 'http:' && (reach === 'intranet' || isNamed(place, named)))
}

/** Whether a channel's address may be used: a robot only at its maker's hosts, or at those that the configuration names. */
export function mayLeadTo(channel: ChannelName, place: Place | null, named: NamedHosts): boolean {
  if (!isRobot(channel)) return true
  if (place === null || !mayBeCalled(place, named)) return false
  const hosts: readonly string[] = ROBOT_HOSTS[channel]
  return hosts.includes(place.host) || isNamed(place, named)
}
