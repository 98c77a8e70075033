import { setImmediate } from 'node:timers/promises'
import pg from 'pg'
import { dbOn } from '#server/db/db.ts'
import { appOn } from './app.ts'
import type { Case } from './cases.ts'

/** A statement as the driver was given it. */
type Statement = { text: string; values: unknown[] | undefined }
/** What the product asked of the database for one request, and what it answered. */
export type Recorded = { statements: Statement[]; answer: unknown }

/** Plays every request of each case once, in order, on a database of its own, and records what went to the driver. */
export async function recordCases(url: string, cases: readonly Case[]): Promise<Map<string, Recorded[]>> {
  const said: Statement[] = []
  const pool = recordingPool(url, said)
  const db = dbOn(pool)
  const app = await appOn(db)
  const play = async ({ name, request }: Case, at: number): Promise<Recorded> => {
    said.length = 0
    const { method, path, cookie, body } = request(at)
    const reply = await app.inject({ method, url: path, headers: { cookie }, ...(body && { payload: body }) })
    if (reply.statusCode >= 300) throw new Error(`${name}, request ${at}: ${reply.statusCode} ${reply.body}`)
    await sealed(pool)
    return { statements: withoutSealing(said), answer: reply.json() }
  }
  const recorded = new Map<string, Recorded[]>()
  for (const one of cases) {
    const requests: Recorded[] = []
    // The first reader finds nothing kept yet; a writer is recorded from its first request on.
    const readers = one.request(0).method === 'GET' ? one.distinct : 0
    for (let at = 0; at < readers; at += 1) await play(one, at)
    for (let at = 0; at < one.distinct; at += 1) requests.push(await play(one, at))
    recorded.set(one.name, requests)
  }
  await app.close()
  await db.destroy()
  return recorded
}

function recordingPool(url: string, said: Statement[]): pg.Pool {
  class RecordingClient extends pg.Client {
    // Only what Kysely calls is recorded: a text, with values or without.
    override query(...given: any[]): any {
      const [text, values] = given
      if (typeof text === 'string') said.push({ text, values: Array.isArray(values) ? values : undefined })
      const query: (...args: any[]) => any = super.query.bind(this)
      return query(...given)
    }
  }
  const recording = new pg.Pool({ connectionString: url, max: 1, pipeline: true, Client: RecordingClient })
  // What was asked fails as well when the database goes; by themselves these would end the process at once.
  recording.on('error', () => undefined)
  recording.on('connect', (client) => client.on('error', () => undefined))
  return recording
}

// Sealing begins right after a change and holds the only connection until it has ended.
async function sealed(pool: pg.Pool): Promise<void> {
  await setImmediate()
  await setImmediate()
  await pool.query('select 1')
}

/** Sealing the journal follows a change off the caller's path: the limit is spared it, the product is not. */
function withoutSealing(said: readonly Statement[]): Statement[] {
  const kept: Statement[] = []
  let began = 0
  for (const statement of said.slice(0, -1)) {
    if (/^(begin|start transaction)/.test(statement.text)) began = kept.length
    kept.push(statement)
    const isSealing = kept.slice(began).some(({ text }) => text.includes("hashtextextended('seal '"))
    if (/^(commit|rollback)/.test(statement.text) && isSealing) kept.length = began
  }
  return kept
}
