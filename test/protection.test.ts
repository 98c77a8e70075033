import { expect, test } from 'vitest'
import { buildApp } from '#server/app.ts'
import { forgetKeys } from '#server/http/idempotency.queries.ts'
import { DEMO_PASSWORD } from './database.setup.ts'
import { freshDatabase, NOON, world } from './world.ts'
import { demoWorld } from './world.demo.ts'

/** The app as it stands behind TLS. */
async function behindTls(requestsPerMinute = 1000) {
  const { db } = await freshDatabase('template_demo')
  const app = await buildApp({
    db,
    clock: () => NOON,
    digest: 'sha256',
    secureCookies: true,
    logLevel: 'silent',
    requestsPerMinute,
    trustedProxies: ['10.1.1.1'],
    rounds: [],
    channels: {},
    namedHosts: [],
    publicUrl: null,
  })
  const signIn = (userName: string, headers = {}, remoteAddress = '127.0.0.1') =>
    app.inject({
      method: 'POST',
      url: '/api/sessions',
      payload: { userName, password: DEMO_PASSWORD },
      headers,
      remoteAddress,
    })
  return { app, db, signIn }
}

const cspOf = (headers: Record<string, unknown>) =>
  Object.fromEntries(
    String(headers['content-security-policy'])
      .split(';')
      .map((part) => [part.trim().split(' ')[0], part.trim().split(' ').slice(1)]),
  )

const PATHS = [
  '/',
  '/api/setup',
  '/api/nothing',
  '/api/tasks',
  '/api/docs',
  '/api/docs/',
  '/healthz',
  '/api/openapi.json',
]

test('browsers are told to trust nothing but us, on pages, answers and errors', async () => {
  const { nobody } = await world()
  for (const path of PATHS) {
    const { headers } = await nobody.get(path)
    expect({ path, ...cspOf(headers) }).toMatchObject({
      path,
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'object-src': ["'none'"],
      'frame-ancestors': ["'none'"],
    })
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    expect(headers).not.toHaveProperty('strict-transport-security')
    expect(headers).not.toHaveProperty('x-powered-by')
  }
})

test('an address that nobody can read is answered like one that leads nowhere, and framed by nobody', async () => {
  const { status, body, headers } = await (await world()).nobody.get('/%ff')
  expect({ status, code: body.code }).toEqual({ status: 404, code: 'not_found' })
  expect(cspOf(headers)).toMatchObject({ 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] })
})

test('behind TLS browsers are told to come back by https, and cookies never travel without it', async () => {
  const { app, signIn } = await behindTls()
  const { headers } = await signIn('xiachu')
  expect(headers['strict-transport-security']).toBe('max-age=15552000')
  expect(headers['set-cookie']).toMatch(/^__Host-yipanqi=[\w-]{20,}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  await app.close()
})

test('what one person may see is not kept by the browser for the next', async () => {
  const { as } = await demoWorld()
  const office = await as('supervisionOffice')
  for (const path of ['/api/tasks', '/api/board', '/api/task-export', '/api/tasks/none'])
    expect({ path, ...(await office.get(path)).headers }).toMatchObject({ path, 'cache-control': 'no-store' })
})

const FOREIGN: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'http://board.example.cn.evil.example' },
  { origin: 'http://board.example.cn:8080' },
  { origin: 'null' },
  { origin: '' },
  { origin: '::::' },
  { origin: 'http://' },
  { origin: 'x'.repeat(5000) },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
]
const OWN: Record<string, string>[] = [{ origin: 'http://board.example.cn' }, { 'sec-fetch-site': 'same-origin' }, {}]

test('a change is carried out for our pages and for programs, and refused with a sentence where others sent it', async () => {
  const { person } = await world()
  const admin = await person('系统管理员', 'sysAdmin')
  const change = (headers: Record<string, string>) =>
    admin.patch('/api/organization', { name: '新名字' }, { host: 'board.example.cn', ...headers })
  for (const headers of FOREIGN) {
    const { status, body } = await change(headers)
    expect({ headers, status, ...body }).toMatchObject({
      headers,
      status: 403,
      code: 'foreign_origin',
      message: expect.any(String),
    })
  }
  for (const headers of OWN)
    expect({ ...headers, status: (await change(headers)).status }).toEqual({ ...headers, status: 200 })
})

