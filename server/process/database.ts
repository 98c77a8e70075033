import pg from 'pg'
import { z } from 'zod'
import type { Config } from '#server/config.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import type { Life } from './life.ts'
import { StartError } from '#server/start-error.ts'

const OLDEST_VERSION = 140_000
const CONNECT_MS = 5000
const PgError = z.object({ code: z.string() })
const VersionRow = z.object({ number: z.coerce.number(), version: z.string() })
const FORBIDDEN = '42501'
/** Wrong password, no such user, not allowed from here, no such database, no right to connect. */
const SIGN_IN_REFUSED = ['28P01', '28000', '3D000', FORBIDDEN]

/**
 * Gives the address of a database that answers: the site's own (checked), or the embedded one, started and bound to
 * this life. Refuses with StartError.
 */
export async function startDatabase(
  config: Config,
  life: Life,
  tell: (zh: string, en: string) => void,
): Promise<string> {
  if (config.databaseUrl !== undefined) {
    await checkDatabase(config.databaseUrl)
    return config.databaseUrl
  }
  const database = await startEmbedded({ folder: config.dataFolder, writes: 'durable', tell })
  life.atEnd(() => database.stop())
  void database.ended.then(life.fail)
  return database.url
}

/** Refuses a database that cannot be reached, refuses the sign-in, or is older than PostgreSQL 14. */
export async function checkDatabase(url: string): Promise<void> {
  const { hostname, port, pathname, searchParams } = new URL(url)
  const address = `${searchParams.get('host') ?? hostname}:${port || '5432'}${pathname}`
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
    )
    const { number, version } = VersionRow.parse(rows[0])
    if (number < OLDEST_VERSION) throw new StartError('database_too_old', { version })
  } catch (error) {
    throw error instanceof StartError ? error : whyNotConnected(address, error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Brings the database forward. Refuses with StartError `database_behind` where the user of the address may not. */
export async function bringForward(migrating: Promise<unknown>): Promise<void> {
  try {
    await migrating
  } catch (error) {
    throw PgError.safeParse(error).data?.code === FORBIDDEN ? new StartError('database_behind') : error
  }
}

function whyNotConnected(address: string, error: unknown): StartError {
  const code = PgError.safeParse(error).data?.code
  const detail = code ?? (error instanceof Error ? error.message : String(error))
  return new StartError(SIGN_IN_REFUSED.includes(detail) ? 'database_refused' : 'database_unreachable', {
    address,
    detail,
  })
}
