import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Db, Tx } from '../db/db.ts'

/** Since when the actor has a calendar address; undefined where there is none. */
export async function findFeed(db: Db, actor: Actor): Promise<Date | undefined> {
  const feed = await db
    .selectFrom('calendarFeed')
    .select('createdAt')
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .executeTakeFirst()
  return feed?.createdAt
}

/** Sets the actor's address by its digest; the former one is void. */
export async function saveFeed(tx: Tx, actor: Actor, feed: { digest: Buffer; createdAt: Date }): Promise<void> {
  const { organizationId, personId } = actor
  await tx
    .insertInto('calendarFeed')
    .values({ organizationId, personId, ...feed })
    .onConflict((conflict) => conflict.columns(['organizationId', 'personId']).doUpdateSet(feed))
    .execute()
}

/** Makes the actor's address void; false where there was none. */
export async function removeFeed(tx: Tx, actor: Actor): Promise<boolean> {
  const removed = await tx
    .deleteFrom('calendarFeed')
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .returning('personId')
    .executeTakeFirst()
  return removed !== undefined
}

/** The numbers of those tasks that are restricted, by id. */
export async function loadRestrictedCodes(
  db: Db,
  organizationId: string,
  taskIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('task')
    .select(['id', 'code'])
    .where('organizationId', '=', organizationId)
    .where('id', '=', sql<string>`any(${[...taskIds]}::uuid[])`)
    .where('restricted', '=', true)
    .execute()
  return new Map(rows.map(({ id, code }) => [id, code]))
}
