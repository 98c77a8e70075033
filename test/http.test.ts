import { expect, test } from 'vitest'
import { DEMO_PASSWORD } from './database.setup.ts'
import { demoPerson, demoWorld } from './world.demo.ts'
import { freshDatabase, NOON, serve, world } from './world.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

const NOWHERE = ['/api', '/api/', '/api/nothing', '/api/tasks/x/y/z', '/api/docs/nothing', '/api?x=1']

test('an address of the API that leads nowhere is refused as JSON, whatever is asked of it', async () => {
  const { app } = await world()
  for (const { method, url } of METHODS.flatMap((each) => NOWHERE.map((url) => ({ method: each, url })))) {
    const reply = await app.inject({ method, url, headers: { 'accept-language': 'en-GB,en;q=0.9' } })
    expect({ url, status: reply.statusCode, ...reply.json<object>() }).toEqual({
      url,
      status: 404,
      code: 'not_found',
      message: 'Not found, or not yours to see.',
      requestId: expect.stringMatching(/^[0-9a-f]{12}$/),
      facts: {},
    })
  }
})

test('a piece of a former version of the web is missing, never answered with a page', async () => {
  const { nobody } = await world()
  expect(await nobody.get('/assets/..%2Findex.html')).toMatchObject({ status: 404 })
  expect(await nobody.get('/assets/.hidden')).toMatchObject({ status: 404 })
  expect(await nobody.get('/assets/BoardPage-former.js')).toMatchObject({ status: 404, body: { code: 'not_found' } })
})

test('HEAD answers like GET without a body, and to the same people', async () => {
  const { app, as } = await demoWorld()
  const { secret } = await as('supervisionOffice')
  const ask = (method: 'GET' | 'HEAD', cookie?: string) =>
    app.inject({ method, url: '/api/plans', headers: cookie ? { cookie } : {} })
  const [get, head] = [await ask('GET', `yipanqi=${secret}`), await ask('HEAD', `yipanqi=${secret}`)]
  expect(head.statusCode).toBe(200)
  expect(head.headers['content-length']).toBe(get.headers['content-length'])
  expect(head.body).toBe('')
  expect((await ask('HEAD')).statusCode).toBe(401)
})

test('a page is never answered with a refusal in JSON, whatever stands behind its question mark', async () => {
  const { nobody } = await world()
  const plain = await nobody.get('/ledger')
  for (const search of ['q=%00', 'q=%ED%A0%80', 'light=%ff'])
    expect(await nobody.get(`/ledger?${search}`)).toMatchObject({ status: plain.status, body: plain.body })
})

test('health and metrics tell of the process and of routes, never of people or what they asked', async () => {
  const { app, as } = await demoWorld()
  const office = await as('supervisionOffice')
  const { userName, id } = demoPerson('supervisionOffice')
  await app.inject({ method: 'POST', url: '/api/sessions', payload: { userName, password: DEMO_PASSWORD } })
  await office.get(`/api/search?find=${encodeURIComponent('项目')}`)
  await office.get(`/api/tasks/${id}`)
  await office.get('/nowhere/白松岩')
  expect((await office.get('/healthz')).body).toEqual({ ok: true })
  expect((await office.get('/readyz')).body).toEqual({ ready: true })
  const { body, headers } = await office.get('/metrics')
  expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(body).toMatch(/^http_requests_total\{method="GET",route="\/api\/tasks\/:taskId",status="404"\} 1$/m)
  expect(body).toMatch(/^http_request_duration_seconds_count\{method="POST",route="\/api\/sessions"\} 1$/m)
  expect(body).toMatch(/^process_resident_memory_bytes \d+/m)
  for (const word of [userName, id, '项目', encodeURIComponent('项目'), '白松岩', '127.0.0.1'])
    expect(body).not.toContain(word)
})

test('metrics are read on this machine only, or with their token from anywhere', async () => {
  const { db } = await freshDatabase()
  const token = 'watching-the-board-9'
  const [{ app: open }, { app: guarded }] = [
    await serve(db, { now: NOON }),
    await serve(db, { now: NOON }, { metricsToken: token }),
  ]
  const ask = async (asked: typeof open, remoteAddress: string, headers: Record<string, string> = {}) =>
    (await asked.inject({ url: '/metrics', remoteAddress, headers })).statusCode
  expect(await ask(open, '127.0.0.1')).toBe(200)
  expect(await ask(open, '::1')).toBe(200)
  expect(await ask(open, '10.0.0.9')).toBe(404)
  expect(await ask(open, '10.0.0.9', { 'x-forwarded-for': '127.0.0.1' })).toBe(404)
  expect(await ask(open, '127.0.0.1', { 'x-forwarded-for': '10.0.0.9' })).toBe(404)
  expect(await ask(guarded, '10.0.0.9', { authorization: `Bearer ${token}` })).toBe(200)
  expect(await ask(guarded, '10.0.0.9', { authorization: 'Bearer something-else-00' })).toBe(401)
  expect(await ask(guarded, '127.0.0.1')).toBe(401)
})

test('two apps in one process keep metrics of their own', async () => {
  const [one, other] = [await world({ alone: true }), await world({ alone: true })]
  await one.nobody.get('/healthz')
  expect((await other.nobody.get('/metrics')).body).not.toContain('route="/healthz"')
})
