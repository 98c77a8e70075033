import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { MessageKind } from '#domain/messages/kinds.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import type { SentenceFacts } from '#domain/sentence.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import type { Db, Tx } from '../db/db.ts'
import { visibleTasks } from '../tasks/visible.queries.ts'

/** An urge as it is written down. */
export type NewUrge = {
  key: string
  kind: MessageKind
  facts: SentenceFacts
  taskId: string | null
  toldTo: readonly string[]
  urgedBy: string | null
}

/** Of these keys, the ones that were urged already. */
export async function loadUrgedKeys(db: Db, organizationId: string, keys: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('urge')
    .select('key')
    .where('organizationId', '=', organizationId)
    .where('key', '=', sql<string>`any(${[...keys]}::text[])`)
    .execute()
  return new Set(rows.map(({ key }) => key))
}

/** Writes urges in one statement. */
export async function addUrges(
  tx: Tx,
  organizationId: string,
  urges: readonly NewUrge[],
  { on, at }: { on: Day; at: Date },
): Promise<void> {
  if (urges.length === 0) return
  await sql`
    insert into urge (organization_id, key, kind, facts, task_id, told_to, urged_by, urged_on, urged_at)
    select ${organizationId}, r.key, r.kind, r.facts, r."taskId",
      array(select jsonb_array_elements_text(r."toldTo"))::uuid[], r."urgedBy", ${on}, ${at}
    from jsonb_to_recordset(${JSON.stringify(urges)}::jsonb) as r (
      key text, kind text, facts jsonb, "taskId" uuid, "toldTo" jsonb, "urgedBy" uuid)`.execute(tx)
}

/** The last urge by hand of each of these tasks, and the state they are in. */
export async function loadLastByHand(
  db: Db,
  organizationId: string,
  taskIds: readonly string[],
): Promise<Map<string, { state: TaskState; last: { on: Day; by: string } | null }>> {
  const { rows } = await sql<{ id: string; state: TaskState; urgedOn: Day | null; by: string | null }>`
    select t.id, t.state, g.urged_on, n.name as by
    from task t
    left join lateral (select urged_on, urged_by from urge g
      where g.organization_id = t.organization_id and g.task_id = t.id and g.urged_by is not null
      order by g.urged_at desc limit 1) g on true
    left join person n on n.organization_id = t.organization_id and n.id = g.urged_by
    where t.organization_id = ${organizationId} and t.id = any(${[...taskIds]}::uuid[])`.execute(db)
  return new Map(
    rows.map(({ id, state, urgedOn, by }) => [
      id,
      { state, last: urgedOn === null ? null : { on: urgedOn, by: by ?? '' } },
    ]),
  )
}

export type StoredUrge = {
  id: string
  urgedAt: Date
  by: string | null
  kind: MessageKind
  facts: SentenceFacts
  to: string[]
}

/** How a task was urged, the latest first; who may see the task is asked before. */
export async function findUrges(
  db: Db,
  actor: Actor,
  taskId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: StoredUrge[]; next: string | null }> {
  const [at, id] = (after && readCursor(after, 2)) || []
  const { rows } = await sql<StoredUrge>`
    select g.id, g.urged_at, n.name as by, g.kind, g.facts,
      array(select p.name from person p where p.organization_id = g.organization_id and p.id = any(g.told_to)
        order by p.position, p.name) as to
    from urge g
    left join person n on n.organization_id = g.organization_id and n.id = g.urged_by
    where g.organization_id = ${actor.organizationId} and g.task_id = ${taskId}
      ${typeof at === 'string' && typeof id === 'string' ? sql`and (g.urged_at < ${at} or (g.urged_at = ${at} and g.id > ${id}))` : sql``}
    order by g.urged_at desc, g.id limit ${limit + 1}`.execute(db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? writeCursor([last.urgedAt.toISOString(), last.id]) : null }
}

/** Names of people by id. */
export async function findPeopleNames(
  db: Db,
  actor: Actor,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('organizationId', '=', actor.organizationId)
    .where('id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whether the actor may see the task. */
export async function findIsVisible(db: Db, actor: Actor, taskId: string): Promise<boolean> {
  const task = await visibleTasks(db, actor).select('t.id').where('t.id', '=', taskId).executeTakeFirst()
  return task !== undefined
}
