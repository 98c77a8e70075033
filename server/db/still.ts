import { sql } from 'kysely'
import type { Db, Tx } from './db.ts'
import { written } from './written.ts'

/** How far an organization's journal had come: the database's snapshot of then, and the latest entry it shows. */
export type JournalMoment = { snapshot: string; lastXid: string | null }

/**
 * The two columns of a {@link JournalMoment} for the organization `o`, one look-up at the end of an index. A restored
 * dump holds entries of another server, whose numbers lie ahead of this one's: they are no change.
 */
export const momentColumns = written(sql`
  pg_current_snapshot()::text as snapshot,
  (select j.xid::text from journal_entry j
    where j.organization_id = o.id and j.xid < pg_snapshot_xmax(pg_current_snapshot())
    order by j.xid desc limit 1) as last_xid`)

async function momentOf(db: Db, organizationId: string): Promise<JournalMoment> {
  const { rows } = await sql<JournalMoment>`
    select ${momentColumns} from organization o where o.id = ${organizationId}`.execute(db)
  return rows[0] ?? { snapshot: '', lastXid: null }
}

/** Of which organization, and how far its journal had come when the request was let in; null: to be asked. */
export type At = { organizationId: string; journal: JournalMoment | null }
type Kept<Value> = { moment: JournalMoment; value: Value; weight: number }
type Store<Value> = { kept: Map<string, Kept<Value>>; running: Map<string, Promise<Value>>; weight: number }

/**
 * Keeps in this process what is worked out from an organization's facts, and gives it again while no fact has changed.
 * Every change is journalled in its own transaction, so the journal tells exactly: what is kept still holds when there
 * is no entry that the request sees and the snapshot of then did not. Nothing is lost with the process, and another
 * process's change is never missed. `work` must read what it reads at once, or in one snapshot (`inOneSnapshot`).
 * Together the values weigh at most `most`; the longest unused go first. Of those who ask for the same at once, one works.
 */
export function keepWhileStill<Value>({
  most,
  weigh,
}: {
  most: number
  weigh: (value: Value, name: string) => number
}) {
  // By database: in tests one process serves several that hold the same organization.
  const stores = new WeakMap<Db, Store<Value>>()
  return async (db: Db, at: At, key: string, work: () => Promise<Value>): Promise<Value> => {
    const moment = at.journal ?? (await momentOf(db, at.organizationId))
    const name = `${at.organizationId} ${key}`
    const store = stores.get(db) ?? { kept: new Map(), running: new Map(), weight: 0 }
    stores.set(db, store)
    for (;;) {
      const known = store.kept.get(name)
      if (known && (await holdsStill(db, at.organizationId, known.moment, moment))) {
        keep(store, name, known, most) // as the one used last
        return known.value
      }
      const before = store.running.get(name)
      if (!before) break
      // What is being worked out may have begun before the latest change: it is looked at like any that is kept.
      await before.catch(() => undefined)
    }
    const working = work()
      .then((value) => {
        // What `work` read is of this moment or later, so nothing that came meanwhile can be missed.
        keep(store, name, { moment, value, weight: weigh(value, name) }, most)
        return value
      })
      .finally(() => store.running.delete(name))
    store.running.set(name, working)
    return working
  }
}

function keep<Value>(store: Store<Value>, name: string, added: Kept<Value>, most: number): void {
  forget(store, name)
  store.kept.set(name, added)
  store.weight += added.weight
  for (const oldest of store.kept.keys()) {
    if (store.weight <= most) return
    forget(store, oldest)
  }
}

function forget<Value>(store: Store<Value>, name: string): void {
  store.weight -= store.kept.get(name)?.weight ?? 0
  store.kept.delete(name)
}

/** Whether what was worked out then holds for who sees the journal now. */
async function holdsStill(db: Db, organizationId: string, then: JournalMoment, now: JournalMoment): Promise<boolean> {
  if (now.lastXid === null) return true
  const [oldestOpen = 0n, next = 0n, ...open] = then.snapshot.split(/[:,]/).map((xid) => BigInt(xid))
  const last = BigInt(now.lastXid)
  if (last < oldestOpen) return true
  if (last >= next || open.includes(last)) return false
  // A transaction that was open then may have ended since, with entries before the latest.
  const { rows } = await sql<{ changed: boolean }>`
    select exists (
      select 1 from journal_entry
      where organization_id = ${organizationId}
        and xid >= pg_snapshot_xmin(${then.snapshot}::pg_snapshot) and xid < pg_snapshot_xmax(pg_current_snapshot())
        and not pg_visible_in_snapshot(xid, ${then.snapshot}::pg_snapshot)) as changed`.execute(db)
  return rows[0]?.changed === false
}

/** Reads several things as they were at one instant. */
export const inOneSnapshot = <Outcome>(db: Db, work: (tx: Tx) => Promise<Outcome>): Promise<Outcome> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)

/** What answers may weigh that a process keeps: a hundred boards or pages of the ledger. */
const MOST_BYTES = 4 * 1024 * 1024

/** What keeping takes beside an answer and its name. */
const KEPT_BYTES = 1024

/**
 * Answers as they are sent: JSON in bytes. Their names weigh too: what was asked can be longer than an empty page, and
 * anybody may ask for as many of these as they like.
 */
export const keepAnswer = keepWhileStill<Buffer>({
  most: MOST_BYTES,
  weigh: (answer, name) => answer.length + 2 * name.length + KEPT_BYTES,
})
