import { instantText } from '#domain/calendar/instants.ts'
import { Refusal } from '#domain/refusal.ts'
import { decideChange, type DecidedChange, type EditedTask } from '#domain/tasks/change.ts'
import type { TaskField } from '#domain/tasks/editing.ts'
import { gramsOf } from '#domain/tasks/search.ts'
import type { TaskChanges } from '#domain/tasks/tasks.contract.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { unknownField } from '../http/field-sentence.ts'
import { codeOf, referencesOf } from './create.ts'
import { lockEditedTasks, saveFields, type WrittenColumns } from './fields.queries.ts'
import { saveParts } from './parts.ts'
import { refreshStandings } from './standing.ts'
import { findLastChanges, findPillars, lockLiving, takeNumbers } from './tasks.queries.ts'

/** `version`: what the author saw; left out by who does not show the task first. */
export type FieldChange = { changes: TaskChanges; version?: number | undefined; reason?: string | undefined }
export type TaskChange = FieldChange & { taskId: string }
/** The version after a change and the names of the fields it changed. */
export type FieldsChanged = { id: string; version: number; changed: TaskField[] }
type Change = { wanted: TaskChange; task: EditedTask; decided: DecidedChange }

/** Changes fields of one task, or throws its refusal. */
export async function updateTaskFields(
  changing: Changing,
  taskId: string,
  change: FieldChange,
): Promise<FieldsChanged> {
  const [result = new Refusal('not_found')] = await updateTasksFields(changing, [{ taskId, ...change }])
  if (result instanceof Refusal) throw result
  return result
}

/**
 * Changes fields of tasks and everything that follows, in a handful of statements however many they are; a task that
 * comes again is changed again, in a round of its own. Gives a result for each, in their order: a refused one changes
 * nothing, and where all is so already, nothing is written. Refuses not_found, changed_meanwhile, invalid_input, and
 * what domain/tasks/change.ts refuses.
 */
export async function updateTasksFields(
  changing: Changing,
  wanted: readonly TaskChange[],
): Promise<(FieldsChanged | Refusal)[]> {
  const results = new Map<TaskChange, FieldsChanged | Refusal>()
  for (const round of roundsOf(wanted)) await changeRound(changing, round, results)
  return wanted.map((one) => results.get(one) ?? new Refusal('not_found'))
}

function roundsOf(wanted: readonly TaskChange[]): TaskChange[][] {
  const rounds: TaskChange[][] = []
  const turns = new Map<string, number>()
  for (const one of wanted) {
    const turn = turns.get(one.taskId) ?? 0
    turns.set(one.taskId, turn + 1)
    ;(rounds[turn] ??= []).push(one)
  }
  return rounds
}

async function changeRound(
  changing: Changing,
  wanted: readonly TaskChange[],
  results: Map<TaskChange, FieldsChanged | Refusal>,
): Promise<void> {
  const { tx, actor } = changing
  const ids = wanted.map(({ taskId }) => taskId)
  const tasks = new Map((await lockEditedTasks(tx, actor, ids)).map((task) => [task.id, task]))
  const stale = await staleOf(changing, wanted, tasks)
  const decided = wanted.flatMap((one): Change[] => {
    const change = stale.get(one.taskId) ?? decide(tasks.get(one.taskId), one)
    if (!(change instanceof Refusal)) return [change]
    results.set(one, change)
    return []
  })
  const changes = await withoutUnknown(changing, decided, results)
  await save(
    changing,
    changes.filter(({ decided: { changed } }) => changed.length > 0),
  )
  for (const { wanted: one, task, decided: change } of changes) {
    const version = task.version + (change.changed.length > 0 ? 1 : 0)
    results.set(one, { id: task.id, version, changed: change.changed })
  }
}

