import { sql } from 'kysely'
import type { Db, Tx } from '../db/db.ts'

type Agreement = { meetingId: string; unitId: string | null; personId: string; saidAt: Date }

export async function addAgreements(tx: Tx, organizationId: string, agreements: readonly Agreement[]): Promise<void> {
  await tx
    .insertInto('minutesAgreement')
    .values(agreements.map((agreement) => ({ ...agreement, organizationId })))
    .execute()
}

/** Who answered since the minutes were circulated: units with what they said, and people by themselves. */
export type Answers = { unitIds: { id: string; isComment: boolean }[]; personIds: string[] }

export async function loadAnswers(
  db: Db,
  organizationId: string,
  { id, circulatedAt }: { id: string; circulatedAt: Date | null },
): Promise<Answers> {
  const { rows } = await sql<{ unitId: string | null; personId: string; isComment: boolean }>`
    select unit_id, person_id, true as is_comment from minutes_comment
    where organization_id = ${organizationId} and meeting_id = ${id} and said_at >= coalesce(${circulatedAt}::timestamptz, '-infinity')
    union all
    select unit_id, person_id, false from minutes_agreement
    where organization_id = ${organizationId} and meeting_id = ${id} and said_at >= coalesce(${circulatedAt}::timestamptz, '-infinity')`.execute(
    db,
  )
  return {
    unitIds: rows.flatMap(({ unitId, isComment }) => (unitId === null ? [] : [{ id: unitId, isComment }])),
    personIds: rows.map(({ personId }) => personId),
  }
}
