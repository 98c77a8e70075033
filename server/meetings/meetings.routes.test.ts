import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { standardRules } from '#domain/rules/rules.ts'
import { district } from '#test/world.tasks.ts'

type District = Awaited<ReturnType<typeof district>>

/** A district with a meeting planned for today, chaired by the principal leader. */
async function planned() {
  const d = await district()
  const made = await d.office.post('/api/meetings', {
    heldOn: '2026-11-20',
    place: '第一会议室',
    chairId: d.principal.id,
    participants: [
      { part: 'member', unitId: d.units.lead },
      { part: 'member', unitId: d.units.other },
    ],
  })
  expect(made).toMatchObject({ status: 201, body: { year: 2026, number: 1 } })
  const meetingId = String(made.body.id)
  const at = (path: string) => `/api/meetings/${meetingId}${path}`
  return { ...d, meetingId, at }
}

/** The same, in session. */
async function inSession() {
  const d = await planned()
  for (const step of ['/collecting', '/freeze', '/session'])
    expect(await d.office.post(d.at(step))).toMatchObject({ status: 200 })
  return d
}

const draftOf = (d: District, changes: object = {}) => ({
  sentence: '由教育局牵头，年底前补齐学位缺口',
  leadUnitId: d.units.other,
  dueOn: '2026-12-18',
  supports: [{ unitId: d.units.lead, deliverable: '提供用地红线图' }],
  ...changes,
})

test('a ruling becomes a task with its lead at once, from this meeting and in its own words', async () => {
  const d = await inSession()
  const id = randomUUID()
  const made = await d.office.post(d.at('/rulings'), { id, draft: draftOf(d), readBack: true })
  expect(made).toMatchObject({ status: 201, body: { id, number: 1 } })
  const task = await d.read(made.body.taskId)
  expect(task).toMatchObject({
    state: 'assigned',
    leadUnit: { id: d.units.other },
    source: { type: 'meeting', title: '2026年第一次联席会议', quote: draftOf(d).sentence },
    originalDueOn: '2026-12-18',
  })
  const listed = await d.otherHead.get(d.at('/rulings'))
  expect(listed.body.items).toMatchObject([{ number: 1, standing: 'ruled', task: { id: made.body.taskId } }])
})

test('a ruling without its sentence, lead or date, or without the chair’s word, is not saved', async () => {
  const d = await inSession()
  const make = (draft: object, readBack = true) =>
    d.office.post(d.at('/rulings'), { id: randomUUID(), draft, readBack })
  for (const [field, word] of [
    ['sentence', '一句话'],
    ['leadUnitId', '牵头单位'],
    ['dueOn', '时限'],
  ] as const) {
    const { [field]: _, ...draft } = draftOf(d)
    const refused = await make(draft)
    expect(refused).toMatchObject({ status: 422, body: { code: 'ruling_incomplete' } })
    expect(refused.body.message).toContain(word)
  }
  expect(await make(draftOf(d), false)).toMatchObject({ status: 422, body: { code: 'ruling_unconfirmed' } })
  expect((await d.office.get(d.at('/rulings'))).body.items).toEqual([])
})

test('an answer that is lost and a request that is sent again make one ruling and one event', async () => {
  const d = await inSession()
  const body = { id: randomUUID(), draft: draftOf(d), readBack: true }
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
  const kinds = async (who: District['office']) =>
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
  const d = await inSession()
  const id = randomUUID()
  const say = (who: District['office'], deed: object) =>
    who.post(d.at('/events'), { events: [{ key: randomUUID(), deed }] })
  const draft = draftOf(d)
  await say(d.office, { kind: 'rulingDrafted', rulingId: id, itemKey: null, draft })
  expect(await say(d.head, { kind: 'rulingConfirmed', rulingId: id, draft })).toMatchObject({ status: 403 })
  expect(await say(d.principal, { kind: 'rulingConfirmed', rulingId: id, draft })).toMatchObject({ status: 200 })
  const changed = draftOf(d, { dueOn: '2026-12-25' })
  const refused = await d.office.post(d.at('/rulings'), { id, draft: changed })
  expect(refused.body.code).toBe('ruling_unconfirmed')
  expect(await d.office.post(d.at('/rulings'), { id, draft })).toMatchObject({ status: 201 })
  const { items } = (await d.office.get(d.at('/rulings'))).body
  expect(items).toMatchObject([{ confirmedBy: { name: '沈书记' }, readBack: false }])
})

