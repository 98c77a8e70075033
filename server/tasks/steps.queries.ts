import { sql } from 'kysely'
import type { StepFacts } from '#domain/tasks/effects.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import type { Tx } from '../db/db.ts'

/** Saves a step of tasks that all get the same values; the former versions stay. */
export async function saveStep(
  tx: Tx,
  organizationId: string,
  taskIds: readonly string[],
  since: Date,
  set: StepFacts & { state: TaskState; stateOn?: string },
): Promise<void> {
  await tx
    .updateTable('task')
    .set((column) => ({ ...set, since, version: column('version', '+', 1) }))
    .where('organizationId', '=', organizationId)
    .where('id', '=', sql<string>`any(${[...taskIds]}::uuid[])`)
    .execute()
}

type Person = { organizationId: string; personId: string }

export type NewDispute = {
  taskId: string
  number: number
  unitId: string
  reason: string
  suggestedUnitId: string
  legalBasis: string
}

/** Writes down that a lead unit declined a task, and what it said. */
export async function saveDispute(
  tx: Tx,
  { organizationId, personId }: Person,
  declinedAt: Date,
  dispute: NewDispute,
): Promise<void> {
  await tx
    .insertInto('taskDispute')
    .values({ organizationId, declinedAt, declinedBy: personId, ...dispute })
    .execute()
}

/** Writes down what was decided about the open dispute of each task; a task without one is left alone. */
export async function decideDisputes(
  tx: Tx,
  { organizationId, personId }: Person,
  decidedAt: Date,
  {
    taskIds,
    decision,
    reason,
  }: { taskIds: readonly string[]; decision: 'upheld' | 'transferred' | 'cancelled'; reason: string },
): Promise<void> {
  await tx
    .updateTable('taskDispute')
    .set({ decidedAt, decidedBy: personId, decision, decisionReason: reason })
    .where('organizationId', '=', organizationId)
    .where('taskId', '=', sql<string>`any(${[...taskIds]}::uuid[])`)
    .where('decidedAt', 'is', null)
    .execute()
}

export type NewTransfer = {
  taskId: string
  fromUnitId: string
  toUnitId: string
  reason: string
  /** Points of 100; null while nothing is known. */
  actualShare: number | null
}

/** Writes down which unit led the task until now, with the assignee it had; asked before the task's row changes. */
export async function saveTransfer(
  tx: Tx,
  { organizationId, personId }: Person,
  transferredAt: Date,
  { taskId, fromUnitId, toUnitId, reason, actualShare }: NewTransfer,
): Promise<void> {
  await sql`
    insert into task_transfer (organization_id, task_id, number, from_unit_id, to_unit_id, assignee_id, assigned_at,
      transferred_at, transferred_by, reason, actual_share)
    select t.organization_id, t.id, 1 + (select count(*) from task_transfer r
        where r.organization_id = t.organization_id and r.task_id = t.id),
      ${fromUnitId}, ${toUnitId}, t.assignee_id, t.assigned_at, ${transferredAt}, ${personId}, ${reason}, ${actualShare}
    from task t where t.organization_id = ${organizationId} and t.id = ${taskId}`.execute(tx)
}
