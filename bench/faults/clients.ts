import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Endpoint } from '#domain/endpoint.ts'
import type { Dice } from '#server/demo/random.ts'
import type { Person } from './district.ts'
import { inTime, type Site } from './site.ts'

/** Makes a change, once, however often it has to be sent; gives its answer. Throws {@link Refused}. */
export type Change = <Sent, Answer>(
  contract: Endpoint<Sent, any, any, Answer>,
  by: Person,
  sent: Sent,
) => Promise<Answer>

/** How requests fared: how many were acknowledged, sent again, answered as unexpected; and what was refused. */
export type Traffic = { acknowledged: number; sentAgain: number; unexpected: number; refused: string[] }

/** A change was refused that must be possible after what was acknowledged before it. */
export class Refused extends Error {}

/** Waits a moment, then again: nothing was saved, or nobody knows whether it was. */
const AGAIN_MS = 20
/** Now and then a client hangs up before the answer and sends the same again at once. */
const IMPATIENCE = 0.05
const LONGEST_PATIENCE_MS = 30
const UNEXPECTED = 500
const TOO_MANY = 429

/** Somebody at a browser on a bad line: sends with a key until there is an answer. */
export function clientOf(site: Site, dice: Dice, traffic: Traffic): Change {
  return async <Sent, Answer>(contract: Endpoint<Sent, any, any, Answer>, by: Person, sent: Sent) => {
    const { params, body } = partsOf(sent)
    const request = {
      method: contract.method,
      headers: {
        cookie: `yipanqi=${by.secret}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body ?? {}),
    }
    const answer = await inTime(
      `an answer to ${contract.operationId}`,
      untilAnswered(site, { dice, traffic }, pathOf(contract.path, params), request),
    )
    return contract.response.parse(answer) as Answer // as the endpoint says; parsing has checked it
  }
}

const partsOf = (sent: unknown): { params?: Record<string, string>; body?: object } =>
  typeof sent === 'object' && sent !== null ? sent : {}

const pathOf = (path: string, params: Record<string, string> = {}): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '')

type Sending = { dice: Dice; traffic: Traffic }

async function untilAnswered(site: Site, { dice, traffic }: Sending, path: string, request: RequestInit) {
  for (;;) {
    const address = await site.address()
    const hangsUp = dice.chance(IMPATIENCE)
    const signal = hangsUp ? AbortSignal.timeout(dice.whole(1, LONGEST_PATIENCE_MS)) : null
    const answer = await send(address + path, { ...request, signal }).catch(() => null)
    if (answer && answer.status < 300) {
      traffic.acknowledged += 1
      return answer.body
    }
    if (answer && answer.status < UNEXPECTED && answer.status !== TOO_MANY) {
      traffic.refused.push(`${request.method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
      throw new Refused(path)
    }
    if (answer?.status === UNEXPECTED) traffic.unexpected += 1
    traffic.sentAgain += 1
    if (!hangsUp) await pause(AGAIN_MS)
  }
}

async function send(url: string, request: RequestInit): Promise<{ status: number; body: unknown }> {
  const reply = await fetch(url, request)
  return { status: reply.status, body: await reply.json() }
}
