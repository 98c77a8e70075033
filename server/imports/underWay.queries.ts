import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import { READING_STEPS, type ReadingProgress } from '#domain/imports/progress.ts'
import type { Db, Tx } from '../db/db.ts'

/** A server that says nothing for this long has ended; it says something every second. */
const SILENT = sql<Date>`now() - interval '15 seconds'`

const START = { step: 'waiting', rowsRead: 0, rowsOf: null, stoppedAt: null } as const

/** Enters a reading, in the place of an earlier one of that name, and forgets those of servers that ended. */
export async function enterReading(db: Db, { organizationId, personId }: Actor, id: string): Promise<void> {
  await db.deleteFrom('reading').where('organizationId', '=', organizationId).where('toldAt', '<', SILENT).execute()
  await db
    .insertInto('reading')
    .values({ organizationId, personId, id, ...START })
    .onConflict((taken) =>
      taken.columns(['organizationId', 'personId', 'id']).doUpdateSet({ ...START, toldAt: sql`now()` }),
    )
    .execute()
}

/** Says how far a reading is; answers whether its sender still wants it. */
export async function tellReading(db: Db, actor: Actor, id: string, progress: ReadingProgress): Promise<boolean> {
  const row = await db
    .updateTable('reading')
    .set({ step: progress.step, rowsRead: progress.rows, rowsOf: progress.of, toldAt: sql`now()` })
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .where('id', '=', id)
    .returning('stoppedAt')
    .executeTakeFirst()
  return row?.stoppedAt == null
}

/** Takes a reading out when it has ended; answers whether its sender still wants it. */
export async function leaveReading(db: Db, actor: Actor, id: string): Promise<boolean> {
  const row = await db
    .deleteFrom('reading')
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .where('id', '=', id)
    .returning('stoppedAt')
    .executeTakeFirst()
  return row?.stoppedAt == null
}

/** How far a reading of this person is; null where none of that name is under way. */
export async function findReading(db: Db, actor: Actor, id: string): Promise<ReadingProgress | null> {
  const row = await db
    .selectFrom('reading')
    .select(['step', 'rowsRead', 'rowsOf'])
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .where('id', '=', id)
    .where('toldAt', '>=', SILENT)
    .executeTakeFirst()
  const step = READING_STEPS.find((one) => one === row?.step)
  return row && step ? { step, rows: row.rowsRead, of: row.rowsOf } : null
}

/** Marks a reading as wanted no more; answers whether there was one. */
export async function stopReading(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reading')
    .set({ stoppedAt: sql`now()` })
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', actor.personId)
    .where('id', '=', id)
    .where('toldAt', '>=', SILENT)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
