import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { buildApp } from '#server/app.ts'
import type { DB } from '#server/db/db.gen.ts'
import type { Case } from './cases.ts'

/** A statement as the driver sent it; `renewed` are the parameters that must be new in every repetition. */
export type Statement = { sql: string; parameters: unknown[]; renewed: string[] }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** What the product asks of the database for one request of each case, caught on its way to the driver. */
export async function catchStatements(url: string, cases: readonly Case[]): Promise<Map<string, Statement[]>> {
  const caught: Statement[] = []
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
    log: ({ query }) => caught.push({ sql: query.sql, parameters: [...query.parameters], renewed: [] }),
  })
  const app = await buildApp({
    db,
    clock: () => new Date(),
    digest: 'sha256',
    secureCookies: false,
    logLevel: 'silent',
    requestsPerMinute: 1e9,
    trustedProxies: ['loopback'],
  })
  const byCase = new Map<string, Statement[]>()
  for (const one of cases) {
    // The first request fills what is kept; the second shows what every further one costs.
    for (const at of [0, 1]) {
      caught.length = 0
      const { method, path, cookie, body } = one.request(at)
      const reply = await app.inject({ method, url: path, headers: { cookie }, ...(body && { payload: body }) })
      if (reply.statusCode >= 300) throw new Error(`${one.name}: ${reply.statusCode} ${reply.body}`)
    }
    byCase.set(
      one.name,
      caught.map((statement) => ({ ...statement, renewed: one.writes ? renewedIn(caught) : [] })),
    )
  }
  await app.close()
  await db.destroy()
  return byCase
}

// Ids and codes that the product made for this request stand in an insert and in no select before it.
function renewedIn(statements: readonly Statement[]): string[] {
  const known = new Set<unknown>()
  const made = new Set<string>()
  for (const { sql, parameters } of statements) {
    const inserts = /^\s*insert/i.test(sql)
    for (const value of parameters) {
      const isNew = typeof value === 'string' && (UUID.test(value) || /^\d\d-.-\d+$/.test(value))
      if (inserts && isNew && !known.has(value)) made.add(value)
      known.add(value)
    }
  }
  return [...made]
}
