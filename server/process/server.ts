import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { readConfig, type Config } from '#server/config.ts'
import type { Db } from '#server/db/db.ts'
import { type Database, startDatabase } from './database.ts'
import { live, noLongerThan, type Life } from './life.ts'
import { checkAddress, localAddress, whyNotListening } from './listen.ts'
import { inSpeech } from '#server/start-error.ts'

/** Requests under way get this long to end once the process is asked to stop. */
const DRAIN_MS = 5000
/** Of one person: many times what the busiest pages need, and scripts wait a little. */
const REQUESTS_PER_MINUTE = 3000

/** A migrated database that is there to be used, and its address. */
export interface Prepared {
  readonly db: Db
  readonly url: string
  readonly config: Config
}

/** What differs between the commands that serve. */
export interface Serving {
  /** Level of the log where the environment does not say. */
  readonly logLevel: 'warn' | 'info'
  /** Runs on the migrated database before anybody can reach it. */
  readonly prepare: (prepared: Prepared) => Promise<void>
  /** Lines for the person at the machine, once the server answers at `address`. */
  readonly announce: (prepared: Prepared, address: string) => Promise<string[]>
}

/** Runs the server until it is asked to stop: database, migrations, preparation, then HTTP. Gives the exit code. */
export async function runServer(serving: Serving): Promise<number> {
  const config = readConfig()
  const say = (zh: string, en: string) => console.log(inSpeech(config.speech, zh, en))
  const onStopping = () => say('正在停止……', 'stopping …')
  await live({ endWithParent: config.underNpm, onStopping }, (life) => begin({ serving, config, life, say }))
  // At once, also when a signal came while something was still starting.
  process.exit(0)
}

interface Start {
  readonly serving: Serving
  readonly config: Config
  readonly life: Life
  readonly say: (zh: string, en: string) => void
}

async function begin(start: Start): Promise<void> {
  await checkAddress(start.config)
  // Loading the code takes as long as starting the database: both at once.
  const code = loadCode()
  const database = await startDatabase(start.config, start.life, start.say)
  try {
    await serveOn(database, await code, start)
  } catch (error) {
    throw database.explain(error)
  }
}

async function serveOn(
  { url }: Database,
  { openDb, migrate, buildApp, ALL_ROUNDS, configuredChannels }: Code,
  { serving, config, life }: Start,
): Promise<void> {
  const db = openDb(url)
  life.atEnd(() => db.destroy())
  await migrate(db)
  await serving.prepare({ db, url, config })
  const app = await buildApp({
    db,
    clock: () => new Date(),
    digest: config.digest,
    secureCookies: config.secureCookies,
    logLevel: config.logLevel ?? serving.logLevel,
    requestsPerMinute: REQUESTS_PER_MINUTE,
    trustedProxies: config.trustedProxies,
    rounds: ALL_ROUNDS,
    metricsToken: config.metricsToken,
    channels: await configuredChannels(config),
    model: config.model,
    namedHosts: config.namedHosts,
    publicUrl: config.publicUrl ?? null,
  })
  life.atEnd(() => closeHttp(app))
  const address = await listen(app, config)
  for (const line of await serving.announce({ db, url, config }, address)) console.log(line)
}

type Code = Awaited<ReturnType<typeof loadCode>>

async function loadCode() {
  const [{ openDb }, { migrate }, { buildApp }, { ALL_ROUNDS }, { configuredChannels }] = await Promise.all([
    import('#server/db/db.ts'),
    import('#server/db/migrate.ts'),
    import('#server/app.ts'),
    import('#server/allRounds.ts'),
    import('#server/channels/configured.ts'),
  ])
  return { openDb, migrate, buildApp, ALL_ROUNDS, configuredChannels }
}

/** Gives the address people type: the public one, or the one on this machine. */
async function listen(app: FastifyInstance, { host, port, publicUrl }: Config): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw whyNotListening({ host, port }, error)
  }
  return publicUrl ?? localAddress({ host, port: portOf(app.server.address(), port) })
}

const portOf = (address: AddressInfo | string | null, asked: number): number =>
  typeof address === 'object' && address !== null ? address.port : asked

/** Lets requests under way end; what is still open then (a live page, a slow upload) is cut. */
async function closeHttp(app: FastifyInstance): Promise<void> {
  const closed = app.close()
  await noLongerThan(DRAIN_MS, closed)
  app.server.closeAllConnections()
  await closed
}
