import { buildApp } from '#server/app.ts'
import { digestOf, newSecret } from '#server/auth/secrets.ts'
import { loadDemo } from '#server/demo/load.ts'
import { idOf } from '#server/demo/ids.ts'
import { DISTRICT } from '#server/demo/district.ts'
import type { Role } from '#domain/access/actor.ts'
import type { Endpoint } from '#domain/endpoint.ts'
import { sql } from 'kysely'
import { inject, onTestFinished } from 'vitest'
import { withDatabase } from './database.setup.ts'
import { openDb } from '#server/db/db.ts'
import { freshDatabase, NOON } from './world.ts'

export type Whose = 'own' | 'other'
export type Asked = {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: object
  bytes?: Uint8Array
}

/** The demo district is loaded once for the file; every world is a copy of it. */
let template: Promise<string> | undefined
const demoTemplate = () => (template ??= loadTemplate())

async function loadTemplate(): Promise<string> {
  const server = inject('databaseUrl')
  const name = 'template_access'
  const admin = openDb(withDatabase(server, 'postgres'), 1)
  await sql.raw(`create database ${name} template template_app`).execute(admin)
  await admin.destroy()
  const db = openDb(withDatabase(server, name), 1)
  await loadDemo(db, { now: NOON, password: 'Access-2026' })
  await db.destroy()
  return name
}

export type AccessWorld = Awaited<ReturnType<typeof accessWorld>>

/** The demo district with somebody signed in for every role, and a subject of their own unit's and of another's. */
export async function accessWorld() {
  const { db } = await freshDatabase(await demoTemplate())
  const app = await buildApp({
    db,
    clock: () => NOON,
    digest: 'sha256',
    secureCookies: false,
    logLevel: 'silent',
    requestsPerMinute: 1_000_000,
  })
  onTestFinished(() => app.close())
  const head = DISTRICT.people.find(
    ({ key }) => key === DISTRICT.accounts.find(({ role }) => role === 'unitHead')?.person,
  )
  const ownUnitKey = head?.posts[0]?.unit ?? ''
  const unit = {
    own: idOf('unit', ownUnitKey),
    other: idOf('unit', DISTRICT.units.find(({ key }) => key !== ownUnitKey)?.key ?? ''),
  }
  const taskOf = (unitId: string) =>
    db
      .selectFrom('task as t')
      .select(['t.id', 't.code', 't.pillarId'])
      .where('t.leadUnitId', '=', unitId)
      .where('t.state', '=', 'inProgress')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('taskSupport as s')
              .select('s.taskId')
              .whereRef('s.taskId', '=', 't.id')
              .where('s.unitId', '=', unit.own),
          ),
        ),
      )
      .orderBy('t.code')
      .executeTakeFirstOrThrow()
  const [own, other] = [await taskOf(unit.own), await taskOf(unit.other)]
  const period = await db.selectFrom('period').select('id').where('number', '=', 4).executeTakeFirstOrThrow()
  const plan = await db.selectFrom('plan').select('id').executeTakeFirstOrThrow()

  const secrets = new Map<Role, string>()
  const persons = new Map<Role, string>()
  for (const { role, person } of DISTRICT.accounts) {
    const personId = idOf('person', person)
    const secret = newSecret()
    const { organizationId } = await db
      .selectFrom('person')
      .select('organizationId')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    const expiresAt = new Date(NOON.getTime() + 86_400_000)
    await db
      .insertInto('session')
      .values({ organizationId, personId, digest: digestOf(secret), createdAt: NOON, seenAt: NOON, expiresAt })
      .execute()
    secrets.set(role, secret)
    persons.set(role, personId)
  }

  const ask = async (role: Role | null, contract: Endpoint, asked: Asked) => {
    const path = contract.path.replace(/:(\w+)/g, (_, name: string) => asked.params?.[name] ?? '')
    const reply = await app.inject({
      method: contract.method,
      url: asked.query ? `${path}?${new URLSearchParams(asked.query).toString()}` : path,
      ...(asked.bytes ? { payload: Buffer.from(asked.bytes) } : asked.body && { payload: asked.body }),
      headers: {
        ...(role && { cookie: `yipanqi=${secrets.get(role)}` }),
        ...(asked.bytes && { 'content-type': 'application/octet-stream' }),
      },
    })
    const json = String(reply.headers['content-type']).includes('json')
    const code = json ? (reply.json<{ code?: string } | null>()?.code ?? undefined) : undefined
    return { status: reply.statusCode, code, text: json ? reply.body : '' }
  }

  return {
    app,
    db,
    ask,
    unit,
    task: { own: own.id, other: other.id },
    code: { own: own.code, other: other.code },
    pillarId: own.pillarId,
    periodId: period.id,
    planId: plan.id,
    personOf: (role: Role) => persons.get(role) ?? '',
  }
}
