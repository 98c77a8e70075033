import type { Db } from '../db/db.ts'
import { idOf } from './ids.ts'

/** The stored password digest of somebody in the demo district (by DemoPerson key), or undefined without the demo. */
export async function demoPasswordDigest(db: Db, person: string): Promise<string | undefined> {
  const account = await db
    .selectFrom('account')
    .select('passwordDigest')
    .where('personId', '=', idOf('person', person))
    .executeTakeFirst()
  return account?.passwordDigest
}
