import { expect, test } from 'vitest'
import { world } from '#test/world.ts'

const json = { 'content-type': 'application/json' }
const bytes = { 'content-type': 'application/octet-stream' }
const numbers = (count: number) => `[${'1,'.repeat(count - 1)}1]`

test('who is not signed in sends little: a larger body is refused before it is parsed, with the limit', async () => {
  const { app } = await world()
  for (const payload of [numbers(1_000_000), '['.repeat(2_000_000), `{"userName":"${'长'.repeat(30_000)}"}`]) {
    const reply = await app.inject({ method: 'POST', url: '/api/sessions', headers: json, payload })
    expect({ status: reply.statusCode, ...reply.json<object>() }).toMatchObject({
      status: 413,
      code: 'too_large',
      message: expect.stringContaining('64 KB'),
    })
  }
})

test('a file is read where one is expected, and refused unread elsewhere, whatever its weight', async () => {
  const { app, person } = await world()
  const { secret } = await person('系统管理员', 'sysAdmin')
  for (const [url, cookie] of [
    ['/api/sessions', ''],
    ['/api/sessions', `yipanqi=${secret}`],
    ['/api/holidays', ''],
  ] as const)
    for (const size of [10, 1024 * 1024, 22 * 1024 * 1024]) {
      const headers = { ...bytes, cookie }
      const reply = await app.inject({ method: 'POST', url, headers, payload: Buffer.alloc(size) })
      const code = url === '/api/sessions' ? 'invalid_input' : 'not_found'
      expect({ url, size, code: reply.json().code }).toEqual({ url, size, code })
    }
  const headers = { ...bytes, cookie: `yipanqi=${secret}` }
  const reply = await app.inject({ method: 'PATCH', url: '/api/organization', headers, payload: Buffer.alloc(4096) })
  expect({ status: reply.statusCode, ...reply.json<object>() }).toMatchObject({ status: 400, code: 'invalid_input' })
})

test('an address that leads nowhere reads no body', async () => {
  const { app } = await world()
  const reply = await app.inject({ method: 'POST', url: '/api/nothing', headers: json, payload: '{not json' })
  expect({ status: reply.statusCode, ...reply.json<object>() }).toMatchObject({ status: 404, code: 'not_found' })
})

test('a body of more values than anybody means to send is refused before they are all looked at', async () => {
  const { app, person } = await world()
  const { secret } = await person('系统管理员', 'sysAdmin')
  const send = async (payload: string) => {
    const headers = { ...json, cookie: `yipanqi=${secret}`, 'accept-language': 'en' }
    const reply = await app.inject({ method: 'PATCH', url: '/api/organization', headers, payload })
    return { status: reply.statusCode, ...reply.json<{ code: string; message: string; fields?: unknown[] }>() }
  }
  const many = { status: 413, code: 'too_large', message: expect.stringContaining('100,000 values') }
  expect(await send(numbers(200_000))).toMatchObject(many)
  expect(await send(`{"name":${numbers(200_000)}}`)).toMatchObject(many)
  const keys = Array.from({ length: 120_000 }, (_, index) => `"k${index}":1`)
  expect(await send(`{${keys.join(',')}}`)).toMatchObject(many)
  // Too deep is seen at once, wherever the rest would lead.
  expect(await send('['.repeat(100_000) + ']'.repeat(100_000))).toMatchObject({ status: 400, code: 'invalid_input' })
  expect(await send(`{"name":"\\u0000"}`)).toMatchObject({ status: 400, fields: [{ at: 'name' }] })
  expect(await send(`{"name":["a","\\ud800"]}`)).toMatchObject({ status: 400, fields: [{ at: 'name/1' }] })
})

test('a list in which everything is wrong is answered with some of it', async () => {
  const { app, person } = await world()
  const { secret } = await person('督查室', 'supervisionOffice')
  const headers = { ...json, cookie: `yipanqi=${secret}` }
  const payload = `{"rows":${numbers(300)},"decision":"accept"}`
  const reply = await app.inject({ method: 'POST', url: '/api/report-reviews', headers, payload })
  expect(reply.statusCode).toBe(400)
  expect(reply.json<{ fields: unknown[] }>().fields).toHaveLength(100)
})
