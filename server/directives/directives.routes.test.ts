import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { COMPLETION_CHECKS } from '#domain/tasks/inLife.ts'
import { district, type Somebody } from '#test/world.tasks.ts'

const TEXT = '  请科工信局牵头，三日内查清停工原因，\n拿出复工时间表报我。 '
const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('....IHDR........IEND....'),
])

/** A district where 沈书记 writes directives: `register()` gives one that the unit has. */
async function office(at?: Date) {
  const w = await district(at ? { at } : {})
  const third = await w.unit('财政局')
  const thirdHead = await w.person('陶然', 'unitHead', third)
  const deputy = await w.person('陈副区长', 'leaderInCharge')
  const written = (changes: object = {}) => ({
    writerId: w.principal.id,
    writtenOn: '2026-11-19',
    text: TEXT,
    paperTitle: '关于重点项目进展的报告',
    paperNumber: '清发改〔2026〕41号',
    urgency: 'urgent',
    ...changes,
  })
  const assignment = (changes: object = {}) => ({
    leadUnitIds: [w.units.lead],
    supports: [{ unitId: third, deliverable: '资金拨付情况' }],
    leaderId: w.leader.id,
    pillarId: w.pillars.industry.id,
    ...changes,
  })
  const needed = ({ status, body }: { status: number; body: any }) => {
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  const register = async (changes: object = {}) =>
    needed(await w.office.post('/api/directives', written({ assignment: assignment({ supports: [] }), ...changes })))
  const read = async (who: Somebody, id: string) => needed(await who.get(`/api/directives/${id}`))
  const listed = async (who: Somebody, query = 'show=all') => needed(await who.get(`/api/directives?${query}`))
  const acknowledge = async (taskId: string) =>
    needed(await w.head.post(`/api/tasks/${taskId}/acknowledgement`, { assigneeId: w.assignee.id }))
  const answer = async (id: string, taskId: string) =>
    needed(
      await w.head.post(`/api/directives/${id}/answers`, { taskId, done: '已到现场查明。', result: '12月1日复工。' }),
    )
  const accept = async (taskId: string) =>
    needed(await w.office.post(`/api/tasks/${taskId}/completion-acceptance`, { checks: COMPLETION_CHECKS }))
  /** Registered, worked on, answered and accepted: it lies before the leader. */
  const beforeLeader = async () => {
    const made = await register()
    const [taskId] = made.taskIds
    await acknowledge(taskId)
    await answer(made.id, taskId)
    await accept(taskId)
    return { id: made.id, taskId }
  }
  return {
    ...w,
    third,
    thirdHead,
    deputy,
    written,
    assignment,
    register,
    read,
    listed,
    acknowledge,
    answer,
    accept,
    beforeLeader,
  }
}

describe('a directive that the office registers', () => {
  test('has its number, the words as they were written, its limit, and an assigned task for each lead unit', async () => {
    const w = await office()
    const made = await w.register({ assignment: w.assignment({ leadUnitIds: [w.units.lead, w.units.other] }) })
    expect(made).toMatchObject({ year: 2026, number: 1 })
    expect(made.taskIds).toHaveLength(2)
    const page = await w.read(w.office, made.id)
    expect(page).toMatchObject({
      text: TEXT,
      state: 'inHand',
      dueOn: '2026-11-25',
      limitBy: 'urgency',
      workdaysLeft: 3,
    })
    const task = await w.read(w.office, made.id).then(() => w.office.get(`/api/tasks/${made.taskIds[0]}`))
    expect(task.body).toMatchObject({
      state: 'assigned',
      title: '请科工信局牵头，三日内查清停工原因，',
      originalDueOn: '2026-11-25',
      source: { type: 'directive', quote: TEXT, number: '2026年批示第1号' },
      directive: { id: made.id, number: 1 },
    })
    expect((await w.register()).number).toBe(2)
  })

  test('is registered once, however often the request comes, and a refused one leaves nothing and no number', async () => {
    const w = await office()
    const body = w.written({ assignment: w.assignment() })
    const key = { 'idempotency-key': randomUUID() }
    const [one, two] = [
      await w.office.post('/api/directives', body, key),
      await w.office.post('/api/directives', body, key),
    ]
    expect(two.body).toEqual(one.body)
    const wrong = await w.office.post(
      '/api/directives',
      w.written({ assignment: w.assignment({ leadUnitIds: [w.units.other, randomUUID()] }) }),
    )
    expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
    expect(wrong.body.fields.map(({ at }: { at: string }) => at)).toEqual(['assignment/leadUnitIds/1'])
    expect(wrong.body.message).toContain('牵头单位：没有这一项')
    expect((await w.listed(w.office)).counts.all).toBe(1)
    expect((await w.register()).number).toBe(2)
  })

  test.each<[string, object, string]>([
    ['written tomorrow', { writtenOn: '2026-11-21' }, 'directive_written_ahead'],
    ['with a day that is past', { dueOn: '2026-11-19' }, 'directive_day_past'],
    ['without a word', { text: ' \n ' }, 'directive_words_missing'],
  ])('is refused %s', async (_, changes, code) => {
    const w = await office()
    expect((await w.office.post('/api/directives', w.written(changes))).body.code).toBe(code)
  })

  test('is refused for a writer who is no leader', async () => {
    const w = await office()
    const answer = await w.office.post('/api/directives', w.written({ writerId: w.head.id }))
    expect(answer.body.code).toBe('directive_writer_no_leader')
  })

  test('counts its limit by the working calendar from the day the unit gets it', async () => {
    const w = await office()
    const made = (await w.office.post('/api/directives', w.written())).body
    expect(await w.read(w.office, made.id)).toMatchObject({ state: 'received', dueOn: '2026-11-25' })
    w.clock.now = new Date('2026-11-24T09:00:00+08:00')
    const { taskIds } = (await w.office.post(`/api/directives/${made.id}/assignment`, w.assignment())).body
    expect((await w.office.get(`/api/tasks/${taskIds[0]}`)).body.originalDueOn).toBe('2026-11-27')
    expect(await w.read(w.office, made.id)).toMatchObject({ dueOn: '2026-11-25', currentDueOn: '2026-11-27' })
    const again = await w.office.post(`/api/directives/${made.id}/assignment`, w.assignment())
    expect(again.body.code).toBe('directive_unit_has_it')
  })
})

describe('a leader', () => {
  test('writes a directive of their own, which the office is told of and hands on', async () => {
    const w = await office()
    const own = w.written({ writerId: w.deputy.id, writtenOn: '2026-11-20' })
    const made = (await w.deputy.post('/api/directives', own)).body
    expect((await w.deputy.post('/api/directives', w.written())).body.code).toBe('directive_own_only')
    const units = w.written({ writerId: w.deputy.id, assignment: w.assignment() })
    expect((await w.deputy.post('/api/directives', units)).body.code).toBe('directive_units_by_office')
    const { items } = (await w.officer.get('/api/my-day')).body
    expect(items).toMatchObject([
      { kind: 'assignDirective', subject: { type: 'directive', id: made.id }, from: '陈副区长' },
    ])
    expect((await w.officer.get('/api/messages')).body.items).toMatchObject([{ kind: 'directiveReceived' }])
  })
})

describe('an answer', () => {
  test('goes with the request for completion, is accepted with its milestone, and lies before who wrote it', async () => {
    const w = await office()
    const made = await w.register()
    const [taskId] = made.taskIds
    await w.acknowledge(taskId)
    const plain = await w.head.post(`/api/tasks/${taskId}/completion-request`, { note: '办好了' })
    expect(plain.body.code).toBe('directive_answers_apart')
    expect((await w.head.get('/api/my-day')).body.items).toMatchObject([
      { kind: 'answerDirective', dueOn: '2026-11-25' },
    ])
    const empty = await w.head.post(`/api/directives/${made.id}/answers`, { taskId, done: ' ', result: '好' })
    expect(empty.body.code).toBe('directive_words_missing')
    await w.answer(made.id, taskId)
    expect((await w.office.get(`/api/tasks/${taskId}`)).body.milestones).toMatchObject([
      { state: 'submitted', submittedOn: '2026-11-20' },
    ])
    await w.accept(taskId)
    expect((await w.office.get(`/api/tasks/${taskId}`)).body.milestones).toMatchObject([
      { state: 'accepted', doneOn: '2026-11-20' },
    ])
    const { items } = (await w.principal.get('/api/my-day')).body
    expect(items).toMatchObject([{ kind: 'signOff', subject: { type: 'directive', id: made.id } }])
    const told = (await w.principal.get('/api/messages')).body.items.map(({ kind }: { kind: string }) => kind)
    expect(told).toContain('signOffAsked')
    expect((await w.leader.get('/api/my-day')).body.items).toEqual([])
    expect(await w.read(w.principal, made.id)).toMatchObject({
      state: 'toLeader',
      tasks: [{ answers: [{ done: '已到现场查明。', result: '12月1日复工。' }], may: { agree: true, instruct: true } }],
    })
  })

  test('that the office returns opens its milestone again, and is given anew', async () => {
    const w = await office()
    const made = await w.register()
    const [taskId] = made.taskIds
    await w.acknowledge(taskId)
    await w.answer(made.id, taskId)
    await w.office.post(`/api/tasks/${taskId}/completion-return`, { reason: '没有写明复工日期' })
    expect((await w.office.get(`/api/tasks/${taskId}`)).body.milestones).toMatchObject([{ state: 'pending' }])
    w.clock.now = new Date('2026-11-23T09:00:00+08:00')
    await w.answer(made.id, taskId)
    expect((await w.read(w.office, made.id)).tasks[0].answers).toHaveLength(2)
    expect((await w.office.get(`/api/tasks/${taskId}`)).body.milestones).toMatchObject([{ submittedOn: '2026-11-23' }])
  })

  test('is the head’s to give, and nobody’s of another unit', async () => {
    const w = await office()
    const made = await w.register()
    const [taskId] = made.taskIds
    await w.acknowledge(taskId)
    const body = { taskId, done: '已办', result: '已成' }
    expect((await w.liaison.post(`/api/directives/${made.id}/answers`, body)).status).toBe(403)
    expect((await w.otherHead.post(`/api/directives/${made.id}/answers`, body)).status).toBe(404)
  })
})

describe('the leader who wrote it', () => {
  test('agrees, and it is closed; nobody else agrees in their stead', async () => {
    const w = await office()
    const { id, taskId } = await w.beforeLeader()
    expect((await w.leader.post(`/api/tasks/${taskId}/sign-off`)).body.code).toBe('directive_writer_signs')
    expect((await w.principal.post(`/api/tasks/${taskId}/sign-off`, { note: '同意' })).status).toBe(200)
    expect(await w.read(w.head, id)).toMatchObject({ state: 'closed', closedOn: '2026-11-20', workdaysLeft: null })
    expect((await w.listed(w.office)).counts).toEqual({
      open: 0,
      toAssign: 0,
      toAnswer: 0,
      toLeader: 0,
      overdue: 0,
      closed: 1,
      all: 1,
    })
  })

  test('writes further: the task is taken up again under a child with its own words and limit', async () => {
    const w = await office()
    const { id, taskId } = await w.beforeLeader()
    const plain = await w.principal.post(`/api/tasks/${taskId}/further-instruction`, {
      instruction: '再办',
      day: '2026-12-01',
    })
    expect(plain.body.code).toBe('directive_answers_apart')
    const further = { taskId, text: '请同步解决农民工工资。', urgency: 'pressing' }
    const made = await w.principal.post(`/api/directives/${id}/further-instructions`, further)
    expect(made).toMatchObject({ status: 201, body: { number: 2 } })
    const child = made.body.id
    expect(await w.read(w.head, child)).toMatchObject({
      state: 'inHand',
      dueOn: '2026-11-27',
      currentDueOn: '2026-11-27',
      parent: { id },
      text: '请同步解决农民工工资。',
      chain: [
        { id, state: 'continued' },
        { id: child, parentId: id, state: 'inHand' },
      ],
    })
    expect((await w.office.get(`/api/tasks/${taskId}`)).body).toMatchObject({
      state: 'inProgress',
      originalDueOn: '2026-11-25',
      redo: { dueOn: '2026-11-27', reason: '请同步解决农民工工资。' },
      directive: { id: child },
    })
    const late = await w.head.post(`/api/directives/${id}/answers`, { taskId, done: '已办', result: '已成' })
    expect(late.body.code).toBe('directive_went_on')
    await w.answer(child, taskId)
    await w.accept(taskId)
    expect((await w.read(w.principal, id)).state).toBe('continued')
    expect((await w.principal.post(`/api/tasks/${taskId}/sign-off`)).status).toBe(200)
    expect((await w.read(w.principal, child)).chain.map(({ state }: { state: string }) => state)).toEqual([
      'closed',
      'closed',
    ])
    expect((await w.principal.post(`/api/tasks/${taskId}/sign-off`)).body.code).toBe('task_wrong_state')
  })
})

describe('pages', () => {
  const upload = (who: Somebody, bytes: Buffer, name = '批示.png') =>
    who.upload(`/api/directive-pages?name=${encodeURIComponent(name)}`, bytes)

  test('are kept as they came, in their order, and given to those who may see the directive', async () => {
    const w = await office()
    const [one, two] = [await upload(w.office, PNG), await upload(w.office, Buffer.from('%PDF-1.4\n%%EOF'), '附件.bin')]
    expect(two.body).toMatchObject({ mediaType: 'application/pdf', size: 14 })
    const made = await w.register({ pageIds: [two.body.id, one.body.id] })
    const page = await w.read(w.head, made.id)
    expect(page.pages).toMatchObject([
      { position: 1, name: '附件.bin' },
      { position: 2, mediaType: 'image/png' },
    ])
    const file = await w.head.get(`/api/directives/${made.id}/pages/2`)
    expect(file.headers['content-type']).toBe('image/png')
    expect(Buffer.compare(file.bytes, PNG)).toBe(0)
    expect((await w.otherHead.get(`/api/directives/${made.id}/pages/2`)).status).toBe(404)
    expect((await w.head.get(`/api/directives/${made.id}/pages/3`)).status).toBe(404)
  })

  test.each<[string, Buffer, number, string]>([
    ['a web page that calls itself a picture', Buffer.from('<html></html>'), 422, 'page_kind_unknown'],
    ['a picture that was cut off', PNG.subarray(0, 14), 422, 'page_cut_off'],
    ['nothing', Buffer.alloc(0), 422, 'page_empty'],
    ['more than a page holds', Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]), 413, 'page_too_large'],
  ])('are refused where it is %s', async (_, bytes, status, code) => {
    const w = await office()
    expect(await upload(w.office, bytes)).toMatchObject({ status, body: { code } })
  })

  test('belong to one directive, and are put in by who uploaded them; there are twenty at most', async () => {
    const w = await office()
    const { id } = (await upload(w.office, PNG)).body
    expect((await w.officer.post('/api/directives', w.written({ pageIds: [id] }))).body.code).toBe('page_unknown')
    const made = await w.register({ pageIds: [id] })
    expect((await w.office.post('/api/directives', w.written({ pageIds: [id] }))).body.code).toBe('page_unknown')
    const more: string[] = []
    for (let count = 0; count < 20; count += 1) more.push((await upload(w.office, PNG)).body.id)
    const add = (pageIds: string[]) => w.office.post(`/api/directives/${made.id}/pages`, { pageIds })
    expect((await add(more)).body.code).toBe('pages_too_many')
    expect((await add(more.slice(1))).body).toEqual({ pageCount: 20 })
    expect((await w.head.post(`/api/directives/${made.id}/pages`, { pageIds: more })).status).toBe(403)
  })
})

