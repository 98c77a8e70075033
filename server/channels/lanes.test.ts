import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { DEFAULT_RULES } from '#domain/channels/rules.ts'
import { receiver } from '#test/receiver.ts'
import { channelDistrict } from '#test/world.channels.ts'
import type { Db } from '../db/db.ts'
import { tell } from '../messages/tell.ts'
import { openLanes } from './send.ts'
import { sms } from './sms.ts'
import { smtp } from './smtp.ts'

/** A server on this machine that takes every connection and never says a word; `called` when the first has come. */
async function silentServer() {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  const called = once(server, 'connection')
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const hangUp = () => sockets.forEach((socket) => socket.destroy())
  onTestFinished(() => {
    hangUp()
    server.close()
  })
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, called, hangUp, sockets }
}

test('a mail server that never answers holds up no other channel and no other organization, and is called once', async () => {
  const w = await channelDistrict()
  const { db, head, liaison, tells, plan, choose, clock, asking, deliveries } = w
  const mail = await silentServer()
  const arrived: { resolve: () => void }[] = []
  const gateway = await receiver(() => {
    arrived.shift()?.resolve()
    return {}
  })
  const nextArrival = () => new Promise<void>((resolve) => arrived.push({ resolve }))
  const channels = {
    email: smtp({ url: mail.url, from: 'board@qingyuan.example.cn' }),
    sms: sms({ url: gateway.url, body: '{"to":"{to}","text":"{text}"}', authorization: undefined }),
  }
  await choose(head, 'email', 'liang@qingyuan.example.cn')
  await tells(head, 'difficultyRing', '尾款')
  const failed: { code: string; givenUp: boolean }[] = []
  const lanes = openLanes({
    db,
    clock: () => clock.now,
    channels,
    publicUrl: null,
    onFailure: ({ code, givenUp }) => failed.push({ code, givenUp }),
  })
  await plan()
  await lanes.start()
  await mail.called

  // While that attempt hangs, news come for another channel, and for another organization.
  await allowText(db, w.organizationId)
  await choose(liaison, 'sms', '13800000001')
  await tells(liaison, 'difficultyRing', '用地')
  await plan()
  const own = nextArrival()
  await lanes.start()
  await own

  const other = await neighbouringOrganization(db)
  const message = { kind: 'difficultyRing' as const, to: [other.personId], subject: { type: 'task', id: 't' } }
  const theirs = { ...asking, actor: { ...asking.actor, organizationId: other.organizationId } }
  await db.transaction().execute((tx) => tell({ ...theirs, tx }, { ...message, facts: { title: '尾款' }, key: 'k' }))
  await db.updateTable('message').set({ toldAt: clock.now }).where('personId', '=', other.personId).execute()
  await plan()
  const next = nextArrival()
  await lanes.start()
  await next

  expect(gateway.got.map(({ body }) => body.to)).toEqual(['13800000001', '13800000002'])
  expect(mail.sockets.size).toBe(1)
  expect(failed).toEqual([])
  mail.hangUp()
  await lanes.settled()
  expect(failed).toEqual([{ code: 'unreachable', givenUp: false }])
  const ended = (await deliveries()).map(({ channel, state, attempts }) => `${channel} ${state} ${attempts}`)
  expect(ended.toSorted()).toEqual(['email waiting 1', 'sms delivered 1', 'sms delivered 1'])
})

const allowText = (db: Db, organizationId: string) =>
  db
    .insertInto('deliveryRules')
    .values({ organizationId, ...DEFAULT_RULES, allowed: ['email', 'sms'] })
    .execute()

/** Another organization with one person, who is reached by text message. */
async function neighbouringOrganization(db: Db) {
  const { id: organizationId } = await db
    .insertInto('organization')
    .values({ name: '邻区' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: personId } = await db
    .insertInto('person')
    .values({ organizationId, name: '周彤', userName: 'zhoutong' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await allowText(db, organizationId)
  const reached = {
    organizationId,
    personId,
    channel: 'sms' as const,
    address: '13800000002',
    secret: null,
    shown: '…',
  }
  await db.insertInto('personChannel').values(reached).execute()
  return { organizationId, personId }
}
