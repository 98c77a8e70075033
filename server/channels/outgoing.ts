import { lookup } from 'node:dns'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { networkInterfaces } from 'node:os'
import { isNamed, mayBeCalled, type NamedHosts, type Reach } from '#domain/channels/outgoing.ts'
import { NotSent } from './channel.ts'

// An import would load node's fetch and HTTP/2 at once, for names that this module exports too: 2 MB nobody uses.
const { request: requestHttp } = process.getBuiltinModule('node:http')

/** How long a receiver may keep silent, in milliseconds, unless said. */
export const WAIT_MS = 20_000
/** More than any receiver has to say; the rest is not read. */
const ANSWER_LIMIT = 64 * 1024

/** An address taken apart; null where it is none. */
export const placeOf = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null)

/** What is sent to another server. */
export type Outgoing = { url: string; headers?: Record<string, string>; body: string; waitMs?: number }
/** What came back. */
export type Answered = { status: number; text: string }

/**
 * Posts JSON and gives what came back with a 2xx; redirects are not followed. Throws NotSent: `addressRefused` where the
 * address may not be called, or its name leads where the reach does not and the configuration names nothing.
 */
export async function post(
  { url: address, headers, body, waitMs = WAIT_MS }: Outgoing,
  named: NamedHosts,
  reach: Reach = 'public',
): Promise<Answered> {
  const url = placeOf(address)
  if (!url || !mayLead(url, named, reach)) throw new NotSent('addressRefused')
  const look = isNamed(url, named) ? undefined : lookupWithin(reach)
  return call(url, look, { 'content-type': 'application/json', ...headers }, { body, waitMs })
}

/** Whether an address may be called as far as it can be told without asking what its name leads to. */
export function mayLead(url: URL, named: NamedHosts, reach: Reach): boolean {
  if (!mayBeCalled(url, named, reach)) return false
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  return isNamed(url, named) || (isIP(literal) === 0 ? !NEVER_NAMES.test(literal) : isWithin(literal, reach))
}

/** Names that everywhere mean this machine (RFC 6761), or a cloud's metadata. */
const NEVER_NAMES = /^(?:.+\.)?(?:localhost|localhost\.localdomain|metadata\.google\.internal)\.?$/

function call(
  url: URL,
  look: LookupFunction | undefined,
  headers: Record<string, string>,
  { body, waitMs }: { body: string; waitMs: number },
) {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise<Answered>((resolve, reject) => {
    const options = { method: 'POST', headers, signal: AbortSignal.timeout(waitMs), ...(look && { lookup: look }) }
    const asked = request(url, options, (answer) => {
      let text = ''
      const settle = () => {
        const { statusCode: status = 0 } = answer
        if (status >= 200 && status < 300) resolve({ status, text })
        else reject(new NotSent('rejected', status))
      }
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        text += part
        if (text.length < ANSWER_LIMIT) return
        settle()
        asked.destroy()
      })
      answer.on('error', (error) => reject(notSent(error)))
      answer.on('end', settle)
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
const lookupWithin =
  (reach: Reach): LookupFunction =>
  (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '')
      const open = found.filter(({ address }) => isWithin(address, reach))
      const [first] = open
      if (!first) return done(new NotSent('addressRefused'), '')
      return options.all ? done(null, open) : done(null, first.address, first.family)
    })
  }

const listOf = (networks4: string, networks6: string): BlockList => {
  const list = new BlockList()
  for (const [family, networks] of [
    ['ipv4', networks4],
    ['ipv6', networks6],
  ] as const) {
    for (const network of networks.split(' ')) {
      const [address = '', bits] = network.split('/')
      list.addSubnet(address, Number(bits), family)
    }
  }
  return list
}

/**
 * This machine, its link (where clouds answer with their metadata; 100.64.0.0/10, 168.63.129.16 and fd00:ec2::/32 hold
 * such addresses too), groups, and what stands for another address.
 */
const NEVER = listOf(
  '0.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 192.0.0.0/24 198.18.0.0/15 224.0.0.0/3',
  '::/96 64:ff9b::/32 2001::/23 2002::/16 fd00:ec2::/32 fe80::/10 fec0::/10 ff00::/8',
)
/** Networks of a site's own. */
const INNER = listOf('10.0.0.0/8 172.16.0.0/12 192.168.0.0/16', 'fc00::/7')

const isIn = (list: BlockList, address: string): boolean => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Whether an address belongs to this machine, to a private network, or to nobody in particular. */
export const isPrivate = (address: string): boolean => isIn(NEVER, address) || isIn(INNER, address)

const isWithin = (address: string, reach: Reach): boolean =>
  reach === 'public' ? !isPrivate(address) : !isIn(NEVER, address) && !isOwn(address)

/** The machine's own addresses in the network are the machine, too; by whatever way of writing. */
const isOwn = (address: string): boolean =>
  address.startsWith('::ffff:') ||
  Object.values(networkInterfaces()).some((found) => found?.some((one) => one.address === address))
