import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDb, type Db } from '#server/db/db.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { migrate } from '#server/db/migrate.ts'

/** Does something with a throw-away database that has every migration, and gives what came of it. */
export async function withMigrated<Result>(work: (given: { db: Db; url: string }) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yipanqi-migrated-'))
  const server = await startEmbedded({ folder, writes: 'fast' })
  const db = openDb(server.url)
  try {
    await migrate(db)
    return await work({ db, url: server.url })
  } finally {
    await db.destroy()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
