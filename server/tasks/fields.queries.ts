import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { PlanState } from '#domain/plan/plan.contract.ts'
import type { Milestone, TaskState, SourceKind, TaskKind } from '#domain/tasks/task.ts'
import type { Tx } from '../db/db.ts'
import { visibleTasks } from './visible.queries.ts'

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
  milestones: Milestone[]
  supports: { unitId: string; deliverable: string; dueOn: string | null }[]
  trajectory: { on: string; share: number }[]
}

/** Locks a task the actor may see, with everything that can be edited; undefined where there is none. */
export async function lockEditedTask(tx: Tx, actor: Actor, taskId: string): Promise<EditedTask | undefined> {
  const task = await visibleTasks(tx, actor)
    .innerJoin('plan as l', (join) =>
      join.onRef('l.organizationId', '=', 't.organizationId').onRef('l.id', '=', 't.planId'),
    )
    .where('t.id', '=', taskId)
    .select([
      't.id',
      't.code',
      't.version',
      't.state',
      'l.year as planYear',
      'l.state as planState',
      't.pillarId',
      't.planId',
      't.kind',
      't.title',
      't.evidence',
      't.leadUnitId',
      't.leaderId',
      't.assigneeId',
      't.weight',
      't.sourceType',
      't.sourceTitle',
      't.sourceNumber',
      't.sourceQuote',
      't.targetValue',
      't.targetUnit',
      't.startsOn',
      't.originalDueOn',
      't.restricted',
    ])
    .forNoKeyUpdate('t')
    .executeTakeFirst()
  return task && { ...task, ...(await partsOf(tx, actor, taskId)) }
}

// Read after the lock, so that what another change has just committed is seen.
async function partsOf(tx: Tx, { organizationId }: Actor, taskId: string) {
  const { rows } = await sql<Pick<EditedTask, 'milestones' | 'supports' | 'trajectory'>>`select
    coalesce((select json_agg(json_build_object('id', m.id, 'title', m.title, 'originalDueOn', m.original_due_on,
        'currentDueOn', m.current_due_on, 'weight', m.weight, 'state', m.state, 'submittedOn', m.submitted_on,
        'doneOn', m.done_on) order by m.position, m.id)
      from milestone m where m.organization_id = ${organizationId} and m.task_id = ${taskId} and not m.retired), '[]') as milestones,
    coalesce((select json_agg(json_build_object('unitId', s.unit_id, 'deliverable', s.deliverable, 'dueOn', s.due_on) order by s.unit_id)
      from task_support s where s.organization_id = ${organizationId} and s.task_id = ${taskId} and not s.retired), '[]') as supports,
    coalesce((select json_agg(json_build_object('on', p.point_on, 'share', p.share) order by p.point_on)
      from trajectory_point p where p.organization_id = ${organizationId} and p.task_id = ${taskId} and not p.retired), '[]') as trajectory`.execute(
    tx,
  )
  return rows[0] ?? { milestones: [], supports: [], trajectory: [] }
}

type Written = Omit<
  EditedTask,
  'id' | 'version' | 'state' | 'planId' | 'milestones' | 'supports' | 'trajectory' | 'planYear' | 'planState'
> & { currentDueOn: string | null; searchGrams: string[] }
type Columns = { [Column in keyof Written]?: Written[Column] | undefined }

/** Saves the columns of a task and its next version; the former version stays. */
export async function saveFields(
  tx: Tx,
  organizationId: string,
  taskId: string,
  since: Date,
  columns: Columns,
): Promise<void> {
  await tx
    .updateTable('task')
    .set((column) => ({ ...columns, since, version: column('version', '+', 1) }))
    .where('organizationId', '=', organizationId)
    .where('id', '=', taskId)
    .execute()
}

export async function saveMilestone(
  tx: Tx,
  organizationId: string,
  id: string,
  since: Date,
  set: {
    title?: string
    weight?: number
    position?: number
    originalDueOn?: string
    currentDueOn?: string
    retired?: boolean
  },
): Promise<void> {
  await tx
    .updateTable('milestone')
    .set({ ...set, since })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .execute()
}
