import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import { hasRole } from '#domain/access/actor.ts'
import type { SessionDeed, SessionEvent } from '#domain/meetings/session.ts'
import type { Db, Tx } from '../db/db.ts'

type Row = { seq: number; key: string; kind: SessionDeed['kind']; said: object; at: Date; byId: string }

const COLUMNS = sql`e.seq, e.key, e.kind, e.said, e.happened_at as at, e.by_id`

/** An event as it travels: what was said of it beside its kind and place. */
export type StoredEvent = SessionEvent & { seq: number }
const eventOf = ({ said, at, ...row }: Row): StoredEvent => ({ ...said, ...row, at: at.toISOString() }) as StoredEvent // written by `addEvents` from parsed deeds

/** Events of a session after a place, in order; notes only for the office. The meeting has been found visible. */
export async function findEvents(
  db: Db,
  actor: Actor,
  { meetingId, after, limit }: { meetingId: string; after: number; limit: number },
): Promise<StoredEvent[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from meeting_event e
    where e.organization_id = ${actor.organizationId} and e.meeting_id = ${meetingId} and e.seq > ${after}
      ${hasRole(actor, 'supervisionOffice') ? sql`` : sql`and e.kind <> 'noted'`}
    order by e.seq limit ${limit}`.execute(db)
  return rows.map(eventOf)
}

/** All events of a session after a place, for whoever hands them on or folds them. */
export async function loadEvents(
  db: Db,
  organizationId: string,
  meetingId: string,
  after: number,
): Promise<StoredEvent[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from meeting_event e
    where e.organization_id = ${organizationId} and e.meeting_id = ${meetingId} and e.seq > ${after}
    order by e.seq`.execute(db)
  return rows.map(eventOf)
}

/** An event to be written down. */
export type NewEvent = { key: string; deed: SessionDeed; happenedAt: Date }

/**
 * Writes events down in the order given, each once: those whose key the meeting has already are left out. The meeting is
 * locked, so that places follow each other without a gap, and are seen in their order.
 */
export async function addEvents(
  tx: Tx,
  { organizationId, personId }: Actor,
  meetingId: string,
  receivedAt: Date,
  events: readonly NewEvent[],
): Promise<StoredEvent[]> {
  const rows = events.map(({ key, deed: { kind, ...said }, happenedAt }) => ({
    key,
    kind,
    said,
    at: happenedAt.toISOString(),
  }))
  const { rows: added } = await sql<Row>`
    with given as (
      select distinct on (g.key) g.key, g.kind, g.said, g.at, g.place
      from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (key uuid, kind text, said jsonb, at timestamptz))
        with ordinality as g (key, kind, said, at, place)
      where not exists (select from meeting_event x where x.organization_id = ${organizationId}
        and x.meeting_id = ${meetingId} and x.key = g.key)
      order by g.key, g.place)
    insert into meeting_event as e (organization_id, meeting_id, seq, key, kind, said, happened_at, received_at, by_id)
    select ${organizationId}, ${meetingId},
      (select coalesce(max(seq), 0) from meeting_event where organization_id = ${organizationId} and meeting_id = ${meetingId})
        + row_number() over (order by place),
      key, kind, said, at, ${receivedAt}, ${personId}
    from given
    returning ${COLUMNS}`.execute(tx)
  return added.map(eventOf).sort((a, b) => a.seq - b.seq)
}

/** Events of a session by their keys, in order. */
export async function loadEventsByKey(
  tx: Tx,
  organizationId: string,
  meetingId: string,
  keys: readonly string[],
): Promise<StoredEvent[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from meeting_event e
    where e.organization_id = ${organizationId} and e.meeting_id = ${meetingId} and e.key = any(${[...keys]}::uuid[])
    order by e.seq`.execute(tx)
  return rows.map(eventOf)
}

/** The place in the journal of the last entry that can have moved a figure; null where there is none. */
export async function loadLastFactSeq(db: Db, organizationId: string): Promise<string | null> {
  const { rows } = await sql<{ seq: string }>`
    select seq::text from journal_entry
    where organization_id = ${organizationId} and subject_type not in ('meeting', 'ruling')
    order by seq desc limit 1`.execute(db)
  return rows[0]?.seq ?? null
}
