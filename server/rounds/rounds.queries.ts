import { sql } from 'kysely'
import type { Db, Tx } from '../db/db.ts'

/** An organization as the rounds need it: whose day turns when, and the day its standings are of. */
export type RoundOrganization = { id: string; timeZone: string; standingOn: string | null }

/** Every organization of this database, for the system's own work. */
export const loadOrganizations = (db: Db): Promise<RoundOrganization[]> =>
  db.selectFrom('organization').select(['id', 'timeZone', 'standingOn']).orderBy('id').execute()

/** Takes the round's turn for an organization until the transaction ends; false where another process has it. */
export async function takeTurn(tx: Tx, organizationId: string, round: string): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`round ${round} ${organizationId}`}, 0)) as got`.execute(tx)
  return rows[0]?.got ?? false
}

/** Whether the transaction has written anything so far. */
export async function didWrite(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ written: boolean }>`
    select pg_current_xact_id_if_assigned() is not null as written`.execute(tx)
  return rows[0]?.written ?? true
}