describe('who sees it', () => {
  test('the office, who wrote it, the leader in charge and the units concerned; for others it is not there', async () => {
    const w = await office()
    const { id } = await w.register({ assignment: w.assignment(), restricted: true })
    const seen = [w.office, w.officer, w.principal, w.leader, w.head, w.liaison, w.thirdHead]
    for (const who of seen) expect((await w.listed(who)).items.map((one: { id: string }) => one.id)).toEqual([id])
    for (const who of [w.deputy, w.otherHead]) {
      expect((await w.listed(who)).items).toEqual([])
      expect((await who.get(`/api/directives/${id}`)).status).toBe(404)
    }
  })

  test('a deputy sees their own, restricted or not, with its task, though another is in charge', async () => {
    const w = await office()
    const made = await w.register({ writerId: w.deputy.id, restricted: true })
    expect((await w.read(w.deputy, made.id)).tasks).toHaveLength(1)
    expect((await w.deputy.get(`/api/tasks/${made.taskIds[0]}`)).status).toBe(200)
  })
})

describe('the list', () => {
  test('is narrowed by what is shown, leader and urgency, page by page, and comes as a workbook', async () => {
    const w = await office()
    await w.register({ urgency: 'extraUrgent' })
    await w.register({ urgency: 'complex', writerId: w.deputy.id })
    await w.beforeLeader()
    w.clock.now = new Date('2026-11-24T09:00:00+08:00')
    const numbers = async (query: string) =>
      (await w.listed(w.office, query)).items.map(({ number }: { number: number }) => number)
    expect(await numbers('show=open')).toEqual([3, 2, 1])
    expect(await numbers('show=overdue')).toEqual([1])
    expect(await numbers('show=toLeader')).toEqual([3])
    expect(await numbers(`show=all&writerId=${w.deputy.id}`)).toEqual([2])
    expect(await numbers('show=all&urgency=urgent')).toEqual([3])
    const first = await w.listed(w.office, 'show=all&limit=2')
    expect(await numbers(`show=all&limit=2&after=${encodeURIComponent(first.next)}`)).toEqual([1])
    expect(first.writers.map(({ name }: { name: string }) => name).sort()).toEqual(['沈书记', '陈副区长'].sort())
    const file = await w.office.get('/api/directive-export?show=all')
    expect(file.headers['content-type']).toContain('spreadsheetml')
    expect(file.bytes.subarray(0, 2).toString()).toBe('PK')
  })
})

