import { Refusal } from '#domain/refusal.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import { upTo } from '#domain/wholeSigns.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { updateTasksFields } from '../tasks/fields.ts'
import { takeSteps } from '../tasks/steps.ts'
import { lockDrafts } from './drafts.queries.ts'
import { lockImport, saveImportState } from './imports.queries.ts'
import { lockTaskStates } from './office.queries.ts'
import type { StoredDraft } from './stored.ts'

/** What a created task may have become without having gone on: still the office's own, or cancelled by itself. */
const STILL_OURS: readonly TaskState[] = ['draft', 'registered', 'cancelled']
/** Tasks cancelled at a time: one statement of PostgreSQL takes 65,535 values. */
const CHUNK = 500
type Effective = StoredDraft & { taskId: string; before: NonNullable<StoredDraft['before']> }

/** Takes a whole import back; refuses import_wrong_state, task_moved_on with the tasks' codes. */
export async function undo(
  changing: Changing,
  importId: string,
  reason: string,
): Promise<{ cancelledCount: number; restoredCount: number }> {
  const { tx, actor, now } = changing
  const found = await lockImport(tx, actor, importId, 'alone')
  if (!found) throw new Refusal('not_found')
  if (found.state === 'undone')
    throw new Refusal('import_wrong_state', { state: '@import.undone', step: '@import.undo' })
  const why = reason === '' ? upTo(`整份撤销导入“${found.name}”`, 500) : reason
  const counts =
    found.state === 'review' ? { cancelledCount: 0, restoredCount: 0 } : await takeBack(changing, importId, why)
  await saveImportState(tx, actor, importId, { state: 'undone', undoneAt: now })
  await record(changing, {
    action: 'import.undone',
    subjectType: 'import',
    subjectId: importId,
    after: counts,
    reason: why,
  })
  return counts
}

async function takeBack(changing: Changing, importId: string, reason: string) {
  const rows = (await lockDrafts(changing.tx, changing.actor, importId, 'all')).filter(isEffective)
  const states = await lockTaskStates(
    changing.tx,
    changing.actor,
    rows.map(({ taskId }) => taskId),
  )
  const tasks = new Map(states.map((task) => [task.id, task]))
  const left = versionsLeft(rows)
  const moved = rows.filter((row) => hasMovedOn(row, left.get(row.taskId), tasks.get(row.taskId)))
  if (moved.length > 0) {
    const codes = [...new Set(moved.map(({ taskId }) => tasks.get(taskId)?.code ?? ''))]
    throw new Refusal('task_moved_on', { step: '@import.undo', tasks: codes.slice(0, 20) })
  }
  const created = rows.filter(
    ({ before, taskId }) => before.kind === 'created' && tasks.get(taskId)?.state !== 'cancelled',
  )
  const ids = created.map(({ taskId }) => taskId)
  for (let start = 0; start < ids.length; start += CHUNK)
    await cancel(changing, ids.slice(start, start + CHUNK), reason)
  const updated = rows.filter(({ before }) => before.kind === 'updated').reverse()
  const former = updated.flatMap(({ taskId, before }) =>
    before.kind === 'updated' ? [{ taskId, changes: before.before, reason }] : [],
  )
  const refused = (await updateTasksFields(changing, former)).find((result) => result instanceof Refusal)
  if (refused instanceof Refusal) throw refused
  return { cancelledCount: ids.length, restoredCount: updated.length }
}

/** All of them or, with the first refusal, nothing of the import. */
async function cancel(changing: Changing, taskIds: readonly string[], reason: string): Promise<void> {
  const { refused } = await takeSteps(changing, taskIds, 'cancel', { reason })
  if (refused[0]) throw refused[0].refusal
}

/** Each task's version as the import left it: of several rows that changed it, the last one's. */
function versionsLeft(rows: readonly Effective[]): Map<string, number> {
  const left = new Map<string, number>()
  for (const { taskId, before } of rows) left.set(taskId, Math.max(before.version, left.get(taskId) ?? 0))
  return left
}

const isEffective = (row: StoredDraft): row is Effective => row.taskId !== null && row.before !== null

/** Whether anything happened to the task after the import left it. */
function hasMovedOn(
  { before }: Effective,
  left: number | undefined,
  task: { state: TaskState; version: number } | undefined,
): boolean {
  if (before.kind === 'mentioned') return false
  if (!task) return true
  if (before.kind === 'created')
    return !STILL_OURS.includes(task.state) || (task.state !== 'cancelled' && task.version !== before.version)
  return task.version !== left
}
