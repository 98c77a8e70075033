import { sql } from 'kysely'
import type { Db, Tx } from '../db/db.ts'

/** An answer kept in this process, and the database's snapshot it was worked out from. */
type Kept = { snapshot: string; text: string }

const KEPT_AT_MOST = 200
/** By database: in tests one process serves several that hold the same organization. */
const keptOf = new WeakMap<Db, Map<string, Kept>>()
/** What is being worked out now, so that sixty who ask at once are given one piece of work. */
const runningOf = new WeakMap<Db, Map<string, Promise<string>>>()

/**
 * Gives an answer (JSON text) worked out from the organization's facts, from memory while no fact has changed. Every
 * change is journalled in its own transaction, so the journal tells exactly: the kept answer still holds when no entry
 * exists that its snapshot did not see. Nothing is lost with the process, and another process's change is never missed.
 */
export async function freshAnswer(
  db: Db,
  organizationId: string,
  key: string,
  workOut: (tx: Tx) => Promise<string>,
): Promise<string> {
  const name = `${organizationId} ${key}`
  const running = runningOf.get(db) ?? new Map<string, Promise<string>>()
  runningOf.set(db, running)
  for (;;) {
    const known = keptOf.get(db)?.get(name)
    if (known && (await holdsStill(db, organizationId, known.snapshot))) return known.text
    const before = running.get(name)
    if (!before) break
    // What is being worked out may have begun before the latest change: it is looked at like any that is kept.
    await before.catch(() => undefined)
  }
  const work = workOutAnew(db, name, workOut)
  running.set(name, work)
  try {
    return await work
  } finally {
    running.delete(name)
  }
}

// A restored dump holds entries of another server, whose numbers lie ahead of this one's: they are no change.
async function holdsStill(db: Db, organizationId: string, snapshot: string): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    select exists (
      select 1 from journal_entry
      where organization_id = ${organizationId}
        and xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot) and xid < pg_snapshot_xmax(pg_current_snapshot())
        and not pg_visible_in_snapshot(xid, ${snapshot}::pg_snapshot)) as changed`.execute(db)
  return rows[0]?.changed === false
}

// One snapshot for everything the answer rests on, so that the journal can be asked about exactly that moment.
async function workOutAnew(db: Db, name: string, workOut: (tx: Tx) => Promise<string>): Promise<string> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const { rows } = await sql<{ snapshot: string }>`select pg_current_snapshot()::text as snapshot`.execute(tx)
      const text = await workOut(tx)
      keep(db, name, { snapshot: rows[0]?.snapshot ?? '', text })
      return text
    })
}

function keep(db: Db, name: string, answer: Kept): void {
  const kept = keptOf.get(db) ?? new Map<string, Kept>()
  keptOf.set(db, kept)
  kept.delete(name)
  kept.set(name, answer)
  const oldest = kept.keys().next().value
  if (kept.size > KEPT_AT_MOST && oldest !== undefined) kept.delete(oldest)
}
