import type { Actor } from '#domain/access/actor.ts'
import { arrangeAgenda } from '#domain/meetings/agenda.ts'
import { canSay, ensureOnAgenda, foldSession, type SessionState } from '#domain/meetings/session.ts'
import type { SaidDeed } from '#domain/meetings/session.contract.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import type { Db } from '../db/db.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { addEvents, loadEvents, loadEventsByKey, type StoredEvent } from './events.queries.ts'
import { findMeeting, loadFreeze, lockMeeting, type MeetingRow } from './meetings.queries.ts'

/** The meeting that the actor may see, or not_found. */
export async function found(db: Db, actor: Actor, meetingId: string): Promise<MeetingRow> {
  const meeting = await findMeeting(db, actor, meetingId)
  if (!meeting) throw new Refusal('not_found')
  return meeting
}

/** The meeting that the actor may see, locked, or not_found. */
export async function locked({ tx, actor }: Changing, meetingId: string): Promise<MeetingRow> {
  const meeting = await lockMeeting(tx, actor, meetingId)
  if (!meeting) throw new Refusal('not_found')
  return meeting
}

/** The session of a meeting as its events left it. */
export const sessionOf = async (db: Db, organizationId: string, meetingId: string): Promise<SessionState> =>
  foldSession(await loadEvents(db, organizationId, meetingId, 0))

/** The agenda as it is held: frozen, and arranged since. */
async function heldAgenda(db: Db, organizationId: string, { id, freezeOrdinal, ...meeting }: MeetingRow) {
  const frozen = await loadFreeze(db, organizationId, id, freezeOrdinal)
  return arrangeAgenda(frozen?.agenda ?? [], meeting.arrangement, meeting.plannedMinutes)
}

type Sent = { key: string; agoMs: number; deed: SaidDeed }

/**
 * Records what happened, each event once by its key, and answers all of them with their places. Events that the meeting
 * has already are answered also after it has ended: a browser that was offline learns that nothing is lost.
 */
export async function sayEvents(changing: Changing, meetingId: string, sent: readonly Sent[]): Promise<StoredEvent[]> {
  const { tx, actor, now } = changing
  for (const { deed } of sent) ensure(canSay(actor, deed.kind))
  const meeting = await locked(changing, meetingId)
  const keys = sent.map(({ key }) => key)
  const known = new Set((await loadEventsByKey(tx, actor.organizationId, meetingId, keys)).map(({ key }) => key))
  const fresh = sent.filter(({ key }) => !known.has(key))
  if (fresh.length > 0) await addFresh(changing, meeting, fresh)
  return loadEventsByKey(tx, actor.organizationId, meetingId, keys)

  async function addFresh({ tx: within }: Changing, held: MeetingRow, events: readonly Sent[]) {
    const { state, beganAt } = held
    if (state !== 'inSession') throw new Refusal('session_closed', { state: `@meeting.${state}` })
    const deeds = events.map(({ deed }) => deed)
    if (deeds.some(({ kind }) => kind === 'itemCalled'))
      ensureOnAgenda(deeds, await heldAgenda(within, actor.organizationId, held))
    const since = beganAt?.getTime() ?? now.getTime()
    const added = await addEvents(
      within,
      actor,
      meetingId,
      now,
      events.map(({ key, agoMs, deed }) => ({
        key,
        deed,
        happenedAt: new Date(Math.max(since, now.getTime() - agoMs)),
      })),
    )
    await record(changing, ...added.flatMap(entriesOf))
  }
}

/** What is worth the journal by itself; the room's clockwork is in the session's own append-only record. */
const entriesOf = (event: StoredEvent) =>
  event.kind === 'rulingConfirmed'
    ? [
        {
          action: 'meeting.rulingConfirmed',
          subjectType: 'ruling',
          subjectId: event.rulingId,
          after: { sentence: event.draft.sentence },
        },
      ]
    : []
