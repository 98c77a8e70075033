import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { AlikeBy } from '#domain/imports/answers.ts'
import type { Draft } from '#domain/imports/draft.ts'
import type { ReviewDoubt } from '#domain/imports/cells.ts'
import type { DraftPlace, LitRow, QueuedDoubt } from '#domain/imports/pages.contract.ts'
import type { Review } from '#domain/imports/review.ts'
import type { Db } from '../db/db.ts'
import { findDrafts } from './drafts.queries.ts'
import { readStored, type StoredDraft } from './stored.ts'

/** Whether rows that say what their tasks say already are among the shown ones. */
export type Same = 'with' | 'without'

const isShown = (same: Same) => (same === 'with' ? sql`true` : sql`not (d.same and d.state = 'merged')`)

/** The shown rows of an import, each with its place among them, counted from 0. */
const places = (actor: Actor, importId: string, same: Same) => sql`
  select d.id, d.state, d.doubt_count, row_number() over (order by d.position, d.id) - 1 as index
  from import_draft d where d.organization_id = ${actor.organizationId} and d.import_id = ${importId}
    and d.state <> 'withdrawn' and ${isShown(same)}`

export async function countShownDrafts(db: Db, actor: Actor, importId: string, same: Same): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (${places(actor, importId, same)}) s`.execute(db)
  return rows[0]?.count ?? 0
}

/** Rows by where they stand among the shown ones. */
export async function findDraftPage(
  db: Db,
  actor: Actor,
  importId: string,
  page: { from: number; limit: number; same: Same },
): Promise<StoredDraft[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (${places(actor, importId, page.same)}) s
    where index >= ${page.from} and index < ${page.from + page.limit}`.execute(db)
  return findDrafts(
    db,
    actor,
    importId,
    rows.map(({ id }) => id),
  )
}

/** The row itself, or the next one after it that waits for something, round to the beginning. */
export async function findNextPlace(
  db: Db,
  actor: Actor,
  importId: string,
  asked: { to: 'draft' | 'pending' | 'doubt'; of: string | undefined; same: Same },
): Promise<DraftPlace | null> {
  const of = asked.of ?? null
  const waits = {
    draft: sql`s.id = ${of}`,
    pending: sql`s.state = 'pending'`,
    doubt: sql`s.doubt_count > 0 and s.state <> 'discarded'`,
  }[asked.to]
  const { rows } = await sql<DraftPlace>`
    with s as materialized (${places(actor, importId, asked.same)}),
      here as (select coalesce((select index from s where id = ${of}), -1) as at)
    select s.id as draft_id, s.index from s, here where ${waits} order by s.index <= here.at, s.index limit 1`.execute(
    db,
  )
  return rows[0] ?? null
}

/** The first row of an import, where nothing else is to be shown. */
export async function findFirstPlace(db: Db, actor: Actor, importId: string, same: Same): Promise<DraftPlace | null> {
  const { rows } = await sql<DraftPlace>`
    select id as draft_id, index from (${places(actor, importId, same)}) s order by index limit 1`.execute(db)
  return rows[0] ?? null
}

/** Doubts that wait, with their row's number and their place in it. */
const waiting = (actor: Actor, importId: string) => sql`
  select n.id, n.number, n.doubt_count, n.fields from (
    select d.id, d.state, d.doubt_count, d.fields, row_number() over (order by d.position, d.id) as number
    from import_draft d where d.organization_id = ${actor.organizationId} and d.import_id = ${importId}
      and d.state <> 'withdrawn') n
  where n.doubt_count > 0 and n.state <> 'discarded'`

/** Open doubts in the order of the rows, from a row's number on, and how many stand before. */
export async function findDoubts(
  db: Db,
  actor: Actor,
  importId: string,
  page: { from: number; limit: number },
): Promise<{ items: QueuedDoubt[]; before: number }> {
  const found = await sql<{ draftId: string; number: number; doubts: string }>`
    select w.id as draft_id, w.number, (w.fields -> 'doubts')::text as doubts from (${waiting(actor, importId)}) w
    where w.number >= ${page.from} order by w.number limit ${page.limit}`.execute(db)
  const earlier = await sql<{ count: number }>`
    select coalesce(sum(w.doubt_count), 0) as count from (${waiting(actor, importId)}) w
    where w.number < ${page.from}`.execute(db)
  const items = found.rows.flatMap(({ draftId, number, doubts }) =>
    readStored<ReviewDoubt[]>(doubts).map((doubt) => ({ draftId, number, doubt })),
  )
  return { items: items.slice(0, page.limit), before: earlier.rows[0]?.count ?? 0 }
}

/** How many open doubts ask the same. */
export async function countAlike(db: Db, actor: Actor, importId: string, alike: AlikeBy): Promise<number> {
  const words = alike.about
    ? sql`and q.doubt -> 'facts' = ${JSON.stringify(alike.about.facts)}::jsonb
        and q.doubt -> 'choices' = ${JSON.stringify(alike.about.choices)}::jsonb`
    : sql``
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (${waiting(actor, importId)}) w,
      lateral jsonb_array_elements(w.fields -> 'doubts') as q (doubt)
    where q.doubt ->> 'code' = ${alike.code} and q.doubt ->> 'field' = ${alike.field} ${words}`.execute(db)
  return rows[0]?.count ?? 0
}

/** The rows that stand in a stretch of the source, in the document's order. */
export async function findRowsWithin(
  db: Db,
  actor: Actor,
  importId: string,
  { start, end }: { start: number; end: number },
): Promise<LitRow[]> {
  const { rows } = await sql<{ id: string }>`
    select id from import_draft where organization_id = ${actor.organizationId} and import_id = ${importId}
      and state <> 'withdrawn' and source_start < ${end} and source_end > ${start}`.execute(db)
  const drafts = await findDrafts(
    db,
    actor,
    importId,
    rows.map(({ id }) => id),
  )
  return drafts.map(litOf)
}

const litOf = ({
  id,
  number,
  state,
  draft,
  review,
}: {
  id: string
  number: number
  state: LitRow['state']
  draft: Draft
  review: Review
}): LitRow => ({
  draftId: id,
  number,
  state,
  source: draft.source,
  read: { ...draft.read },
  doubts: state === 'discarded' ? [] : review.doubts,
})
