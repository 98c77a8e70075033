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
  expect(summaries((await read(otherHead)).body).filter((summary) => !summary.startsWith('填报并签发'))).toEqual([])
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

const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))

test('what others wait for somebody to say is in their calendar: a difficulty on its last day, a request today, until done', async () => {
  const { inProgress, head, otherHead, leader, office, units, nobody } = await district()
  const task = await inProgress({ title: '建成二期标准厂房' })
  const raised = await head.post(`/api/tasks/${task.id}/difficulties`, {
    kind: 'hard',
    cause: 'funds',
    title: '尾款没有着落',
    ask: '请协调资金',
    consequence: '年内不能竣工',
    tried: '已与两家银行接洽',
    wantedOn: '2026-12-31',
    counterpartId: units.other,
  })
  const { id } = raised.body
  expect((await office.post(`/api/difficulties/${id}/triage`, { level: 2, words: '请教育局答复' })).status).toBe(200)
  const { milestones } = (await head.get(`/api/tasks/${task.id}`)).body
  const asked = await head.post(`/api/tasks/${task.id}/extension-requests`, {
    dates: [{ milestoneId: milestones[0].id, dueOn: '2026-12-04' }],
    reason: '主要材料供应推迟',
    progress: '已完成主体',
  })
  expect({ status: asked.status, body: asked.body }).toMatchObject({ status: 201 })
  const read = async (who: Somebody) => eventsOf((await nobody.get(await make(who))).body)
  const said = (events: ICAL.Event[], prefix: string) =>
    events
      .filter(({ uid }) => uid.startsWith(prefix))
      .map(({ summary, startDate }) => `${startDate.toString()} ${summary}`)
  expect(said(await read(otherHead), 'difficulty')).toEqual(['2026-11-25 答复困难：尾款没有着落（科工信局提出）'])
  expect(said(await read(leader), 'difficulty')).toEqual([])
  expect(said(await read(office), 'request')).toEqual([
    expect.stringMatching(/^2026-11-20 待审批申请：.*建成二期标准厂房（科工信局）$/),
  ])
})

test('the windows of reports to come are in the calendars of those who fill them in, from their opening to their close', async () => {
  const { inProgress, head, nobody } = await district()
  await inProgress()
  const sheets = eventsOf((await nobody.get(await make(head))).body).filter(({ uid }) => uid.startsWith('sheet'))
  expect(sheets.length).toBeGreaterThan(0)
  for (const { startDate, endDate } of sheets) expect(endDate.compare(startDate)).toBeGreaterThan(0)
  expect(sheets.some(({ startDate }) => startDate.toString() > '2026-11-20')).toBe(true)
})

test('a restricted task leaves by no calendar and no letter but with its number', async () => {
  const { inProgress, head, nobody } = await district()
  const { code } = await inProgress({ title: '某专项整治', restricted: true })
  const { body } = await nobody.get(await make(head))
  expect(body).not.toContain('某专项整治')
  expect(body).not.toContain('主体结构封顶')
  expect(summaries(body)).toContain(`节点：…（${code} 限阅任务）`)
})
