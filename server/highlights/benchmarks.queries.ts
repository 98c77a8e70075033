import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { Db, Tx } from '../db/db.ts'
import { visibleTo } from '../tasks/visible.queries.ts'

/** A task as its peers are compared with it: its measure, and its own latest number that was handed in. */
export type Compared = { leadUnitId: string | null; measure: string | null; own: number | null }

/** The task, where the actor may see it. */
export async function findCompared(db: Db, actor: Actor, taskId: string): Promise<Compared | undefined> {
  const { rows } = await sql<Compared>`
    select t.lead_unit_id, t.target_unit as measure, (select e.actual_value from report_entry e
        join period p on p.organization_id = e.organization_id and p.id = e.period_id
        where e.organization_id = t.organization_id and e.task_id = t.id and e.actual_value is not null
          and e.state in ('submitted', 'accepted')
        order by p.ends_on desc limit 1) as own
    from task t where t.organization_id = ${actor.organizationId} and t.id = ${taskId} and ${visibleTo(actor)}`.execute(
    db,
  )
  return rows[0]
}

type BenchmarkRow = {
  id: string
  peer: string
  value: number
  asOn: Day
  source: string
  namedBy: { id: string; name: string }
  namedOn: Day
}
/** More peers than this say nothing more. */
const MOST = 50

/** The peers that a task is compared with, in the order in which they were named. */
export async function findBenchmarks(db: Db, actor: Actor, taskId: string): Promise<BenchmarkRow[]> {
  const { rows } = await sql<BenchmarkRow>`
    select b.id, b.peer, b.value, b.as_on, b.source, b.named_on,
      json_build_object('id', p.id, 'name', p.name) as named_by
    from benchmark b join person p on p.organization_id = b.organization_id and p.id = b.named_by
    where b.organization_id = ${actor.organizationId} and b.task_id = ${taskId} and b.dropped_on is null
    order by b.named_on, b.id limit ${MOST}`.execute(db)
  return rows
}

/** One peer of a task, locked. */
export async function lockBenchmark(tx: Tx, actor: Actor, { taskId, id }: { taskId: string; id: string }) {
  return tx
    .selectFrom('benchmark')
    .select(['id', 'peer', 'value', 'asOn', 'droppedOn'])
    .where('organizationId', '=', actor.organizationId)
    .where('taskId', '=', taskId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

type Named = { taskId: string; peer: string; value: number; asOn: Day; source: string; namedBy: string; namedOn: Day }

export async function addBenchmark(tx: Tx, organizationId: string, named: Named): Promise<string> {
  const { id } = await tx
    .insertInto('benchmark')
    .values({ ...named, organizationId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function saveDropped(
  tx: Tx,
  organizationId: string,
  id: string,
  dropped: { droppedOn: Day; droppedBy: string },
): Promise<void> {
  await tx
    .updateTable('benchmark')
    .set(dropped)
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .execute()
}
