import { sql } from 'kysely'
import type { TaskState } from '#domain/tasks/task.ts'
import type { Tx } from '../db/db.ts'

/** What a step writes besides the state; what it leaves out stays as it is. */
export type StepWrites = {
  startsOn?: string
  registeredAt?: Date
  assignedAt?: Date
  acknowledgedAt?: Date
  assigneeId?: string
  completionRequestedAt?: Date | null
  completionRequestedBy?: string | null
  completionNote?: string | null
  completedOn?: string
  closedOutOn?: string
}

/** Saves a step of tasks that all get the same values; the former versions stay. */
export async function saveStep(
  tx: Tx,
  organizationId: string,
  taskIds: readonly string[],
  since: Date,
  set: StepWrites & { state: TaskState },
): Promise<void> {
  await tx
    .updateTable('task')
    .set((column) => ({ ...set, since, version: column('version', '+', 1) }))
    .where('organizationId', '=', organizationId)
    .where('id', '=', sql<string>`any(${[...taskIds]}::uuid[])`)
    .execute()
}
