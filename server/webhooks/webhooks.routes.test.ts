import { createHmac } from 'node:crypto'
import { hostname } from 'node:os'
import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { type Received, receiver } from '#test/receiver.ts'
import { webhookDistrict } from '#test/world.webhooks.ts'
import { record } from '../journal/record.ts'
import { holdingBack } from './send.ts'

test('what happens to a task reaches the system that asked for its kind, signed, by identifiers and nobody’s words', async () => {
  const { got, host, url } = await receiver()
  const w = await webhookDistrict(host)
  const { id, secret } = await w.hook({ url: `${url}/in?from=yipanqi`, kinds: ['task'] })
  const task = await w.inProgress({ title: '建成二期标准厂房' })
  await w.push()
  expect(got.map(({ headers }) => String(headers['yipanqi-event'])).sort()).toEqual([
    'task.acknowledged',
    'task.assigned',
    'task.registered',
  ])
  for (const { headers, raw, body } of got) {
    const timestamp = String(headers['yipanqi-timestamp'])
    expect(Number(timestamp)).toBe(Math.floor(w.clock.now.getTime() / 1000))
    const signature = createHmac('sha256', secret).update(`${timestamp}.${raw}`).digest('hex')
    expect(headers['yipanqi-signature']).toBe(`v1=${signature}`)
    expect(headers['idempotency-key']).toBe(body.id)
    expect(Object.keys(body)).toEqual(['id', 'event', 'occurredAt', 'organizationId', 'taskId', 'taskCode'])
    expect(body).toMatchObject({ event: headers['yipanqi-event'], taskId: task.id, taskCode: task.code })
  }
  expect(got[0]?.path).toBe('/in')
  expect(await w.log()).toEqual(
    Array(3).fill(expect.objectContaining({ webhookId: id, state: 'delivered', attempts: 1 })),
  )
  expect(JSON.stringify(await w.log())).not.toContain(task.code)
})

test('nothing of a draft and of a restricted task is told outside; what became restricted on its way is held back', async () => {
  const { got, host, url } = await receiver()
  const w = await webhookDistrict(host)
  await w.hook({ url })
  const draft = await w.task()
  await w.office.patch(`/api/tasks/${draft.id}`, { version: 1, changes: { title: '另一个题目' } })
  const secretTask = await w.inProgress({ restricted: true })
  expect((await w.head.post(`/api/tasks/${secretTask.id}/difficulties`, w.trouble())).status).toBe(201)
  await w.push()
  expect(got).toEqual([])
  const open = await w.registered()
  await w.db.updateTable('task').set({ restricted: true }).where('id', '=', open.id).execute()
  await w.push()
  expect(got).toEqual([])
  expect(await w.log()).toMatchObject([{ state: 'failed', lastError: 'withheld', attempts: 1 }])
  // Nothing is wrong with the receiver.
  await w.pause()
  expect(await w.hooks()).toMatchObject([{ state: 'on', failedCount: 0 }])
})

test('a change that is undone tells nobody: the outbox is written with the fact', async () => {
  const { got, host, url } = await receiver()
  const w = await webhookDistrict(host)
  await w.hook({ url })
  const { id } = await w.task()
  await w.db.updateTable('task').set({ state: 'registered' }).where('id', '=', id).execute()
  const happen = (isUndone: boolean) =>
    w.db.transaction().execute(async (tx) => {
      await record({ ...w.asking, tx }, { action: 'task.registered', subjectType: 'task', subjectId: id })
      if (isUndone) throw new Error('undone')
    })
  await expect(happen(true)).rejects.toThrow('undone')
  await w.push()
  expect(got).toEqual([])
  await happen(false)
  await w.push()
  expect(got).toHaveLength(1)
})

