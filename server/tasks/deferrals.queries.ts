import type { Day } from '#domain/calendar/calendar.ts'
import type { Tx } from '../db/db.ts'

/** Tasks that were put off until this day or an earlier one. */
export async function loadDeferralsOver(tx: Tx, organizationId: string, today: Day): Promise<string[]> {
  const rows = await tx
    .selectFrom('task')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('deferredUntil', '<=', today)
    .where('state', '=', 'deferred')
    .execute()
  return rows.map(({ id }) => id)
}
