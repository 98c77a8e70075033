import {
  type DatabaseConnection,
  Kysely,
  type KyselyPlugin,
  PostgresDialect,
  PostgresDriver,
  sql,
  Transaction,
  type TransactionSettings,
} from 'kysely'
import pg from 'pg'
import type { DB } from './db.gen.ts'
import { ColumnNames, fieldNames } from './names.ts'
import { PreparingClient } from './prepared.ts'

export type Db = Kysely<DB>
export type Tx = Transaction<DB>

pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day) // a due date is a calendar day, not an instant
pg.types.setTypeParser(pg.types.builtins.INT8, Number) // counts and sequence numbers stay far below 2^53

/** Begins a transaction with its first statement, in one journey (decision 0019). */
class Driver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    // It fails only where the connection is lost, and then so does whatever follows.
    super.beginTransaction(connection, settings).catch(() => undefined)
  }
}

class Dialect extends PostgresDialect {
  readonly #pool: pg.Pool
  constructor(pool: pg.Pool) {
    super({ pool })
    this.#pool = pool
  }
  override createDriver = () => new Driver({ pool: this.#pool })
  override createQueryCompiler = () => new ColumnNames()
}

/**
 * Opens the pool. `url` as PostgreSQL writes it; `poolSize` connections at most.
 * Errors on connections (a restarted database) are given to `onError`, never thrown: also on one in use, where the
 * query under way fails as well, and which would otherwise end the process.
 */
export function openDb(url: string, poolSize = 10, onError: (error: Error) => void = () => undefined): Db {
  const pool = openPool(url, poolSize)
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  return dbOn(pool)
}

/** Connections that keep the plans of repeated statements (decision 0009). */
export const openPool = (url: string, poolSize: number): pg.Pool =>
  new pg.Pool({
    connectionString: url,
    max: poolSize,
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    Client: PreparingClient,
  })

/** The database behind a pool of connections. */
export function dbOn(pool: pg.Pool): Db {
  const config = { dialect: new Dialect(pool), plugins: [fieldNames] }
  const db = new Kysely<DB>(config)
  pools.set(db, pool)
  configs.set(db, config)
  return db
}
const configs = new WeakMap<Db, { dialect: Dialect; plugins: KyselyPlugin[] }>()
const pools = new WeakMap<Db, pg.Pool>()

/**
 * A transaction in which statements that are asked together (`Promise.all`) go out together and run in the order they
 * were asked (decision 0019). The first that fails is the error; what was asked after it does nothing any more.
 */
export function transact<Outcome>(db: Db, work: (tx: Tx) => Promise<Outcome>): Promise<Outcome> {
  const config = configs.get(db)
  if (!config) throw new Error('a database that was not opened here')
  return db.transaction().execute(async (plain) => {
    // Kysely's own waits for each answer before it sends the next statement.
    const connection = await plain.getExecutor().provideConnection(async (one) => one)
    let first: unknown = null
    const provideConnection = <Answer>(ask: (on: DatabaseConnection) => Promise<Answer>): Promise<Answer> =>
      ask(connection).catch((error: unknown) => {
        // What was under way behind the one that failed only says that it was not done.
        throw (first ??= error)
      })
    const executor = plain.getExecutor().withConnectionProvider({ provideConnection })
    const { dialect } = config
    return work(new Transaction<DB>({ config, dialect, driver: dialect.createDriver(), executor }))
  })
}

/**
 * Listens on channels, each with what is done with a message, by one connection of its own until `stop` is called;
 * `onEnd` is called once when the connection is lost. Throws where there is no connection to be had.
 */
export async function listenTo(
  db: Db,
  channels: Readonly<Record<string, (text: string) => void>>,
  onEnd: () => void,
): Promise<() => void> {
  const pool = pools.get(db)
  if (!pool) throw new Error('a database that was not opened here')
  const client = await pool.connect()
  client.on('notification', ({ channel, payload = '' }) => channels[channel]?.(payload))
  client.on('end', onEnd)
  const leave = () => {
    client.off('end', onEnd)
    client.release(true)
  }
  try {
    for (const channel of Object.keys(channels)) await client.query(`listen ${client.escapeIdentifier(channel)}`)
  } catch (error) {
    leave()
    throw error
  }
  return leave
}

/** Says something on a channel, to everybody who listens, whichever server they listen from. */
export const notify = async (db: Db, channel: string, text: string): Promise<void> =>
  void (await sql`select pg_notify(${channel}, ${text})`.execute(db))

/** Whether the database answers at all. */
export const isReachable = (db: Db): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
