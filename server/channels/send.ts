import { type ChannelName } from '#domain/channels/channel.ts'
import { nextTry, type Failure } from '#domain/channels/attempts.ts'
import { writeLetter } from '#domain/messages/digest.ts'
import type { Db } from '../db/db.ts'
import type { Served } from '../http/route.ts'
import { every } from '../rounds/every.ts'
import { type Channels, NotSent } from './channel.ts'
import { type Lane, loadDueLanes, type Outcome, saveOutcome, type Taken, takeDue } from './deliveries.queries.ts'

/** Attempts under way at once on one lane, of one server. */
const AT_ONCE = 8
/** Organizations served at once by one channel. */
const LANES = 4
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

/** Sends what is due every few seconds, until the server stops, which waits for attempts under way. */
export function sendInRounds({ app, db, clock }: Served, settings: Pick<Sending, 'channels' | 'publicUrl'>): void {
  const onFailure: Sending['onFailure'] = (facts) => app.log.warn(facts, 'a delivery did not arrive')
  const lanes = openLanes({ db, clock, ...settings, onFailure }, ({ name }) =>
    app.log.warn({ round: 'send', code: name }, 'waits for the next round'),
  )
  every(app, 'send', SECONDS, lanes.start)
  app.addHook('onClose', lanes.settled)
}

/** Sends everything that is due and waits until it is done. */
export async function sendDue(sending: Sending): Promise<void> {
  const lanes = openLanes(sending)
  await lanes.start()
  await lanes.settled()
}

/**
 * The lanes of one server: one for each organization and channel with something due, so that a receiver that keeps
 * silent holds up nobody else's news and no other channel's. `start` begins those that are not under way, a few of a
 * channel at once and the others as these end, and does not wait for them; `settled` does. `onBroken` hears of a lane
 * that could not go on, as when the database is away; what is due on it waits for the next round.
 */
export function openLanes(
  sending: Sending,
  onBroken: (error: Error) => void = () => undefined,
): { start: () => Promise<void>; settled: () => Promise<void> } {
  const underWay = new Map<string, Promise<void>>()
  let waiting: Lane[] = []
  const nameOf = ({ organizationId, channel }: Lane) => `${channel} ${organizationId}`
  const room = (channel: ChannelName) =>
    LANES - [...underWay.keys()].filter((name) => name.startsWith(`${channel} `)).length

  const goOn = (): void => {
    for (const lane of waiting) {
      if (room(lane.channel) === 0 || underWay.has(nameOf(lane))) continue
      waiting = waiting.filter((other) => other !== lane)
      const run = sendLane(sending, lane).finally(() => {
        underWay.delete(nameOf(lane))
        goOn()
      })
      run.catch(onBroken)
      underWay.set(nameOf(lane), run)
    }
  }
  const start = async (): Promise<void> => {
    const due = await loadDueLanes(sending.db, sending.clock())
    waiting = due.filter((lane) => !underWay.has(nameOf(lane)))
    goOn()
  }
  const settled = async (): Promise<void> => {
    // Lanes that waited for room follow those that end.
    while (underWay.size > 0) await Promise.all(underWay.values())
  }
  return { start, settled }
}

/**
 * Sends all that is due on a lane, until a receiver keeps silent: what is left then waits for the next round, so that
 * others get the room. No transaction is open while a receiver is waited for. A delivery whose outcome could not be
 * noted goes again under the same key, so it arrives at least once.
 */
async function sendLane(sending: Sending, lane: Lane): Promise<void> {
  for (;;) {
    const taken = await takeDue(sending.db, lane, sending.clock(), AT_ONCE)
    const failures = await Promise.all(taken.map((one) => sendOne(sending, lane.organizationId, one)))
    if (taken.length < AT_ONCE || failures.includes('timedOut')) break
  }
}

/** Gives why it did not arrive; null when it did. */
async function sendOne(sending: Sending, organizationId: string, taken: Taken): Promise<Failure | null> {
  const failure = await attempt(sending, taken)
  const now = sending.clock()
  const outcome: Outcome =
    failure === null
      ? { delivered: true }
      : { delivered: false, failure, nextTryAt: nextTry(taken.attempts, failure, now) }
  await saveOutcome(sending.db, organizationId, taken, now, outcome)
  if (outcome.delivered) return null
  const { id: delivery, channel } = taken
  sending.onFailure({ delivery, channel, code: outcome.failure, givenUp: outcome.nextTryAt === null })
  return outcome.failure
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
