import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../app.ts'
import { freshDatabase, NOON, world } from '#test/world.ts'
import { ensureSetupLink } from './setup.ts'

const PILLARS = [
  { name: '工业强区', mark: '工' },
  { name: '健康惠区', mark: '健' },
]
const body = (link: string, more: object = {}) => ({
  link,
  organizationName: '清水区',
  administrator: { name: '高明', userName: 'gaoming', password: 'Calm-river-20' },
  office: { name: '林晓', userName: 'linxiao', password: 'Calm-river-21' },
  planYear: 2026,
  pillars: PILLARS,
  ...more,
})

/** An installation that waits for its first run. */
async function empty() {
  const { db } = await freshDatabase()
  const app = await buildApp({
    db,
    clock: () => NOON,
    digest: 'sha256',
    secureCookies: true,
    logLevel: 'silent',
    requestsPerMinute: 100_000,
    trustedProxies: ['loopback'],
    rounds: [],
    channels: {},
    namedHosts: [],
    publicUrl: null,
  })
  onTestFinished(() => app.close())
  const post = async (url: string, payload: object) => {
    const reply = await app.inject({ method: 'POST', url, payload })
    return { status: reply.statusCode, body: reply.json(), headers: reply.headers }
  }
  const get = async (url: string, cookie = '') => (await app.inject({ method: 'GET', url, headers: { cookie } })).json()
  return { db, post, get, link: (await ensureSetupLink(db)) ?? '' }
}

test('the first run makes organization, people, plan, periods and calendar, and both can sign in', async () => {
  const { db, post, get, link } = await empty()
  expect(await get('/api/setup')).toMatchObject({ needed: true, suggestion: { planYear: 2026 } })
  expect((await post('/api/setup', body(link))).status).toBe(201)
  expect(await get('/api/setup')).toMatchObject({ needed: false })
  const signedIn = await post('/api/sessions', { userName: 'linxiao', password: 'Calm-river-21' })
  expect(signedIn.body).toEqual({ mustChangePassword: false })
  const cookie = String(signedIn.headers['set-cookie'])
  expect(cookie).toMatch(/^__Host-yipanqi=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const session = await get('/api/sessions/current', cookie.split(';')[0])
  expect(session).toMatchObject({ organization: { name: '清水区' }, posts: [{ role: 'supervisionOffice' }] })
  expect((await post('/api/sessions', { userName: 'GaoMing', password: 'Calm-river-20' })).status).toBe(201)
  const count = async (table: 'pillar' | 'period' | 'calendarDay') =>
    (await db.selectFrom(table).select('organizationId').execute()).length
  expect(await count('pillar')).toBe(2)
  expect(await count('period')).toBe(4)
  expect(await count('calendarDay')).toBeGreaterThan(20)
  const actions = await db.selectFrom('journalEntry').select(['action', 'personName']).orderBy('seq').execute()
  expect(actions.slice(0, 3)).toEqual([
    { action: 'organization.created', personName: '高明' },
    { action: 'person.created', personName: '高明' },
    { action: 'plan.created', personName: '高明' },
  ])
})

test('the link works once', async () => {
  const { db, post, link } = await empty()
  const [first, second] = await Promise.all([post('/api/setup', body(link)), post('/api/setup', body(link))])
  expect(new Set([first.status, second.status])).toEqual(new Set([201, 409]))
  expect((await post('/api/setup', body(link))).body.code).toBe('setup_done')
  expect(await db.selectFrom('organization').select('id').execute()).toHaveLength(1)
})

test('a new start replaces the link printed before', async () => {
  const { db, post, link } = await empty()
  const newer = (await ensureSetupLink(db)) ?? ''
  expect((await post('/api/setup', body(link))).body.code).toBe('setup_link_invalid')
  expect((await post('/api/setup', body(newer))).status).toBe(201)
  expect(await ensureSetupLink(db)).toBeNull()
})

test('a made-up link is refused and nothing is made', async () => {
  const { db, post } = await empty()
  expect((await post('/api/setup', body('x'.repeat(43)))).body.code).toBe('setup_link_invalid')
  expect(await db.selectFrom('organization').select('id').execute()).toEqual([])
})

test.each([
  ['a weak password', { administrator: { name: '高', userName: 'gaoming', password: 'short' } }, 'password_weak'],
  [
    'one user name for two',
    { office: { name: '林', userName: 'GAOMING', password: 'Calm-river-21' } },
    'already_exists',
  ],
  ['two pillars of one mark', { pillars: [...PILLARS, { name: '工业', mark: '工' }] }, 'already_exists'],
])('%s leaves everything as it was, the link too', async (_, wrong, code) => {
  const { db, post, link } = await empty()
  expect((await post('/api/setup', body(link, wrong))).body.code).toBe(code)
  expect(await db.selectFrom('organization').select('id').execute()).toEqual([])
  expect((await post('/api/setup', body(link))).status).toBe(201)
})

test('the own calendar days come before the national ones', async () => {
  const { db, post, link } = await empty()
  const ownDays = [
    { on: '2026-10-01', workday: true, name: '值班' },
    { on: '2026-06-08', workday: false, name: '区庆' },
  ]
  expect((await post('/api/setup', body(link, { ownDays }))).status).toBe(201)
  const days = await db
    .selectFrom('calendarDay')
    .select(['dayOn', 'workday', 'name'])
    .where('dayOn', 'in', ['2026-10-01', '2026-06-08'])
    .orderBy('dayOn')
    .execute()
  expect(days).toEqual([
    { dayOn: '2026-06-08', workday: false, name: '区庆' },
    { dayOn: '2026-10-01', workday: true, name: '值班' },
  ])
})

test('an installation with an organization gives out no link and takes none', async () => {
  const { db, nobody } = await world()
  expect(await ensureSetupLink(db)).toBeNull()
  expect((await nobody.post('/api/setup', body('x'.repeat(43)))).body.code).toBe('setup_done')
})
