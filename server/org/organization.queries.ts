import type { Actor } from '#domain/access/actor.ts'
import type { Db, Tx } from '../db/db.ts'

/**
 * The organization's name, locked for a change of it, of its units or of many people: two at once wait for each other,
 * while everybody else's changes go on (rows that point here need only its key).
 */
export const lockOrganization = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom('organization')
    .select('name')
    .where('id', '=', actor.organizationId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()

/** The organization's name, as papers say it. */
export async function findOrganizationName(db: Db, actor: Actor): Promise<string> {
  const { name } = await db
    .selectFrom('organization')
    .select('name')
    .where('id', '=', actor.organizationId)
    .executeTakeFirstOrThrow()
  return name
}

export async function saveOrganization(tx: Tx, actor: Actor, name: string): Promise<void> {
  await tx.updateTable('organization').set({ name }).where('id', '=', actor.organizationId).execute()
}
