import { instantText } from '#domain/calendar/instants.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensureEditable, type TaskField, TASK_FIELDS } from '#domain/tasks/editing.ts'
import { missingForRegistration } from '#domain/tasks/registration.ts'
import { gramsOf } from '#domain/tasks/search.ts'
import type { TaskChanges } from '#domain/tasks/tasks.contract.ts'
import { ensureTrajectory } from '#domain/tasks/trajectory.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { codeOf, referencesOf, unknown } from './create.ts'
import { loadTasks } from './facts.queries.ts'
import { type EditedTask, lockEditedTask, saveFields } from './fields.queries.ts'
import { lifeOf } from './life.ts'
import { saveParts } from './parts.ts'
import { refreshStandings } from './standing.ts'
import { findLastChange, findLiving, findPillars, takeNumbers } from './tasks.queries.ts'

/** `version`: what the author saw; left out by who does not show the task first. */
export type FieldChange = { changes: TaskChanges; version?: number | undefined; reason?: string | undefined }

/**
 * Changes fields of one task and everything that follows from them; what is the same already is left alone, and where
 * nothing is left, nothing is written. Gives the version after it and the names of the changed fields. Refuses not_found,
 * changed_meanwhile, task_incomplete, invalid_input, and what domain/tasks/editing.ts refuses.
 */
export async function updateTaskFields(
  changing: Changing,
  taskId: string,
  { changes, version, reason }: FieldChange,
): Promise<{ id: string; version: number; changed: TaskField[] }> {
  const { tx, actor, today } = changing
  const task = await lockEditedTask(tx, actor, taskId)
  if (!task) throw new Refusal('not_found')
  if (version !== undefined && version !== task.version) throw await changedMeanwhile(changing, taskId)
  const before = fieldsOf(task)
  const wanted = inOrder(changes, task)
  const changed = TASK_FIELDS.filter((field) => wanted[field] !== undefined && !isSame(wanted[field], before[field]))
  if (changed.length === 0) return { id: taskId, version: task.version, changed }
  const after = picked(wanted, changed)
  ensureEditable({ state: task.state, plan: { year: task.planYear, state: task.planState } }, changed)
  ensureTrajectoryAfter(task, after)
  await refuseUnknown(changing, after)
  await saveFields(tx, actor.organizationId, taskId, changing.now, await columnsOf(changing, task, after))
  await saveParts(changing, task, after)
  await refuseIncomplete(changing, task)
  await refreshStandings(tx, actor.organizationId, [taskId], today)
  await record(changing, {
    action: 'task.updated',
    subjectType: 'task',
    subjectId: taskId,
    before: picked(before, changed),
    after,
    reason: reason ?? null,
  })
  return { id: taskId, version: task.version + 1, changed }
}

type Fields = Required<{ [Field in TaskField]: NonNullable<TaskChanges[Field]> | null }>

/** The task in the words of a change, to hold the wanted fields against. */
const fieldsOf = (task: EditedTask): Fields => ({
  pillarId: task.pillarId,
  kind: task.kind,
  title: task.title,
  evidence: task.evidence,
  leadUnitId: task.leadUnitId,
  leaderId: task.leaderId,
  assigneeId: task.assigneeId,
  weight: task.weight,
  source: { type: task.sourceType, title: task.sourceTitle, number: task.sourceNumber, quote: task.sourceQuote },
  target: task.targetValue === null ? null : { value: task.targetValue, measure: task.targetUnit ?? '' },
  startsOn: task.startsOn,
  dueOn: task.originalDueOn,
  restricted: task.restricted,
  milestones: task.milestones.map(({ id, title, originalDueOn, weight }) => ({
    id,
    title,
    dueOn: originalDueOn,
    weight,
  })),
  supports: task.supports,
  trajectory: task.trajectory,
})

