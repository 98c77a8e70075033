import { nextTry, type Failure } from '#domain/channels/attempts.ts'
import { writeLetter } from '#domain/messages/digest.ts'
import type { Db } from '../db/db.ts'
import type { Served } from '../http/route.ts'
import { every } from '../rounds/every.ts'
import { loadOrganizations } from '../rounds/rounds.queries.ts'
import { type Channels, NotSent } from './channel.ts'
import { type Outcome, saveOutcome, type Taken, takeDue } from './deliveries.queries.ts'

/** Attempts under way at once, of one server and one organization. */
const AT_ONCE = 8
const SECONDS = 10

/** What sending needs. */
export type Sending = {
  db: Db
  clock: () => Date
  channels: Channels
  /** Where people open the system; said in every letter. */
  publicUrl: string | null
  /** Called when a delivery is given up, or an attempt failed: ids and a word, never an address. */
  onFailure: (facts: { delivery: string; channel: string; code: Failure; givenUp: boolean }) => void
}

/** Sends what is due every few seconds, until the server stops. */
export function sendInRounds({ app, db, clock }: Served, settings: Pick<Sending, 'channels' | 'publicUrl'>): void {
  const onFailure: Sending['onFailure'] = (facts) => app.log.warn(facts, 'a delivery did not arrive')
  every(app, 'send', SECONDS, () => sendDue({ db, clock, ...settings, onFailure }))
}

/**
 * Sends everything that is due, of every organization. No transaction is open while a receiver is waited for. A
 * delivery whose outcome could not be noted goes again under the same key, so it arrives at least once.
 */
export async function sendDue(sending: Sending): Promise<void> {
  for (const { id } of await loadOrganizations(sending.db)) {
    for (;;) {
      const taken = await takeDue(sending.db, id, sending.clock(), AT_ONCE)
      await Promise.all(taken.map((one) => sendOne(sending, id, one)))
      if (taken.length < AT_ONCE) break
    }
  }
}

async function sendOne(sending: Sending, organizationId: string, taken: Taken): Promise<void> {
  const failure = await attempt(sending, taken)
  const now = sending.clock()
  const outcome: Outcome =
    failure === null
      ? { delivered: true }
      : { delivered: false, failure, nextTryAt: nextTry(taken.attempts, failure, now) }
  await saveOutcome(sending.db, organizationId, taken, now, outcome)
  if (outcome.delivered) return
  const { id: delivery, channel } = taken
  sending.onFailure({ delivery, channel, code: outcome.failure, givenUp: outcome.nextTryAt === null })
}

/** Null when it arrived. What a channel throws unforeseen is a failure of that one delivery and of no other. */
async function attempt({ channels, publicUrl }: Sending, taken: Taken): Promise<Failure | null> {
  const { id: key, channel, address, secret } = taken
  if (address === null) return 'switchedOff'
  const way = channels[channel]
  if (!way) return 'notConfigured'
  try {
    await way.send({ key, address, secret, ...writeLetter({ ...taken, address: publicUrl }) })
    return null
  } catch (error) {
    return error instanceof NotSent ? error.failure : 'unreachable'
  }
}
