import { sql } from 'kysely'
import type { Role } from '#domain/access/actor.ts'
import type { Tx } from '../db/db.ts'

/** A post that somebody holds now. */
export type HeldPost = { personId: string; role: Role; unitId: string | null }

/** Heads and liaisons of units, and the principal leaders: whom a difficulty can be told to. */
export async function loadHeldPosts(tx: Tx, organizationId: string, unitIds: readonly string[]): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    select person_id, role, unit_id from post
    where organization_id = ${organizationId} and ended_at is null and (role = 'principalLeader'
      or role in ('unitHead', 'liaison') and unit_id = any(${[...unitIds]}::uuid[]))
    order by id`.execute(tx)
  return rows
}

/** Short names of units by id. */
export async function loadUnitNames(
  tx: Tx,
  organizationId: string,
  unitIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, short_name as name from unit
    where organization_id = ${organizationId} and id = any(${[...unitIds]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
