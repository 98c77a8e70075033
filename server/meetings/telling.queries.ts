import { sql } from 'kysely'
import type { Tx } from '../db/db.ts'

/** Who takes part in a meeting: the heads and liaisons of its units, and its leaders. */
export async function loadDesks(tx: Tx, organizationId: string, meetingId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct o.person_id from meeting_participant x
    join post o on o.organization_id = x.organization_id and o.ended_at is null
      and (o.unit_id = x.unit_id and o.role in ('unitHead', 'liaison')
        or o.person_id = x.person_id and o.role in ('principalLeader', 'leaderInCharge'))
    join person p on p.organization_id = o.organization_id and p.id = o.person_id and p.disabled_at is null
    where x.organization_id = ${organizationId} and x.meeting_id = ${meetingId} and not x.retired`.execute(tx)
  return rows.map(({ personId }) => personId)
}

/** The supervision office's people. */
export async function loadOffice(tx: Tx, organizationId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('post')
    .select('personId')
    .distinct()
    .where('organizationId', '=', organizationId)
    .where('role', '=', 'supervisionOffice')
    .where('endedAt', 'is', null)
    .execute()
  return rows.map(({ personId }) => personId)
}
