import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import type { Changing } from './context.ts'

/** What an earlier request under the same key asked and was answered. */
export type Earlier = { requestDigest: Buffer; answer: string }

/**
 * Takes a key for this change. Gives null when it is the first to come with it, else what the first one was answered;
 * where the first one is still at work, waits for it.
 */
export async function claimKey(
  { tx, actor, now }: Changing,
  key: string,
  requestDigest: Buffer,
): Promise<Earlier | null> {
  const mine = { organizationId: actor.organizationId, personId: actor.personId, key }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('idempotencyKey')
    .values({ ...mine, requestDigest, status: 200, answer: '', createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) return null
  return tx
    .selectFrom('idempotencyKey')
    .select(['requestDigest', 'answer'])
    .where('organizationId', '=', mine.organizationId)
    .where('personId', '=', mine.personId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
}

/** Keeps the answer (JSON) for whoever comes with the same key again. */
export async function saveAnswer({ tx, actor }: Changing, key: string, answer: string): Promise<void> {
  await tx
    .updateTable('idempotencyKey')
    .set({ answer })
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .where('key', '=', key)
    .execute()
}

/** Forgets keys taken before an instant, in every organization: nobody sends the same request again after days. */
export async function forgetKeys(db: Db, before: Date): Promise<void> {
  await sql`
    delete from idempotency_key k using organization o
    where k.organization_id = o.id and k.created_at < ${before}`.execute(db)
}
