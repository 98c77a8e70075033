import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { untilSomebodyWaits } from '#test/waiting.ts'
import { NOON, serve, world } from '#test/world.ts'
import { openDb } from '../db/db.ts'

/** Follows changes at a listening server; `next` gives the next event's name, null at the end of the stream. */
async function following(app: FastifyInstance, secret: string | null) {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const reply = await fetch(`http://127.0.0.1:${port}/api/changes`, { headers: { cookie: `yipanqi=${secret}` } })
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader()
  onTestFinished(() => reader?.cancel())
  let text = ''
  const next = async (): Promise<string | null> => {
    for (;;) {
      const found = /event: (\w+)\n[^]*?\n\n/.exec(text)
      if (found) {
        text = text.slice(found.index + found[0].length)
        return found[1] ?? ''
      }
      const { done, value } = (await reader?.read()) ?? { done: true }
      if (done) return null
      text += value
    }
  }
  return { reply, next }
}

const another = async (url: string) => {
  const db = openDb(url, 5)
  onTestFinished(() => db.destroy())
  return serve(db, { now: NOON })
}

test('whoever watches learns of a change, on whichever server it was made', async () => {
  const { app, url, person } = await world({ alone: true })
  const admin = await person('高玉成', 'sysAdmin')
  const other = await another(url)
  const here = await following(app, admin.secret)
  const there = await following(other.app, admin.secret)
  expect(here.reply.headers.get('content-type')).toContain('text/event-stream')
  expect([await here.next(), await there.next()]).toEqual(['open', 'open'])
  expect((await admin.post('/api/units', { name: '气象局', kind: 'government' })).status).toBe(201)
  expect([await here.next(), await there.next()]).toEqual(['change', 'change'])
})

test('another organization’s changes are not heard', async () => {
  const { app, db, person, session } = await world({ alone: true })
  const admin = await person('高玉成', 'sysAdmin')
  const { id } = await db.insertInto('organization').values({ name: '邻区' }).returning('id').executeTakeFirstOrThrow()
  const neighbour = await db
    .insertInto('person')
    .values({ organizationId: id, name: '外人', userName: 'wairen' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('account')
    .values({ organizationId: id, personId: neighbour.id, passwordDigest: 'x', mustChange: false })
    .execute()
  const theirs = await following(app, await session(id, neighbour.id))
  const ours = await following(app, admin.secret)
  expect([await theirs.next(), await ours.next()]).toEqual(['open', 'open'])
  await admin.post('/api/units', { name: '气象局', kind: 'government' })
  expect(await ours.next()).toBe('change')
  await app.close()
  expect(await theirs.next()).toBe(null)
})

test('a stopping server ends its streams', async () => {
  const { app, person } = await world({ alone: true })
  const admin = await person('高玉成', 'sysAdmin')
  const { next } = await following(app, admin.secret)
  expect(await next()).toBe('open')
  await app.close()
  expect(await next()).toBe(null)
})

test('a stream that is asked for while the server stops ends, and holds no connection', async () => {
  const { app, db, person } = await world({ alone: true })
  const admin = await person('高玉成', 'sysAdmin')
  const held = await db.startTransaction().execute()
  await sql`lock table session in access exclusive mode`.execute(held)
  const asked = following(app, admin.secret)
  await untilSomebodyWaits(held)
  const closed = app.close()
  while (app.server.listening) await new Promise(setImmediate)
  await held.commit().execute()
  expect(await (await asked).next()).toBe(null)
  await closed
})

test('nobody follows without a session', async () => {
  const { app } = await world({ alone: true })
  const { reply } = await following(app, 'nobody')
  expect(reply.status).toBe(401)
})

test('what a page reads by itself does not keep a session alive that nobody uses', async () => {
  const { clock, db, person } = await world({ alone: true })
  const reader = await person('史青云', 'principalLeader')
  await db.updateTable('session').set({ seenAt: clock.now }).execute()
  const later = (minutes: number) => void (clock.now = new Date(clock.now.getTime() + minutes * 60_000))
  later(20)
  expect((await reader.get('/api/sessions/current')).status).toBe(200)
  later(20)
  expect((await reader.get('/api/sessions/current', { 'yipanqi-unattended': '1' })).status).toBe(200)
  later(20)
  expect((await reader.get('/api/sessions/current')).status).toBe(401)
})
