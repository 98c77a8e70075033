import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { createSession } from '#domain/auth/auth.contract.ts'
import type { Endpoint } from '#domain/endpoint.ts'
import { StartError } from '#server/start-error.ts'

/** Somebody at a browser: who they are, where, and the cookie of their session. */
export type Client = { userName: string; address: string; cookie: string }

type Sent = { params?: Record<string, string>; query?: Record<string, string | number>; body?: unknown }
type Reply = { status: number; body: unknown }

/** A browser whose request got no answer tries again after this long, under the same key. */
const AGAIN_MS = 100
/** After this long without an answer the server is gone. */
const PATIENCE_MS = 120_000
const TOO_MANY = 429

/** Signs somebody in. Throws StartError rehearsal_unreachable, rehearsal_sign_in. */
export async function signIn(address: string, userName: string, password: string): Promise<Client> {
  const reply = await fetch(address + createSession.path, {
    method: createSession.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName, password }),
  }).catch((error: unknown) => {
    throw new StartError('rehearsal_unreachable', { address, detail: causeOf(error) })
  })
  await reply.body?.cancel()
  if (reply.status !== 201)
    throw new StartError('rehearsal_sign_in', { userName, address, detail: String(reply.status) })
  const cookie = reply.headers.getSetCookie().map((line) => line.split(';')[0])
  return { userName, address, cookie: cookie.join('; ') }
}

/** The reason beneath node's "fetch failed". */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : String(cause)
}

/**
 * Asks an endpoint, and asks again under the same key while the server is down. Throws StartError rehearsal_refused when
 * it says no, rehearsal_unreachable when it stays away.
 */
export async function ask<S, Answer>(
  client: Client,
  contract: Endpoint<S, any, any, Answer>,
  sent: S,
): Promise<Answer> {
  const { params = {}, query = {}, body } = sent as Sent // an endpoint's parts, as its type says
  const path = contract.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '')
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  const isChange = contract.method !== 'GET'
  const { status, body: answer } = await untilAnswered(`${client.address}${path}?${search}`, {
    method: contract.method,
    headers: {
      cookie: client.cookie,
      ...(isChange && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(isChange && { body: JSON.stringify(body ?? {}) }),
  })
  if (status < 300) return contract.response.parse(answer) as Answer // as the endpoint says; parsing has checked it
  const detail = `${status} ${JSON.stringify(answer)}`
  throw new StartError('rehearsal_refused', { what: `${contract.operationId} (${client.userName})`, detail })
}

async function untilAnswered(url: string, request: RequestInit): Promise<Reply> {
  const from = performance.now()
  for (;;) {
    const reply = await send(url, request).catch((error: unknown) => error)
    if (!(reply instanceof Error) && isReply(reply) && reply.status !== TOO_MANY) return reply
    if (performance.now() - from > PATIENCE_MS)
      throw new StartError('rehearsal_unreachable', { address: new URL(url).origin, detail: causeOf(reply) })
    await pause(AGAIN_MS)
  }
}

const isReply = (value: unknown): value is Reply => typeof value === 'object' && value !== null && 'status' in value

async function send(url: string, request: RequestInit): Promise<Reply> {
  const reply = await fetch(url, request)
  return { status: reply.status, body: await reply.json() }
}
