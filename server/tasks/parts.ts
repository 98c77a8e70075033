import { randomUUID } from 'node:crypto'
import type { DecidedChange, EditedTask } from '#domain/tasks/change.ts'
import type { MilestonePlan } from '#domain/tasks/editing.ts'
import type { Changing } from '../http/context.ts'
import { type MilestoneWrite, saveMilestones } from './fields.queries.ts'
import {
  addMilestones,
  type NewMilestoneRow,
  retirePoints,
  retireSupports,
  savePoints,
  saveSupports,
} from './tasks.queries.ts'

type Change = { task: EditedTask; decided: DecidedChange }

/** Makes milestones, supporting units and trajectories what the changes say; what is not given stays. */
export async function saveParts({ tx, actor, now }: Changing, changes: readonly Change[]): Promise<void> {
  const { organizationId } = actor
  const plans = changes.flatMap(({ task, decided: { milestones } }) => (milestones ? [{ task, plan: milestones }] : []))
  await saveMilestones(
    tx,
    organizationId,
    now,
    plans.flatMap(({ task, plan }) => writesOf(task, plan)),
  )
  await addMilestones(
    tx,
    organizationId,
    now,
    plans.flatMap(({ task, plan }) => plan.added.map((step) => rowOf(task, step))),
  )
  const supports = changes.map(({ task, decided: { after } }) => supportsOf(task, after.supports))
  await retireSupports(
    tx,
    organizationId,
    now,
    supports.flatMap(({ gone }) => gone),
  )
  await saveSupports(
    tx,
    organizationId,
    now,
    supports.flatMap(({ kept }) => kept),
  )
  const points = changes.map(({ task, decided: { after } }) => pointsOf(task, after.trajectory))
  await retirePoints(
    tx,
    organizationId,
    now,
    points.flatMap(({ gone }) => gone),
  )
  await savePoints(
    tx,
    organizationId,
    now,
    points.flatMap(({ kept }) => kept),
  )
}

function writesOf({ milestones }: EditedTask, { retiredIds, kept }: MilestonePlan): MilestoneWrite[] {
  const changed = kept.flatMap(({ id, title, dueOn, weight, position }): MilestoneWrite[] => {
    const old = milestones.find((milestone) => milestone.id === id)
    const isMoved = old?.originalDueOn !== dueOn
    const isSame = !isMoved && old?.title === title && old.weight === weight && milestones[position - 1]?.id === id
    return isSame ? [] : [{ id, title, weight, position, ...(isMoved && { dueOn }) }]
  })
  return [...retiredIds.map((id) => ({ id, retired: true })), ...changed]
}

const rowOf = (
  { id: taskId }: EditedTask,
  { title, dueOn, weight, position }: MilestonePlan['added'][number],
): NewMilestoneRow => ({
  id: randomUUID(),
  taskId,
  title,
  weight,
  position,
  originalDueOn: dueOn,
  currentDueOn: dueOn,
})

function supportsOf({ id: taskId, supports }: EditedTask, wanted: DecidedChange['after']['supports']) {
  if (!wanted) return { gone: [], kept: [] }
  const once = new Map(wanted.map((support) => [support.unitId, { taskId, ...support }]))
  const gone = supports.flatMap(({ unitId }) => (once.has(unitId) ? [] : [{ taskId, unitId }]))
  return { gone, kept: [...once.values()] }
}

function pointsOf({ id: taskId, trajectory }: EditedTask, wanted: DecidedChange['after']['trajectory']) {
  if (!wanted) return { gone: [], kept: [] }
  const once = new Map(wanted.map(({ on, share }) => [on, { taskId, pointOn: on, share }]))
  const gone = trajectory.flatMap(({ on }) => (once.has(on) ? [] : [{ taskId, pointOn: on }]))
  return { gone, kept: [...once.values()] }
}
