import { sql } from 'kysely'
import type { Db } from '#server/db/db.ts'

/** Whether a statement waits for a lock that another holds, in the database of a test that asked for it `alone`. */
export const somebodyWaits = async (db: Db): Promise<boolean> =>
  (await sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`.execute(db))
    .rows.length > 0

export async function untilSomebodyWaits(db: Db): Promise<void> {
  while (!(await somebodyWaits(db)));
}
