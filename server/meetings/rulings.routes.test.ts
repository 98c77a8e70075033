import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { standardRules } from '#domain/rules/rules.ts'
import { meetingInSession, plannedMeeting } from '#test/world.meetings.ts'

type Meeting = Awaited<ReturnType<typeof plannedMeeting>>

test('a ruling becomes a task with its lead at once, from this meeting and in its own words', async () => {
  const d = await meetingInSession()
  const id = randomUUID()
  const made = await d.rule({}, id)
  expect(made).toMatchObject({ status: 201, body: { id, number: 1 } })
  const task = await d.read(made.body.taskId)
  expect(task).toMatchObject({
    state: 'assigned',
    leadUnit: { id: d.units.other },
    source: { type: 'meeting', title: '2026年第一次联席会议', quote: d.draft().sentence },
    originalDueOn: '2026-12-18',
  })
  const listed = await d.otherHead.get(d.at('/rulings'))
  expect(listed.body.items).toMatchObject([{ number: 1, standing: 'ruled', task: { id: made.body.taskId } }])
})

test('rulings are made in session only, and an id that one meeting has is no other’s', async () => {
  const d = await plannedMeeting()
  expect(await d.rule()).toMatchObject({ status: 409, body: { code: 'session_closed' } })
  await d.open()
  const id = randomUUID()
  expect(await d.rule({}, id)).toMatchObject({ status: 201 })
  const other = await d.office.post('/api/meetings', { heldOn: '2026-11-20', chairId: d.principal.id })
  const body = { id, draft: d.draft(), readBack: true }
  expect(await d.office.post(`/api/meetings/${other.body.id}/rulings`, body)).toMatchObject({ status: 404 })
})

test('in charge of what was ruled is whose portfolio the lead unit is in, else whoever ruled', async () => {
  const d = await meetingInSession()
  const sysAdmin = await d.person('系统管理员', 'sysAdmin')
  const leaderOf = async () => (await d.read((await d.rule()).body.taskId)).leader.id
  expect(await leaderOf()).toBe(d.principal.id)
  const portfolio = { unitIds: [d.units.other], pillarIds: [] }
  expect(await sysAdmin.put(`/api/people/${d.leader.id}/portfolio`, portfolio)).toMatchObject({ status: 200 })
  expect(await leaderOf()).toBe(d.leader.id)
})

test.each(['task', 'directive'])(
  'a unit that is closed cannot be given what becomes a %s, and is told in a sentence',
  async (becomes) => {
    const d = await meetingInSession()
    const refused = { status: 422, body: { code: 'ruling_unit_unknown', message: expect.stringContaining('另选单位') } }
    const support = { unitId: randomUUID(), deliverable: '', dueOn: null }
    expect(await d.rule({ becomes, leadUnitId: randomUUID() })).toMatchObject(refused)
    expect(await d.rule({ becomes, supports: [support] })).toMatchObject(refused)
    expect((await d.office.get(d.at('/rulings'))).body.items).toEqual([])
  },
)

test('a ruling without its sentence, lead or date, or without the chair’s word, is not saved', async () => {
  const d = await meetingInSession()
  const make = (draft: object, readBack = true) =>
    d.office.post(d.at('/rulings'), { id: randomUUID(), draft, readBack })
  for (const [field, word] of [
    ['sentence', '一句话'],
    ['leadUnitId', '牵头单位'],
    ['dueOn', '时限'],
  ] as const) {
    const { [field]: _, ...draft } = d.draft()
    const refused = await make(draft)
    expect(refused).toMatchObject({ status: 422, body: { code: 'ruling_incomplete' } })
    expect(refused.body.message).toContain(word)
  }
  expect(await make(d.draft(), false)).toMatchObject({ status: 422, body: { code: 'ruling_unconfirmed' } })
  expect((await d.office.get(d.at('/rulings'))).body.items).toEqual([])
})

