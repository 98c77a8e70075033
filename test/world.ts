import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { inject, onTestFinished } from 'vitest'
import type { Role } from '#domain/access/actor.ts'
import { dayOf } from '#domain/calendar/calendar.ts'
import { type AppSettings, buildApp } from '#server/app.ts'
import { digestOf, newSecret } from '#server/auth/secrets.ts'
import { openDb, type Db } from '#server/db/db.ts'
import type { Asking } from '#server/http/context.ts'
import { withDatabase } from './database.setup.ts'

/** Where every test's clock stands unless it says otherwise: a working Friday in the plan year. */
export const NOON = new Date('2026-11-20T12:00:00+08:00')

export type Answer = { status: number; body: any; headers: Record<string, unknown>; bytes: Buffer }
type Sent = { body?: object; bytes?: Uint8Array; headers?: Record<string, string> }

/** A database of its own, migrated and empty, for one test. */
export async function freshDatabase(template = 'template_app'): Promise<{ db: Db; url: string }> {
  const own = await cloneDatabase(template)
  onTestFinished(() => own.db.destroy())
  return own
}

/** The database itself stays: the whole cluster goes with the run. */
async function cloneDatabase(template: string): Promise<{ db: Db; url: string }> {
  const server = inject('databaseUrl')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const admin = openDb(withDatabase(server, 'postgres'), 1)
  await sql.raw(`create database ${name} template ${template} strategy file_copy`).execute(admin)
  await admin.destroy()
  const url = withDatabase(server, name)
  return { db: openDb(url, 10), url }
}

let shared: Promise<{ db: Db; url: string }> | undefined

/** One database for all the worlds of a process: each is an organization of its own in it, as districts are in a province's. */
function sharedDatabase(): Promise<{ db: Db; url: string }> {
  shared ??= cloneDatabase('template_app')
  return shared
}

type Clock = { now: Date }

const build = (db: Db, clock: () => Date, settings: Partial<AppSettings> = {}): Promise<FastifyInstance> =>
  buildApp({
    db,
    clock,
    digest: 'sha256',
    secureCookies: false,
    logLevel: 'silent',
    requestsPerMinute: 1_000_000,
    trustedProxies: ['loopback'],
    rounds: [],
    channels: {},
    namedHosts: [],
    publicUrl: null,
    ...settings,
  })

/** The running app on a database, with a clock of the test's own: requests go through the real routes and hooks. */
export async function serve(db: Db, clock: Clock, settings: Partial<AppSettings> = {}) {
  const app = await build(db, () => clock.now, settings)
  onTestFinished(() => app.close())
  return { app, address: LOOPBACK, ...handsOn({ app, db, clock, address: LOOPBACK }) }
}

const LOOPBACK = '127.0.0.1'
let worldCount = 0
let sharedApp: Promise<FastifyInstance> | undefined
/** The clock of whose world was made or asked last: tests of a process run one after the other. */
let standing: Clock = { now: NOON }

/** The app on the shared database, for all the worlds of a process: building it takes longer than most tests. */
async function serveShared(db: Db, clock: Clock) {
  sharedApp ??= build(db, () => standing.now)
  standing = clock
  const app = await sharedApp
  worldCount += 1
  // What one test does from its address (failed sign-ins, too many requests) is not held against the next.
  const address = `10.0.${worldCount >> 8}.${worldCount & 255}`
  return { app, address, ...handsOn({ app, db, clock, address }) }
}

type Handed = { app: FastifyInstance; db: Db; clock: Clock; address: string }

