import { expect, test } from 'vitest'
import type { TaskChanges } from '#domain/tasks/tasks.contract.ts'
import { district } from '#test/world.tasks.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'
const ALL_CHECKS = ['factsClear', 'problemSolved', 'taskDone', 'conclusionRight', 'lawful', 'formRight']

test.each([
  ['dueOn', { dueOn: '0202-06-30' }],
  ['startsOn', { startsOn: '2206-01-01' }],
  ['milestones/0/dueOn', { milestones: [{ title: '开工', dueOn: '0001-01-01' }] }],
  ['supports/0/dueOn', { supports: [{ unitId: NOBODY, dueOn: '9999-12-31' }] }],
])('a year written wrong is refused where it stands: %s', async (at, changes) => {
  const { office, draft } = await district()
  const { status, body } = await office.post('/api/tasks', { ...draft(), ...changes })
  expect({ status, fields: body.fields }).toEqual({
    status: 400,
    fields: [{ at, message: '年份要在 2000 至 2099 之间，请核对。' }],
  })
})

test('every field that can be written is kept as it was written, at once and in a change', async () => {
  const { office, assignee, leader, units, pillars, task } = await district()
  const first: Required<TaskChanges> = {
    pillarId: pillars.industry.id,
    kind: 'indicator',
    title: '新增规模以上工业企业',
    evidence: '统计年报',
    leadUnitId: units.lead,
    leaderId: leader.id,
    assigneeId: null,
    weight: 2,
    source: { type: 'meeting', title: '第一次联席会议', number: '清府阅〔2026〕1号', quote: '新增 12 家' },
    target: { value: 12, measure: '家' },
    startsOn: '2026-11-23',
    dueOn: '2026-12-25',
    restricted: true,
    targetAsWorded: true,
    milestones: [{ title: '入库', dueOn: '2026-12-25', weight: 100 }],
    supports: [{ unitId: units.other, deliverable: '名单', dueOn: '2026-12-01' }],
    trajectory: [{ on: '2026-12-25', share: 100 }],
  }
  const second: Required<TaskChanges> = {
    pillarId: pillars.culture.id,
    kind: 'action',
    title: '开放校园运动场',
    evidence: '现场照片',
    leadUnitId: units.other,
    leaderId: null,
    assigneeId: assignee.id,
    weight: 5,
    source: { type: 'directive', title: '批示', number: '第 8 号', quote: '年内开放' },
    target: null,
    startsOn: '2026-11-24',
    dueOn: '2026-12-30',
    restricted: false,
    targetAsWorded: false,
    milestones: [{ title: '挂牌', dueOn: '2026-12-30', weight: 100 }],
    supports: [{ unitId: units.lead, deliverable: '照明', dueOn: null }],
    trajectory: [
      { on: '2026-12-01', share: 30 },
      { on: '2026-12-30', share: 100 },
    ],
  }
  const { id } = await task(first)
  // What is the same already makes no new version.
  const versionAfter = async (changes: TaskChanges, version: number) =>
    (await office.patch(`/api/tasks/${id}`, { version, changes })).body.version
  expect(await versionAfter(first, 1)).toBe(1)
  expect(await versionAfter(second, 1)).toBe(2)
  expect(await versionAfter(second, 2)).toBe(2)
})

test('a task goes from draft to closed out, and every step is in its journal', async () => {
  const { office, officer, head, task, assignee, milestones, read, journal } = await district()
  const { id, code } = await task()
  expect(code).toBe('26-工-001')
  const step = async (who: typeof office, path: string, body = {}) =>
    (await who.post(`/api/tasks/${id}/${path}`, body)).body.state
  expect(await step(office, 'registration')).toBe('registered')
  expect(await step(office, 'assignment')).toBe('assigned')
  expect(await step(head, 'acknowledgement', { assigneeId: assignee.id })).toBe('inProgress')
  await milestones.acceptAll(id)
  expect(await step(head, 'completion-request', { note: '已投入使用' })).toBe('completionReview')
  expect(await step(office, 'completion-return', { reason: '缺备案表' })).toBe('inProgress')
  expect(await step(head, 'completion-request', { note: '已补备案表' })).toBe('completionReview')
  expect(await step(officer, 'completion-acceptance', { checks: ALL_CHECKS })).toBe('completed')
  expect(await step(office, 'close-out', { verification: '周明 11 月 20 日现场核验' })).toBe('closedOut')
  const page = await read(id)
  expect(page).toMatchObject({ completedOn: '2026-11-20', closedOutOn: '2026-11-20', assignee: { name: '韩磊' } })
  const actions = (await journal()).filter((entry) => entry.subjectId === id).map((entry) => entry.action)
  expect(actions).toEqual([
    'task.created',
    'task.registered',
    'task.assigned',
    'task.acknowledged',
    'task.completionRequested',
    'task.returned',
    'task.completionRequested',
    'task.completed',
    'task.closedOut',
  ])
})

