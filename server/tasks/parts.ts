import { randomUUID } from 'node:crypto'
import { planMilestones } from '#domain/tasks/editing.ts'
import type { TaskChanges } from '#domain/tasks/tasks.contract.ts'
import type { Changing } from '../http/context.ts'
import { type EditedTask, saveMilestone } from './fields.queries.ts'
import { addMilestones, retirePoints, retireSupports, savePoints, saveSupports } from './tasks.queries.ts'

/** Makes a task's milestones, supporting units and trajectory what the change says; what is not given stays. */
export async function saveParts(changing: Changing, task: EditedTask, changes: TaskChanges): Promise<void> {
  if (changes.milestones) await saveMilestones(changing, task, changes.milestones)
  if (changes.supports) await saveSupportList(changing, task, changes.supports)
  if (changes.trajectory) await saveTrajectory(changing, task, changes.trajectory)
}

async function saveMilestones(
  { tx, actor, now }: Changing,
  task: EditedTask,
  wishes: NonNullable<TaskChanges['milestones']>,
): Promise<void> {
  const { organizationId } = actor
  const plan = planMilestones(task.state, task.milestones, wishes)
  for (const id of plan.retiredIds) await saveMilestone(tx, organizationId, id, now, { retired: true })
  for (const { id, title, dueOn, weight, position } of plan.kept) {
    const old = task.milestones.find((milestone) => milestone.id === id)
    const moved = old?.originalDueOn !== dueOn && { originalDueOn: dueOn, currentDueOn: dueOn }
    const isSame = !moved && old?.title === title && old.weight === weight && task.milestones[position - 1]?.id === id
    if (!isSame) await saveMilestone(tx, organizationId, id, now, { title, weight, position, ...moved })
  }
  await addMilestones(
    tx,
    organizationId,
    now,
    plan.added.map(({ title, dueOn, weight, position }) => ({
      id: randomUUID(),
      taskId: task.id,
      title,
      weight,
      position,
      originalDueOn: dueOn,
      currentDueOn: dueOn,
    })),
  )
}

async function saveSupportList(
  { tx, actor, now }: Changing,
  task: EditedTask,
  supports: NonNullable<TaskChanges['supports']>,
): Promise<void> {
  const gone = task.supports.filter(({ unitId }) => supports.every((support) => support.unitId !== unitId))
  const unitIds = gone.map(({ unitId }) => unitId)
  await retireSupports(tx, actor.organizationId, now, task.id, unitIds)
  const once = new Map(supports.map((support) => [support.unitId, { taskId: task.id, ...support }]))
  await saveSupports(tx, actor.organizationId, now, [...once.values()])
}

async function saveTrajectory(
  { tx, actor, now }: Changing,
  task: EditedTask,
  points: NonNullable<TaskChanges['trajectory']>,
): Promise<void> {
  const gone = task.trajectory.filter(({ on }) => points.every((point) => point.on !== on)).map(({ on }) => on)
  await retirePoints(tx, actor.organizationId, now, task.id, gone)
  const once = new Map(points.map(({ on, share }) => [on, { taskId: task.id, pointOn: on, share }]))
  await savePoints(tx, actor.organizationId, now, [...once.values()])
}
