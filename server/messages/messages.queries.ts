import { sql } from 'kysely'
import type { Changing } from '../http/context.ts'
import type { Message } from './tell.ts'

/** Writes messages, one row for each person; what a person was told under the same key is left as it is. */
export async function saveMessages({ tx, actor, now }: Changing, messages: readonly Message[]): Promise<void> {
  const rows = messages.flatMap(({ to, kind, subject, facts, key }) =>
    to.map((personId) => ({
      person_id: personId,
      kind,
      subject_type: subject.type,
      subject_id: subject.id,
      facts,
      key,
    })),
  )
  if (rows.length === 0) return
  await sql`
    insert into message (organization_id, person_id, kind, subject_type, subject_id, facts, key, told_at)
    select ${actor.organizationId}, r.person_id, r.kind, r.subject_type, r.subject_id, r.facts, r.key, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      person_id uuid, kind text, subject_type text, subject_id text, facts jsonb, key text)
    on conflict (organization_id, person_id, key) do nothing`.execute(tx)
}
