import { sql } from 'kysely'
import type { Db, Tx } from '../db/db.ts'
import { digestOf } from './secrets.ts'

export type SignInFailures = { failureCount: number; since: Date; lockedUntil: Date | null }

/** The key of an address (`address 10.0.0.7`) or of a name that nobody has (`name zhangsan`). */
export const failureKey = (kind: 'address' | 'name', value: string): Buffer =>
  digestOf(`${kind} ${value.toLowerCase()}`)

const failures = (db: Db, key: Buffer) =>
  db.selectFrom('signInFailure').select(['failureCount', 'since', 'lockedUntil']).where('key', '=', key)

/** The failures counted under a key. */
export const findSignInFailures = (db: Db, key: Buffer): Promise<SignInFailures | undefined> =>
  failures(db, key).executeTakeFirst()

/** The same with the row locked until the sign-in is decided. */
export const lockSignInFailures = (tx: Tx, key: Buffer): Promise<SignInFailures | undefined> =>
  failures(tx, key).forNoKeyUpdate().executeTakeFirst()

/** Keeps what was counted under a key. */
export async function saveSignInFailures(tx: Tx, key: Buffer, failures: SignInFailures): Promise<void> {
  await tx
    .insertInto('signInFailure')
    .values({ key, ...failures })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(failures))
    .execute()
}

type Window = { from: Date; to: Date }

/** Counts one more failure under a key in one statement; a count that began outside the window begins anew. */
export async function saveSignInFailure(tx: Tx, key: Buffer, now: Date, { from, to }: Window): Promise<void> {
  await sql`
    insert into sign_in_failure as f (key, failure_count, since) values (${key}, 1, ${now})
    on conflict (key) do update set
      failure_count = case when f.since between ${from} and ${to} then f.failure_count + 1 else 1 end,
      since = case when f.since between ${from} and ${to} then f.since else ${now} end`.execute(tx)
}

/** Forgets what no limit looks at any more: all that began outside the window. */
export async function forgetSignInFailures(tx: Tx, { from, to }: Window): Promise<void> {
  await tx
    .deleteFrom('signInFailure')
    .where('key', 'in', (stale) =>
      stale
        .selectFrom('signInFailure')
        .select('key')
        .where((where) => where.or([where('since', '<', from), where('since', '>', to)]))
        .forNoKeyUpdate()
        .skipLocked(),
    )
    .execute()
}
