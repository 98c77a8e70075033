import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { directiveDistrict as office, PNG, TEXT } from '#test/world.directives.ts'

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
