import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { NewsSinceFreeze } from '#domain/meetings/meetings.contract.ts'
import { foldSession, type SessionEvent } from '#domain/meetings/session.ts'
import { NOON, serve } from '#test/world.ts'
import { meetingInSession } from '#test/world.meetings.ts'
import { openDb } from '../db/db.ts'

/** A meeting in session of two units, with an app of its own. */
async function inSession() {
  const d = await meetingInSession({ alone: true })
  const say = (deed: object, key = randomUUID()) => d.office.post(d.at('/events'), { events: [{ key, deed }] })
  return { ...d, say }
}

type Heard = { event: string; id: string; data: string }

/** Follows a session at a listening server; `next` gives what is heard next, null at the end of the stream. */
async function following(app: FastifyInstance, path: string, secret: string | null, lastEventId?: string) {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const headers = { cookie: `yipanqi=${secret}`, ...(lastEventId && { 'last-event-id': lastEventId }) }
  const reply = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader()
  onTestFinished(() => reader?.cancel())
  let text = ''
  const next = async (): Promise<Heard | null> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const part = text.slice(0, end)
        text = text.slice(end + 2)
        const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(part)?.[1] ?? ''
        if (field('event')) return { event: field('event'), id: field('id'), data: field('data') }
        continue
      }
      const { done, value } = (await reader?.read()) ?? { done: true }
      if (done) return null
      text += value
    }
  }
  const deeds = async (count: number): Promise<SessionEvent[]> => {
    const heard: SessionEvent[] = []
    while (heard.length < count) {
      const one = await next()
      if (one === null) break
      if (one.event === 'session') heard.push(JSON.parse(one.data) as SessionEvent)
    }
    return heard
  }
  return { reply, next, deeds }
}

const another = async (url: string) => {
  const db = openDb(url, 5)
  onTestFinished(() => db.destroy())
  return serve(db, { now: NOON })
}

test('every screen hears what happens, on whichever server it was said, and notes only the office', async () => {
  const { app, url, at, say, office, otherHead, units } = await inSession()
  const other = await another(url)
  const here = await following(app, at('/live'), office.secret)
  const there = await following(other.app, at('/live'), otherHead.secret)
  expect([(await here.next())?.event, (await there.next())?.event]).toEqual(['clock', 'clock'])
  await say({ kind: 'itemCalled', itemKey: `unit:${units.lead}` })
  await say({ kind: 'noted', itemKey: null, words: '先记一笔' })
  await say({ kind: 'timerPaused' })
  expect((await here.deeds(3)).map(({ kind }) => kind)).toEqual(['itemCalled', 'noted', 'timerPaused'])
  expect((await there.deeds(2)).map(({ kind }) => kind)).toEqual(['itemCalled', 'timerPaused'])
})

test('a screen that comes back, after a broken line or a restarted server, hears on from where it was', async () => {
  const { app, url, at, say, head, units } = await inSession()
  const first = await following(app, at('/live'), head.secret)
  await say({ kind: 'itemCalled', itemKey: `unit:${units.lead}` })
  await say({ kind: 'timerPaused' })
  const heard = await first.deeds(2)
  await say({ kind: 'itemCalled', itemKey: `unit:${units.other}` })
  await app.close()
  const { app: restarted } = await another(url)
  const again = await following(restarted, at('/live'), head.secret, String(heard[1]?.seq))
  const missed = await again.deeds(1)
  expect(foldSession([...heard, ...missed]).calledKeys).toEqual([`unit:${units.lead}`, `unit:${units.other}`])
  const whole = await following(restarted, at('/live'), head.secret)
  expect(foldSession(await whole.deeds(3))).toEqual(foldSession([...heard, ...missed]))
})

test('what was said offline is taken late at the time when it happened, and the same key again is one event', async () => {
  const { office, at } = await inSession()
  const key = randomUUID()
  const late = { key, agoMs: 90_000, deed: { kind: 'timerPaused' } }
  const sent = await office.post(at('/events'), { events: [late, late] })
  expect(sent.body.items).toHaveLength(1)
  // Not before the session began, which was at the same instant by this clock.
  expect(sent.body.items[0].at).toBe(NOON.toISOString())
  await office.post(at('/adjournment'))
  const again = await office.post(at('/events'), { events: [late] })
  expect(again).toMatchObject({ status: 200, body: { items: [{ key, seq: 1 }] } })
  const new_ = await office.post(at('/events'), { events: [{ ...late, key: randomUUID() }] })
  expect(new_).toMatchObject({ status: 409, body: { code: 'session_closed' } })
})

