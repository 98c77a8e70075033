import { listJournal, verifyJournal } from '#domain/journal/journal.contract.ts'
import { read, type Served } from '../http/route.ts'
import { countUnsealed, findBreak, findEntries } from './journal.queries.ts'

/** The journal: reading it, and checking that its chain is whole. */
export function journalRoutes(served: Served): void {
  read(served, listJournal, ({ actor, db, query }) => findEntries(db, actor, query))

  // One snapshot for both counts, so that an entry sealed meanwhile is in neither or in the right one.
  read(served, verifyJournal, ({ actor, db }) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        const { lastDigest, ...found } = await findBreak(tx, actor)
        return {
          ...found,
          lastDigest: found.sealedCount > 0 ? lastDigest.toString('hex') : null,
          unsealedCount: await countUnsealed(tx, actor),
        }
      }),
  )
}
