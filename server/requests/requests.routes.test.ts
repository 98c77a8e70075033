import { expect, test } from 'vitest'
import { measurePaper } from '#test/paper.ts'
import { district, type Somebody } from '#test/world.tasks.ts'

type District = Awaited<ReturnType<typeof district>>
const words = { reason: '占道施工许可未下', progress: '已建六层' }

/** A task under way, and its head asking for later dates of its milestones (by place) or of itself (`null`). */
async function asking(d: District, moves: readonly (readonly [place: number | null, dueOn: string])[]) {
  const task = await d.inProgress()
  const ask = async (who: Somebody = d.head) => {
    const { milestones } = await d.read(task.id)
    const dates = moves.map(([place, dueOn]) => ({ milestoneId: place === null ? null : milestones[place].id, dueOn }))
    return who.post(`/api/tasks/${task.id}/extension-requests`, { dates, ...words })
  }
  return { task, ask, read: () => d.read(task.id) }
}

const decide = (who: Somebody, id: string, body: object) => who.post(`/api/requests/${id}/decision`, body)
const review = (who: Somebody, id: string) => who.post(`/api/requests/${id}/review`, { agrees: true, note: '情况属实' })

test('a short extension asked in time is the office’s: the current date moves, the original stays, and both are shown', async () => {
  const d = await district()
  const { task, ask, read } = await asking(d, [[0, '2026-12-04']])
  const { status, body } = await ask()
  expect({ status, decider: body.decider, isLate: body.isLate }).toEqual({
    status: 201,
    decider: 'supervisionOffice',
    isLate: false,
  })
  expect((await decide(d.office, body.id, { approves: true })).status).toBe(200)
  const { milestones, version } = await read()
  expect(milestones[0]).toMatchObject({ originalDueOn: '2026-11-27', currentDueOn: '2026-12-04' })
  expect(milestones[1]).toMatchObject({ originalDueOn: '2026-12-25', currentDueOn: '2026-12-25' })
  expect(version).toBeGreaterThan(1)
  const { items } = (await d.head.get(`/api/tasks/${task.id}/requests`)).body
  expect(items).toHaveLength(1)
  expect(items[0].dates).toEqual([
    {
      milestoneId: milestones[0].id,
      title: '主体结构封顶',
      originalDueOn: '2026-11-27',
      from: '2026-11-27',
      asked: '2026-12-04',
      granted: '2026-12-04',
    },
  ])
  const actions = (await d.journal()).map(({ action }) => action)
  expect(actions.slice(-2)).toEqual(['task.extensionAsked', 'task.extensionApproved'])
})

test('a long one climbs: the office is heard, the leader in charge decides, and may grant less', async () => {
  const d = await district()
  const { ask, read } = await asking(d, [
    [1, '2027-01-29'],
    [null, '2027-01-29'],
  ])
  const { body } = await ask()
  expect(body.decider).toBe('leaderInCharge')
  expect((await decide(d.leader, body.id, { approves: true })).body.code).toBe('request_wrong_state')
  expect((await decide(d.office, body.id, { approves: true })).body.code).toBe('request_wrong_decider')
  expect((await review(d.office, body.id)).body.state).toBe('reviewed')
  const { milestones } = await read()
  const dates = [
    { milestoneId: milestones[1].id, dueOn: '2027-01-15' },
    { milestoneId: null, dueOn: '2027-01-15' },
  ]
  expect((await decide(d.leader, body.id, { approves: true, dates })).status).toBe(200)
  expect(await read()).toMatchObject({ originalDueOn: '2026-12-25', currentDueOn: '2027-01-15' })
})

test('asked after the date it is late, goes up, and a refused one moves nothing and says why', async () => {
  const d = await district()
  const { ask, read } = await asking(d, [[0, '2026-12-04']])
  d.clock.now = new Date('2026-11-30T10:00:00+08:00')
  const { body } = await ask()
  expect(body.isLate).toBe(true)
  expect(body.decider).not.toBe('supervisionOffice')
  await review(d.office, body.id)
  const decider = body.decider === 'principalLeader' ? d.principal : d.leader
  expect((await decide(decider, body.id, { approves: false })).body.code).toBe('reason_missing')
  expect((await decide(decider, body.id, { approves: false, note: '请加派力量' })).status).toBe(200)
  expect((await read()).milestones[0].currentDueOn).toBe('2026-11-27')
})

