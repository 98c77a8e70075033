import type { Bytes, Endpoint } from '#domain/endpoint.ts'
import type { Language, RefusalFacts, RefusedField } from '#domain/refusal.ts'
import { isAttended } from './attended.ts'

/** The server said no, or could not be reached (`code: 'offline'`). The message is a sentence to show as it is. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly facts: RefusalFacts
  readonly fields: readonly RefusedField[]
  readonly requestId: string | null
  constructor(problem: {
    status: number
    code: string
    message: string
    facts?: RefusalFacts
    fields?: readonly RefusedField[]
    requestId?: string
  }) {
    super(problem.message)
    this.status = problem.status
    this.code = problem.code
    this.facts = problem.facts ?? {}
    this.fields = problem.fields ?? []
    this.requestId = problem.requestId ?? null
  }
}

const OFFLINE: Record<Language, string> = {
  zh: '没有连上服务器：网络断开或服务正在重启。内容还在本页，恢复后请再试。',
  en: 'The server cannot be reached: the network is down or the server is restarting. What you typed is still here; try again.',
}

let language: Language = 'zh'
/** In which language the server's sentences come. */
export const speak = (chosen: Language): void => void (language = chosen)

type Sent = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown; bytes?: Bytes }

/** The address of an endpoint with its parameters and query filled in; also the link of a file to download. */
export function addressOf<Sending>(endpoint: Endpoint<Sending, any, any, any>, sent: NoInfer<Sending>): string {
  const { params = {}, query = {} } = sent as Sent
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value])
        .filter((one) => one !== undefined && one !== '')
        .map((one) => [name, String(one)]),
    ),
  ).toString()
  return search ? `${path}?${search}` : path
}

/**
 * Calls an endpoint; throws ApiError for everything but success, also for an answer that is not ours: a gateway's page
 * in the place of a server that restarts. A creation carries an Idempotency-Key of its own.
 */
export async function call<Sending, Answer>(
  endpoint: Endpoint<Sending, any, any, Answer>,
  sent: NoInfer<Sending>,
  signal?: AbortSignal,
): Promise<Answer> {
  const reply = await send(endpoint, sent, signal)
  const json: unknown = await reply.json().catch(() => null)
  if (reply.ok && json !== null) return json as Answer // shaped by the endpoint's response schema on the server
  throw isRefusal(json) ? new ApiError({ ...json, status: reply.status }) : offline()
}

const isRefusal = (json: unknown): json is { code: string; message: string } =>
  typeof json === 'object' && json !== null && 'code' in json && 'message' in json

const offline = () => new ApiError({ status: 0, code: 'offline', message: OFFLINE[language] })

async function send<Sending>(
  endpoint: Endpoint<Sending, any, any, any>,
  sent: NoInfer<Sending>,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const { body, bytes } = sent as Sent
  const address = addressOf(endpoint, sent)
  const text = body === undefined ? undefined : JSON.stringify(body)
  const headers: Record<string, string> = { 'accept-language': language }
  if (text !== undefined) headers['content-type'] = 'application/json'
  if (bytes !== undefined) headers['content-type'] = 'application/octet-stream'
  const words = bytes === undefined ? `${endpoint.method} ${address} ${text ?? ''}` : undefined
  const key = takeKey(words)
  if (endpoint.method === 'POST') headers['idempotency-key'] = key
  if (!isAttended()) headers['yipanqi-unattended'] = '1'
  try {
    const reply = await fetch(address, {
      method: endpoint.method,
      headers,
      ...(text !== undefined && { body: text }),
      ...(bytes !== undefined && { body: bytes as Blob }),
      ...(signal && { signal }),
    })
    if (BY_A_GATEWAY.includes(reply.status)) keepKey(words, key)
    return reply
  } catch (error) {
    if (signal?.aborted) throw error
    keepKey(words, key)
    throw offline()
  }
}

const BY_A_GATEWAY: readonly number[] = [502, 503, 504]
/** Keys of requests that no answer came to, and that may have been carried out: sent again, they are not done twice. */
const unanswered = new Map<string, string>()
const keepKey = (words: string | undefined, key: string): void => void (words && unanswered.set(words, key))

function takeKey(words = ''): string {
  const kept = unanswered.get(words)
  unanswered.delete(words)
  return kept ?? newKey()
}

const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
