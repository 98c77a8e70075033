import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { CompletionView } from '#domain/tasks/completions.contract.ts'
import type { Db } from '../db/db.ts'
import { visibleTo } from './visible.queries.ts'

/** What was said of those of the tasks that the actor may see, by code; of a directive its latest answer. */
export async function findCompletions(
  db: Db,
  actor: Actor,
  taskIds: readonly string[],
  timeZone: string,
): Promise<CompletionView[]> {
  const { rows } = await sql<CompletionView>`
    select t.id, t.code, t.title, coalesce(t.completion_note, '') as note, coalesce(p.name, '') as by,
      (t.completion_requested_at at time zone ${timeZone})::date as on,
      (select json_build_object('done', a.done, 'result', a.result) from directive_answer a
        where a.organization_id = t.organization_id and a.task_id = t.id order by a.number desc limit 1) as answer
    from task t
    left join person p on p.organization_id = t.organization_id and p.id = t.completion_requested_by
    where t.organization_id = ${actor.organizationId} and t.id = any(${[...taskIds]}::uuid[]) and ${visibleTo(actor)}
    order by t.code, t.id`.execute(db)
  return rows
}
