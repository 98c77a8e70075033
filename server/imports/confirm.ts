import { changesOf, beforeOf, type ComparedTask } from '#domain/imports/difference.ts'
import type { NamedTask } from '#domain/imports/drafts.contract.ts'
import type { ImportReport } from '#domain/imports/imports.contract.ts'
import { taskOf } from '#domain/imports/newTask.ts'
import { canAccept } from '#domain/imports/review.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { createTasks } from '../tasks/create.ts'
import { updateTaskFields } from '../tasks/fields.ts'
import { takeSteps } from '../tasks/steps.ts'
import { lockDrafts, type SavedDraft, saveDrafts } from './drafts.queries.ts'
import { getReading, type LockedImport, saveImportState } from './imports.queries.ts'
import { findComparedTasks, findNamedTasks } from './office.queries.ts'
import { lockReview } from './review-lock.ts'
import type { Effect, Reading, StoredDraft } from './stored.ts'
import { reportOf } from './views.ts'

const SHOWN = 20
/** Tasks made at a time: one statement of PostgreSQL takes 65,535 values. */
const CHUNK = 500
type Numbered = StoredDraft & { number: number }
type Done = { row: Numbered; taskId: string; effect: Effect }

/** Makes accepted rows tasks and applies accepted changes, in the caller's transaction; see the contract for refusals. */
export async function confirm(
  changing: Changing,
  importId: string,
  undecided: 'refuse' | 'leave',
): Promise<{ registered: NamedTask[]; drafted: NamedTask[]; updated: NamedTask[]; report: ImportReport }> {
  const { tx, actor, now } = changing
  const found = await lockReview(changing, importId, 'alone', 'confirm')
  const rows = (await lockDrafts(tx, actor, importId, 'all')).map((row, index) => ({ ...row, number: index + 1 }))
  refuseUnready(rows, undecided)
  const reading = await getReading(tx, actor, importId)
  const created = await createFrom(
    changing,
    found,
    reading,
    rows.filter(({ state, taskId }) => state === 'accepted' && taskId === null),
  )
  const changed = await changeFrom(
    changing,
    found,
    reading,
    rows.filter(({ state, taskId }) => taskId !== null && (state === 'accepted' || state === 'merged')),
  )
  await saveDrafts(tx, actor, now, [...created, ...changed].map(savedOf))
  const names = await findNamedTasks(
    tx,
    actor,
    [...created, ...changed].map(({ taskId }) => taskId),
  )
  const isNew = new Set(created.map(({ taskId }) => taskId))
  const isChanged = new Set(changed.filter(({ effect }) => effect.kind === 'updated').map(({ taskId }) => taskId))
  const registered = names.filter(({ id, state }) => isNew.has(id) && state === 'registered')
  const drafted = names.filter(({ id, state }) => isNew.has(id) && state === 'draft')
  const updated = names.filter(({ id }) => isChanged.has(id))
  const report = reportOf(rows, { registered: registered.length, drafted: drafted.length, updated: updated.length })
  await saveImportState(tx, actor, importId, { state: 'confirmed', confirmedAt: now, report })
  await record(changing, { action: 'import.confirmed', subjectType: 'import', subjectId: importId, after: report })
  return { registered, drafted, updated, report }
}

/** Doubts block, whatever else is ready. */
function refuseUnready(rows: readonly Numbered[], undecided: 'refuse' | 'leave'): void {
  const accepted = rows.filter(({ state }) => state === 'accepted')
  const doubtful = accepted.filter(({ review }) => review.doubts.length > 0)
  if (doubtful.length > 0) {
    const count = doubtful.reduce((sum, { review }) => sum + review.doubts.length, 0)
    throw new Refusal('doubts_open', { count, rows: doubtful.slice(0, SHOWN).map(({ number }) => String(number)) })
  }
  const pending = rows.filter(({ state }) => state === 'pending').length
  if (pending > 0 && undecided === 'refuse') throw new Refusal('drafts_undecided', { count: pending })
  if (accepted.length === 0 && !rows.some(isMention)) throw new Refusal('nothing_accepted')
  for (const row of accepted) if (row.taskId === null) ensure(canAccept(row.review, row.number))
}

