import { DEFAULT_RULES, DeliveryRules, type OwnQuiet } from '#domain/channels/rules.ts'
import type { Db } from '../db/db.ts'

/** What the office allows, as it stands. */
export async function loadRules(db: Db, organizationId: string): Promise<DeliveryRules> {
  const row = await db
    .selectFrom('deliveryRules')
    .select(['allowed', 'digestAt', 'quietFrom', 'quietTo', 'workdaysOnly'])
    .where('organizationId', '=', organizationId)
    .executeTakeFirst()
  return row ? DeliveryRules.parse(row) : DEFAULT_RULES
}

/** Everybody's own quiet hours. */
export const loadOwnQuiet = (db: Db, organizationId: string): Promise<(OwnQuiet & { personId: string })[]> =>
  db
    .selectFrom('personQuiet')
    .select(['personId', 'quietFrom', 'quietTo', 'workdaysOnly'])
    .where('organizationId', '=', organizationId)
    .execute()