test('a ruling answers a difficulty wherever it stands, and the difficulty moves on', async () => {
  const d = await planned()
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
  const draft = draftOf(d, { becomes: 'difficultyAnswer', difficultyId: raised.body.id })
  const byRaiser = { ...draft, leadUnitId: d.units.lead }
  expect(await d.office.post(d.at('/rulings'), { id: randomUUID(), draft: byRaiser, readBack: true })).toMatchObject({
    status: 422,
    body: { code: 'ruling_lead_raised' },
  })
  const made = await d.office.post(d.at('/rulings'), { id: randomUUID(), draft, readBack: true })
  expect(made).toMatchObject({ status: 201 })
  const page = await d.head.get(`/api/difficulties/${raised.body.id}`)
  expect(page.body).toMatchObject({
    state: 'ruled',
    ruling: { words: draftOf(d).sentence, unit: { id: d.units.other } },
  })
  expect(page.body.story.at(-1)).toMatchObject({ kind: 'ruled', by: { name: '沈书记' } })
})

test('a ruling about nothing that is there is refused; a unit that is named twice supports once', async () => {
  const d = await inSession()
  const rule = (changes: object) =>
    d.office.post(d.at('/rulings'), { id: randomUUID(), draft: draftOf(d, changes), readBack: true })
  expect(await rule({ taskId: randomUUID() })).toMatchObject({ status: 404, body: { code: 'not_found' } })
  expect(await rule({ difficultyId: randomUUID() })).toMatchObject({ status: 404, body: { code: 'not_found' } })
  expect(await rule({ supports: [{ unitId: d.units.lead }, { unitId: d.units.lead }] })).toMatchObject({ status: 201 })
})

test('what a ruling answers of a restricted task is named to nobody who may not see it', async () => {
  const d = await planned()
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
  const draft = draftOf(d, { becomes: 'difficultyAnswer', difficultyId: difficulty.id, leadUnitId })
  expect(await d.office.post(d.at('/rulings'), { id: randomUUID(), draft, readBack: true })).toMatchObject({
    status: 201,
  })
  const seenBy = async (who: District['office']) => (await who.get(d.at('/rulings'))).body.items[0].difficulty
  expect([await seenBy(d.office), await seenBy(d.head)]).toMatchObject([{ title: '涉密标题' }, { title: '涉密标题' }])
  expect(await seenBy(d.otherHead)).toBeNull()
  for (const step of ['/adjournment', '/circulation']) await d.office.post(d.at(step))
  const { status, body } = await d.otherHead.get(d.at('/minutes'))
  expect([status, JSON.stringify(body).includes('涉密标题')]).toEqual([200, false])
})

test('what a ruling about a restricted task becomes is as restricted: a leader not concerned sees neither', async () => {
  const d = await inSession()
  const stranger = await d.person('贺兰', 'leaderInCharge')
  const subject = await d.inProgress({ restricted: true })
  for (const becomes of ['task', 'directive']) {
    const draft = draftOf(d, { becomes, taskId: subject.id, leadUnitId: d.units.other, supports: [] })
    const made = await d.office.post(d.at('/rulings'), { id: randomUUID(), draft, readBack: true })
    const path = `/api/tasks/${made.body.taskId}`
    expect([made.status, (await d.otherHead.get(path)).status, (await stranger.get(path)).status]).toEqual([
      201, 200, 404,
    ])
  }
  expect((await stranger.get('/api/directives')).body.items).toEqual([])
})

test('a ruling becomes a directive of whoever ruled, with its lead at once', async () => {
  const d = await inSession()
  const draft = draftOf(d, { becomes: 'directive' })
  const made = await d.office.post(d.at('/rulings'), { id: randomUUID(), draft, readBack: true })
  expect(made).toMatchObject({ status: 201 })
  const task = await d.read(made.body.taskId)
  expect(task).toMatchObject({ state: 'assigned', source: { type: 'directive' }, leadUnit: { id: d.units.other } })
  const { items } = (await d.office.get('/api/directives')).body
  expect(items).toMatchObject([{ text: draftOf(d).sentence, dueOn: '2026-12-18' }])
})

