import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { district, type Somebody } from '#test/world.tasks.ts'

const make = async (who: Somebody): Promise<string> =>
  `/api/feeds/${(await who.post('/api/account/feed')).body.secret}.ics`
const summaries = (text: string): string[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).summary)

test('whoever knows the address reads the calendar without a session: what is due to its owner, and to nobody else', async () => {
  const { assigned, inProgress, head, assignee, otherHead, leader, nobody } = await district()
  await inProgress({ title: '建成二期标准厂房' })
  await assigned({ title: '开通智慧园区平台' })
  const read = async (who: Somebody) => nobody.get(await make(who))
  const answer = await read(head)
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
  const own = summaries(answer.body)
  expect(own.some((summary) => /^节点：.*建成二期标准厂房/.test(summary))).toBe(true)
  expect(own.some((summary) => /^签收：.*开通智慧园区平台/.test(summary))).toBe(true)
  const worker = summaries((await read(assignee)).body)
  expect(worker.length).toBeGreaterThan(0)
  expect(worker.every((summary) => summary.includes('建成二期标准厂房'))).toBe(true)
  expect(summaries((await read(leader)).body).length).toBeGreaterThan(0)
  expect(summaries((await read(otherHead)).body).filter((summary) => !summary.startsWith('签发'))).toEqual([])
})

test('an address is void once it is given up, replaced, or its owner’s account is closed', async () => {
  const { head, liaison, nobody, db, journal } = await district()
  const first = await make(head)
  const second = await make(head)
  expect((await nobody.get(first)).status).toBe(404)
  expect((await nobody.get(second)).status).toBe(200)
  expect((await head.get('/api/account/feed')).body.createdAt).not.toBeNull()
  await head.delete('/api/account/feed')
  expect((await nobody.get(second)).status).toBe(404)
  expect((await head.get('/api/account/feed')).body).toEqual({ createdAt: null })
  const third = await make(liaison)
  await db.updateTable('person').set({ disabledAt: new Date() }).where('id', '=', liaison.id).execute()
  expect((await nobody.get(third)).status).toBe(404)
  const secrets = [first, second, third].map((path) => path.slice(11, -4))
  const kept = JSON.stringify([await journal(), await db.selectFrom('calendarFeed').selectAll().execute()])
  expect(secrets.filter((secret) => kept.includes(secret))).toEqual([])
})

test('an address that asks too often is held back, right or wrong', async () => {
  const { head, nobody } = await district()
  const path = await make(head)
  for (let count = 0; count < 120; count += 1) await nobody.get('/api/feeds/guess.ics')
  expect((await nobody.get(path)).body).toMatchObject({ code: 'too_many_requests' })
  expect((await head.get('/api/account/feed')).status).toBe(200)
})
