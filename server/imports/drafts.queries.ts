import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Draft } from '#domain/imports/draft.ts'
import type { DraftState } from '#domain/imports/cells.ts'
import type { Decision } from '#domain/imports/drafts.contract.ts'
import type { Review } from '#domain/imports/review.ts'
import type { Db, Tx } from '../db/db.ts'
import { type Effect, jsonOf, readStored, type StoredDraft } from './stored.ts'

const CHUNK = 500

export type NewDraft = {
  position: number
  draft: Draft
  review: Review
  state: DraftState
  taskId: string | null
  same: boolean
}

/** Adds drafts, some hundred to a statement; gives their ids in the order given. */
export async function addDrafts(
  tx: Tx,
  actor: Actor,
  importId: string,
  drafts: readonly NewDraft[],
  by: { decisionSeq: number; at: Date } | null = null,
): Promise<string[]> {
  const ids: string[] = []
  for (let start = 0; start < drafts.length; start += CHUNK) {
    const rows = await tx
      .insertInto('importDraft')
      .values(
        drafts.slice(start, start + CHUNK).map(({ draft, review, ...rest }) => ({
          organizationId: actor.organizationId,
          importId,
          ...rest,
          draft: jsonOf(draft),
          fields: jsonOf(review),
          ...(by && { decisionSeq: by.decisionSeq, changedBy: actor.personId, changedAt: by.at }),
        })),
      )
      .returning('id')
      .execute()
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

/** Rows of other documents of a plan under review are compared up to so many, the latest first. */
const MOST_OPEN = 10_000

/** Rows that may become tasks, of the documents of a plan under review but one. */
export async function findOpenRows(
  db: Db,
  actor: Actor,
  planId: string,
  exceptImportId: string | null,
): Promise<{ document: string; text: string }[]> {
  return db
    .selectFrom('importDraft as d')
    .innerJoin('import as i', (join) =>
      join.onRef('i.organizationId', '=', 'd.organizationId').onRef('i.id', '=', 'd.importId'),
    )
    .innerJoin('document as o', (join) =>
      join.onRef('o.organizationId', '=', 'i.organizationId').onRef('o.id', '=', 'i.documentId'),
    )
    .select('o.name as document')
    .select(sql<string>`d.draft ->> 'text'`.as('text'))
    .where('d.organizationId', '=', actor.organizationId)
    .where('i.planId', '=', planId)
    .where('i.state', '=', 'review')
    .where('d.state', 'in', ['pending', 'accepted'])
    .where('d.taskId', 'is', null)
    .$if(exceptImportId !== null, (query) => query.where('i.id', '<>', exceptImportId ?? ''))
    .orderBy('i.createdAt', 'desc')
    .orderBy('d.position')
    .limit(MOST_OPEN)
    .execute()
}

/** The rows between which words of the source would stand, and the headings over the one before. */
export async function findGap(
  tx: Tx,
  actor: Actor,
  importId: string,
  start: number,
): Promise<{ before: number; after: number | null; sectionPath: string[] }> {
  const { rows } = await sql<{ before: number; after: number | null; path: string | null }>`
    with shown as (
      select position, source_start, draft -> 'sectionPath' as path from import_draft
      where organization_id = ${actor.organizationId} and import_id = ${importId}),
    here as (select coalesce(max(position), 0) as before from shown where source_start <= ${start})
    select here.before, (select min(position) from shown where position > here.before) as after,
      (select path::text from shown where position = here.before limit 1) as path
    from here`.execute(tx)
  const [gap] = rows
  if (!gap) return { before: 0, after: null, sectionPath: [] }
  return { before: gap.before, after: gap.after, sectionPath: gap.path === null ? [] : readStored<string[]>(gap.path) }
}

/** Where each row stands: its number on screen, from 1, and the position of the row after it. */
const numbered = (actor: Actor, importId: string) => sql<{ id: string; number: number; nextPosition: number | null }>`(
  select id, row_number() over w as number, lead(position) over w as next_position from import_draft
  where organization_id = ${actor.organizationId} and import_id = ${importId} and state <> 'withdrawn'
  window w as (order by position, id))`

// Numbered once, whatever the planner expects of rows that have only just come.
const drafts = (db: Db, actor: Actor, importId: string) =>
  db
    .with(
      (cte) => cte('n').materialized(),
      () => numbered(actor, importId),
    )
    .selectFrom('importDraft as d')
    .innerJoin('n', (join) => join.onRef('n.id', '=', 'd.id'))
    .leftJoin('person as p', (join) =>
      join.onRef('p.organizationId', '=', 'd.organizationId').onRef('p.id', '=', 'd.changedBy'),
    )
    .select(['d.id', 'd.position', 'd.state', 'd.taskId', 'd.same', 'd.version', 'd.decisionSeq', 'd.changedAt'])
    .select(['n.number', 'n.nextPosition', 'p.name as changedByName'])
    .select(sql<string>`d.draft::text`.as('draft'))
    .select(sql<string>`d.fields::text`.as('fields'))
    .select(sql<string | null>`d.before::text`.as('before'))
    .where('d.organizationId', '=', actor.organizationId)
    .where('d.importId', '=', importId)
    .orderBy('d.position')
    .orderBy('d.id')

type Row = Awaited<ReturnType<ReturnType<typeof drafts>['execute']>>[number]

const storedOf = ({ draft, fields, before, state, ...row }: Row): StoredDraft => ({
  ...row,
  state: state === 'withdrawn' ? 'discarded' : state,
  draft: readStored<Draft>(draft),
  review: readStored<Review>(fields),
  before: before === null ? null : readStored<Effect>(before),
})

/** Rows in the document's order, some by id or all, without those that an undone split had added. */
export async function findDrafts(
  db: Db,
  actor: Actor,
  importId: string,
  ids: readonly string[] | 'all',
): Promise<StoredDraft[]> {
  if (ids.length === 0) return []
  return (await chosen(db, actor, importId, ids).execute()).map(storedOf)
}

/** Locks rows for a decision: some by id, or all of the import. */
export async function lockDrafts(
  tx: Tx,
  actor: Actor,
  importId: string,
  ids: readonly string[] | 'all',
): Promise<StoredDraft[]> {
  if (ids.length === 0) return []
  return (await chosen(tx, actor, importId, ids).forUpdate('d').execute()).map(storedOf)
}

const chosen = (db: Db, actor: Actor, importId: string, ids: readonly string[] | 'all') =>
  drafts(db, actor, importId).$if(ids !== 'all', (query) =>
    query.where(sql<boolean>`d.id = any(${ids === 'all' ? [] : [...ids]}::uuid[])`),
  )

export type SavedDraft = {
  id: string
  state: DraftState | 'withdrawn'
  taskId: string | null
  /** Null where the row's cells stay as they are. */
  review: Review | null
  decisionSeq: number | null
  before?: Effect | null
}

/** Saves any number of rows in a few statements; each gets the next version. */
export async function saveDrafts(tx: Tx, actor: Actor, at: Date, rows: readonly SavedDraft[]): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    const values = rows.slice(start, start + CHUNK).map(({ id, state, taskId, review, decisionSeq, before }) => ({
      id,
      state,
      task: taskId,
      fields: review,
      seq: decisionSeq,
      effect: before ?? null,
    }))
    await sql`
      update import_draft d set state = v.state, task_id = v.task, fields = coalesce(v.fields, d.fields),
        same = d.same and v.fields is null,
        decision_seq = v.seq, before = coalesce(v.effect, d.before), version = d.version + 1,
        changed_by = ${actor.personId}, changed_at = ${at}
      from jsonb_to_recordset(${jsonOf(values)}::jsonb)
        as v (id uuid, state text, task uuid, fields jsonb, seq bigint, effect jsonb)
      where d.organization_id = ${actor.organizationId} and d.id = v.id`.execute(tx)
  }
}