test('an answer that is lost and a request that is sent again make one ruling and one event', async () => {
  const d = await meetingInSession()
  const body = { id: randomUUID(), draft: d.draft(), readBack: true }
  const first = await d.office.post(d.at('/rulings'), body)
  const again = await d.office.post(d.at('/rulings'), body)
  expect(again.body).toEqual(first.body)
  const events = [
    { key: randomUUID(), deed: { kind: 'itemCalled', itemKey: `unit:${d.units.lead}` } },
    { key: randomUUID(), deed: { kind: 'noted', itemKey: null, words: '书记强调要盯住时限' } },
  ]
  await d.office.post(d.at('/events'), { events: events.slice(0, 1) })
  const sent = await d.office.post(d.at('/events'), { events })
  expect(sent.body.items.map(({ key }: { key: string }) => key)).toEqual(events.map(({ key }) => key))
  const kinds = async (who: Meeting['office']) =>
    (await who.get(d.at('/events'))).body.items.map(({ kind, seq }: { kind: string; seq: number }) => [seq, kind])
  expect(await kinds(d.office)).toEqual([
    [1, 'rulingMade'],
    [2, 'itemCalled'],
    [3, 'noted'],
  ])
  // A note is the recorder's own.
  expect(await kinds(d.otherHead)).toEqual([
    [1, 'rulingMade'],
    [2, 'itemCalled'],
  ])
  const tasks = await d.db.selectFrom('task').select('id').where('organizationId', '=', d.organizationId).execute()
  expect(tasks).toHaveLength(1)
})

test('a leader confirms by own hand the very words that are saved; changed words are confirmed anew', async () => {
  const d = await meetingInSession()
  const id = randomUUID()
  const say = (who: Meeting['office'], deed: object) =>
    who.post(d.at('/events'), { events: [{ key: randomUUID(), deed }] })
  const draft = d.draft()
  await say(d.office, { kind: 'rulingDrafted', rulingId: id, itemKey: null, draft })
  expect(await say(d.head, { kind: 'rulingConfirmed', rulingId: id, draft })).toMatchObject({ status: 403 })
  expect(await say(d.principal, { kind: 'rulingConfirmed', rulingId: id, draft })).toMatchObject({ status: 200 })
  const changed = d.draft({ dueOn: '2026-12-25' })
  const refused = await d.office.post(d.at('/rulings'), { id, draft: changed })
  expect(refused.body.code).toBe('ruling_unconfirmed')
  expect(await d.office.post(d.at('/rulings'), { id, draft })).toMatchObject({ status: 201 })
  const { items } = (await d.office.get(d.at('/rulings'))).body
  expect(items).toMatchObject([{ confirmedBy: { name: '沈书记' }, readBack: false }])
})

test('a ruling answers a difficulty wherever it stands, and the difficulty moves on', async () => {
  const d = await plannedMeeting()
  const task = await d.inProgress()
  const raised = await d.head.post(`/api/tasks/${task.id}/difficulties`, {
    kind: 'blockage',
    cause: 'approval',
    title: '占道施工许可未办结',
    ask: '请十一月底前办结许可',
    counterpartId: d.units.other,
    wantedOn: '2026-11-30',
    consequence: '设备不能进场',
    tried: '已协商两次',
  })
  expect(raised.status).toBe(201)
  for (const step of ['/collecting', '/freeze', '/session'])
    expect(await d.office.post(d.at(step))).toMatchObject({ status: 200 })
  const brief = await d.office.get(d.at('/brief'))
  expect(brief.body.cards[0].difficulties).toMatchObject([{ title: '占道施工许可未办结' }])
  const draft = d.draft({ becomes: 'difficultyAnswer', difficultyId: raised.body.id })
  const byRaiser = { ...draft, leadUnitId: d.units.lead }
  expect(await d.rule(byRaiser)).toMatchObject({
    status: 422,
    body: { code: 'ruling_lead_raised' },
  })
  const made = await d.rule(draft)
  expect(made).toMatchObject({ status: 201 })
  const page = await d.head.get(`/api/difficulties/${raised.body.id}`)
  expect(page.body).toMatchObject({
    state: 'ruled',
    ruling: { words: d.draft().sentence, unit: { id: d.units.other } },
  })
  expect(page.body.story.at(-1)).toMatchObject({ kind: 'ruled', by: { name: '沈书记' } })
})

test('a ruling about nothing that is there is refused; a unit that is named twice supports once', async () => {
  const d = await meetingInSession()
  const rule = (changes: object) => d.rule(changes)
  expect(await rule({ taskId: randomUUID() })).toMatchObject({ status: 404, body: { code: 'not_found' } })
  expect(await rule({ difficultyId: randomUUID() })).toMatchObject({ status: 404, body: { code: 'not_found' } })
  expect(await rule({ supports: [{ unitId: d.units.lead }, { unitId: d.units.lead }] })).toMatchObject({ status: 201 })
})