test('the limit counts per person, so that an office behind one address does not stop itself', async () => {
  const { app, signIn } = await behindTls(3)
  const cookies = await Promise.all(
    ['xiachu', 'shaoyiming'].map(async (userName) => {
      const { headers } = await signIn(userName)
      return String(headers['set-cookie']).split(';')[0] ?? ''
    }),
  )
  const ask = (cookie: string) => app.inject({ url: '/api/sessions/current', headers: { cookie } })
  for (let time = 1; time <= 3; time += 1)
    for (const cookie of cookies) expect((await ask(cookie)).statusCode).toBe(200)
  const refused = await ask(cookies[0] ?? '')
  expect(refused.statusCode).toBe(429)
  expect(refused.json()).toMatchObject({ code: 'too_many_requests', message: expect.stringMatching(/\d+ 秒后再试/) })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  await app.close()
})

test('whoever is not known is counted by address, invented cookies and forged addresses included', async () => {
  const { app } = await behindTls(3)
  const ask = (time: number) =>
    app.inject({
      url: '/api/tasks',
      headers: { cookie: `__Host-yipanqi=${'x'.repeat(30)}${time}`, 'x-forwarded-for': `10.9.9.${time}` },
    })
  const statuses: number[] = []
  for (let time = 1; time <= 13; time += 1) statuses.push((await ask(time)).statusCode)
  expect(statuses).toEqual([...Array.from({ length: 12 }, () => 401), 429])
  await app.close()
})

test('the journal has the address that a believed proxy names, and never one that others claim', async () => {
  const { app, db, signIn } = await behindTls()
  const forged = { 'x-forwarded-for': '6.6.6.6, 172.16.0.9' }
  await signIn('xiachu', forged, '10.1.1.1')
  await signIn('xiachu', forged, '10.2.2.2')
  const entries = await db
    .selectFrom('journalEntry')
    .select('origin')
    .where('action', '=', 'session.started')
    .orderBy('seq', 'desc')
    .limit(2)
    .execute()
  expect(entries.map(({ origin }) => origin)).toEqual(['web 10.2.2.2', 'web 172.16.0.9'])
  await app.close()
})

const view = (name: string) => ({ name, search: 'state=inProgress' })

test('a key answers once: the same request again gets the first answer and changes nothing', async () => {
  const { as, db } = await demoWorld()
  const office = await as('supervisionOffice')
  const key = { 'idempotency-key': 'k1' }
  const [first, again] = [
    await office.post('/api/saved-views', view('逾期'), key),
    await office.post('/api/saved-views', view('逾期'), key),
  ]
  expect(again).toMatchObject({ status: first.status, body: first.body })
  expect((await office.post('/api/saved-views', view('别的'), key)).body.code).toBe('key_reused')
  const other = await as('principalLeader')
  expect((await other.post('/api/saved-views', view('逾期'), key)).body.id).not.toBe(first.body.id)
  expect(await db.selectFrom('savedView').select('id').execute()).toHaveLength(2)
})

test('ten requests with one key at once create one thing', async () => {
  const { as, db } = await demoWorld()
  const office = await as('supervisionOffice')
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => office.post('/api/saved-views', view('同时'), { 'idempotency-key': 'k2' })),
  )
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
  expect(await db.selectFrom('savedView').select('id').execute()).toHaveLength(1)
})

test('a refused change keeps no key: corrected, it is carried out', async () => {
  const { as, db } = await demoWorld()
  const office = await as('supervisionOffice')
  const { id } = (await office.post('/api/saved-views', view('一'))).body
  const key = { 'idempotency-key': 'k3' }
  const refused = await office.patch('/api/saved-views/00000000-0000-4000-8000-000000000000', { name: '二' }, key)
  expect(refused.status).toBe(404)
  expect((await office.patch(`/api/saved-views/${id}`, { name: '二' }, key)).status).toBe(200)
  expect(await db.selectFrom('idempotencyKey').select('key').execute()).toEqual([{ key: 'k3' }])
})

test('keys that nobody will come with again are forgotten, the others kept', async () => {
  const { as, db, clock } = await demoWorld()
  const office = await as('supervisionOffice')
  await office.post('/api/saved-views', view('一'), { 'idempotency-key': 'former' })
  clock.now = new Date(NOON.getTime() + 4 * 86_400_000)
  await office.post('/api/saved-views', view('二'), { 'idempotency-key': 'recent' })
  await forgetKeys(db, new Date(NOON.getTime() + 86_400_000))
  expect(await db.selectFrom('idempotencyKey').select('key').execute()).toEqual([{ key: 'recent' }])
})

test('a key that is none is refused', async () => {
  const { as } = await demoWorld()
  const office = await as('supervisionOffice')
  for (const key of ['', 'x'.repeat(201)])
    expect((await office.post('/api/saved-views', view('一'), { 'idempotency-key': key })).status).toBe(400)
})
