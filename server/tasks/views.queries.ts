import type { Actor } from '#domain/access/actor.ts'
import type { SavedView } from '#domain/tasks/ledger.contract.ts'
import type { Db, Tx } from '../db/db.ts'

const columns = ['id', 'name', 'search', 'position'] as const

const own = (db: Db, actor: Actor) =>
  db
    .selectFrom('savedView')
    .select(columns)
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .where('retiredAt', 'is', null)

/** The actor's own saved views, in their order. */
export async function findViews(db: Db, actor: Actor): Promise<SavedView[]> {
  return own(db, actor).orderBy('position').orderBy('id').execute()
}

/** One of the actor's own views, locked. */
export async function lockView(tx: Tx, actor: Actor, viewId: string): Promise<SavedView | undefined> {
  return own(tx, actor).where('id', '=', viewId).forUpdate().executeTakeFirst()
}

export async function addView(
  tx: Tx,
  actor: Actor,
  view: { name: string; search: string; position: number },
): Promise<SavedView> {
  return tx
    .insertInto('savedView')
    .values({ organizationId: actor.organizationId, personId: actor.personId, ...view })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

export async function saveView(
  tx: Tx,
  actor: Actor,
  viewId: string,
  set: { name?: string; search?: string; position?: number; retiredAt?: Date },
): Promise<void> {
  await tx
    .updateTable('savedView')
    .set(set)
    .where('organizationId', '=', actor.organizationId)
    .where('id', '=', viewId)
    .execute()
}