test('one is open at a time, even of ten at once; withdrawn, another may be asked', async () => {
  const d = await district()
  const { ask } = await asking(d, [[0, '2026-12-04']])
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask()))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  const id = answers.find(({ status }) => status === 201)?.body.id
  expect(answers.filter(({ body }) => body.code === 'request_open')).toHaveLength(9)
  expect((await d.head.post(`/api/requests/${id}/withdrawal`)).status).toBe(200)
  expect((await ask()).status).toBe(201)
})

test('a change of what was promised keeps what it was, and holds only once granted', async () => {
  const d = await district()
  const task = await d.inProgress({ target: { value: 3, measure: '栋' } })
  await d.office.patch(`/api/plans/${d.plan.id}`, { state: 'approved' })
  const { body } = await d.head.post(`/api/tasks/${task.id}/change-requests`, {
    changes: { target: { value: 2, measure: '栋' }, title: '建成标准厂房 2 栋' },
    reason: '用地调整',
    benefit: '园区企业',
  })
  expect(body.decider).toBe('principalLeader')
  expect((await d.read(task.id)).target).toEqual({ value: 3, measure: '栋' })
  await review(d.office, body.id)
  expect((await decide(d.principal, body.id, { approves: true })).status).toBe(200)
  expect(await d.read(task.id)).toMatchObject({ target: { value: 2, measure: '栋' }, title: '建成标准厂房 2 栋' })
  const [request] = (await d.office.get(`/api/tasks/${task.id}/requests`)).body.items
  expect(request).toMatchObject({ before: { target: { value: 3 } }, after: { target: { value: 2 } } })
  expect((await d.office.get('/api/search?find=标准厂房 2')).body.tasks).toHaveLength(1)
})

test('each sees what waits for them, and nobody another unit’s', async () => {
  const d = await district()
  const { ask } = await asking(d, [
    [1, '2027-01-29'],
    [null, '2027-01-29'],
  ])
  const { body } = await ask()
  const waiting = async (who: Somebody) => (await who.get('/api/requests?mine=true')).body.items.length
  expect([await waiting(d.office), await waiting(d.leader), await waiting(d.otherHead)]).toEqual([1, 0, 0])
  await review(d.office, body.id)
  expect([await waiting(d.office), await waiting(d.leader)]).toEqual([0, 1])
  expect((await d.otherHead.get('/api/requests')).body.items).toEqual([])
  expect((await d.otherHead.post(`/api/requests/${body.id}/withdrawal`)).status).toBe(404)
  const [shown] = (await d.leader.get('/api/requests?open=true')).body.items
  expect(shown.may).toEqual({ review: false, decide: true, withdraw: false })
})

test('the decision is a paper once it is made', async () => {
  const d = await district()
  const { ask } = await asking(d, [[0, '2026-12-04']])
  const { body } = await ask()
  expect((await d.head.get(`/api/requests/${body.id}/paper`)).status).toBe(404)
  await decide(d.office, body.id, { approves: true })
  const paper = await d.head.get(`/api/requests/${body.id}/paper`)
  const text = measurePaper(paper.bytes)
    .paragraphs.map((paragraph) => paragraph.text)
    .join('\n')
  expect(text).toContain('完成时限延至2026年12月4日')
  expect(text).toContain('原定时限2026年11月27日保留在册')
  expect((await d.otherHead.get(`/api/requests/${body.id}/paper`)).status).toBe(404)
})

test('requests come in pages that miss none and repeat none', async () => {
  const d = await district()
  for (let count = 0; count < 5; count += 1) await (await asking(d, [[0, '2026-12-04']])).ask()
  const seen: string[] = []
  for (let next: string | null = ''; next !== null;) {
    const { body } = await d.office.get(`/api/requests?limit=2${next ? `&after=${encodeURIComponent(next)}` : ''}`)
    seen.push(...body.items.map(({ id }: { id: string }) => id))
    next = body.next
  }
  expect(seen).toHaveLength(5)
  expect(new Set(seen).size).toBe(5)
})
