import { changesOf, beforeOf, type ComparedTask } from '#domain/imports/difference.ts'
import type { ImportReport, RefusedRow } from '#domain/imports/imports.contract.ts'
import { taskOf } from '#domain/imports/newTask.ts'
import { canAccept, withLeader } from '#domain/imports/review.ts'
import { Refusal } from '#domain/refusal.ts'
import type { TaskChanges } from '#domain/tasks/tasks.contract.ts'
import { ensure } from '#domain/verdict.ts'
import { upTo } from '#domain/wholeSigns.ts'
import type { Changing } from '../http/context.ts'
import { type Entry, record } from '../journal/record.ts'
import { createTasks } from '../tasks/create.ts'
import { updateTasksFields } from '../tasks/fields.ts'
import { takeSteps } from '../tasks/steps.ts'
import { lockDrafts, type SavedDraft, saveDrafts } from './drafts.queries.ts'
import { findReading, type LockedImport, saveImportState } from './imports.queries.ts'
import { findComparedTasks, findOffice } from './office.queries.ts'
import { lockReview } from './review-lock.ts'
import type { Effect, Reading, StoredDraft } from './stored.ts'
import { reportOf, sayRefusal } from './views.ts'

const SHOWN = 20
/** Tasks made at a time: one statement of PostgreSQL takes 65,535 values. */
const CHUNK = 500
type Done = { row: StoredDraft; taskId: string; effect: Effect }
type Created = Done & { isRegistered: boolean }

/** Makes accepted rows tasks and applies accepted changes, in the caller's transaction; see the contract for refusals. */
export async function confirm(
  changing: Changing,
  importId: string,
  undecided: 'refuse' | 'leave',
): Promise<{ report: ImportReport; refused: RefusedRow[] }> {
  const { tx, actor, now } = changing
  const found = await lockReview(changing, importId, 'alone', 'confirm')
  const rows = await lockDrafts(tx, actor, importId, 'all')
  refuseUnready(rows, undecided)
  const reading = await findReading(tx, actor, importId)
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
  const left = changed.refused.map(({ row }) => leftOut(row))
  await saveDrafts(tx, actor, now, [...[...created, ...changed.done].map(savedOf), ...left])
  const registered = created.filter(({ isRegistered }) => isRegistered).length
  const report = reportOf(rows, {
    registered,
    drafted: created.length - registered,
    updated: new Set(changed.done.filter(({ effect }) => effect.kind === 'updated').map(({ taskId }) => taskId)).size,
  })
  await saveImportState(tx, actor, importId, { state: 'confirmed', confirmedAt: now, report })
  await record(changing, { action: 'import.confirmed', subjectType: 'import', subjectId: importId, after: report })
  const refused = changed.refused.map(({ row, task, refusal }) => ({
    number: row.number,
    taskCode: task.code,
    ...sayRefusal(refusal, changing.language),
  }))
  return { report, refused }
}

/** Doubts block, whatever else is ready. */
function refuseUnready(rows: readonly StoredDraft[], undecided: 'refuse' | 'leave'): void {
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
const isMention = ({ state, same }: StoredDraft): boolean => state === 'merged' && !same

const titleOf = (found: LockedImport, { head }: Reading): string => head.title ?? found.name
const quoteOf = ({ draft }: StoredDraft, { text }: Reading): string => text.slice(draft.source.start, draft.source.end)

/** Drafts first, then registered where nothing is missing; what lacks something stays a draft. */
async function createFrom(
  changing: Changing,
  found: LockedImport,
  reading: Reading,
  rows: readonly StoredDraft[],
): Promise<Created[]> {
  const { tx, actor } = changing
  const office = await findOffice(tx, actor, { id: found.planId, year: found.planYear })
  const led = rows.map((row) => ({ ...row, review: withLeader(row.review, office) }))
  const done: Created[] = []
  for (let start = 0; start < led.length; start += CHUNK)
    done.push(...(await createSome(changing, found, reading, led.slice(start, start + CHUNK))))
  return done
}

async function createSome(
  changing: Changing,
  found: LockedImport,
  reading: Reading,
  rows: readonly StoredDraft[],
): Promise<Created[]> {
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
    const effect = { kind: 'created', version: versions.get(taskId) ?? task?.version ?? 1 } as const
    return { row, taskId, effect, isRegistered: versions.has(taskId) }
  })
}

/** Each change is decided for itself: what the task refuses meanwhile stays out and is said. */
async function changeFrom(changing: Changing, found: LockedImport, reading: Reading, rows: readonly StoredDraft[]) {
  const ids = rows.flatMap(({ taskId }) => (taskId === null ? [] : [taskId]))
  const tasks = new Map((await findComparedTasks(changing.tx, changing.actor, { ids })).map((task) => [task.id, task]))
  const named = rows.flatMap((row) => {
    const task = row.taskId === null ? undefined : tasks.get(row.taskId)
    return task ? [{ row, task, changes: changesOf(row.review, task) }] : []
  })
  const reason = upTo(`${titleOf(found, reading)} ${reading.head.number ?? ''}`.trim(), 500)
  const wanted = named.flatMap(({ task, changes }) => (changes ? [{ taskId: task.id, changes, reason }] : []))
  const results = await updateTasksFields(changing, wanted)
  const done: Done[] = []
  const refused: { row: StoredDraft; task: ComparedTask; refusal: Refusal }[] = []
  for (const { row, task, changes } of named) {
    const result = changes && results.shift()
    if (result instanceof Refusal) refused.push({ row, task, refusal: result })
    else done.push({ row, taskId: task.id, effect: effectOf(task, changes, result?.version ?? task.version) })
  }
  await record(
    changing,
    ...named.filter(({ row }) => isMention(row)).map(({ row, task }) => mentionOf(row, task, reading, found)),
  )
  return { done, refused }
}

const effectOf = (task: ComparedTask, changes: TaskChanges | null, version: number): Effect =>
  changes === null
    ? { kind: 'mentioned', version }
    : { kind: 'updated', version, changes, before: beforeOf(changes, task) }

/** The document speaks of a task that exists: its journal says where. */
const mentionOf = (row: StoredDraft, task: ComparedTask, reading: Reading, found: LockedImport): Entry => ({
  action: 'task.mentioned',
  subjectType: 'task',
  subjectId: task.id,
  after: {
    document: titleOf(found, reading),
    number: reading.head.number ?? '',
    quote: upTo(quoteOf(row, reading), 2000),
  },
})

const savedOf = ({ row, taskId, effect }: Done): SavedDraft => ({
  id: row.id,
  state: row.state,
  taskId,
  // The leader in charge as the task got one.
  review: effect.kind === 'created' ? row.review : null,
  decisionSeq: row.decisionSeq,
  before: effect,
})

/** A row whose change its task refused is left as one that nobody decided. */
const leftOut = ({ id, taskId, decisionSeq }: StoredDraft): SavedDraft => ({
  id,
  state: 'pending',
  taskId,
  review: null,
  decisionSeq,
})
