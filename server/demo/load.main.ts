/**
 * Loads the demo district in a process of its own, so that the memory it takes goes with it.
 * Reads one JSON object on stdin (an address may hold a password, which a command line would show to everybody).
 */
import { json } from 'node:stream/consumers'
import { z } from 'zod'
import { openDb } from '../db/db.ts'
import { loadDemo } from './load.ts'

const Task = z.object({ url: z.string(), password: z.string(), now: z.coerce.date() })

const { url, ...loading } = Task.parse(await json(process.stdin))
const db = openDb(url)
await loadDemo(db, loading)
await db.destroy()