function handsOn({ app, db, clock, address }: Handed) {
  /** A session that lasts, and was there before whatever moment the test looks at, as its row and as the secret its cookie holds. */
  const newSession = (organizationId: string, personId: string) => {
    const secret = newSecret()
    const expiresAt = new Date(clock.now.getTime() + 365 * 86_400_000)
    const row = {
      organizationId,
      personId,
      digest: digestOf(secret),
      createdAt: new Date(clock.now.getTime() - 5 * 365 * 86_400_000),
      seenAt: expiresAt,
      expiresAt,
    }
    return { secret, row }
  }
  const session = async (organizationId: string, personId: string): Promise<string> => {
    const { secret, row } = newSession(organizationId, personId)
    await db.insertInto('session').values(row).execute()
    return secret
  }

  const ask = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    secret: string | null,
    sent: Sent,
  ): Promise<Answer> => {
    standing = clock
    const reply = await app.inject({
      method,
      url: path,
      remoteAddress: address,
      ...(sent.body && { payload: sent.body }),
      ...(sent.bytes && { payload: Buffer.from(sent.bytes) }),
      headers: {
        ...(secret && { cookie: `yipanqi=${secret}` }),
        ...(sent.bytes && { 'content-type': 'application/octet-stream' }),
        ...sent.headers,
      },
    })
    const json = String(reply.headers['content-type']).includes('json')
    return {
      status: reply.statusCode,
      body: json ? reply.json() : reply.body,
      headers: reply.headers,
      bytes: reply.rawPayload,
    }
  }

  const hands = (secret: string | null) => ({
    secret,
    get: (path: string, headers = {}) => ask('GET', path, secret, { headers }),
    post: (path: string, body: object = {}, headers = {}) => ask('POST', path, secret, { body, headers }),
    put: (path: string, body: object = {}, headers = {}) => ask('PUT', path, secret, { body, headers }),
    patch: (path: string, body: object = {}, headers = {}) => ask('PATCH', path, secret, { body, headers }),
    delete: (path: string, headers = {}) => ask('DELETE', path, secret, { headers }),
    upload: (path: string, bytes: Uint8Array, headers = {}) => ask('POST', path, secret, { bytes, headers }),
  })

  return { session, newSession, hands }
}

/**
 * A small district: the running app, and hands to fill it. `person` gives somebody who is
 * signed in and can ask: `await liaison.post('/api/…', { … })`. Requests go through the real routes and hooks.
 * Database and app are those of all the worlds of the process, which differ by their organizations; a test of what
 * belongs to none (a round over all, metrics), or that listens or closes, asks for both `alone`.
 */
export async function world(start: { at?: Date; alone?: boolean; settings?: Partial<AppSettings> } = {}) {
  const { db, url } = await (start.alone ? freshDatabase() : sharedDatabase())
  const clock = { now: start.at ?? NOON }
  const isOwn = start.alone || start.settings
  const { app, address, hands, session, newSession } = await (isOwn
    ? serve(db, clock, start.settings)
    : serveShared(db, clock))
  const { id: organizationId } = await db
    .insertInto('organization')
    .values({ name: '测试区' })
    .returning('id')
    .executeTakeFirstOrThrow()

  let unitPosition = 0
  const unit = async (name: string, aliases: string[] = []): Promise<string> => {
    unitPosition += 1
    const { id } = await db
      .insertInto('unit')
      .values({
        organizationId,
        name,
        shortName: name,
        aliases,
        kind: 'government',
        groupName: '政府部门',
        position: unitPosition,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }

  const person = async (name: string, role: Role, unitId: string | null = null) => {
    const id = randomUUID()
    const { secret, row } = newSession(organizationId, id)
    // One statement: most tests need eight people before they begin.
    await db
      .with('person', (also) =>
        also.insertInto('person').values({ organizationId, id, name, userName: `${name}-${id.slice(0, 8)}` }),
      )
      .with('post', (also) => also.insertInto('post').values({ organizationId, personId: id, unitId, role }))
      .with('account', (also) =>
        also.insertInto('account').values({ organizationId, personId: id, passwordDigest: 'none', mustChange: false }),
      )
      .insertInto('session')
      .values(row)
      .execute()
    return { id, name, ...hands(secret) }
  }

  /** The system as an asker, for what tests do below HTTP. */
  const systemAsking: Asking = {
    actor: { organizationId, personId: '', name: '系统', posts: [], portfolio: { unitIds: [], pillarIds: [] } },
    now: clock.now,
    today: dayOf(clock.now, 'Asia/Shanghai'),
    timeZone: 'Asia/Shanghai',
    standingOn: null,
    journal: null,
    language: 'zh',
    requestId: 'test',
    askerDigest: Buffer.alloc(0),
    origin: 'system',
  }

  const journal = () =>
    db.selectFrom('journalEntry').selectAll().where('organizationId', '=', organizationId).orderBy('seq').execute()

  return {
    app,
    address,
    db,
    url,
    clock,
    organizationId,
    unit,
    person,
    session,
    journal,
    nobody: hands(null),
    asking: systemAsking,
  }
}