test('what is refused is tried again under the same key after growing pauses, and arrives once the receiver takes it', async () => {
  let status = 503
  const { got, host, url } = await receiver(() => ({ status }))
  const w = await webhookDistrict(host)
  await w.hook({ url })
  await w.registered()
  await w.push()
  await w.push()
  expect(got).toHaveLength(1)
  expect(await w.log()).toMatchObject([{ state: 'waiting', attempts: 1, lastError: 'rejected' }])
  w.later(1)
  await w.push()
  status = 204
  w.later(5)
  await w.push()
  w.later(9999)
  await w.push()
  expect(new Set(got.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  expect(got.map(({ headers }) => headers['yipanqi-attempt'])).toEqual(['1', '2', '3'])
  expect(new Set(got.map(({ raw }) => raw)).size).toBe(1)
  expect(await w.log()).toMatchObject([{ state: 'delivered', attempts: 3, lastError: null }])
})

test('several servers that push at once push nothing twice', async () => {
  const { got, host, url } = await receiver()
  const w = await webhookDistrict(host)
  await w.hook({ url })
  for (let made = 0; made < 4; made += 1) await w.assigned()
  await Promise.all([w.push(), w.push(), w.push()])
  expect(got).toHaveLength(8)
  expect(new Set(got.map(({ body }) => body.id)).size).toBe(8)
})

test('a receiver that keeps silent holds up neither another of its organization nor another organization', async () => {
  const asked = new Set<string>()
  const all = Promise.withResolvers<void>()
  // Each answers only once all three were asked.
  const { got, host, url } = await receiver(async ({ path }) => {
    if (asked.add(path).size === 3) all.resolve()
    await all.promise
    return {}
  })
  const [here, there] = [await webhookDistrict(host), await webhookDistrict(host)]
  await here.hook({ url: `${url}/silent`, kinds: ['task'] })
  for (let made = 0; made < 6; made += 1) await here.assigned()
  await here.hook({ url: `${url}/beside`, kinds: ['task'] })
  await here.registered()
  await there.hook({ url: `${url}/elsewhere`, kinds: ['task'] })
  await there.registered()
  await here.push()
  const paths = got.map(({ path }) => path)
  expect([paths.filter((path) => path === '/silent').length, new Set(paths).size]).toEqual([13, 3])
})

test('a server that dies between pushing and noting pushes again under the same key, and not before the attempt is over', async () => {
  const { got, host, url } = await receiver()
  const w = await webhookDistrict(host)
  await w.hook({ url })
  await w.registered()
  await w.push()
  // What the note would have changed, as a crash leaves it.
  await w.db
    .updateTable('push')
    .set({ state: 'waiting', endedAt: null })
    .where('organizationId', '=', w.organizationId)
    .execute()
  await w.push()
  expect(got).toHaveLength(1)
  w.later(2)
  await w.push()
  expect(got.map(({ body }) => body.id)).toEqual([got[0]?.body.id, got[0]?.body.id])
  expect(got[1]?.headers['yipanqi-attempt']).toBe('2')
})

test('a receiver that is dead is given up, paused, said so to those who set it up, and sent what it missed once it is back', async () => {
  let status = 500
  const { got, host, url } = await receiver(() => ({ status }))
  const w = await webhookDistrict(host)
  const { id } = await w.hook({ url, name: '协同平台' })
  await w.registered()
  for (const minutes of [0, 1, 5, 15, 60, 240, 720]) {
    w.later(minutes)
    await w.push()
    await w.pause()
  }
  expect(got).toHaveLength(7)
  expect(await w.log()).toMatchObject([{ state: 'failed', attempts: 7 }])
  expect(w.failures.map(({ givenUp }) => givenUp)).toEqual([...Array(6).fill(false), true])
  expect((await w.hooks())[0]).toMatchObject({ state: 'paused', failedCount: 1 })
  await w.pause()
  for (const who of [w.office, w.sysAdmin]) {
    const { items } = (await who.get('/api/messages')).body
    const paused = items.filter(({ kind }: { kind: string }) => kind === 'webhookPaused')
    expect(paused).toMatchObject([{ facts: { name: '协同平台', count: 1 } }])
  }
  expect((await w.journal()).filter(({ action }) => action === 'webhook.paused')).toHaveLength(1)

  await w.registered({ title: '开通智慧园区平台' })
  await w.push()
  expect(got).toHaveLength(7)
  status = 200
  await w.office.patch(`/api/webhooks/${id}`, { state: 'on' })
  await w.push()
  expect(got).toHaveLength(8)
  await w.pause()
  expect((await w.hooks())[0]).toMatchObject({ state: 'on', waitingCount: 0 })

  const [given] = (await w.log()).filter(({ state }: { state: string }) => state === 'failed')
  expect((await w.office.post(`/api/pushes/${given.id}/resending`)).status).toBe(200)
  expect((await w.office.post(`/api/pushes/${given.id}/resending`)).body).toMatchObject({ code: 'push_waiting' })
  await w.push()
  expect(got[8]?.body.id).toBe(got[0]?.body.id)
})

test('what a receiver refuses while it takes the rest does not stop it', async () => {
  let first: string | undefined
  const { host, url } = await receiver(({ body }) => ({ status: (first ??= body.id) === body.id ? 422 : 200 }))
  const w = await webhookDistrict(host)
  await w.hook({ url })
  await w.registered()
  await w.push()
  await w.registered({ title: '开通智慧园区平台' })
  for (const minutes of [1, 5, 15, 60, 240, 720]) {
    w.later(minutes)
    await w.push()
    await w.pause()
  }
  expect((await w.hooks())[0]).toMatchObject({ state: 'on', failedCount: 1 })
})

test('a test goes to one that is off as well, is tried once, and neither stops nor revives it', async () => {
  let status = 404
  const { got, host, url } = await receiver(() => ({ status }))
  const w = await webhookDistrict(host)
  const { id } = await w.hook({ url })
  await w.office.patch(`/api/webhooks/${id}`, { state: 'off' })
  await w.registered()
  expect((await w.sysAdmin.post(`/api/webhooks/${id}/tests`)).status).toBe(201)
  await w.push()
  w.later(9999)
  await w.push()
  expect(await w.log()).toMatchObject([{ event: 'webhook.tested', state: 'failed', attempts: 1 }])
  await w.office.patch(`/api/webhooks/${id}`, { state: 'on' })
  await w.sysAdmin.post(`/api/webhooks/${id}/tests`)
  await w.push()
  await w.pause()
  expect((await w.hooks())[0]).toMatchObject({ state: 'on', failedCount: 0 })
  status = 200
  await w.sysAdmin.post(`/api/webhooks/${id}/tests`)
  await w.push()
  expect(got.map(({ body }) => body.event)).toEqual(Array(3).fill('webhook.tested'))
})

test('the secret is answered once; address, secret and their keys are in no journal; a renewed one signs from then on', async () => {
  const { got, host, url } = await receiver()
  const w = await webhookDistrict(host)
  const { id, secret } = await w.hook({ url: `${url}/in?key=k-693a91f6` })
  const { body } = await w.office.post(`/api/webhooks/${id}/secret`)
  expect(body.secret).not.toBe(secret)
  const said = JSON.stringify([await w.hooks(), await w.log(), await w.journal()])
  expect(said).not.toContain(secret)
  expect(said).not.toContain(body.secret)
  expect(JSON.stringify(await w.journal())).not.toContain('693a91f6')
  await w.registered()
  await w.push()
  const { headers, raw } = got[0] ?? { headers: {} as Received['headers'], raw: '' }
  const signed = createHmac('sha256', body.secret)
    .update(`${String(headers['yipanqi-timestamp'])}.${raw}`)
    .digest('hex')
  expect(headers['yipanqi-signature']).toBe(`v1=${signed}`)
})

test('one that was switched off or taken away is told nothing more, and what waited is given up', async () => {
  const { got, host, url } = await receiver()
  const w = await webhookDistrict(host)
  const [one, two] = [await w.hook({ url }), await w.hook({ url })]
  await w.registered()
  await w.office.patch(`/api/webhooks/${one.id}`, { state: 'off' })
  await w.office.delete(`/api/webhooks/${two.id}`)
  await w.registered({ title: '开通智慧园区平台' })
  await w.push()
  expect(got).toEqual([])
  expect((await w.log()).map(({ lastError }: { lastError: string }) => lastError)).toEqual([
    'switchedOff',
    'switchedOff',
  ])
  expect((await w.hooks()).map((hook: { id: string }) => hook.id)).toEqual([one.id])
  expect((await w.office.patch(`/api/webhooks/${two.id}`, { state: 'on' })).status).toBe(404)
})

test.each(['http://127.0.0.1:8080/in', 'https://localhost/'])(
  'an address of this machine is refused when it is set, new or changed: %s',
  async (url) => {
    const w = await webhookDistrict('elsewhere.local')
    const refused = { status: 422, body: { code: 'webhook_address' } }
    expect(await w.office.post('/api/webhooks', { name: '协同', url, kinds: ['task'] })).toMatchObject(refused)
    const { id } = await w.hook({ url: 'http://10.1.2.3:8080/in' })
    expect(await w.office.patch(`/api/webhooks/${id}`, { url })).toMatchObject(refused)
  },
)

test('a name that leads to this machine is refused when it is called', async () => {
  const w = await webhookDistrict('elsewhere.local')
  await w.hook({ url: `http://${hostname()}:1/in` })
  await w.registered()
  await w.push()
  expect(await w.log()).toMatchObject([{ state: 'failed', lastError: 'addressRefused', attempts: 1 }])
})

test('a receiver that keeps silent is not asked for more of what is due until the next round', async () => {
  const asked = Promise.withResolvers<void>()
  const { got, host, url } = await receiver(async () => {
    await asked.promise
    return {}
  })
  const w = await webhookDistrict(host)
  await w.hook({ url, kinds: ['task'] })
  for (let made = 0; made < 6; made += 1) await w.assigned()
  const attempts = async () => (await w.log()).map((one: { attempts: number }) => one.attempts).toSorted()
  await w.push({ waitMs: 50 })
  expect(await attempts()).toEqual([...Array(8).fill(0), ...Array(4).fill(1)])
  asked.resolve()
  w.later(5)
  await w.push()
  expect(got.length).toBeGreaterThanOrEqual(12)
  expect((await w.log()).map(({ state }: { state: string }) => state)).toEqual(Array(12).fill('delivered'))
})

test('nothing tells an attempt without an answer from one under way before its time has passed', async () => {
  const w = await webhookDistrict('127.0.0.1:1')
  await w.hook({ url: 'http://127.0.0.1:1' })
  await w.registered()
  const before: unknown[] = []
  await w.push({ holdBack: async () => before.push(...(await w.log())) })
  expect(before).toMatchObject([{ state: 'waiting', attempts: 1, lastError: null }])
  expect(await w.log()).toMatchObject([{ state: 'waiting', attempts: 1, lastError: 'noAnswer' }])
})

test('a server that ends waits for no attempt that is held back', async () => {
  const app = fastify()
  const held = holdingBack(app)(performance.now() + 600_000)
  await app.close()
  await expect(held).resolves.toBeUndefined()
})

test('the log says of every receiver that could not be had the same, whatever kept it away', async () => {
  const w = await webhookDistrict('127.0.0.1:1')
  await w.hook({ url: 'http://127.0.0.1:1' })
  await w.registered()
  await w.push()
  const [pushed] = await w.log()
  expect(pushed).toMatchObject({ state: 'waiting', attempts: 1, lastError: 'noAnswer' })
  expect(Object.keys(pushed)).not.toContain('lastStatus')
  await w.db.updateTable('push').set({ lastError: 'timedOut' }).execute()
  expect((await w.log())[0]).toEqual(pushed)
})