test('only points of the agenda are called, those the office adds in session too; else nothing is recorded', async () => {
  const { office, at, say, units } = await inSession()
  const own = { key: `own:${randomUUID()}`, title: '研究春节期间值守', unitId: null }
  expect(await say({ kind: 'itemCalled', itemKey: `unit:${randomUUID()}` })).toMatchObject({
    status: 422,
    body: { code: 'point_unknown', message: '议程里没有这一项。请刷新后，从议程里另选。' },
  })
  expect(await say({ kind: 'itemCalled', itemKey: own.key })).toMatchObject({ status: 422 })
  const { version } = (await office.get(at(''))).body
  const arrangement = { order: [], minutes: {}, titles: {}, own: [own] }
  await office.put(at('/agenda'), { version, arrangement })
  for (const itemKey of [own.key, `unit:${units.other}`])
    expect(await say({ kind: 'itemCalled', itemKey })).toMatchObject({ status: 200 })
  expect((await office.get(at('/events'))).body.items).toHaveLength(2)
})

test('many say something at once, and places follow each other without a gap', async () => {
  const { at, say, office } = await inSession()
  await Promise.all(Array.from({ length: 20 }, () => say({ kind: 'timerPaused' })))
  const { items } = (await office.get(at('/events'))).body
  expect(items.map(({ seq }: { seq: number }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
})

test('a meeting that ends is told to its screens; nobody else follows it', async () => {
  const { app, at, office, head, person, unit } = await inSession()
  const stranger = await person('外单位', 'unitHead', await unit('气象局'))
  expect((await stranger.get(at('/live'))).status).toBe(404)
  const screen = await following(app, at('/live'), head.secret)
  expect((await screen.next())?.event).toBe('clock')
  await office.post(at('/adjournment'))
  expect((await screen.next())?.event).toBe('change')
})

test('a screen that says nonsense of where it got to keeps no other from hearing', async () => {
  const { app, at, say, head, otherHead } = await inSession()
  const nonsense = await Promise.all(
    ['0.5', '-3', '1e400', '99999999999', 'x'].map((id) => following(app, at('/live'), otherHead.secret, id)),
  )
  const screen = await following(app, at('/live'), head.secret)
  await Promise.all([screen, ...nonsense].map(({ next }) => next()))
  await say({ kind: 'timerPaused' })
  for (const one of [screen, ...nonsense]) expect((await one.deeds(1)).map(({ seq }) => seq)).toEqual([1])
  expect((await otherHead.get(at('/events?after=99999999999'))).body).toMatchObject({ fields: [{ at: 'after' }] })
})

test('what comes after the freeze is told to the screens that are open', async () => {
  const { app, at, office, head, inProgress, units } = await inSession()
  const task = await inProgress()
  const screens = [await following(app, at('/live'), office.secret), await following(app, at('/live'), head.secret)]
  const hears = async ({ next }: (typeof screens)[number], kind: string): Promise<boolean> => {
    for (;;) {
      const heard = await next()
      if (heard === null) return false
      const news = heard.event === 'since' ? NewsSinceFreeze.parse(JSON.parse(heard.data)).since : []
      if (news.some(({ unitId, changes }) => unitId === units.lead && changes.some((one) => one.kind === kind)))
        return true
    }
  }
  const raised = await head.post(`/api/tasks/${task.id}/difficulties`, {
    kind: 'blockage',
    cause: 'approval',
    title: '占道施工许可未办结',
    ask: '请十一月底前办结许可',
    counterpartId: units.other,
    wantedOn: '2026-11-30',
    consequence: '设备不能进场',
    tried: '已协商两次',
  })
  expect(raised.status).toBe(201)
  for (const screen of screens) expect(await hears(screen, 'difficultyRaised')).toBe(true)
})
