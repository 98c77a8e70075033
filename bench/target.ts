/**
 * A server to be measured, in a process of its own: `node bench/target.ts app|bare DATABASE_URL`. `app` is the product;
 * `bare` answers each path with the statements it was told to run, on a bare node:http server with JSON.stringify.
 */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import { buildApp } from '#server/app.ts'
import { openDb } from '#server/db/db.ts'
import type { Statement } from './statements.ts'

const [kind = '', url = ''] = process.argv.slice(2)
const POOL = 10

async function startApp(): Promise<number> {
  const app = await buildApp({
    db: openDb(url, POOL),
    clock: () => new Date(),
    digest: 'sha256',
    secureCookies: false,
    logLevel: 'error',
    requestsPerMinute: 1e9,
    trustedProxies: ['loopback'],
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  return typeof address === 'object' && address ? address.port : 0
}

let statements: Statement[] = []

async function startBare(): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: POOL })
  const server = createServer((request, reply) => {
    request.resume()
    request.on('end', () => {
      answer(pool)
        .then((rows) => reply.setHeader('content-type', 'application/json').end(JSON.stringify(rows)))
        .catch((error: Error) => reply.writeHead(500).end(error.message))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

async function answer(pool: pg.Pool): Promise<unknown> {
  const client = await pool.connect()
  const fresh = new Map<string, string>()
  try {
    let rows: unknown = null
    for (const { sql, parameters, renewed } of statements) {
      const values = parameters.map((value) => renew(value, renewed, fresh))
      rows = (await client.query(sql, values)).rows
    }
    return rows
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

// What must be new in every row (ids, codes) is new in every answer, the same within it, wherever it stands in the text.
function renew(value: unknown, renewed: readonly string[], fresh: Map<string, string>): unknown {
  if (typeof value !== 'string') return value
  return renewed.reduce((text, old) => {
    if (!text.includes(old)) return text
    const made = fresh.get(old) ?? randomUUID()
    fresh.set(old, made)
    return text.replaceAll(old, made)
  }, value)
}

process.on('message', (told: Statement[]) => {
  statements = told
  process.send?.('told')
})
process.send?.({ port: kind === 'app' ? await startApp() : await startBare() })
