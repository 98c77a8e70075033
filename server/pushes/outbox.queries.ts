import { sql } from 'kysely'
import type { PushIds, PushKind } from '#domain/webhooks/events.ts'
import type { Changing } from '../http/context.ts'

/** Something that may leave: its kind, and by what its task is found. */
export type ToSave = {
  kind: PushKind
  event: string
  taskId: string | null
  difficultyId: string | null
  ids: PushIds
}

/** Writes one push for each webhook that is told of the kind. Of a draft and of a restricted task there is none. */
export async function savePushes({ tx, actor, now }: Changing, pushed: readonly ToSave[]): Promise<void> {
  await sql`
    insert into push (organization_id, webhook_id, event, task_id, ids, occurred_at, next_try_at)
    select w.organization_id, w.id, e.event, t.id, e.ids, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(pushed)}::jsonb)
      as e (kind text, event text, "taskId" uuid, "difficultyId" uuid, ids jsonb)
    join webhook w on w.organization_id = ${actor.organizationId} and w.state in ('on', 'paused') and e.kind = any(w.kinds)
    left join difficulty d on d.organization_id = w.organization_id and d.id = e."difficultyId"
    left join task t on t.organization_id = w.organization_id and t.id = coalesce(e."taskId", d.task_id)
    where (e."taskId" is null and e."difficultyId" is null) or (not t.restricted and t.state <> 'draft')`.execute(tx)
}
