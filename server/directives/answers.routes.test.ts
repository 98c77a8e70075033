import { describe, expect, test } from 'vitest'
import { directiveDistrict as office } from '#test/world.directives.ts'

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
