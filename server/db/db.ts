import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './db.gen.ts'
import { ColumnNames, fieldNames } from './names.ts'
import { PreparingClient } from './prepared.ts'

export type Db = Kysely<DB>
export type Tx = Transaction<DB>

pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day) // a due date is a calendar day, not an instant
pg.types.setTypeParser(pg.types.builtins.INT8, Number) // counts and sequence numbers stay far below 2^53

class Dialect extends PostgresDialect {
  override createQueryCompiler = () => new ColumnNames()
}

/**
 * Opens the pool. `url` as PostgreSQL writes it; `poolSize` connections at most.
 * Errors on connections (a restarted database) are given to `onError`, never thrown: also on one in use, where the
 * query under way fails as well, and which would otherwise end the process.
 */
export function openDb(url: string, poolSize = 10, onError: (error: Error) => void = () => undefined): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    Client: PreparingClient,
  })
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  return dbOn(pool)
}

/** The database behind a pool of connections. */
export const dbOn = (pool: pg.Pool): Db => new Kysely<DB>({ dialect: new Dialect({ pool }), plugins: [fieldNames] })

/** Whether the database answers at all. */
export const isReachable = (db: Db): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
