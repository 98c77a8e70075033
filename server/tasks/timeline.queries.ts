import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Db } from '../db/db.ts'
import { noticesSeenBy } from './noticeSight.queries.ts'
import { visibleTasks } from './visible.queries.ts'

/** Whether the actor may see the task. */
export async function findIsVisible(db: Db, actor: Actor, taskId: string): Promise<boolean> {
  return (await visibleTasks(db, actor).select('t.id').where('t.id', '=', taskId).executeTakeFirst()) !== undefined
}

/** A task's journal entries before `before` (a sequence number; null: from the latest), the latest first. */
export async function findTaskEntries(db: Db, actor: Actor, taskId: string, before: number | null, limit: number) {
  return db
    .selectFrom('journalEntry')
    .select(['seq', 'happenedAt', 'action', 'personName', 'before', 'after', 'reason'])
    .where('organizationId', '=', actor.organizationId)
    .where('subjectType', '=', 'task')
    .where('subjectId', '=', taskId)
    .where(tellable(actor))
    .$if(before !== null, (query) => query.where('seq', '<', before))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
}

/** What is said of a notice is for those who see the notice: others may see its task. */
const tellable = (actor: Actor) => sql<boolean>`
  (journal_entry.action not like 'notice.%' or exists (
    select from supervision_notice n join task t on t.organization_id = n.organization_id and t.id = n.task_id
    where n.organization_id = journal_entry.organization_id and n.id = (journal_entry.after ->> 'noticeId')::uuid
      and ${noticesSeenBy(actor)}))`

/** The names of units (short), people and pillars behind ids. */
export async function findNames(db: Db, actor: Actor, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const { organizationId } = actor
  const { rows } = await sql<{ id: string; name: string }>`
    select id, short_name as name from unit where organization_id = ${organizationId} and id = any(${[...ids]}::uuid[])
    union all select id, name from person where organization_id = ${organizationId} and id = any(${[...ids]}::uuid[])
    union all select id, name from pillar where organization_id = ${organizationId} and id = any(${[...ids]}::uuid[])`.execute(
    db,
  )
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}