test('what a ruling answers of a restricted task is named to nobody who may not see it', async () => {
  const d = await plannedMeeting()
  const task = await d.inProgress({ restricted: true })
  const { body: difficulty } = await d.head.post(`/api/tasks/${task.id}/difficulties`, {
    kind: 'blockage',
    cause: 'funds',
    title: '涉密标题',
    ask: '请安排资金',
    counterpartId: null,
    wantedOn: '2026-11-30',
    consequence: '不能开工',
    tried: '已报两次',
  })
  for (const step of ['/collecting', '/freeze', '/session']) await d.office.post(d.at(step))
  const leadUnitId = await d.unit('财政局')
  const draft = d.draft({ becomes: 'difficultyAnswer', difficultyId: difficulty.id, leadUnitId })
  expect(await d.rule(draft)).toMatchObject({ status: 201 })
  const seenBy = async (who: Meeting['office']) => (await who.get(d.at('/rulings'))).body.items[0].difficulty
  expect([await seenBy(d.office), await seenBy(d.head)]).toMatchObject([{ title: '涉密标题' }, { title: '涉密标题' }])
  expect(await seenBy(d.otherHead)).toBeNull()
  for (const step of ['/adjournment', '/circulation']) await d.office.post(d.at(step))
  const { status, body } = await d.otherHead.get(d.at('/minutes'))
  expect([status, JSON.stringify(body).includes('涉密标题')]).toEqual([200, false])
})

test('what a ruling about a restricted task becomes is as restricted: a leader not concerned sees neither', async () => {
  const d = await meetingInSession()
  const stranger = await d.person('贺兰', 'leaderInCharge')
  const subject = await d.inProgress({ restricted: true })
  for (const becomes of ['task', 'directive']) {
    const draft = d.draft({ becomes, taskId: subject.id, leadUnitId: d.units.other, supports: [] })
    const made = await d.rule(draft)
    const path = `/api/tasks/${made.body.taskId}`
    expect([made.status, (await d.otherHead.get(path)).status, (await stranger.get(path)).status]).toEqual([
      201, 200, 404,
    ])
  }
  expect((await stranger.get('/api/directives')).body.items).toEqual([])
})

test('a ruling becomes a directive of whoever ruled, with its lead at once', async () => {
  const d = await meetingInSession()
  const draft = d.draft({ becomes: 'directive' })
  const made = await d.rule(draft)
  expect(made).toMatchObject({ status: 201 })
  const task = await d.read(made.body.taskId)
  expect(task).toMatchObject({ state: 'assigned', source: { type: 'directive' }, leadUnit: { id: d.units.other } })
  const { items } = (await d.office.get('/api/directives')).body
  expect(items).toMatchObject([{ text: d.draft().sentence, dueOn: '2026-12-18' }])
})

test('a ruling moves a task’s date, which counts as granted; the original stays', async () => {
  const d = await meetingInSession()
  const task = await d.inProgress()
  const rules = { version: 0, effectiveOn: '2026-11-20', rules: standardRules('wide') }
  expect(await d.office.put('/api/supervision-rules', rules)).toMatchObject({ status: 200 })
  const draft = d.draft({ becomes: 'dateChange', taskId: task.id, leadUnitId: d.units.lead, dueOn: '2026-12-31' })
  expect(await d.rule(draft)).toMatchObject({ status: 201 })
  const after = await d.read(task.id)
  expect(after).toMatchObject({ originalDueOn: '2026-12-25', currentDueOn: '2026-12-31' })
  expect(after.milestones.at(-1)).toMatchObject({ originalDueOn: '2026-12-25', currentDueOn: '2026-12-31' })
  const requests = await d.office.get(`/api/tasks/${task.id}/requests`)
  expect(requests.body.items).toMatchObject([{ state: 'approved', decision: { by: { name: '沈书记' } } }])
  const kept = d.db.selectFrom('taskRequest').select('rulesVersion').where('organizationId', '=', d.organizationId)
  expect(await kept.execute()).toEqual([{ rulesVersion: 'S1' }])
})

test('a date that was ruled changes the light at once, and stands in the task’s journal as a granted request', async () => {
  const d = await meetingInSession()
  const task = await d.inProgress({ milestones: [{ title: '封顶', dueOn: '2026-11-19' }], dueOn: '2026-11-19' })
  const lightOf = async () => (await d.office.get('/api/tasks')).body.items.map(({ light }: { light: string }) => light)
  expect(await lightOf()).toEqual(['red'])
  const changes = { becomes: 'dateChange', taskId: task.id, leadUnitId: d.units.lead, dueOn: '2026-12-31' }
  expect(await d.rule(changes)).toMatchObject({ status: 201 })
  expect(await lightOf()).not.toEqual(['red'])
  const kept = d.db.selectFrom('journalEntry').select('action').where('organizationId', '=', d.organizationId)
  const entries = await kept.where('subjectId', '=', task.id).execute()
  expect(entries.map(({ action }) => action)).toContain('task.extensionApproved')
})
