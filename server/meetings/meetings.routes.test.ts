import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { meetingInSession, plannedMeeting } from '#test/world.meetings.ts'

type Meeting = Awaited<ReturnType<typeof plannedMeeting>>

test('a unit checks its own page before the freeze, and no other unit’s', async () => {
  const d = await plannedMeeting()
  expect((await d.head.get(d.at('/brief'))).status).toBe(404)
  await d.office.post(d.at('/collecting'))
  const { body } = await d.head.get(d.at('/brief'))
  expect(body.cards).toMatchObject([{ unit: { id: d.units.lead }, questions: [] }])
  expect(body.frozenAt).toBe(null)
})

test('the figures stand still once frozen, and what came after is shown as such', async () => {
  const d = await plannedMeeting()
  const task = await d.inProgress({ milestones: [{ title: '封顶', dueOn: '2026-11-19', weight: 100 }] })
  await d.office.post(d.at('/collecting'))
  await d.office.post(d.at('/freeze'))
  const before = await d.office.get(d.at('/brief'))
  expect(before.body.cards[0]).toMatchObject({ lightCounts: { red: 1 }, tasks: [{ code: task.code, light: 'red' }] })
  expect(before.body.since).toEqual([])
  await d.milestones.acceptAll(task.id)
  await d.principal.post(`/api/tasks/${task.id}/suspension`, { reason: '选址调整' })
  const after = await d.office.get(d.at('/brief'))
  expect([after.body.digest, after.body.cards]).toEqual([before.body.digest, before.body.cards])
  expect(after.body.since).toMatchObject([{ unitId: d.units.lead, changes: [{ kind: 'taskSettled', before: 'red' }] }])
})

test('a task that is restricted after the freeze leaves cards and papers; a line says so, figures and digest stay', async () => {
  const d = await plannedMeeting()
  const task = await d.inProgress({
    title: '某专项整治',
    milestones: [{ title: '封顶', dueOn: '2026-11-19', weight: 100 }],
  })
  for (const step of ['/collecting', '/freeze', '/session']) await d.office.post(d.at(step))
  const brief = async (who: Meeting['office']) => (await who.get(d.at('/brief'))).body
  const before = await brief(d.otherHead)
  expect(before).toMatchObject({ withheld: [], cards: [{ tasks: [{ title: '某专项整治' }] }, {}] })
  const { version } = await d.read(task.id)
  const change = { version, changes: { restricted: true } }
  expect(await d.office.patch(`/api/tasks/${task.id}`, change)).toMatchObject({ status: 200 })
  // The office reads what the room reads: its screen is the room's.
  for (const who of [d.office, d.otherHead]) {
    const after = await brief(who)
    expect(JSON.stringify(after)).not.toContain('某专项整治')
    expect(after).toMatchObject({
      withheld: [{ unitId: d.units.lead, count: 2 }], // the task, and what of it is due next
      digest: before.digest,
      since: [],
      cards: [{ lightCounts: before.cards[0].lightCounts, tasks: [] }, {}],
    })
  }
})

test('the next meeting opens with what was ruled and is still open', async () => {
  const d = await meetingInSession()
  const id = randomUUID()
  await d.office.post(d.at('/rulings'), { id, draft: d.draft(), readBack: true })
  for (const step of ['/adjournment', '/circulation', '/issue'])
    expect(await d.office.post(d.at(step))).toMatchObject({ status: 200 })
  expect((await d.otherHead.get(d.at('/minutes'))).body).toMatchObject({
    number: '测联纪〔2026〕1号',
    issuedOn: '2026-11-20',
  })
  const next = await d.office.post('/api/meetings', { heldOn: '2026-12-21', chairId: d.principal.id })
  expect(next.body).toMatchObject({ year: 2026, number: 2 })
  const page = await d.office.get(`/api/meetings/${next.body.id}`)
  expect(page.body.agenda[0]).toMatchObject({ key: `ruling:${id}`, section: 'rulings', title: d.draft().sentence })
  expect(page.body.last).toMatchObject({ number: 1, rulingCount: 1, doneCount: 0 })
})

