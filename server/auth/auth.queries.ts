import type { Actor } from '#domain/access/actor.ts'
import { latestPresent } from '#domain/auth/lockout.ts'
import type { Db, Tx } from '../db/db.ts'

/** What the password of a user name is compared with; undefined where nobody has the name. */
export async function findPasswordDigest(db: Db, userName: string): Promise<string | undefined> {
  const account = await db
    .selectFrom('account as a')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organizationId', '=', 'a.organizationId').onRef('p.id', '=', 'a.personId'),
    )
    .select('a.passwordDigest')
    .where((where) => where(where.fn('lower', ['p.userName']), '=', userName.toLowerCase()))
    .executeTakeFirst()
  return account?.passwordDigest
}

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
    .forNoKeyUpdate('a')
    .executeTakeFirst()

export type Account = NonNullable<Awaited<ReturnType<typeof accountByUserName>>>

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

/** The actor's sessions that still answer, the newest first; at most 100. */
export const listLiveSessions = (db: Db, actor: Actor, now: Date, seenSince: Date) =>
  db
    .selectFrom('session')
    .select(['digest', 'createdAt', 'seenAt', 'address', 'browser'])
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('seenAt', '>', seenSince)
    .where('createdAt', '<=', latestPresent(now))
    .orderBy('createdAt', 'desc')
    .limit(100)
    .execute()

/** Ends every session of the actor but the one with this digest. Gives how many. */
export async function saveOtherSessionsEnd(tx: Tx, actor: Actor, kept: Buffer, endedAt: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ endedAt })
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .where('endedAt', 'is', null)
    .where('digest', '!=', kept)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
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
