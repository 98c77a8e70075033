import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import { withoutContent } from '#domain/journal/withheld.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import type { Db } from '../db/db.ts'
import { link, sealedContent, type DigestAlgorithm } from './seal.ts'

export type JournalFilter = {
  after?: string | undefined
  limit: number
  action?: string | undefined
  personName?: string | undefined
  subjectId?: string | undefined
}

/** The journal newest first, a page of it, without business content; the access table has checked the caller's role. */
export async function findEntries(db: Db, actor: Actor, filter: JournalFilter) {
  const [before] = (filter.after && readCursor(filter.after, 1)) || []
  const rows = await db
    .selectFrom('journalEntry as e')
    .leftJoin('journalSeal as s', (join) =>
      join.onRef('s.organizationId', '=', 'e.organizationId').onRef('s.entrySeq', '=', 'e.seq'),
    )
    .select([
      'e.seq',
      'e.happenedAt',
      'e.personName',
      'e.origin',
      'e.action',
      'e.subjectType',
      'e.subjectId',
      'e.before',
      'e.after',
      'e.reason',
      's.digest',
    ])
    .where('e.organizationId', '=', actor.organizationId)
    .$if(typeof before === 'number', (q) => q.where('e.seq', '<', Number(before)))
    .$if(filter.action !== undefined, (q) => q.where('e.action', '=', filter.action ?? ''))
    .$if(filter.personName !== undefined, (q) => q.where('e.personName', '=', filter.personName ?? ''))
    .$if(filter.subjectId !== undefined, (q) => q.where('e.subjectId', '=', filter.subjectId ?? ''))
    .orderBy('e.seq', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const items = rows.slice(0, filter.limit).map((row) => ({
    ...withoutContent(row),
    happenedAt: row.happenedAt.toISOString(),
    digest: row.digest?.toString('hex') ?? null,
  }))
  const last = items.at(-1)
  return { items, next: rows.length > filter.limit && last ? writeCursor([last.seq]) : null }
}

type Sealed = { position: number; algorithm: DigestAlgorithm; digest: Buffer; content: string }

const BATCH = 5000

/** Works out every digest again, batch by batch, and says where the chain first breaks. */
export async function findBreak(db: Db, actor: Actor) {
  let previous: Buffer = Buffer.alloc(0)
  let position = 0
  let algorithm: DigestAlgorithm | null = null
  for (;;) {
    const batch = await sealedAfter(db, actor, position)
    for (const sealed of batch) {
      const digest = link(sealed.algorithm, previous, sealed.content)
      if (sealed.position !== position + 1 || !digest.equals(sealed.digest))
        return { sealedCount: position, brokenAt: position + 1, lastDigest: previous, algorithm }
      previous = digest
      position = sealed.position
      algorithm = sealed.algorithm
    }
    if (batch.length < BATCH) return { sealedCount: position, brokenAt: null, lastDigest: previous, algorithm }
  }
}

async function sealedAfter(db: Db, actor: Actor, position: number): Promise<Sealed[]> {
  const { rows } = await sql<Sealed>`
    select s.position, s.algorithm, s.digest, e.content
    from journal_seal s
    join lateral (select ${sealedContent} as content from journal_entry
                  where organization_id = s.organization_id and seq = s.entry_seq) e on true
    where s.organization_id = ${actor.organizationId} and s.position > ${position}
    order by s.position
    limit ${BATCH}`.execute(db)
  return rows
}

/** How many entries the chain does not hold yet. */
export async function countUnsealed(db: Db, actor: Actor): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from journal_entry e
    where e.organization_id = ${actor.organizationId}
      and not exists (select 1 from journal_seal s where s.organization_id = e.organization_id and s.entry_seq = e.seq)`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}