test('a refused step changes nothing and records nothing', async () => {
  const { office, head, liaison, task, inProgress, read, journal } = await district()
  const draft = await task({ evidence: '', milestones: [] })
  const running = await inProgress()
  const before = [await read(draft.id), await read(running.id), await journal()]
  const refusals = [
    await office.post(`/api/tasks/${draft.id}/registration`),
    await office.post(`/api/tasks/${running.id}/registration`),
    await head.post(`/api/tasks/${running.id}/completion-request`, { note: '好了' }),
    await liaison.post(`/api/tasks/${running.id}/completion-request`, { note: '好了' }),
    await office.post(`/api/tasks/${running.id}/cancellation`, { reason: '  ' }),
    await head.post(`/api/tasks/${running.id}/cancellation`, { reason: '不做了' }),
  ]
  expect(refusals.map(({ body }) => body.code)).toEqual([
    'task_incomplete',
    'task_wrong_state',
    'milestones_open',
    'not_allowed',
    'leader_only',
    'not_allowed',
  ])
  expect(refusals[0]?.body.message).toContain('时间节点、佐证形式')
  expect([await read(draft.id), await read(running.id), await journal()]).toEqual(before)
})

test('acknowledging names somebody of the lead unit', async () => {
  const { head, otherHead, assigned, read } = await district()
  const { id } = await assigned()
  const path = `/api/tasks/${id}/acknowledgement`
  expect((await head.post(path, {})).body.code).toBe('assignee_missing')
  expect((await head.post(path, { assigneeId: otherHead.id })).body.code).toBe('assignee_missing')
  expect((await read(id)).state).toBe('assigned')
})

