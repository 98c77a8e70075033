import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { NamedHosts } from '#domain/channels/outgoing.ts'
import { pushBody, TEST_EVENT } from '#domain/webhooks/events.ts'
import { answerOf, nextPush, PUSH_FAILURES, type PushFailure } from '#domain/webhooks/push.ts'
import { NotSent } from '../channels/channel.ts'
import { post, WAIT_MS } from '../channels/outgoing.ts'
import type { Db } from '../db/db.ts'
import type { Served } from '../http/route.ts'
import { every } from '../rounds/every.ts'
import {
  loadPushingOrganizations,
  type PushOutcome,
  savePushOutcome,
  takeDuePushes,
  type TakenPush,
} from './sending.queries.ts'
import { pushHeaders } from './sign.ts'

/** Attempts under way at once at one receiver, of one server. */
const AT_ONCE = 4
const SECONDS = 5
/** How long every attempt takes that brought no answer: a little more than a silent receiver is waited for. */
const UNANSWERED_MS = WAIT_MS + 1000

/** What pushing needs. */
export type Pushing = {
  db: Db
  clock: () => Date
  namedHosts: NamedHosts
  /** How long a receiver may keep silent, in milliseconds. */
  waitMs: number
  /** Passes when an attempt that brought no answer may be noted; `startedAt` as `performance.now()` counts. */
  holdBack: (startedAt: number) => Promise<unknown>
  /** Called when an attempt failed: ids and a word, never an address. */
  onFailure: (facts: { push: string; code: PushFailure; status: number | null; givenUp: boolean }) => void
}

/** Pushes what is due every few seconds, until the server stops. */
export function pushInRounds({ app, db, clock }: Served, settings: Pick<Pushing, 'namedHosts'>): void {
  const onFailure: Pushing['onFailure'] = (facts) => app.log.warn(facts, 'a push did not arrive')
  const pushing = { db, clock, ...settings, waitMs: WAIT_MS, holdBack: holdingBack(app), onFailure }
  every(app, 'push', SECONDS, () => pushDue(pushing))
}

/**
 * Holds an attempt without an answer back until as much time has passed as for a silent receiver; a server that ends
 * waits no longer.
 */
export function holdingBack(app: FastifyInstance): Pushing['holdBack'] {
  const ending = new AbortController()
  app.addHook('preClose', async () => ending.abort())
  return (startedAt) => {
    const left = Math.max(0, startedAt + UNANSWERED_MS - performance.now())
    return pause(left, undefined, { signal: ending.signal }).catch(() => undefined)
  }
}

/**
 * Pushes what is due, of every organization. No transaction is open while a receiver is waited for. A push whose outcome
 * could not be noted goes again under the same key, so it arrives at least once.
 */
export async function pushDue(pushing: Pushing): Promise<void> {
  const organizationIds = await loadPushingOrganizations(pushing.db, pushing.clock())
  await Promise.all(organizationIds.map((id) => pushDueOf(pushing, id)))
}

/** All that is due, until a receiver does not answer: for that one nobody else's news wait longer than one attempt. */
async function pushDueOf(pushing: Pushing, organizationId: string): Promise<void> {
  for (;;) {
    const taken = await takeDuePushes(pushing.db, organizationId, pushing.clock(), AT_ONCE)
    const failures = await Promise.all(taken.map((one) => pushOne(pushing, organizationId, one)))
    if (taken.length === 0 || failures.some(isUnanswered)) break
  }
}

const isUnanswered = (failure: PushFailure | null): boolean => failure !== null && answerOf(failure) === 'noAnswer'

/**
 * Gives why it did not arrive; null when it did. An attempt without an answer is noted when as much time has passed as
 * for any other: by how soon a log says so it would tell a closed port of the network behind this server from a silent one.
 */
async function pushOne(pushing: Pushing, organizationId: string, taken: TakenPush): Promise<PushFailure | null> {
  const { db, clock, holdBack, onFailure } = pushing
  const startedAt = performance.now()
  const ended = taken.restricted
    ? { failure: 'withheld' as const, status: null }
    : await attempt(pushing, organizationId, taken)
  if (isUnanswered(ended.failure)) await holdBack(startedAt)
  const now = clock()
  const outcome: PushOutcome =
    ended.failure === null
      ? { delivered: true }
      : {
          delivered: false,
          failure: ended.failure,
          nextTryAt: nextPush({ attempts: taken.attempts, isTest: taken.event === TEST_EVENT }, ended.failure, now),
        }
  await savePushOutcome(db, organizationId, taken, now, outcome)
  if (!outcome.delivered && outcome.failure !== 'withheld')
    onFailure({ push: taken.id, code: outcome.failure, status: ended.status, givenUp: outcome.nextTryAt === null })
  return ended.failure
}

type Ended = { failure: null; status: number } | { failure: PushFailure; status: number | null }

async function attempt(pushing: Pushing, organizationId: string, taken: TakenPush): Promise<Ended> {
  const { clock, namedHosts, waitMs } = pushing
  const body = pushBody({ ...taken, organizationId })
  try {
    const headers = pushHeaders(taken, body, clock())
    const { status } = await post({ url: taken.url, headers, body, waitMs }, namedHosts, 'intranet')
    return { failure: null, status }
  } catch (error) {
    if (!(error instanceof NotSent)) return { failure: 'unreachable', status: null }
    return { failure: PUSH_FAILURES.find((one) => one === error.failure) ?? 'unreachable', status: error.status }
  }
}
