import { newSecret, digestOf } from '../auth/secrets.ts'
import type { Db } from '../db/db.ts'
import { hasOrganization, replaceSetupLink } from './setup.queries.ts'

/**
 * Makes the one-time secret for the first-run page (`/setup?link=…`), or gives null where an organization is there
 * already. Only its digest is kept; a new start replaces the link printed before.
 */
export async function ensureSetupLink(db: Db): Promise<string | null> {
  if (await hasOrganization(db)) return null
  const secret = newSecret()
  await db.transaction().execute((tx) => replaceSetupLink(tx, digestOf(secret)))
  return secret
}
