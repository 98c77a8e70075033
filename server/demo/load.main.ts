/**
 * Loads the demo district in a process of its own, so that the memory it takes goes with it.
 * Ends with code 1, or ENOSPC where the disk was full. Reads one JSON object on stdin (an address may hold a password, which a command line would show to everybody).
 */
import { constants } from 'node:os'
import { json } from 'node:stream/consumers'
import { z } from 'zod'
import { openDb } from '../db/db.ts'
import { loadDemo } from './load.ts'

const DISK_FULL = '53100'
const PgError = z.object({ code: z.string() })
const Task = z.object({ url: z.string(), password: z.string(), now: z.coerce.date() })

const { url, ...loading } = Task.parse(await json(process.stdin))
const db = openDb(url)
try {
  await loadDemo(db, loading)
} catch (error) {
  console.error(error)
  process.exitCode = PgError.safeParse(error).data?.code === DISK_FULL ? constants.errno.ENOSPC : 1
}
await db.destroy()
