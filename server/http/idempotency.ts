import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '#domain/refusal.ts'
import type { Db } from '../db/db.ts'
import type { Changing } from './context.ts'
import { claimKey, forgetKeys, saveAnswer } from './idempotency.queries.ts'

/** How long a repeated request gets the first one's answer: a weekend without a line, and a day more. */
const KEPT_DAYS = 3
const ROUND_MS = 3_600_000

/** Once an hour forgets the keys that nobody will come with again; stops with the server. */
export function forgetKeysInRounds(app: FastifyInstance, db: Db, clock: () => Date): void {
  const round = () => forgetKeys(db, new Date(clock().getTime() - KEPT_DAYS * 86_400_000))
  const timer = setInterval(() => {
    round().catch((error: Error) => app.log.warn({ code: error.name }, 'old keys wait for the next round'))
  }, ROUND_MS)
  timer.unref()
  app.addHook('onClose', async () => clearInterval(timer))
}

/**
 * Answers a change once per Idempotency-Key: a repeated request gets the first one's answer and changes nothing.
 * The key is kept in the change's own transaction; a second request at the same moment waits for the first.
 * Refuses `key_reused` when the key came with another request, `invalid_input` for a key over 200 characters.
 */
export async function answerOnce<Reply>(
  change: Changing,
  request: FastifyRequest,
  answer: () => Promise<Reply>,
): Promise<Reply> {
  const key = request.headers['idempotency-key']
  if (key === undefined) return answer()
  if (typeof key !== 'string' || key.length === 0 || key.length > 200) throw new Refusal('invalid_input')
  const digest = digestOf(request)
  const first = await claimKey(change, key, digest)
  if (first) {
    if (!first.requestDigest.equals(digest)) throw new Refusal('key_reused')
    return JSON.parse(first.answer) as Reply // our own earlier answer; the contract's response schema checks it again
  }
  const reply = await answer()
  await saveAnswer(change, key, JSON.stringify(reply))
  return reply
}

const digestOf = ({ method, url, body }: FastifyRequest): Buffer =>
  createHash('sha256')
    .update(`${method} ${url}\n`)
    .update(body instanceof Uint8Array ? body : JSON.stringify(body ?? null))
    .digest()
