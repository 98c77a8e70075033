import { randomUUID } from 'node:crypto'
import { EMPTY_RULING, type RulingDraft } from '#domain/meetings/ruling.ts'
import { addMeetingEvents, makeRuling, type SaidDeed } from '#domain/meetings/session.contract.ts'
import { StartError } from '#server/start-error.ts'
import { ask, type Client } from './client.ts'

type Event = { key: string; agoMs: number; deed: SaidDeed }

/** The recorder's desk: says what happens, makes rulings, and keeps when each was said. */
export type Desk = ReturnType<typeof deskOf>

/** How many of the last events are sent once more in the middle of a meeting. */
const RESENT = 10

export function deskOf(meetingId: string, recorder: Client, chair: Client) {
  const said: Event[] = []
  const saidAt = new Map<string, number>()
  const savedMs: number[] = []
  const made: { id: string; itemKey: string; draft: RulingDraft; readBack: boolean; number: number }[] = []
  const params = { meetingId }

  const say = async (by: Client, ...deeds: SaidDeed[]) => {
    const events = deeds.map((deed) => ({ key: randomUUID(), agoMs: 0, deed }))
    for (const event of events) saidAt.set(event.key, performance.now())
    await ask(by, addMeetingEvents, { params, body: { events } })
    said.push(...events)
  }

  /** Written down in two goes, put before the room, confirmed in one of the two ways, saved. */
  const rule = async (itemKey: string, draft: RulingDraft) => {
    const rulingId = randomUUID()
    const readBack = made.length % 2 === 0
    const begun = { ...EMPTY_RULING, sentence: draft.sentence.slice(0, 6) }
    await say(recorder, { kind: 'rulingDrafted', rulingId, itemKey, draft: begun })
    await say(recorder, { kind: 'rulingDrafted', rulingId, itemKey, draft }, { kind: 'rulingShown', rulingId })
    if (!readBack) await say(chair, { kind: 'rulingConfirmed', rulingId, draft })
    const ruling = { id: rulingId, itemKey, draft, readBack }
    const from = performance.now()
    saidAt.set(rulingId, from)
    const { number } = await ask(recorder, makeRuling, { params, body: ruling })
    savedMs.push(performance.now() - from)
    made.push({ ...ruling, number })
  }

  /** Sends the last events and the last ruling again, as a browser does that never heard the answer. */
  const sendAgain = async (): Promise<number> => {
    const own = said.filter(({ deed }) => deed.kind !== 'rulingConfirmed').slice(-RESENT)
    await ask(recorder, addMeetingEvents, { params, body: { events: own } })
    const last = made[made.length - 1]
    if (!last) return own.length
    const { number: before, ...body } = last
    const { number } = await ask(recorder, makeRuling, { params, body })
    if (number !== before)
      throw new StartError('rehearsal_refused', { what: 'makeRuling', detail: `${before} ≠ ${number}` })
    return own.length + 1
  }
  return { say: (...deeds: SaidDeed[]) => say(recorder, ...deeds), rule, sendAgain, saidAt, savedMs, made }
}