/** Merged by an officer, not because a ledger's row said what its task says already. */
const isMention = ({ state, draft, review }: StoredDraft): boolean =>
  state === 'merged' && (draft.code === null || review.edited.length > 0)

const titleOf = (found: LockedImport, { head }: Reading): string => head.title ?? found.name
const quoteOf = ({ draft }: StoredDraft, { text }: Reading): string => text.slice(draft.source.start, draft.source.end)

/** Drafts first, then registered where nothing is missing; what lacks something stays a draft. */
async function createFrom(
  changing: Changing,
  found: LockedImport,
  reading: Reading,
  rows: readonly Numbered[],
): Promise<Done[]> {
  const done: Done[] = []
  for (let start = 0; start < rows.length; start += CHUNK)
    done.push(...(await createSome(changing, found, reading, rows.slice(start, start + CHUNK))))
  return done
}

async function createSome(
  changing: Changing,
  found: LockedImport,
  reading: Reading,
  rows: readonly Numbered[],
): Promise<Done[]> {
  const { kind, number } = reading.head
  const document = { kind, title: titleOf(found, reading), number: number ?? '', planId: found.planId }
  const origin = { documentId: found.documentId, importId: found.id }
  const tasks = await createTasks(
    changing,
    rows.map((row) => ({ ...taskOf(row.review, document, quoteOf(row, reading)), ...origin })),
  )
  const ids = tasks.map(({ id }) => id)
  const { done } = await takeSteps(changing, ids, 'register')
  const versions = new Map(done.map(({ id, version }) => [id, version]))
  return rows.map((row, index) => {
    const task = tasks[index]
    const taskId = task?.id ?? ''
    return { row, taskId, effect: { kind: 'created', version: versions.get(taskId) ?? task?.version ?? 1 } }
  })
}

async function changeFrom(
  changing: Changing,
  found: LockedImport,
  reading: Reading,
  rows: readonly Numbered[],
): Promise<Done[]> {
  const ids = rows.flatMap(({ taskId }) => (taskId === null ? [] : [taskId]))
  const tasks = new Map((await findComparedTasks(changing.tx, changing.actor, { ids })).map((task) => [task.id, task]))
  const done: Done[] = []
  for (const row of rows) {
    const task = row.taskId === null ? undefined : tasks.get(row.taskId)
    if (!task) continue
    const effect = await changeOne(
      changing,
      row,
      task,
      `${titleOf(found, reading)} ${reading.head.number ?? ''}`.trim(),
    )
    if (isMention(row)) await mention(changing, row, task, reading, found)
    done.push({ row, taskId: task.id, effect })
  }
  return done
}

async function changeOne(
  changing: Changing,
  { review }: Numbered,
  task: ComparedTask,
  reason: string,
): Promise<Effect> {
  const changes = changesOf(review, task)
  if (changes === null) return { kind: 'mentioned', version: task.version }
  const { version } = await updateTaskFields(changing, task.id, { changes, reason: reason.slice(0, 500) })
  return { kind: 'updated', version, changes, before: beforeOf(changes, task) }
}

/** The document speaks of a task that exists: its journal says where. */
const mention = (changing: Changing, row: Numbered, task: ComparedTask, reading: Reading, found: LockedImport) =>
  record(changing, {
    action: 'task.mentioned',
    subjectType: 'task',
    subjectId: task.id,
    after: {
      document: titleOf(found, reading),
      number: reading.head.number ?? '',
      quote: quoteOf(row, reading).slice(0, 2000),
    },
  })

const savedOf = ({ row, taskId, effect }: Done): SavedDraft => ({
  id: row.id,
  state: row.state,
  taskId,
  review: null,
  decisionSeq: row.decisionSeq,
  before: effect,
})
