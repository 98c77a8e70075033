import pg from 'pg'
import { z } from 'zod'
import type { Config } from '#server/config.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import type { Life } from './life.ts'
import { StartError } from '#server/start-error.ts'

const OLDEST_VERSION = 140_000
const CONNECT_MS = 5000
const PgError = z.object({ code: z.string() })
const VersionRow = z.object({ number: z.coerce.number(), version: z.string(), encoding: z.string() })
const FORBIDDEN = '42501'
const DISK_FULL = ['53100', 'ENOSPC']
/** Wrong password, no such user, not allowed from here, no such database, no right to connect. */
const SIGN_IN_REFUSED = ['28P01', '28000', '3D000', FORBIDDEN]

/** A database that answers. */
export interface Database {
  readonly url: string
  /** What to say instead of an error met while beginning with it: a StartError where its cause is known. */
  readonly explain: (error: unknown) => unknown
}

/**
 * Gives a database that answers: the site's own (checked), or the embedded one, started and bound to this life.
 * Refuses with StartError.
 */
export async function startDatabase(
  config: Config,
  life: Life,
  tell: (zh: string, en: string) => void,
): Promise<Database> {
  if (config.databaseUrl !== undefined) return checkDatabase(config.databaseUrl)
  const database = await startEmbedded({ folder: config.dataFolder, writes: 'durable', tell })
  life.atEnd(() => database.stop())
  void database.ended.then(life.fail)
  // A full disk may break connections first, here and in processes of ours: the database's own words tell.
  return { url: database.url, explain: (error) => database.trouble() ?? whyNotBegun(config.dataFolder, error) }
}

/** Refuses a database that cannot be reached, refuses the sign-in, is older than PostgreSQL 14, or not UTF-8. */
export async function checkDatabase(url: string): Promise<Database> {
  const address = addressOf(url)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version,
         current_setting('server_encoding') as encoding`,
    )
    const { number, version, encoding } = VersionRow.parse(rows[0])
    if (number < OLDEST_VERSION) throw new StartError('database_too_old', { version })
    if (encoding !== 'UTF8') throw new StartError('database_encoding', { address, encoding })
  } catch (error) {
    throw error instanceof StartError ? error : whyNotConnected(address, error)
  } finally {
    await client.end().catch(() => undefined)
  }
  return { url, explain: (error) => whyNotBegun(address, error) }
}

/** The database without user and password. */
function addressOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url)
  return `${searchParams.get('host') ?? hostname}:${port || '5432'}${pathname}`
}

function whyNotBegun(place: string, error: unknown): unknown {
  const code = PgError.safeParse(error).data?.code
  if (code === FORBIDDEN) return new StartError('database_behind')
  return code !== undefined && DISK_FULL.includes(code) ? new StartError('disk_full', { folder: place }) : error
}

function whyNotConnected(address: string, error: unknown): StartError {
  const code = PgError.safeParse(error).data?.code
  const detail = code ?? (error instanceof Error ? error.message : String(error))
  return new StartError(SIGN_IN_REFUSED.includes(detail) ? 'database_refused' : 'database_unreachable', {
    address,
    detail,
  })
}