test('a unit says with one click that it has no comments; its day asks no more, and the office sees who is silent', async () => {
  const d = await meetingInSession()
  for (const step of ['/adjournment', '/circulation']) await d.office.post(d.at(step))
  const asked = async (who: Meeting['office']) =>
    (await who.get('/api/my-day')).body.items.some(({ kind }: { kind: string }) => kind === 'commentMinutes')
  const answers = async () =>
    (await d.office.get(d.at('/minutes'))).body.answers.map((one: { unit: { id: string }; answer: string }) => [
      one.unit.id,
      one.answer,
    ])
  const silent = [d.units.other, 'silent']
  expect([await asked(d.head), await asked(d.otherHead)]).toEqual([true, true])
  expect((await d.head.get(d.at('/minutes'))).body).toMatchObject({ mayAgree: true, answers: [] })
  for (const _ of ['once', 'twice']) expect(await d.head.post(d.at('/agreements'))).toMatchObject({ status: 201 })
  expect((await d.head.get(d.at('/minutes'))).body).toMatchObject({ mayAgree: false, mayComment: true })
  expect([await asked(d.head), await asked(d.otherHead)]).toEqual([false, true])
  expect(await answers()).toEqual(expect.arrayContaining([[d.units.lead, 'noComments'], silent]))
  await d.head.post(d.at('/comments'), { words: '牵头单位请再核' })
  expect(await answers()).toEqual(expect.arrayContaining([[d.units.lead, 'commented'], silent]))
  const kept = await d.db.selectFrom('minutesAgreement').select('unitId').where('unitId', '=', d.units.lead).execute()
  expect(kept).toHaveLength(1)
  const recorded = d.db.selectFrom('journalEntry').select('after').where('subjectId', '=', d.meetingId)
  expect(await recorded.where('action', '=', 'meeting.agreedTo').execute()).toEqual([
    { after: { unitIds: [d.units.lead] } },
  ])
})

test('circulated again, minutes are asked about again; not circulated, nobody agrees to them', async () => {
  const d = await meetingInSession()
  await d.office.post(d.at('/adjournment'))
  expect(await d.principal.post(d.at('/agreements'))).toMatchObject({ status: 409, body: { code: 'comment_closed' } })
  await d.office.post(d.at('/circulation'))
  await d.head.post(d.at('/agreements'))
  d.clock.now = new Date(d.clock.now.getTime() + 60_000)
  await d.office.post(d.at('/recall'), { reason: '补一项' })
  await d.office.post(d.at('/circulation'))
  expect((await d.head.get(d.at('/minutes'))).body).toMatchObject({ mayAgree: true })
})

test('circulated minutes stand still whoever holds a post later; taken back they are drafted anew', async () => {
  const d = await meetingInSession()
  await d.office.post(d.at('/adjournment'))
  await d.office.post(d.at('/circulation'))
  const minutes = async () => {
    const { people, parts } = (await d.office.get(d.at('/minutes'))).body
    return { people, parts }
  }
  const circulated = await minutes()
  const rename = (name: string) =>
    d.db
      .updateTable('person')
      .set({ name })
      .where('organizationId', '=', d.organizationId)
      .where('id', '=', d.head.id)
      .execute()
  await rename('新任局长')
  expect(await minutes()).toEqual(circulated)
  await d.office.post(d.at('/recall'), { reason: '更正出席名单' })
  expect(JSON.stringify((await minutes()).people)).toContain('新任局长')
  await d.office.post(d.at('/circulation'))
  const again = await minutes()
  await d.office.post(d.at('/issue'))
  await rename('再任局长')
  expect(await minutes()).toEqual(again)
})

test('to whom does not take part a meeting does not exist, nor to units before they are asked for anything', async () => {
  const d = await plannedMeeting()
  const stranger = await d.person('外单位', 'unitHead', await d.unit('气象局'))
  expect((await d.head.get(d.at(''))).status).toBe(404)
  await d.office.post(d.at('/collecting'))
  const { version } = (await d.office.get(d.at(''))).body
  const own = [{ key: `own:${randomUUID()}`, title: '研究干部调整', unitId: null }]
  await d.office.put(d.at('/agenda'), { version, arrangement: { order: [], minutes: {}, titles: {}, own } })
  // The agenda comes to units with the freeze, what the office adds to it too.
  expect((await d.head.get(d.at(''))).body).toMatchObject({ agenda: [], questions: [], steps: [] })
  expect((await stranger.get(d.at(''))).status).toBe(404)
  expect((await stranger.get('/api/meetings')).body.items).toEqual([])
})
