import type { PlanState } from '../plan/plan.contract.ts'
import { Refusal } from '../refusal.ts'
import { ensureEditable, type MilestonePlan, planMilestones, TASK_FIELDS, type TaskField } from './editing.ts'
import { missingForRegistration, type RegistrationFacts } from './registration.ts'
import { evidenceKindOf, type Milestone, type SourceKind, type TaskKind, type TaskState } from './task.ts'
import type { TaskChanges } from './tasks.contract.ts'
import { ensureTrajectory } from './trajectory.ts'

/** A task as it is edited: every field a form shows, and the state that says which may change. */
export type EditedTask = {
  id: string
  code: string
  version: number
  state: TaskState
  planYear: number
  planState: PlanState
  pillarId: string
  planId: string
  kind: TaskKind
  title: string
  evidence: string
  leadUnitId: string | null
  leaderId: string | null
  assigneeId: string | null
  weight: number
  sourceType: SourceKind
  sourceTitle: string
  sourceNumber: string
  sourceQuote: string
  targetValue: number | null
  targetUnit: string | null
  startsOn: string
  originalDueOn: string | null
  restricted: boolean
  targetAsWorded: boolean
  milestones: Milestone[]
  supports: { unitId: string; deliverable: string; dueOn: string | null }[]
  trajectory: { on: string; share: number }[]
}

/** What a change comes to: the fields that really change, before and after; nothing where all is so already. */
export type DecidedChange = {
  changed: TaskField[]
  before: TaskChanges
  after: TaskChanges
  /** What becomes of the milestones, where they change. */
  milestones: MilestonePlan | null
}

/**
 * Decides a change of a task; what is the same already is left alone. Refuses what editing.ts refuses, and
 * trajectory_off, and task_incomplete: what is registered stays registrable.
 */
export function decideChange(task: EditedTask, changes: TaskChanges): DecidedChange {
  const fields = fieldsOf(task)
  const wanted = inOrder(changes, task)
  const changed = TASK_FIELDS.filter((field) => wanted[field] !== undefined && !isSame(wanted[field], fields[field]))
  const after = picked(wanted, changed)
  ensureEditable({ state: task.state, plan: { year: task.planYear, state: task.planState } }, changed)
  ensureTrajectoryAfter(task, after)
  const milestones = after.milestones ? planMilestones(task.state, task.milestones, after.milestones) : null
  if (task.state !== 'draft' && changed.length > 0) {
    const missing = missingForRegistration(factsAfter(task, after, milestones))
    if (missing.length > 0) throw new Refusal('task_incomplete', { missing: missing.map((need) => `@${need}`) })
  }
  return { changed, before: picked(fields, changed), after, milestones }
}

/** A new trajectory, or a new date under the one that is there. */
function ensureTrajectoryAfter(task: EditedTask, { trajectory, dueOn }: TaskChanges): void {
  if (trajectory === undefined && dueOn === undefined) return
  ensureTrajectory(trajectory ?? task.trajectory, dueOn === undefined ? task.originalDueOn : dueOn)
}

/** What registering asks, with the changed fields in place. */
function factsAfter(task: EditedTask, after: TaskChanges, milestones: MilestonePlan | null): RegistrationFacts {
  const { leadUnitId = task.leadUnitId, leaderId = task.leaderId, dueOn = task.originalDueOn } = after
  const planned = milestones && [...milestones.kept, ...milestones.added]
  return {
    result: after.title ?? task.title,
    sourceKind: after.source?.type ?? task.sourceType,
    leadUnitId,
    leaderInChargeId: leaderId,
    originalDueOn: dueOn,
    evidenceKind: evidenceKindOf(after.evidence ?? task.evidence),
    milestones: planned?.map(({ dueOn: on, ...step }) => ({ ...step, originalDueOn: on })) ?? task.milestones,
  }
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
  targetAsWorded: task.targetAsWorded,
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
