import { listJournal, verifyJournal } from '#domain/journal/journal.contract.ts'
import { read, type Served } from '../http/route.ts'
import { countUnsealed, findBreak, findEntries } from './journal.queries.ts'

export function journalRoutes(served: Served): void {
  read(served, listJournal, ({ actor, db, query }) => findEntries(db, actor, query))

  read(served, verifyJournal, async ({ actor, db }) => {
    const { lastDigest, ...found } = await findBreak(db, actor)
    return {
      ...found,
      lastDigest: found.sealedCount > 0 ? lastDigest.toString('hex') : null,
      unsealedCount: await countUnsealed(db, actor),
    }
  })
}
