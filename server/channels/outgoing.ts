import { lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { isNamed, mayBeCalled, type NamedHosts } from '#domain/channels/outgoing.ts'
import { NotSent } from './channel.ts'

const WAIT_MS = 20_000
/** More than any receiver has to say; the rest is not read. */
const ANSWER_LIMIT = 64 * 1024

/** An address taken apart; null where it is none. */
export const placeOf = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null)

/** What is sent to another server. */
export type Outgoing = { url: string; headers?: Record<string, string>; body: string }

/**
 * Posts JSON and gives what came back with a 2xx; redirects are not followed. Throws NotSent: `addressRefused` where the
 * address may not be called, or its name leads into a private network that the configuration does not name.
 */
export async function post({ url: address, headers, body }: Outgoing, named: NamedHosts): Promise<string> {
  const url = placeOf(address)
  if (!url || !mayBeCalled(url, named)) throw new NotSent('addressRefused')
  const isFree = isNamed(url, named)
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (!isFree && isIP(literal) !== 0 && isPrivate(literal)) throw new NotSent('addressRefused')
  return call(url, isFree ? undefined : lookupPublic, { 'content-type': 'application/json', ...headers }, body)
}

function call(url: URL, look: LookupFunction | undefined, headers: Record<string, string>, body: string) {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise<string>((resolve, reject) => {
    const options = { method: 'POST', headers, signal: AbortSignal.timeout(WAIT_MS), ...(look && { lookup: look }) }
    const asked = request(url, options, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        if (text.length < ANSWER_LIMIT) text += part
      })
      answer.on('error', (error) => reject(notSent(error)))
      answer.on('end', () => {
        const { statusCode = 0 } = answer
        if (statusCode >= 200 && statusCode < 300) resolve(text)
        else reject(new NotSent('rejected'))
      })
    })
    asked.on('error', (error) => reject(notSent(error)))
    asked.end(body)
  })
}

function notSent(error: Error): NotSent {
  if (error instanceof NotSent) return error
  return new NotSent(error.name === 'TimeoutError' || error.name === 'AbortError' ? 'timedOut' : 'unreachable')
}

/** Looked up at the call itself: a name that led elsewhere when it was written down must not lead inside now. */
const lookupPublic: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '')
    const open = found.filter(({ address }) => !isPrivate(address))
    const [first] = open
    if (!first) return done(new NotSent('addressRefused'), '')
    return options.all ? done(null, open) : done(null, first.address, first.family)
  })
}

const PRIVATE = new BlockList()
const NETWORKS_4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.168.0.0/16 198.18.0.0/15 224.0.0.0/3'
const NETWORKS_6 = '::/127 64:ff9b::/32 2001::/23 2002::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8'
for (const [family, networks] of [
  ['ipv4', NETWORKS_4],
  ['ipv6', NETWORKS_6],
] as const) {
  for (const network of networks.split(' ')) {
    const [address = '', bits] = network.split('/')
    PRIVATE.addSubnet(address, Number(bits), family)
  }
}

/** Whether an address belongs to this machine, to a private network, or to nobody in particular. */
export const isPrivate = (address: string): boolean => PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
