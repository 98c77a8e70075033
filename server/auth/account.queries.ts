import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import { PASSWORDS_REMEMBERED } from '#domain/auth/password-rules.ts'
import type { Language } from '#domain/refusal.ts'
import type { Db, Tx } from '../db/db.ts'

type Of = { organizationId: string; personId: string }

const ownAccount = (db: Db, actor: Actor) =>
  db
    .selectFrom('account as a')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organizationId', '=', 'a.organizationId').onRef('p.id', '=', 'a.personId'),
    )
    .select([
      'a.organizationId',
      'a.personId',
      'p.userName',
      'a.passwordDigest',
      'a.formerDigests',
      'a.failureCount',
      'a.lockedUntil',
    ])
    .where('a.organizationId', '=', actor.organizationId)
    .where('a.personId', '=', actor.personId)

/** The actor's own account as it is at this moment. */
export const findOwnAccount = (db: Db, actor: Actor) => ownAccount(db, actor).executeTakeFirstOrThrow()

/** The actor's own account, locked: what it holds changes one step at a time. */
export const lockOwnAccount = (tx: Tx, actor: Actor) =>
  ownAccount(tx, actor).forNoKeyUpdate('a').executeTakeFirstOrThrow()

/** Gives a person an account. */
export async function saveAccount(
  tx: Tx,
  of: Of,
  account: { passwordDigest: string; mustChange: boolean; changedAt: Date },
): Promise<void> {
  await tx
    .insertInto('account')
    .values({ ...of, ...account })
    .execute()
}

/** Sets a password; the digest before it joins the remembered ones. `mustChange` for one that an administrator gave. */
export async function savePassword(
  tx: Tx,
  of: Of,
  password: { passwordDigest: string; mustChange: boolean; changedAt: Date },
): Promise<void> {
  await tx
    .updateTable('account')
    .set({
      ...password,
      formerDigests: sql<
        string[]
      >`(array_prepend(password_digest, former_digests))[1:${sql.lit(PASSWORDS_REMEMBERED - 1)}]`,
      failureCount: 0,
      lockedUntil: null,
    })
    .where('organizationId', '=', of.organizationId)
    .where('personId', '=', of.personId)
    .execute()
}

export async function saveLanguage(tx: Tx, actor: Actor, language: Language): Promise<void> {
  await tx
    .updateTable('person')
    .set({ language })
    .where('organizationId', '=', actor.organizationId)
    .where('id', '=', actor.personId)
    .execute()
}

// A token works through the whole of its last day, by the office's clock.
const expiresOn = (timeZone: string) => sql<string>`((expires_at - interval '1 second') at time zone ${timeZone})::date`

const ownTokens = (db: Db, actor: Actor, timeZone: string) =>
  db
    .selectFrom('apiToken')
    .select(['id', 'name', 'createdAt', 'usedOn', 'expiresAt', expiresOn(timeZone).as('expiresOn')])
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .where('revokedAt', 'is', null)

/** The actor's tokens that are not revoked, the newest first. */
export const listOwnTokens = (db: Db, actor: Actor, timeZone: string) =>
  ownTokens(db, actor, timeZone).orderBy('createdAt', 'desc').orderBy('id').execute()

/** How many tokens the actor has that still work. */
export async function countOwnTokens(tx: Tx, actor: Actor, now: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('apiToken')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function saveToken(
  tx: Tx,
  actor: Actor,
  token: { name: string; digest: Buffer; createdAt: Date; lastOn: string; timeZone: string },
): Promise<string> {
  const { id } = await tx
    .insertInto('apiToken')
    .values({
      organizationId: actor.organizationId,
      personId: actor.personId,
      name: token.name,
      digest: token.digest,
      createdAt: token.createdAt,
      expiresAt: sql<Date>`(${token.lastOn}::date + 1)::timestamp at time zone ${token.timeZone}`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Revokes one of the actor's tokens; gives its name, or nothing where the actor has no such token. */
export async function saveTokenEnd(tx: Tx, actor: Actor, id: string, revokedAt: Date): Promise<string | undefined> {
  const row = await tx
    .updateTable('apiToken')
    .set({ revokedAt })
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

async function saveSessionsEnd(tx: Tx, of: Of, endedAt: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set({ endedAt })
    .where('organizationId', '=', of.organizationId)
    .where('personId', '=', of.personId)
    .where('endedAt', 'is', null)
    .execute()
}

async function saveTokensEnd(tx: Tx, of: Of, revokedAt: Date): Promise<void> {
  await tx
    .updateTable('apiToken')
    .set({ revokedAt })
    .where('organizationId', '=', of.organizationId)
    .where('personId', '=', of.personId)
    .where('revokedAt', 'is', null)
    .execute()
}

/** Ends every way in that a person has: sessions, tokens, the calendar's address. */
export async function saveAccessEnd(tx: Tx, of: Of, endedAt: Date): Promise<void> {
  await saveSessionsEnd(tx, of, endedAt)
  await saveTokensEnd(tx, of, endedAt)
  await tx
    .deleteFrom('calendarFeed')
    .where('organizationId', '=', of.organizationId)
    .where('personId', '=', of.personId)
    .execute()
}
