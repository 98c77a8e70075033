import { sql } from 'kysely'
import type { Changing } from '../http/context.ts'
import { tellConcerned } from '../messages/concerned.ts'
import { pushConcerned } from '../pushes/outbox.ts'

/** One change for the journal. `before` and `after` hold the changed fields only; `reason` where a person gave one. */
export type Entry = {
  /** `noun.pastTense`: `task.registered`. */
  action: string
  subjectType: string
  subjectId: string
  before?: object | null
  after?: object | null
  reason?: string | null
}

/**
 * Writes journal entries in the change's own transaction: what happened and what is recorded commit together or
 * not at all. The chain of digests is added just after commit (seal.ts), so writers never wait for each other. Whom it
 * concerns is told of it here too (domain/messages/events.ts): nothing happens to somebody's task behind their back. And
 * so are the systems outside that asked for it (domain/webhooks/events.ts).
 */
export async function record(change: Changing, ...entries: Entry[]): Promise<void> {
  if (entries.length === 0) return
  const { actor, now, origin, requestId } = change
  const rows = entries.map((entry) => ({
    action: entry.action,
    type: entry.subjectType,
    id: entry.subjectId,
    before: entry.before ?? undefined,
    after: entry.after ?? undefined,
    reason: entry.reason ?? undefined,
  }))
  await sql`
    insert into journal_entry (organization_id, happened_at, person_id, person_name, origin, request_id, action,
      subject_type, subject_id, before, after, reason)
    select ${actor.organizationId}, ${now}, ${actor.personId || null}::uuid, ${actor.name}, ${origin}, ${requestId},
      e.action, e.type, e.id, e.before, e.after, e.reason
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (
      action text, type text, id text, before jsonb, after jsonb, reason text)) with ordinality
      as e (action, type, id, before, after, reason, place)
    order by e.place`.execute(change.tx)
  await tellConcerned(change, entries)
  await pushConcerned(change, entries)
}
