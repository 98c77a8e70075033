import { expect, test } from 'vitest'
import { countStatements } from '#test/statements.ts'
import { demoWorld } from '#test/world.demo.ts'
import { district, type Somebody } from '#test/world.tasks.ts'
import { urgingDistrict } from '#test/world.urging.ts'
import { DESK_QUEUES, isTaskQueue } from '#domain/desk/queues.ts'

const queueOf = async (who: Pick<Somebody, 'get'>, queue: string, search = '') =>
  (await who.get(`/api/desk/${queue}${search}`)).body
const codesOf = async (who: Somebody, queue: string) =>
  (await queueOf(who, queue)).items.map(({ task }: { task: { code: string } }) => task.code)
const countsOf = async (who: Somebody, search = ''): Promise<Record<string, number>> => {
  const { queues } = (await who.get(`/api/desk${search}`)).body
  return Object.fromEntries(queues.flatMap(({ queue, count }: any) => (count > 0 ? [[queue, count]] : [])))
}
const CHECKS = ['factsClear', 'problemSolved', 'taskDone', 'conclusionRight', 'lawful', 'formRight']

test('a task goes from queue to queue as its life goes on, and stands in one at a time', async () => {
  const d = await district()
  const { id } = await d.task()
  expect(await countsOf(d.office)).toEqual({ toRegister: 1 })
  await d.office.post(`/api/tasks/${id}/registration`)
  expect(await countsOf(d.office)).toEqual({ toAssign: 1 })
  await d.office.post(`/api/tasks/${id}/assignment`)
  expect(await countsOf(d.office)).toEqual({ unacknowledged: 1 })
  await d.head.post(`/api/tasks/${id}/acknowledgement`, { assigneeId: d.assignee.id })
  expect(await countsOf(d.office)).toEqual({})
  await d.milestones.acceptAll(id)
  await d.head.post(`/api/tasks/${id}/completion-request`, { note: '已竣工，材料齐全' })
  expect(await countsOf(d.office)).toEqual({ toAccept: 1 })
  expect((await queueOf(d.office, 'toAccept')).items[0]).toMatchObject({
    id,
    unit: { name: '科工信局' },
    completion: { note: '已竣工，材料齐全', by: '梁志恒' },
    workdaysWaited: 0,
    workdaysLeft: 3,
    refusal: null,
  })
  const { body } = await d.office.post('/api/task-completion-acceptances', { taskIds: [id], checks: CHECKS })
  expect(body).toEqual({ done: [id], refused: [] })
  expect(await countsOf(d.office)).toEqual({ toVerify: 1 })
  expect((await d.journal()).at(-1)).toMatchObject({ action: 'task.completed', subjectId: id })
})

test('before many are accepted at once, what was said of each can be read: by the office and leaders, of tasks they may see', async () => {
  const d = await district()
  const { id, code } = await d.inProgress()
  await d.milestones.acceptAll(id)
  await d.head.post(`/api/tasks/${id}/completion-request`, { note: '已竣工，材料齐全' })
  const path = `/api/task-completions?taskIds=${id},00000000-0000-4000-8000-000000000000`
  const said = { id, code, note: '已竣工，材料齐全', by: '梁志恒', on: '2026-11-20', answer: null }
  expect((await d.office.get(path)).body.items).toEqual([{ ...said, title: expect.any(String) }])
  expect((await d.head.get(path)).body.code).toBe('not_allowed')
  await d.db.updateTable('task').set({ restricted: true, leaderId: d.principal.id }).where('id', '=', id).execute()
  expect((await d.leader.get(path)).body.items).toEqual([])
  expect((await d.office.get('/api/task-completions?taskIds=x')).status).toBe(400)
})