test('nobody of another unit finds a task; a supporting unit does; drafts are the office’s own', async () => {
  const { office, head, otherHead, leader, principal, task, assigned, units } = await district()
  const [own, draft] = [await assigned(), await task()]
  const shared = await assigned({ supports: [{ unitId: units.other, deliverable: '校企合作协议', dueOn: null }] })
  const see = async (who: typeof office, id: string) => (await who.get(`/api/tasks/${id}`)).status
  const sight = async (who: typeof office) => [
    await see(who, own.id),
    await see(who, shared.id),
    await see(who, draft.id),
  ]
  expect(await sight(office)).toEqual([200, 200, 200])
  expect(await sight(principal)).toEqual([200, 200, 404])
  expect(await sight(leader)).toEqual([200, 200, 404])
  expect(await sight(head)).toEqual([200, 200, 404])
  expect(await sight(otherHead)).toEqual([404, 200, 404])
  const absent = '/api/tasks/00000000-0000-4000-8000-000000000000'
  const [hidden, missing] = [await otherHead.get(`/api/tasks/${own.id}`), await otherHead.get(absent)]
  expect({ ...hidden.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' })
  expect((await otherHead.get(`/api/tasks/${own.id}/journal`)).status).toBe(404)
  expect((await otherHead.get('/api/tasks')).body.items.map(({ id }: { id: string }) => id)).toEqual([shared.id])
})

test('a restricted task is seen by the units concerned, its leader, the office and the principal leader only', async () => {
  const { office, head, otherHead, leader, principal, person, assigned } = await district()
  const otherLeader = await person('于曼', 'leaderInCharge')
  const { id } = await assigned({ restricted: true })
  const sight = async (who: typeof office) => (await who.get(`/api/tasks/${id}`)).status
  const listed = async (who: typeof office) => (await who.get('/api/tasks')).body.items.length
  for (const who of [office, principal, leader, head]) expect([await sight(who), await listed(who)]).toEqual([200, 1])
  for (const who of [otherLeader, otherHead]) expect([await sight(who), await listed(who)]).toEqual([404, 0])
})

test('a draft that names what does not exist is refused field by field, and no number is spent', async () => {
  const { office, task, draft, units } = await district()
  const nobody = '00000000-0000-4000-8000-000000000000'
  const answer = await office.post(
    '/api/tasks',
    draft({ leaderId: nobody, supports: [{ unitId: nobody, deliverable: '', dueOn: null }] }),
  )
  expect([answer.status, answer.body.code]).toEqual([400, 'invalid_input'])
  expect(answer.body.fields.map(({ at }: { at: string }) => at)).toEqual(['leaderId', 'supports/0/unitId'])
  expect((await office.post('/api/tasks', draft({ pillarId: units.lead }))).body.fields[0].at).toBe('pillarId')
  expect((await task()).code).toBe('26-工-001')
})

test('creations at the same moment get different codes without gaps', async () => {
  const { office, draft, pillars } = await district()
  const wanted = Array.from({ length: 12 }, (_, index) =>
    draft(index % 3 === 0 ? { pillarId: pillars.culture.id } : {}),
  )
  const answers = await Promise.all(wanted.map((body) => office.post('/api/tasks', body)))
  const codes = answers.map(({ body }) => String(body.code)).sort((a, b) => (a < b ? -1 : 1))
  const expected = [...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `26-工-00${n}`), ...[1, 2, 3, 4].map((n) => `26-文-00${n}`)]
  expect(codes).toEqual(expected)
})

test('a repeated idempotency key creates once', async () => {
  const { office, draft, db, organizationId } = await district()
  const send = (body: object) => office.post('/api/tasks', body, { 'idempotency-key': 'k-1' })
  const [first, second] = [await send(draft()), await send(draft())]
  expect(second.body).toEqual(first.body)
  expect((await send(draft({ weight: 8 }))).body.code).toBe('key_reused')
  const kept = await db.selectFrom('task').select('code').where('organizationId', '=', organizationId).execute()
  expect(kept).toHaveLength(1)
})

test('bulk registration answers per task and stops at none', async () => {
  const { office, task, registered, read } = await district()
  const [good, done, bare] = [await task(), await registered(), await task({ leadUnitId: null })]
  const nobody = '00000000-0000-4000-8000-000000000000'
  const { body } = await office.post('/api/task-registrations', { taskIds: [good.id, done.id, bare.id, nobody] })
  expect(body.done).toEqual([good.id])
  expect(Object.fromEntries(body.refused.map(({ id, code }: Record<string, string>) => [id, code]))).toEqual({
    [done.id]: 'task_wrong_state',
    [bare.id]: 'task_incomplete',
    [nobody]: 'not_found',
  })
  expect((await read(good.id)).state).toBe('registered')
  expect((await office.post('/api/task-assignments', { taskIds: [good.id, done.id] })).body.done).toHaveLength(2)
})

test('the task page says why its light is what it is and which steps its reader may take', async () => {
  const { inProgress, read, head, office } = await district()
  const { id } = await inProgress()
  const page = await read(id, head)
  expect(page.standing).toMatchObject({ light: 'yellow', deadlineLight: 'yellow', trajectoryLight: 'grey' })
  expect(page.milestones[0]).toMatchObject({
    light: 'yellow',
    why: { code: 'milestone_due_soon', facts: { workdays: 5 } },
  })
  expect(page.trajectory).toEqual({
    given: false,
    planned: [
      { on: '2026-11-20', share: 0 },
      { on: '2026-11-27', share: 60 },
      { on: '2026-12-25', share: 100 },
    ],
    actual: [],
  })
  const steps = (seen: typeof page) =>
    Object.fromEntries(seen.steps.map((step: any) => [step.step, step.refusal?.code ?? true]))
  expect(steps(page)).toMatchObject({
    requestCompletion: 'milestones_open',
    cancel: 'leader_only',
    acknowledge: 'task_wrong_state',
  })
  expect(steps(await read(id, office))).toMatchObject({ transfer: true, requestCompletion: 'lead_head_only' })
})

test('the timeline pages through the journal from the latest and names who its ids are', async () => {
  const { inProgress, head, assignee } = await district()
  const { id } = await inProgress()
  const seen: string[] = []
  const names: (string | undefined)[] = []
  let after = ''
  do {
    const { body } = await head.get(`/api/tasks/${id}/journal?limit=2${after && `&after=${after}`}`)
    seen.push(...body.items.map(({ action }: { action: string }) => action))
    names.push(body.names[assignee.id])
    after = body.next === null ? '' : encodeURIComponent(body.next)
  } while (after)
  expect(names).toEqual(['韩磊', undefined])
  expect(seen).toEqual(['task.acknowledged', 'task.assigned', 'task.registered', 'task.created'])
})