test('a ruling moves a task’s date, which counts as granted; the original stays', async () => {
  const d = await inSession()
  const task = await d.inProgress()
  const rules = { version: 0, effectiveOn: '2026-11-20', rules: standardRules('wide') }
  expect(await d.office.put('/api/supervision-rules', rules)).toMatchObject({ status: 200 })
  const draft = draftOf(d, { becomes: 'dateChange', taskId: task.id, leadUnitId: d.units.lead, dueOn: '2026-12-31' })
  expect(await d.office.post(d.at('/rulings'), { id: randomUUID(), draft, readBack: true })).toMatchObject({
    status: 201,
  })
  const after = await d.read(task.id)
  expect(after).toMatchObject({ originalDueOn: '2026-12-25', currentDueOn: '2026-12-31' })
  expect(after.milestones.at(-1)).toMatchObject({ originalDueOn: '2026-12-25', currentDueOn: '2026-12-31' })
  const requests = await d.office.get(`/api/tasks/${task.id}/requests`)
  expect(requests.body.items).toMatchObject([{ state: 'approved', decision: { by: { name: '沈书记' } } }])
  const kept = d.db.selectFrom('taskRequest').select('rulesVersion').where('organizationId', '=', d.organizationId)
  expect(await kept.execute()).toEqual([{ rulesVersion: 'S1' }])
})

test('a unit checks its own page before the freeze, and no other unit’s', async () => {
  const d = await planned()
  expect((await d.head.get(d.at('/brief'))).status).toBe(404)
  await d.office.post(d.at('/collecting'))
  const { body } = await d.head.get(d.at('/brief'))
  expect(body.cards).toMatchObject([{ unit: { id: d.units.lead }, questions: [] }])
  expect(body.frozenAt).toBe(null)
})

test('the figures stand still once frozen, and what came after is shown as such', async () => {
  const d = await planned()
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
  const d = await planned()
  const task = await d.inProgress({
    title: '某专项整治',
    milestones: [{ title: '封顶', dueOn: '2026-11-19', weight: 100 }],
  })
  for (const step of ['/collecting', '/freeze', '/session']) await d.office.post(d.at(step))
  const brief = async (who: District['office']) => (await who.get(d.at('/brief'))).body
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
  const d = await inSession()
  const id = randomUUID()
  await d.office.post(d.at('/rulings'), { id, draft: draftOf(d), readBack: true })
  for (const step of ['/adjournment', '/circulation', '/issue'])
    expect(await d.office.post(d.at(step))).toMatchObject({ status: 200 })
  expect((await d.otherHead.get(d.at('/minutes'))).body).toMatchObject({
    number: '测联纪〔2026〕1号',
    issuedOn: '2026-11-20',
  })
  const next = await d.office.post('/api/meetings', { heldOn: '2026-12-21', chairId: d.principal.id })
  expect(next.body).toMatchObject({ year: 2026, number: 2 })
  const page = await d.office.get(`/api/meetings/${next.body.id}`)
  expect(page.body.agenda[0]).toMatchObject({ key: `ruling:${id}`, section: 'rulings', title: draftOf(d).sentence })
  expect(page.body.last).toMatchObject({ number: 1, rulingCount: 1, doneCount: 0 })
})

test('a unit says with one click that it has no comments; its day asks no more, and the office sees who is silent', async () => {
  const d = await inSession()
  for (const step of ['/adjournment', '/circulation']) await d.office.post(d.at(step))
  const asked = async (who: District['office']) =>
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
  const d = await inSession()
  await d.office.post(d.at('/adjournment'))
  expect(await d.principal.post(d.at('/agreements'))).toMatchObject({ status: 409, body: { code: 'comment_closed' } })
  await d.office.post(d.at('/circulation'))
  await d.head.post(d.at('/agreements'))
  d.clock.now = new Date(d.clock.now.getTime() + 60_000)
  await d.office.post(d.at('/recall'), { reason: '补一项' })
  await d.office.post(d.at('/circulation'))
  expect((await d.head.get(d.at('/minutes'))).body).toMatchObject({ mayAgree: true })
})

test('to whom does not take part a meeting does not exist, nor to units before they are asked for anything', async () => {
  const d = await planned()
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
