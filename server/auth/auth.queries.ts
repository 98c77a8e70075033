import type { Actor } from '#domain/access/actor.ts'
import type { Db, Tx } from '../db/db.ts'

/** What sign-in needs to know of an account, found by user name; before anybody is known, so no actor. */
export const accountByUserName = (tx: Tx, userName: string) =>
  tx
    .selectFrom('account as a')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organizationId', '=', 'a.organizationId').onRef('p.id', '=', 'a.personId'),
    )
    .select([
      'a.organizationId',
      'a.personId',
      'p.name',
      'p.disabledAt',
      'a.passwordDigest',
      'a.mustChange',
      'a.failureCount',
      'a.lockedUntil',
    ])
    .where((where) => where(where.fn('lower', ['p.userName']), '=', userName.toLowerCase()))
    .forUpdate('a')
    .executeTakeFirst()

/** Keeps the failures in a row, and until when they lock the account. */
export async function saveFailures(
  tx: Tx,
  of: { organizationId: string; personId: string },
  failureCount: number,
  lockedUntil: Date | null,
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ failureCount, lockedUntil })
    .where('organizationId', '=', of.organizationId)
    .where('personId', '=', of.personId)
    .execute()
}

export async function saveSession(
  tx: Tx,
  session: {
    organizationId: string
    personId: string
    digest: Buffer
    createdAt: Date
    expiresAt: Date
    address: string
    browser: string
  },
): Promise<void> {
  await tx
    .insertInto('session')
    .values({ ...session, seenAt: session.createdAt })
    .execute()
}

export async function saveSessionEnd(tx: Tx, actor: Actor, digest: Buffer, endedAt: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set({ endedAt })
    .where('organizationId', '=', actor.organizationId)
    .where('digest', '=', digest)
    .execute()
}

/** The signed-in person with organization and posts. */
export async function findSelf(db: Db, actor: Actor) {
  const self = await db
    .selectFrom('person as p')
    .innerJoin('organization as o', 'o.id', 'p.organizationId')
    .innerJoin('account as a', (join) =>
      join.onRef('a.organizationId', '=', 'p.organizationId').onRef('a.personId', '=', 'p.id'),
    )
    .select(['p.id', 'p.name', 'p.userName', 'p.language', 'o.name as organizationName', 'o.timeZone', 'a.mustChange'])
    .where('p.organizationId', '=', actor.organizationId)
    .where('p.id', '=', actor.personId)
    .executeTakeFirstOrThrow()
  const posts = await db
    .selectFrom('post as t')
    .leftJoin('unit as u', (join) =>
      join.onRef('u.organizationId', '=', 't.organizationId').onRef('u.id', '=', 't.unitId'),
    )
    .select(['t.role', 't.unitId', 't.title', 'u.shortName as unitName'])
    .where('t.organizationId', '=', actor.organizationId)
    .where('t.personId', '=', actor.personId)
    .where('t.endedAt', 'is', null)
    .orderBy('t.role')
    .execute()
  return { ...self, posts }
}