/** The change with its lists as the task has them: supporting units and points in their order, milestones by name. */
const inOrder = ({ milestones, supports, trajectory, ...rest }: TaskChanges, task: EditedTask): TaskChanges => ({
  ...rest,
  ...(milestones && { milestones: named(milestones, task) }),
  ...(supports && { supports: [...supports].sort((a, b) => (a.unitId < b.unitId ? -1 : 1)) }),
  ...(trajectory && { trajectory: [...trajectory].sort((a, b) => (a.on < b.on ? -1 : 1)) }),
})

/**
 * Milestones without an id that say the title of an existing one mean that one, once: a ledger dropped again names no
 * ids, and two new steps of one title are two.
 */
function named(wishes: NonNullable<TaskChanges['milestones']>, task: EditedTask) {
  const taken = new Set(wishes.flatMap(({ id }) => (id === undefined ? [] : [id])))
  return wishes.map((wish) => {
    if (wish.id !== undefined) return wish
    const same = task.milestones.find(({ id, title }) => title === wish.title && !taken.has(id))
    if (!same) return wish
    taken.add(same.id)
    return { ...wish, id: same.id, weight: wish.weight ?? same.weight }
  })
}

const picked = (fields: Partial<Fields> | TaskChanges, names: readonly TaskField[]): TaskChanges =>
  Object.fromEntries(names.map((name) => [name, fields[name]]))

/** Equal but for the order of keys. */
const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

async function changedMeanwhile({ tx, actor, timeZone }: Changing, taskId: string): Promise<Refusal> {
  const last = await findLastChange(tx, actor, taskId)
  const at = last ? instantText(last.happenedAt, timeZone) : ''
  return new Refusal('changed_meanwhile', { by: last?.personName ?? '', at })
}

async function refuseUnknown({ tx, actor, language }: Changing, changes: TaskChanges): Promise<void> {
  const references = referencesOf(changes)
  const isLiving = await findLiving(tx, actor, references)
  const fields = references
    .filter((reference) => !isLiving(reference))
    .map(({ at }) => unknown(`changes/${at}`, language))
  if (fields.length > 0) throw new Refusal('invalid_input', {}, fields)
}

/**
 * The columns a change writes, with what follows: the code of a new pillar, the pieces it is found by. A field without
 * a rule of its own here is a column of the same name.
 */
async function columnsOf(changing: Changing, task: EditedTask, changes: TaskChanges) {
  const { source, target, dueOn, pillarId, milestones: _m, supports: _s, trajectory: _t, ...columns } = changes
  const code = pillarId === undefined ? task.code : await newCode(changing, task, pillarId)
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
    ...((changes.title ?? pillarId) !== undefined && { searchGrams: gramsOf(code, changes.title ?? task.title) }),
  }
}

async function newCode({ tx, actor, language }: Changing, task: EditedTask, pillarId: string): Promise<string> {
  const [pillar] = await findPillars(tx, actor, [pillarId])
  if (pillar?.planId !== task.planId) throw new Refusal('invalid_input', {}, [unknown('changes/pillarId', language)])
  return codeOf(pillar, await takeNumbers(tx, actor.organizationId, pillarId, 1))
}

/** A new trajectory, or a new date under the one that is there. */
function ensureTrajectoryAfter(task: EditedTask, { trajectory, dueOn }: TaskChanges): void {
  if (trajectory === undefined && dueOn === undefined) return
  ensureTrajectory(trajectory ?? task.trajectory, dueOn === undefined ? task.originalDueOn : dueOn)
}

/** What is registered stays registrable. */
async function refuseIncomplete({ tx, actor }: Changing, { id, state }: EditedTask): Promise<void> {
  if (state === 'draft') return
  const [task] = await loadTasks(tx, actor.organizationId, { taskIds: [id] })
  const missing = task ? missingForRegistration(lifeOf(task)) : []
  if (missing.length > 0) throw new Refusal('task_incomplete', { missing: missing.map((need) => `@${need}`) })
}
