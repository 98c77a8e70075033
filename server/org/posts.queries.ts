import type { Actor, Role } from '#domain/access/actor.ts'
import type { Db, Tx } from '../db/db.ts'

export type PostFacts = { role: Role; unitId: string | null; title: string }

/** The posts a person holds now. */
export const listPosts = (db: Db, actor: Actor, personId: string) =>
  db
    .selectFrom('post')
    .select(['id', 'role', 'unitId', 'title'])
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .orderBy('role')
    .execute()

export async function saveNewPosts(tx: Tx, actor: Actor, posts: readonly (PostFacts & { personId: string })[]) {
  if (posts.length === 0) return
  await tx
    .insertInto('post')
    .values(posts.map((post) => ({ organizationId: actor.organizationId, ...post })))
    .execute()
}

export async function savePostTitle(tx: Tx, actor: Actor, id: string, title: string): Promise<void> {
  await tx
    .updateTable('post')
    .set({ title })
    .where('organizationId', '=', actor.organizationId)
    .where('id', '=', id)
    .execute()
}

export async function savePostsEnd(tx: Tx, actor: Actor, ids: readonly string[], endedAt: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('post')
    .set({ endedAt })
    .where('organizationId', '=', actor.organizationId)
    .where('id', 'in', [...ids])
    .execute()
}
