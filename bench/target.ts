/**
 * A server to be measured, in a process of its own: `node bench/target.ts app|bare DATABASE_URL`. `app` is the product;
 * `bare` runs for each request the statements that were recorded for it, through the same driver, and gives the recorded
 * answer with JSON.stringify, on a bare node:http server.
 */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type pg from 'pg'
import { openDb, openPool } from '#server/db/db.ts'
import { appOn } from './app.ts'
import type { Recorded } from './statements.ts'

/** What the parent says: which requests come next, or that it wants to know what the process has used. */
export type Told = { play: Recorded[] } | 'usage'
export type Usage = { cpuMs: number; memoryMb: number }

const [kind = '', url = ''] = process.argv.slice(2)
const POOL = 10

async function startApp(): Promise<Server> {
  const app = await appOn(openDb(url, POOL))
  await app.listen({ host: '127.0.0.1', port: 0 })
  return app.server
}

// As in server/channels/outgoing.ts: an import would load into the product what it does without.
const { createServer } = process.getBuiltinModule('node:http')

let requests: Recorded[] = []
let next = 0

async function startBare(): Promise<Server> {
  const pool = openPool(url, POOL)
  const server = createServer((request, reply) => {
    const recorded = requests[next++ % requests.length]
    request.resume()
    request.on('end', () => {
      play(pool, recorded)
        .then((answer) => reply.setHeader('content-type', 'application/json').end(JSON.stringify(answer)))
        .catch((error: Error) => reply.writeHead(500).end(error.message))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

// One connection after the other inside a request, as the product does; a transaction stays on its own.
async function play(pool: pg.Pool, recorded: Recorded | undefined): Promise<unknown> {
  if (!recorded) throw new Error('nothing recorded')
  const client = await pool.connect()
  try {
    for (const { text, values } of recorded.statements) await client.query(text, values)
    return recorded.answer
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

function usage(): Usage {
  const { user, system } = process.cpuUsage()
  return { cpuMs: (user + system) / 1000, memoryMb: process.memoryUsage.rss() / 1024 / 1024 }
}

process.on('message', (told: Told) => {
  if (told === 'usage') return process.send?.(usage())
  requests = told.play
  next = 0
  return process.send?.('ready')
})
process.on('disconnect', () => process.exit())
const server = kind === 'app' ? await startApp() : await startBare()
process.send?.((server.address() as AddressInfo).port)