test('directives stand on the desk until they are answered, late where their limit has passed; feedback until it is', async () => {
  const d = await district()
  const written = { writerId: d.principal.id, writtenOn: '2026-11-19', urgency: 'urgent' }
  await d.office.post('/api/directives', { ...written, text: '尽快查明' })
  const assignment = { leadUnitIds: [d.units.lead], leaderId: d.leader.id, pillarId: d.pillars.industry.id }
  await d.office.post('/api/directives', { ...written, text: '限期整改', assignment })
  const { body } = await d.head.post('/api/feedback', { kind: 'suggestion', text: '表再短些' })
  const totals = async (search = '') =>
    (await d.office.get(`/api/desk${search}`)).body.queues.filter(({ queue }: any) => /^(direct|feed)/.test(queue))
  const waiting = { queue: 'feedback', count: 1, lateCount: 0 }
  expect(await totals()).toEqual([{ queue: 'directives', count: 2, lateCount: 0 }, waiting])
  expect(await totals(`?unitId=${d.units.lead}`)).toEqual([{ queue: 'directives', count: 1, lateCount: 0 }, waiting])
  const { counts } = (await d.office.get(`/api/directives?show=toAssign&unitId=${d.units.lead}`)).body
  expect(counts).toMatchObject({ toAssign: 0, toAnswer: 1, overdue: 0 })
  d.clock.now = new Date('2026-12-21T02:00:00Z')
  expect((await d.office.post(`/api/feedback/${body.id}/answer`, { words: '好' })).status).toBe(201)
  expect(await totals()).toEqual([
    { queue: 'directives', count: 2, lateCount: 2 },
    { ...waiting, count: 0 },
  ])
})

test('a row says why its step cannot be taken: what a draft lacks, who decides a second decline', async () => {
  const d = await district()
  await d.task({ leadUnitId: null, evidence: '' })
  const [draft] = (await queueOf(d.office, 'toRegister')).items
  expect(draft.refusal.code).toBe('task_incomplete')
  expect(draft.refusal.message).toContain('牵头单位')
  const { id } = await d.assigned()
  const decline = { reason: '不属本局职责', suggestedUnitId: d.units.other, legalBasis: '三定规定第二条' }
  await d.head.post(`/api/tasks/${id}/decline`, decline)
  const disputed = async () => (await queueOf(d.office, 'disputed')).items[0]
  expect(await disputed()).toMatchObject({
    refusal: null,
    dispute: { number: 1, reason: '不属本局职责', suggestedUnit: { name: '教育局' } },
  })
  await d.office.post(`/api/tasks/${id}/upheld-assignment`, { reason: '职责在科工信局' })
  await d.head.post(`/api/tasks/${id}/decline`, decline)
  expect(await disputed()).toMatchObject({ refusal: { code: 'leader_only' }, dispute: { number: 2 } })
})

test('the longest waiting comes first, a page at a time, without a gap or a repeat', async () => {
  const d = await district()
  const codes: string[] = []
  for (let day = 0; day < 3; day += 1) {
    for (let count = 0; count < 3; count += 1) codes.push((await d.task()).code)
    d.clock.now = new Date(d.clock.now.getTime() + 86_400_000)
  }
  const seen: string[] = []
  let after = ''
  do {
    const page = await queueOf(d.office, 'toRegister', `?limit=4${after && `&after=${encodeURIComponent(after)}`}`)
    seen.push(...page.items.map(({ task }: any) => task.code))
    after = page.next ?? ''
  } while (after)
  expect(seen.toSorted()).toEqual(codes.toSorted())
  expect(seen.slice(0, 3).toSorted()).toEqual(codes.slice(0, 3).toSorted())
  expect(seen.slice(6).toSorted()).toEqual(codes.slice(6).toSorted())
})

test('a unit’s own: the counts and the queue name no other’s', async () => {
  const d = await district()
  await d.registered()
  await d.registered({ leadUnitId: d.units.other })
  expect(await countsOf(d.office)).toEqual({ toAssign: 2 })
  expect(await countsOf(d.office, `?unitId=${d.units.other}`)).toEqual({ toAssign: 1 })
  const { items } = await queueOf(d.office, 'toAssign', `?unitId=${d.units.other}`)
  expect(items.map(({ unit }: any) => unit.name)).toEqual(['教育局'])
})

