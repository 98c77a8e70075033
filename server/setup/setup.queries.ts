import type { Db, Tx } from '../db/db.ts'
import { personKeys } from '../org/pinyin.ts'

/** Whether there is an organization: the first run is over. */
export async function hasOrganization(db: Db): Promise<boolean> {
  return (await db.selectFrom('organization').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Keeps the digest of the newest set-up link; older ones stop working. */
export async function replaceSetupLink(tx: Tx, digest: Buffer): Promise<void> {
  await tx.deleteFrom('setupLink').execute()
  await tx.insertInto('setupLink').values({ digest }).execute()
}

/** Uses the link up: true only for the first who brings it. */
export async function useSetupLink(tx: Tx, digest: Buffer, usedAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('setupLink')
    .set({ usedAt })
    .where('digest', '=', digest)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function saveOrganizationNamed(tx: Tx, name: string): Promise<{ id: string; timeZone: string }> {
  return tx.insertInto('organization').values({ name }).returning(['id', 'timeZone']).executeTakeFirstOrThrow()
}

/** The first run's people hold one post each and choose their own password. Gives the person's id. */
export async function saveFirstPerson(
  tx: Tx,
  organizationId: string,
  person: {
    name: string
    userName: string
    passwordDigest: string
    role: 'sysAdmin' | 'supervisionOffice'
    position: number
    changedAt: Date
  },
): Promise<string> {
  const { name, userName, position, role, passwordDigest, changedAt } = person
  const { id } = await tx
    .insertInto('person')
    .values({ organizationId, name, userName, position, searchKeys: await personKeys(name) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('post').values({ organizationId, personId: id, role }).execute()
  await tx
    .insertInto('account')
    .values({ organizationId, personId: id, passwordDigest, mustChange: false, changedAt })
    .execute()
  return id
}
