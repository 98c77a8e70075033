import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { EditedTask } from '#domain/tasks/change.ts'
import type { Tx } from '../db/db.ts'
import { columnName } from '../db/names.ts'
import { visibleTasks } from './visible.queries.ts'

/** Locks the tasks the actor may see, in the order of their ids, with everything that can be edited. */
export async function lockEditedTasks(tx: Tx, actor: Actor, taskIds: readonly string[]): Promise<EditedTask[]> {
  const tasks = await visibleTasks(tx, actor)
    .innerJoin('plan as l', (join) =>
      join.onRef('l.organizationId', '=', 't.organizationId').onRef('l.id', '=', 't.planId'),
    )
    .where('t.id', '=', sql<string>`any(${[...taskIds]}::uuid[])`)
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
      't.targetAsWorded',
    ])
    .orderBy('t.id')
    .forNoKeyUpdate('t')
    .execute()
  const parts = await partsOf(tx, actor, taskIds)
  return tasks.map((task) => ({ ...task, ...(parts.get(task.id) ?? NO_PARTS) }))
}

type Parts = Pick<EditedTask, 'milestones' | 'supports' | 'trajectory'>
const NO_PARTS: Parts = { milestones: [], supports: [], trajectory: [] }

// Read after the lock, so that what another change has just committed is seen.
async function partsOf(tx: Tx, { organizationId }: Actor, taskIds: readonly string[]): Promise<Map<string, Parts>> {
  const { rows } = await sql<Parts & { id: string }>`select i.id,
    coalesce((select json_agg(json_build_object('id', m.id, 'title', m.title, 'originalDueOn', m.original_due_on,
        'currentDueOn', m.current_due_on, 'weight', m.weight, 'state', m.state, 'submittedOn', m.submitted_on,
        'doneOn', m.done_on) order by m.position, m.id)
      from milestone m where m.organization_id = ${organizationId} and m.task_id = i.id and not m.retired), '[]') as milestones,
    coalesce((select json_agg(json_build_object('unitId', s.unit_id, 'deliverable', s.deliverable, 'dueOn', s.due_on) order by s.unit_id)
      from task_support s where s.organization_id = ${organizationId} and s.task_id = i.id and not s.retired), '[]') as supports,
    coalesce((select json_agg(json_build_object('on', p.point_on, 'share', p.share) order by p.point_on)
      from trajectory_point p where p.organization_id = ${organizationId} and p.task_id = i.id and not p.retired), '[]') as trajectory
    from unnest(${[...taskIds]}::uuid[]) as i (id)`.execute(tx)
  return new Map(rows.map(({ id, ...parts }) => [id, parts]))
}

type Written = Omit<
  EditedTask,
  'id' | 'version' | 'state' | 'planId' | 'planYear' | 'planState' | 'milestones' | 'supports' | 'trajectory'
> & { currentDueOn: string | null; searchGrams: string[] }
/** The columns a change can write. */
export type WrittenColumns = { [Column in keyof Written]?: Written[Column] | undefined }

/** Saves columns of any number of tasks, each its own, and their next version; the former versions stay. */
export async function saveFields(
  tx: Tx,
  organizationId: string,
  since: Date,
  writes: readonly { id: string; columns: WrittenColumns }[],
): Promise<void> {
  const written = [...new Set(writes.flatMap(({ columns }) => Object.keys(columns)))]
  // A row's columns in the database's own names: what it leaves out stays as the task has it.
  const rows = writes.map(({ id, columns }) => ({
    id,
    columns: Object.fromEntries(Object.entries(columns).map(([name, value]) => [columnName(name), value])),
  }))
  const sets = written.map((name) => sql`${sql.ref(name)} = n.${sql.ref(name)}`)
  await sql`
    update task t set ${sql.join([...sets, sql`since = ${since}`, sql`version = t.version + 1`])}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v (id uuid, columns jsonb)
    join task o on o.organization_id = ${organizationId} and o.id = v.id,
    lateral jsonb_populate_record(o, v.columns) n
    where t.organization_id = ${organizationId} and t.id = v.id`.execute(tx)
}

/** What is written of a milestone; what is left out stays as it is. */
export type MilestoneWrite = {
  id: string
  title?: string
  weight?: number
  position?: number
  /** A new date: the original and the current one, as long as the unit has not been given it. */
  dueOn?: string
  retired?: boolean
}

export async function saveMilestones(
  tx: Tx,
  organizationId: string,
  since: Date,
  writes: readonly MilestoneWrite[],
): Promise<void> {
  if (writes.length === 0) return
  await sql`
    update milestone m set since = ${since}, title = coalesce(r.title, m.title), weight = coalesce(r.weight, m.weight),
      position = coalesce(r.position, m.position), retired = coalesce(r.retired, m.retired),
      original_due_on = coalesce(r."dueOn", m.original_due_on), current_due_on = coalesce(r."dueOn", m.current_due_on)
    from jsonb_to_recordset(${JSON.stringify(writes)}::jsonb) as r (id uuid, title text, weight double precision,
      position int, "dueOn" date, retired boolean)
    where m.organization_id = ${organizationId} and m.id = r.id`.execute(tx)
}
