import { DEFAULT_RULES, DeliveryRules } from '#domain/channels/rules.ts'
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
