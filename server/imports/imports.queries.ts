import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { ImportState } from '#domain/imports/cells.ts'
import type { ImportCounts } from '#domain/imports/drafts.contract.ts'
import type { ImportReport } from '#domain/imports/imports.contract.ts'
import type { Db, Tx } from '../db/db.ts'
import type { Reading } from './stored.ts'
import { jsonOf, readStored } from './stored.ts'

/** Keeps an original as it came; gives its id. */
export async function addDocument(
  tx: Tx,
  actor: Actor,
  at: Date,
  document: { name: string; mediaType: string; bytes: Buffer; digest: Buffer },
): Promise<string> {
  const { id } = await tx
    .insertInto('document')
    .values({ organizationId: actor.organizationId, ...document, uploadedBy: actor.personId, uploadedAt: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function addImport(
  tx: Tx,
  actor: Actor,
  at: Date,
  facts: { documentId: string; planId: string; kind: 'document' | 'ledger'; reading: Reading },
): Promise<string> {
  const { reading, ...rest } = facts
  const { id } = await tx
    .insertInto('import')
    .values({
      organizationId: actor.organizationId,
      ...rest,
      reading: jsonOf(reading),
      createdBy: actor.personId,
      createdAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Counts of a draft table's rows under the alias `d`, for one import or grouped. */
const counts = {
  found: sql<number>`count(d.id)::int`,
  pending: sql<number>`count(*) filter (where d.state = 'pending')::int`,
  accepted: sql<number>`count(*) filter (where d.state = 'accepted')::int`,
  discarded: sql<number>`count(*) filter (where d.state = 'discarded')::int`,
  merged: sql<number>`count(*) filter (where d.state = 'merged')::int`,
  openDoubts: sql<number>`coalesce(sum(d.doubt_count) filter (where d.state <> 'discarded'), 0)::int`,
}
const countColumns = () => [
  counts.found.as('found'),
  counts.pending.as('pending'),
  counts.accepted.as('accepted'),
  counts.discarded.as('discarded'),
  counts.merged.as('merged'),
  counts.openDoubts.as('openDoubts'),
]

/** How many of an import's rows say what their tasks say already. */
export async function countSame(db: Db, actor: Actor, importId: string): Promise<number> {
  const { count } = await db
    .selectFrom('importDraft')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('organizationId', '=', actor.organizationId)
    .where('importId', '=', importId)
    .where('state', '=', 'merged')
    .where('same', '=', true)
    .executeTakeFirstOrThrow()
  return count
}

export async function getImportCounts(db: Db, actor: Actor, importId: string): Promise<ImportCounts> {
  return db
    .selectFrom('importDraft as d')
    .select(countColumns)
    .where('d.organizationId', '=', actor.organizationId)
    .where('d.importId', '=', importId)
    .where('d.state', '<>', 'withdrawn')
    .executeTakeFirstOrThrow()
}

const imports = (db: Db, actor: Actor) =>
  db
    .selectFrom('import as i')
    .innerJoin('plan as l', (join) =>
      join.onRef('l.organizationId', '=', 'i.organizationId').onRef('l.id', '=', 'i.planId'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.organizationId', '=', 'i.organizationId').onRef('p.id', '=', 'i.createdBy'),
    )
    .innerJoin('document as o', (join) =>
      join.onRef('o.organizationId', '=', 'i.organizationId').onRef('o.id', '=', 'i.documentId'),
    )
    .select(['i.id', 'o.name', 'i.kind', 'i.state', 'l.year as planYear', 'i.planId', 'i.documentId'])
    .select(['i.createdAt', 'i.createdBy', 'p.name as createdByName', 'i.confirmedAt', 'i.undoneAt'])
    .where('i.organizationId', '=', actor.organizationId)

/** Imports, the latest first, one more than a page. */
export async function findImports(
  db: Db,
  actor: Actor,
  page: { before: { at: string; id: string } | null; limit: number },
) {
  const { before } = page
  return imports(db, actor)
    .select(sql<string | null>`i.reading -> 'head' ->> 'title'`.as('title'))
    .select(
      sql<ImportCounts>`(select json_build_object('found', ${counts.found}, 'pending', ${counts.pending},
        'accepted', ${counts.accepted}, 'discarded', ${counts.discarded}, 'merged', ${counts.merged},
        'openDoubts', ${counts.openDoubts}) from import_draft d
        where d.organization_id = i.organization_id and d.import_id = i.id and d.state <> 'withdrawn')`.as('counts'),
    )
    .$if(before !== null, (query) =>
      query.where(sql<boolean>`(i.created_at, i.id) < (${before?.at ?? ''}::timestamptz, ${before?.id ?? ''}::uuid)`),
    )
    .orderBy('i.createdAt', 'desc')
    .orderBy('i.id', 'desc')
    .limit(page.limit + 1)
    .execute()
}

/** An import, without what was read. */
export async function findStoredImport(db: Db, actor: Actor, importId: string) {
  return imports(db, actor).where('i.id', '=', importId).executeTakeFirst()
}
export type StoredImport = NonNullable<Awaited<ReturnType<typeof findStoredImport>>>

/** One import with what was read about the document, without its text. */
export async function findImport(db: Db, actor: Actor, importId: string) {
  const row = await imports(db, actor)
    .select(sql<string>`(i.reading - '{text,receivedText,lines,removals}'::text[])::text`.as('reading'))
    .select(sql<boolean>`i.reading -> 'receivedText' <> 'null'`.as('repaired'))
    .select(sql<string | null>`i.report::text`.as('report'))
    .select(sql<number>`octet_length(o.bytes)`.as('size'))
    .select(earlier.as('earlier'))
    .where('i.id', '=', importId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    ...row,
    reading: readStored<Pick<Reading, 'head' | 'news' | 'repairs' | 'notices'>>(row.reading),
    report: row.report === null ? null : readStored<ImportReport>(row.report),
  }
}
export type FoundImport = NonNullable<Awaited<ReturnType<typeof findImport>>>

/** The latest earlier import of the same bytes that was not taken back. */
const earlier = sql<{ id: string; createdAt: string } | null>`(
  select json_build_object('id', e.id, 'createdAt', to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  from import e join document f on f.organization_id = e.organization_id and f.id = e.document_id
  where e.organization_id = i.organization_id and f.digest = o.digest and e.state <> 'undone' and e.created_at < i.created_at
  order by e.created_at desc limit 1)`

/** The original's bytes. */
export async function findOriginal(db: Db, actor: Actor, importId: string) {
  return db
    .selectFrom('import as i')
    .innerJoin('document as o', (join) =>
      join.onRef('o.organizationId', '=', 'i.organizationId').onRef('o.id', '=', 'i.documentId'),
    )
    .select(['o.name', 'o.mediaType', 'o.bytes'])
    .where('i.organizationId', '=', actor.organizationId)
    .where('i.id', '=', importId)
    .executeTakeFirst()
}

/**
 * Locks an import for the transaction: decisions share the lock, so that officers work side by side; what ends the
 * review takes it alone.
 */
export async function lockImport(tx: Tx, actor: Actor, importId: string, hold: 'shared' | 'alone') {
  const rows = tx
    .selectFrom('import as i')
    .innerJoin('plan as l', (join) =>
      join.onRef('l.organizationId', '=', 'i.organizationId').onRef('l.id', '=', 'i.planId'),
    )
    .innerJoin('document as o', (join) =>
      join.onRef('o.organizationId', '=', 'i.organizationId').onRef('o.id', '=', 'i.documentId'),
    )
    .select(['i.id', 'i.state', 'i.planId', 'i.documentId', 'l.year as planYear', 'o.name'])
    .where('i.organizationId', '=', actor.organizationId)
    .where('i.id', '=', importId)
  return (hold === 'shared' ? rows.forShare('i') : rows.forUpdate('i')).executeTakeFirst()
}
export type LockedImport = NonNullable<Awaited<ReturnType<typeof lockImport>>>

export async function saveImportState(
  tx: Tx,
  actor: Actor,
  importId: string,
  set: { state: ImportState; confirmedAt?: Date; undoneAt?: Date; report?: ImportReport },
): Promise<void> {
  const { report, ...rest } = set
  await tx
    .updateTable('import')
    .set({ ...rest, ...(report && { report: jsonOf(report) }) })
    .where('organizationId', '=', actor.organizationId)
    .where('id', '=', importId)
    .execute()
}

/** More documents than an office registers in a year. */
const MOST_REPORTS = 5000

/** The reports of documents that came since an instant and stayed registered, with the office's month of registering. */
export async function findReports(
  db: Db,
  actor: Actor,
  { since, timeZone }: { since: Date; timeZone: string },
): Promise<{ month: string; report: ImportReport }[]> {
  const rows = await db
    .selectFrom('import as i')
    .select(sql<string>`to_char(i.confirmed_at at time zone ${timeZone}, 'YYYY-MM')`.as('month'))
    .select(sql<string>`i.report::text`.as('report'))
    .where('i.organizationId', '=', actor.organizationId)
    .where('i.createdAt', '>=', since)
    .where('i.state', '=', 'confirmed')
    .where('i.report', 'is not', null)
    .orderBy('i.createdAt', 'desc')
    .limit(MOST_REPORTS)
    .execute()
  return rows.map(({ month, report }) => ({ month, report: readStored<ImportReport>(report) }))
}

/** All that was read besides the rows, the text with its lines among it. */
export async function findReading(db: Db, actor: Actor, importId: string): Promise<Reading> {
  const { reading } = await db
    .selectFrom('import as i')
    .select(sql<string>`i.reading::text`.as('reading'))
    .where('i.organizationId', '=', actor.organizationId)
    .where('i.id', '=', importId)
    .executeTakeFirstOrThrow()
  return readStored<Reading>(reading)
}