function decide(task: EditedTask | undefined, wanted: TaskChange): Change | Refusal {
  if (!task) return new Refusal('not_found')
  try {
    return { wanted, task, decided: decideChange(task, wanted.changes) }
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** Of tasks that somebody changed since their author saw them: who and when. */
async function staleOf(
  { tx, actor, timeZone }: Changing,
  wanted: readonly TaskChange[],
  tasks: ReadonlyMap<string, EditedTask>,
): Promise<Map<string, Refusal>> {
  const ids = wanted.flatMap(({ taskId, version }) => {
    const task = tasks.get(taskId)
    return task && version !== undefined && version !== task.version ? [taskId] : []
  })
  const last = new Map((await findLastChanges(tx, actor, ids)).map((change) => [change.taskId, change]))
  return new Map(
    ids.map((id) => {
      const change = last.get(id)
      const at = change ? instantText(change.happenedAt, timeZone) : ''
      return [id, new Refusal('changed_meanwhile', { by: change?.personName ?? '', at })]
    }),
  )
}

/** Without the changes that name what is not there; each is refused at the fields that name it. */
async function withoutUnknown(
  { tx, actor, language }: Changing,
  changes: readonly Change[],
  results: Map<TaskChange, FieldsChanged | Refusal>,
): Promise<Change[]> {
  const references = changes.map(({ decided: { after } }) => referencesOf(after))
  const isLiving = await lockLiving(tx, actor, references.flat())
  const pillarIds = changes.flatMap(({ decided: { after } }) => after.pillarId ?? [])
  const pillars = pillarIds.length === 0 ? [] : await findPillars(tx, actor, [...new Set(pillarIds)])
  return changes.filter(({ wanted, task, decided: { after } }, index) => {
    const missing = (references[index] ?? []).filter((reference) => !isLiving(reference)).map(({ at }) => at)
    const pillar = pillars.find(({ id }) => id === after.pillarId)
    if (after.pillarId !== undefined && pillar?.planId !== task.planId) missing.push('pillarId')
    const fields = missing.map((at) => unknownField(`changes/${at}`, language))
    if (fields.length > 0) results.set(wanted, new Refusal('invalid_input', {}, fields))
    return fields.length === 0
  })
}

async function save(changing: Changing, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  const { tx, actor, now, today } = changing
  const { organizationId } = actor
  const codes = await newCodes(changing, changes)
  await saveFields(
    tx,
    organizationId,
    now,
    changes.map((change) => ({ id: change.task.id, columns: columnsOf(change, codes) })),
  )
  await saveParts(changing, changes)
  await refreshStandings(
    tx,
    organizationId,
    changes.map(({ task: { id } }) => id),
    today,
  )
  await record(
    changing,
    ...changes.map(({ wanted: { reason }, task, decided: { before, after } }) => ({
      action: 'task.updated',
      subjectType: 'task',
      subjectId: task.id,
      before,
      after,
      reason: reason ?? null,
    })),
  )
}

/**
 * The columns a change writes, with what follows: the code of a new pillar, the pieces it is found by. A field without
 * a rule of its own here is a column of the same name.
 */
function columnsOf({ task, decided: { after } }: Change, codes: ReadonlyMap<string, string>): WrittenColumns {
  const { source, target, dueOn, pillarId, milestones: _m, supports: _s, trajectory: _t, ...columns } = after
  const code = codes.get(task.id) ?? task.code
  return {
    ...columns,
    ...(pillarId !== undefined && { pillarId, code }),
    ...(source && {
      sourceType: source.type,
      sourceTitle: source.title,
      sourceNumber: source.number,
      sourceQuote: source.quote,
    }),
    ...(target !== undefined && { targetValue: target?.value ?? null, targetUnit: target?.measure ?? null }),
    ...(dueOn !== undefined && { originalDueOn: dueOn, currentDueOn: dueOn }),
    ...((after.title ?? pillarId) !== undefined && { searchGrams: gramsOf(code, after.title ?? task.title) }),
  }
}

/** Codes for the tasks that go to another pillar. */
async function newCodes({ tx, actor }: Changing, changes: readonly Change[]): Promise<Map<string, string>> {
  const moves = changes.flatMap(({ task, decided: { after } }) =>
    after.pillarId === undefined ? [] : [{ taskId: task.id, pillarId: after.pillarId }],
  )
  if (moves.length === 0) return new Map()
  const counts = new Map<string, number>()
  for (const { pillarId } of moves) counts.set(pillarId, (counts.get(pillarId) ?? 0) + 1)
  const pillars = new Map((await findPillars(tx, actor, [...counts.keys()])).map((pillar) => [pillar.id, pillar]))
  const last = await takeNumbers(tx, actor.organizationId, counts)
  return new Map(
    moves.map(({ taskId, pillarId }) => {
      const left = counts.get(pillarId) ?? 1
      counts.set(pillarId, left - 1)
      return [taskId, codeOf(pillars.get(pillarId), (last.get(pillarId) ?? 0) - left + 1)]
    }),
  )
}
