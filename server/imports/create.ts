import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DraftState } from '#domain/imports/cells.ts'
import { type ComparedTask, differencesOf, overlay } from '#domain/imports/difference.ts'
import type { Draft } from '#domain/imports/draft.ts'
import { type Known, prepareReview } from '#domain/imports/prepare.ts'
import { canReview, type Review } from '#domain/imports/review.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import type { Changing, Reading as Reads } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { addDrafts, type NewDraft } from './drafts.queries.ts'
import { addDocument, addImport } from './imports.queries.ts'
import { findKnown } from './known.ts'
import { findComparedTasks, findImportPlan, type ImportPlan } from './office.queries.ts'
import type { Waiter } from '../workers/workers.ts'
import type { Reading } from './reading.ts'
import { type Reading as StoredReading, readingOf } from './stored.ts'

/** Rows held against the organization before the event loop gets its turn. */
const TURN = 100

/** A file that was read and held against the organization; nothing of it is stored yet. */
export type ReadFile = {
  plan: ImportPlan
  reading: StoredReading
  drafts: NewDraft[]
  kind: 'document' | 'ledger'
}

/**
 * Reads a file away from the event loop and holds its drafts against units, people, pillars and tasks. Refuses
 * plan_missing, plan_closed, too_many_drafts, reading_stopped, and what the reader refuses.
 */
export async function readForImport(
  { db, actor, today }: Reads,
  reader: Reading,
  file: { bytes: Uint8Array; planId?: string | undefined },
  waiter: Waiter = {},
): Promise<ReadFile> {
  const year = Number(today.slice(0, 4))
  const plan = await findImportPlan(db, actor, { planId: file.planId, year })
  if (!plan) throw new Refusal(file.planId === undefined ? 'plan_missing' : 'not_found', { year })
  if (plan.state === 'closed') throw new Refusal('plan_closed', { year: plan.year })
  const read = await reader.draft({ content: file.bytes, planYear: plan.year }, waiter)
  ensure(canReview(read.document.drafts.length))
  const known = await findKnown(db, actor, plan, null)
  const codes = read.document.drafts.flatMap(({ code }) => (code === null ? [] : [code]))
  const tasks = await findComparedTasks(db, actor, { planId: plan.id, codes: [...new Set(codes)] })
  const drafts = await prepareAll(read.document.drafts, known, new Map(tasks.map((task) => [task.code, task])), waiter)
  return { plan, reading: readingOf(read), drafts, kind: tasks.length > 0 ? 'ledger' : 'document' }
}

async function prepareAll(
  drafts: readonly Draft[],
  known: Known,
  tasks: ReadonlyMap<string, ComparedTask>,
  { tell, gone }: Waiter,
): Promise<NewDraft[]> {
  const taken = new Set<string>()
  const prepared: NewDraft[] = []
  for (const [index, draft] of drafts.entries()) {
    if (index % TURN === TURN - 1) {
      tell?.({ step: 'comparing', rows: index, of: drafts.length })
      await nextTurn()
      if (gone?.aborted) throw new Refusal('reading_stopped')
    }
    const task = draft.code !== null && !taken.has(draft.code) ? tasks.get(draft.code) : undefined
    if (draft.code !== null) taken.add(draft.code)
    prepared.push({ position: index + 1, draft, ...rowOf(draft, prepareReview(draft, known), task) })
  }
  return prepared
}

/** A row that names a task changes it; one that changes nothing is decided already. */
function rowOf(draft: Draft, review: Review, task: ComparedTask | undefined) {
  if (task) {
    const laid = overlay(review, draft, task, null)
    const isSame = laid.doubts.length === 0 && differencesOf(laid, task).length === 0
    const state: DraftState = isSame ? 'merged' : 'pending'
    return { state, taskId: task.id, review: { ...laid, doubtCount: laid.doubts.length }, same: isSame }
  }
  const state: DraftState = 'pending'
  if (draft.code === null) return { state, taskId: null, review, same: false }
  const doubt = {
    id: 'code.unknown_code',
    field: 'code',
    code: 'unknown_code',
    choices: [],
    facts: { code: draft.code },
  } as const
  const doubts = [{ ...doubt, choices: [...doubt.choices] }, ...review.doubts]
  return { state, taskId: null, review: { ...review, doubts, doubtCount: doubts.length }, same: false }
}

const MEDIA: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  htm: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
}
const mediaTypeOf = (name: string): string =>
  MEDIA[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'

/** Keeps the original and its drafts; nothing is registered by this. */
export async function saveImport(
  changing: Changing,
  { plan, reading, drafts, kind }: ReadFile,
  file: { name: string; bytes: Uint8Array },
): Promise<{ id: string; kind: 'document' | 'ledger'; draftCount: number }> {
  const { tx, actor, now } = changing
  const bytes = Buffer.from(file.bytes)
  const digest = createHash('sha256').update(bytes).digest()
  const document = { name: file.name, mediaType: mediaTypeOf(file.name), bytes, digest }
  const documentId = await addDocument(tx, actor, now, document)
  const id = await addImport(tx, actor, now, { documentId, planId: plan.id, kind, reading })
  await addDrafts(tx, actor, id, drafts)
  const after = { name: file.name, digest: digest.toString('hex'), kind, draftCount: drafts.length }
  await record(changing, { action: 'import.created', subjectType: 'import', subjectId: id, after })
  return { id, kind, draftCount: drafts.length }
}