/** A row as it was before a decision; `added` for one that the decision made. */
export type DraftBefore =
  | { id: string; state: DraftState; taskId: string | null; decisionSeq: number | null; review: Review | null }
  | { id: string; added: true }
export type DecisionKind = Exclude<Decision['kind'], 'undo'> | 'edit'

/** Writes a decision down before what it changes; gives its place in the order. */
export async function addDecision(
  tx: Tx,
  actor: Actor,
  importId: string,
  decision: { kind: DecisionKind; at: Date },
): Promise<number> {
  const { seq } = await tx
    .insertInto('importDecision')
    .values({
      organizationId: actor.organizationId,
      importId,
      kind: decision.kind,
      before: '[]',
      decidedBy: actor.personId,
      decidedAt: decision.at,
    })
    .returning('seq')
    .executeTakeFirstOrThrow()
  return seq
}

/** What the rows of a decision were before it. */
export async function saveBefore(
  tx: Tx,
  actor: Actor,
  importId: string,
  seq: number,
  before: readonly DraftBefore[],
): Promise<void> {
  await tx
    .updateTable('importDecision')
    .set({ before: jsonOf(before) })
    .where('organizationId', '=', actor.organizationId)
    .where('importId', '=', importId)
    .where('seq', '=', seq)
    .execute()
}

/** The actor's own last decision that still stands. */
export async function findLastDecision(tx: Tx, actor: Actor, importId: string) {
  const row = await tx
    .selectFrom('importDecision')
    .select(['seq', 'kind'])
    .select(sql<string>`before::text`.as('before'))
    .where('organizationId', '=', actor.organizationId)
    .where('importId', '=', importId)
    .where('decidedBy', '=', actor.personId)
    .where('undoneAt', 'is', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, before: readStored<DraftBefore[]>(row.before) }
}

export async function saveUndone(tx: Tx, actor: Actor, importId: string, seq: number, at: Date): Promise<void> {
  await tx
    .updateTable('importDecision')
    .set({ undoneAt: at })
    .where('organizationId', '=', actor.organizationId)
    .where('importId', '=', importId)
    .where('seq', '=', seq)
    .execute()
}