test('many requests are decided at once, each for itself: what another decides is refused and stays', async () => {
  const d = await district()
  const ask = async (dueOn: string, milestone = 0) => {
    const { id } = await d.inProgress()
    const page = await d.read(id)
    const dates = [{ milestoneId: page.milestones[milestone].id, dueOn }]
    const words = { reason: '占道施工许可未下', progress: '已建六层' }
    return { taskId: id, ...(await d.head.post(`/api/tasks/${id}/extension-requests`, { dates, ...words })).body }
  }
  const short = await ask('2026-12-04')
  const long = await ask('2026-12-25')
  expect([short.decider, long.decider]).toEqual(['supervisionOffice', 'leaderInCharge'])
  expect(await countsOf(d.office)).toEqual({ extensions: 2 })
  const { items } = await queueOf(d.office, 'extensions')
  expect(items.map(({ request }: any) => [request.id, request.may.decide])).toEqual(
    expect.arrayContaining([
      [short.id, true],
      [long.id, false],
    ]),
  )
  const { body } = await d.office.post('/api/request-decisions', { requestIds: [short.id, long.id], approves: true })
  expect(body).toMatchObject({ done: [short.id], refused: [{ id: long.id, code: 'request_wrong_decider' }] })
  expect(await countsOf(d.office)).toEqual({ extensions: 1 })
  expect((await d.journal()).at(-1)).toMatchObject({ action: 'task.extensionApproved', subjectId: short.taskId })
  const [moved, kept] = [await d.read(short.taskId), await d.read(long.taskId)]
  expect([moved.milestones[0].currentDueOn, kept.milestones[0].currentDueOn]).toEqual(['2026-12-04', '2026-11-27'])
})

test('a red task without a notice shows what the rules bring; issuing it takes it out of the queue', async () => {
  const d = await urgingDistrict()
  // Six working days after the milestone: the stage it has reached is the fifth day's, yellow.
  d.clock.now = new Date('2026-12-07T01:00:00Z')
  expect((await queueOf(d.office, 'overdue')).items[0]).toMatchObject({ since: '2026-11-27', workdaysWaited: 6 })
  expect((await queueOf(d.office, 'redWithoutNotice')).items[0]).toMatchObject({
    id: d.taskId,
    light: 'red',
    notice: { level: 'yellow', proposalId: null },
  })
  const { body } = await d.office.post('/api/task-notices', { taskIds: [d.taskId] })
  expect(body).toEqual({ done: [d.taskId], refused: [] })
  expect(await codesOf(d.office, 'redWithoutNotice')).toEqual([])
  expect((await d.journal()).slice(-2).map(({ action }) => action)).toEqual(['notice.proposed', 'notice.issued'])
  expect(await d.notices(d.office, '&state=issued')).toMatchObject([{ level: 'yellow', task: { id: d.taskId } }])
  const again = await d.office.post('/api/task-notices', { taskIds: [d.taskId] })
  expect(again.body.refused).toMatchObject([{ id: d.taskId, code: 'notice_open_already' }])
  await d.run('2026-12-07')
  expect(await d.notices(d.office, '&state=proposed')).toEqual([])
})

test('what the rules bring nothing for is refused with the way on; what the office let fall is decided', async () => {
  const d = await urgingDistrict()
  const { body } = await d.office.post('/api/task-notices', { taskIds: [d.taskId] })
  expect(body.refused).toMatchObject([{ id: d.taskId, code: 'notice_not_by_rule' }])
  await d.run('2026-12-07')
  const { notice } = (await queueOf(d.office, 'redWithoutNotice')).items[0]
  expect(notice).toMatchObject({ level: 'yellow', proposalId: expect.any(String) })
  await d.office.post('/api/notice-dismissals', { noticeIds: [notice.proposalId], reason: '已当面督促' })
  expect(await codesOf(d.office, 'redWithoutNotice')).toEqual([])
})

test('of the demo district every queue of tasks counts what it lists, in a handful of statements whatever it holds', async () => {
  const { as, url } = await demoWorld()
  const office = await as('supervisionOffice')
  const sent = countStatements(url)
  const { queues } = (await office.get('/api/desk')).body
  expect(sent.count()).toBeLessThan(12)
  expect(queues.map(({ queue }: any) => queue)).toEqual(DESK_QUEUES)
  for (const { queue, count, lateCount } of queues.filter(({ queue }: any) => isTaskQueue(queue))) {
    sent.reset()
    const { items } = await queueOf(office, queue, '?limit=200')
    expect(sent.count()).toBeLessThan(25)
    expect({ queue, count: items.length }).toEqual({ queue, count })
    expect(items.filter(({ workdaysLeft }: any) => workdaysLeft !== null && workdaysLeft < 0)).toHaveLength(lateCount)
    expect(items.map(({ since }: any) => since)).toEqual(items.map(({ since }: any) => since).toSorted())
  }
})