describe('a mistaken registration', () => {
  test('is taken back with a reason before a unit has it, and its number stays taken', async () => {
    const w = await office()
    const made = (await w.office.post('/api/directives', w.written())).body
    expect((await w.office.post(`/api/directives/${made.id}/withdrawal`, { reason: ' ' })).body.code).toBe(
      'directive_words_missing',
    )
    expect((await w.office.post(`/api/directives/${made.id}/withdrawal`, { reason: '重复登记' })).body.state).toBe(
      'withdrawn',
    )
    expect(await w.read(w.office, made.id)).toMatchObject({ state: 'withdrawn', withdrawal: { reason: '重复登记' } })
    expect((await w.office.post(`/api/directives/${made.id}/assignment`, w.assignment())).body.code).toBe(
      'directive_ended',
    )
    const next = await w.register()
    expect(next.number).toBe(2)
    expect((await w.office.post(`/api/directives/${next.id}/withdrawal`, { reason: '误登' })).body.code).toBe(
      'directive_with_unit',
    )
  })

  test('every change leaves an entry with its author, and the page tells what happened', async () => {
    const w = await office()
    const { id: pageId } = (await w.office.upload('/api/directive-pages?name=a.png', PNG)).body
    const { id, taskId } = await w.beforeLeader()
    await w.office.post(`/api/directives/${id}/pages`, { pageIds: [pageId] })
    await w.principal.post(`/api/directives/${id}/further-instructions`, {
      taskId,
      text: '再核实。',
      urgency: 'urgent',
    })
    const mistaken = (await w.office.post('/api/directives', w.written())).body
    await w.office.post(`/api/directives/${mistaken.id}/withdrawal`, { reason: '重复登记' })
    const entries = await w.db
      .selectFrom('journalEntry')
      .select(['action', 'personName'])
      .where('organizationId', '=', w.organizationId)
      .orderBy('seq')
      .execute()
    const own = entries.filter(({ action }) => action.startsWith('directive.'))
    expect(own.map(({ action, personName }) => `${personName} ${action}`)).toEqual([
      '林晓岚 directive.pageUploaded',
      '林晓岚 directive.registered',
      '林晓岚 directive.assigned',
      '梁志恒 directive.answered',
      '林晓岚 directive.pagesAdded',
      '沈书记 directive.registered',
      '沈书记 directive.continued',
      '林晓岚 directive.registered',
      '林晓岚 directive.withdrawn',
    ])
    const told = (await w.read(w.head, id)).events.map(({ action }: { action: string }) => action)
    expect(told).toEqual([
      'task.instructed',
      'directive.pagesAdded',
      'task.accepted',
      'directive.answered',
      'task.acknowledged',
      'directive.assigned',
      'task.assigned',
      'directive.registered',
    ])
  })

  test('what was written is never changed in the database', async () => {
    const w = await office()
    await w.register()
    await expect(w.db.updateTable('directive').set({ text: '改过' }).execute()).rejects.toThrow(/append-only/)
    await expect(w.db.deleteFrom('directive').execute()).rejects.toThrow(/append-only/)
  })
})
