import { expect, test } from 'vitest'
import { demoWorld } from '#test/world.demo.ts'
import { district, type Somebody } from '#test/world.tasks.ts'
import { urgingDistrict } from '#test/world.urging.ts'

const dayOf = async (who: Somebody) => (await who.get('/api/my-day')).body
const kindsOf = async (who: Somebody) => (await dayOf(who)).items.map(({ kind }: { kind: string }) => kind)

test('a task goes from one person’s day to the next as its life goes on', async () => {
  const d = await district()
  const task = await d.registered()
  expect(await kindsOf(d.office)).toEqual(['assign'])
  await d.office.post(`/api/tasks/${task.id}/assignment`)
  expect(await kindsOf(d.office)).toEqual([])
  const { items } = await dayOf(d.head)
  expect(items).toEqual([
    {
      kind: 'acknowledge',
      group: 'sign',
      subject: { type: 'task', id: task.id },
      code: task.code,
      title: '建成二期标准厂房并投入使用',
      from: '科工信局',
      dueOn: '2026-11-24',
      workdaysLeft: 2,
    },
  ])
  await d.head.post(`/api/tasks/${task.id}/acknowledgement`, { assigneeId: d.assignee.id })
  expect(await kindsOf(d.head)).toEqual([])
  expect(await kindsOf(d.otherHead)).toEqual([])
})

test('a request waits for whoever has the next word', async () => {
  const d = await district()
  const task = await d.inProgress()
  const dates = [{ milestoneId: null, dueOn: '2027-02-26' }]
  const words = { reason: '占道施工许可未下', progress: '已建六层' }
  const { body } = await d.head.post(`/api/tasks/${task.id}/extension-requests`, { dates, ...words })
  expect([await kindsOf(d.office), await kindsOf(d.leader)]).toEqual([['reviewRequest'], []])
  await d.office.post(`/api/requests/${body.id}/review`, { agrees: true })
  expect([await kindsOf(d.office), await kindsOf(d.leader)]).toEqual([[], ['decideRequest']])
})

test('what a unit owes another’s task waits for it when it is due soon, then for the lead’s head', async () => {
  const d = await district()
  const supportedBy = (dueOn: string) =>
    d.inProgress({ supports: [{ unitId: d.units.other, deliverable: '协议', dueOn }] })
  const task = await supportedBy('2026-12-04')
  await supportedBy('2026-12-07')
  const subject = { type: 'support', id: `${task.id}/${d.units.other}` }
  const { items } = await dayOf(d.otherHead)
  expect(items).toMatchObject([
    { kind: 'deliver', group: 'do', subject, title: '协议', from: '科工信局', workdaysLeft: 10 },
  ])
  await d.otherHead.post(`/api/tasks/${task.id}/supports/${d.units.other}/delivery`, { what: '协议已签' })
  expect([await kindsOf(d.otherHead), await kindsOf(d.liaison), await kindsOf(d.head)]).toEqual([
    [],
    [],
    ['confirmSupport'],
  ])
})

test('of many of a kind the first are shown and all are counted', async () => {
  const d = await district()
  for (let count = 0; count < 11; count += 1) await d.task()
  const { items, totals } = await dayOf(d.office)
  expect(items).toHaveLength(8)
  expect(totals).toEqual([{ kind: 'register', count: 11 }])
})

test('the demo’s people each have a day, with their own red and yellow tasks and nobody else’s', async () => {
  const { as, db } = await demoWorld()
  for (const role of ['supervisionOffice', 'leaderInCharge', 'principalLeader', 'unitHead', 'liaison'] as const) {
    const { status, body } = await (await as(role)).get('/api/my-day')
    expect({ role, status }).toEqual({ role, status: 200 })
    const groups = body.items.map(({ group }: { group: string }) => ['answer', 'sign', 'do', 'check'].indexOf(group))
    expect(groups).toEqual([...groups].sort((one, other) => one - other))
  }
  const head = await as('unitHead')
  const { body } = await head.get('/api/my-day')
  expect(body.troubled.count).toBeGreaterThan(0)
  const ids = body.troubled.items.map(({ id }: { id: string }) => id)
  const tasks = await db.selectFrom('task').select('leadUnitId').where('id', 'in', ids).execute()
  expect(new Set(tasks.map(({ leadUnitId }) => leadUnitId)).size).toBe(1)
})

test('a notice waits for the office until it is issued, then for the head of its unit, with its day', async () => {
  const w = await urgingDistrict()
  await w.run('2026-11-30')
  const [proposal] = await w.notices(w.office)
  expect(await kindsOf(w.office)).toEqual(['issueNotice'])
  await w.office.post('/api/notice-issues', { noticeIds: [proposal.id] })
  expect(await kindsOf(w.office)).toEqual([])
  const [item] = (await dayOf(w.head)).items
  expect(item).toMatchObject({ kind: 'replyNotice', group: 'answer', dueOn: '2026-12-03', workdaysLeft: 3 })
  expect(item.subject).toEqual({ type: 'notice', id: proposal.id })
  expect(await kindsOf(w.liaison)).not.toContain('replyNotice')
})
