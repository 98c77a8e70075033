import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '../db/db.ts'
import { every } from '../rounds/every.ts'

export type DigestAlgorithm = 'sha256' | 'sm3'

let algorithm: DigestAlgorithm = 'sha256'
/** Chooses the chain's digest for this process, from the configuration, before the first change. */
export const sealWith = (chosen: DigestAlgorithm): void => void (algorithm = chosen)

/** One journal entry as the chain sees it: every column in the database's own text form. */
type Sealable = { seq: number; xid: string; content: string }
type Link = { position: number; entrySeq: number; entryXid: string; digest: Buffer; fromElsewhere: boolean }

const BATCH = 1000
/** Changes that come this close together are sealed together: sealing costs the database about as much as a change. */
const GATHER_MS = 250

/** The organizations of each server that have something to seal. */
const waiting = new WeakMap<FastifyInstance, Set<string>>()

/**
 * Adds the organization's committed entries to the chain, soon and off the caller's path. Whatever this process does
 * not get to (a crash, another sealer at work, an older transaction still open) the sealing round seals.
 */
export function sealSoon(served: { app: FastifyInstance; db: Db }, organizationId: string): void {
  const others = waiting.get(served.app)
  if (others) {
    others.add(organizationId)
    return
  }
  waiting.set(served.app, new Set([organizationId]))
  setTimeout(() => void sealWaiting(served), GATHER_MS).unref()
}

async function sealWaiting({ app, db }: { app: FastifyInstance; db: Db }): Promise<void> {
  const organizationIds = waiting.get(app) ?? []
  waiting.delete(app)
  try {
    for (const id of organizationIds) await seal(db, id)
  } catch (error) {
    app.log.warn({ code: error instanceof Error ? error.name : '' }, 'sealing waits for the next round')
  }
}

/**
 * Every few seconds seals what was left unsealed, in every organization, and once more when the server stops. Where
 * there was something, `onFound` is told: whoever wrote it may have had no time to say so.
 */
export function sealInRounds(
  { app, db, onFound }: { app: FastifyInstance; db: Db; onFound: (organizationId: string) => void },
  seconds = 5,
): void {
  every(app, 'seal', seconds, async () => {
    for (const id of await findUnsealed(db)) if ((await seal(db, id)) > 0) onFound(id)
  })
  app.addHook('onClose', () => sealWaiting({ app, db }))
}

/**
 * The organizations with entries behind their chain's end, or with a chain from another server, of which only sealing
 * tells. Most have none most of the time, and are not asked one by one.
 */
export async function findUnsealed(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from organization o
    left join lateral (
      select s.entry_xid as xid, s.entry_seq as seq from journal_seal s
      where s.organization_id = o.id order by s.position desc limit 1) last on true
    where last.xid >= pg_snapshot_xmax(pg_current_snapshot())
      or exists (select from journal_entry e where e.organization_id = o.id
        and (e.xid, e.seq) > (coalesce(last.xid, '0'), coalesce(last.seq, 0)))
    order by o.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Seals everything that is committed and not yet in the chain. Gives the number of entries sealed. */
export async function seal(db: Db, organizationId: string): Promise<number> {
  let sealed = 0
  for (;;) {
    const count = await db.transaction().execute((tx) => sealBatch(tx, organizationId))
    sealed += count
    if (count < BATCH) return sealed
  }
}

async function sealBatch(tx: Tx, organizationId: string): Promise<number> {
  const lock = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('seal ' || ${organizationId}, 0)) as got`.execute(tx)
  if (!lock.rows[0]?.got) return 0
  const last = await lastLink(tx, organizationId)
  const entries = await entriesAfter(tx, organizationId, last)
  if (entries.length === 0) return 0
  let digest = last?.digest ?? Buffer.alloc(0)
  const links = entries.map(({ seq, xid, content }, index) => {
    digest = link(algorithm, digest, content)
    return { position: (last?.position ?? 0) + index + 1, seq, xid, digest: digest.toString('hex') }
  })
  await sql`
    insert into journal_seal (organization_id, position, entry_seq, entry_xid, algorithm, digest, sealed_at)
    select ${organizationId}, l.position, l.seq, l.xid::xid8, ${algorithm}, decode(l.digest, 'hex'), clock_timestamp()
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l (position bigint, seq bigint, xid text, digest text)
    order by l.position`.execute(tx)
  return entries.length
}

/** The digest of one link: the one before it, then the entry's content. */
export const link = (by: DigestAlgorithm, previous: Buffer, content: string): Buffer =>
  createHash(by).update(previous).update(content).digest()

const lastLink = (tx: Tx, organizationId: string): Promise<Link | undefined> =>
  tx
    .selectFrom('journalSeal')
    .select(['position', 'entrySeq', 'entryXid', 'digest'])
    .select(sql<boolean>`entry_xid >= pg_snapshot_xmax(pg_current_snapshot())`.as('fromElsewhere'))
    .where('organizationId', '=', organizationId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()

/**
 * The entry's content as the digest covers it. jsonb has one text form for one value, so the digest can be worked
 * out again from the row alone, on any server version.
 */
export const sealedContent = sql<string>`concat_ws(e'\x1f', seq, xid, to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
  coalesce(person_id::text, ''), person_name, origin, request_id, action, subject_type, subject_id,
  coalesce(before::text, ''), coalesce(after::text, ''), coalesce(reason, ''))`

/**
 * What comes next in the chain. A dump that was restored on another server brings entries whose transactions that
 * server has not had yet: what they left unsealed goes first, then everything begins at the new server's own numbers.
 */
async function entriesAfter(tx: Tx, organizationId: string, last: Link | undefined): Promise<Sealable[]> {
  if (!last?.fromElsewhere) return entriesFrom(tx, organizationId, last ?? BEGINNING)
  const left = await unsealed(tx, organizationId, sql`e.xid >= pg_snapshot_xmax(pg_current_snapshot())`)
  return left.length > 0 ? left : entriesFrom(tx, organizationId, BEGINNING)
}

const BEGINNING = { entryXid: '0', entrySeq: 0 }

// Only transactions older than every running one are taken, in the order of (xid, seq): none can appear behind the chain's end later.
const entriesFrom = (tx: Tx, organizationId: string, after: { entryXid: string; entrySeq: number }) =>
  unsealed(
    tx,
    organizationId,
    sql`(e.xid, e.seq) > (${after.entryXid}::xid8, ${after.entrySeq}) and e.xid < pg_snapshot_xmin(pg_current_snapshot())`,
  )

// A subquery in place of a join, so that the few rows in question are looked up and the whole chain never read.
async function unsealed(tx: Tx, organizationId: string, which: RawBuilder<unknown>): Promise<Sealable[]> {
  const { rows } = await sql<Sealable>`
    select seq, xid, ${sealedContent} as content
    from journal_entry e
    where organization_id = ${organizationId} and ${which}
      and (select s.position from journal_seal s where s.organization_id = e.organization_id and s.entry_seq = e.seq) is null
    order by xid, seq
    limit ${BATCH}`.execute(tx)
  return rows
}
