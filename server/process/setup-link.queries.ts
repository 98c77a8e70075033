import { digestOf, newSecret } from '#server/auth/secrets.ts'
import type { Db } from '#server/db/db.ts'

/** Makes a secret for the first-run page, or nothing where an organization is there already. Only its digest is kept. */
export async function newSetupSecret(db: Db): Promise<string | undefined> {
  const organization = await db.selectFrom('organization').select('id').limit(1).executeTakeFirst()
  if (organization) return undefined
  const secret = newSecret()
  await db
    .insertInto('setupLink')
    .values({ digest: digestOf(secret) })
    .execute()
  return secret
}
