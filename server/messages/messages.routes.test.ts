import { expect, test } from 'vitest'
import { reporting } from '#test/reporting.ts'
import { record } from '#server/journal/record.ts'
import { runRound } from '#server/rounds/rounds.ts'
import { district, type Somebody } from '#test/world.tasks.ts'

const kindsOf = async (who: Somebody): Promise<string[]> =>
  (await who.get('/api/messages')).body.items.map(({ kind }: { kind: string }) => kind)
const unread = async (who: Somebody): Promise<number> => (await who.get('/api/messages/unread-count')).body.unreadCount

test('an assigned task is told to the head and the liaison of its lead unit and to nobody else', async () => {
  const { assigned, head, liaison, assignee, otherHead, office, officer, leader, principal } = await district()
  const { id, code } = await assigned()
  for (const who of [head, liaison]) {
    const { items } = (await who.get('/api/messages')).body
    expect(items).toMatchObject([{ kind: 'taskAssigned', group: 'task', subject: { type: 'task', id }, readAt: null }])
    expect(items[0].facts).toMatchObject({ code, acknowledgeBy: '2026-11-24' })
  }
  for (const who of [assignee, otherHead, office, officer, leader, principal]) expect(await kindsOf(who)).toEqual([])
})

test('each step is told to those it concerns, and never to whoever took it', async () => {
  const { inProgress, milestones, head, liaison, assignee, office, officer, leader } = await district()
  const { id } = await inProgress()
  expect(await kindsOf(assignee)).toEqual(['taskAcknowledged'])
  expect(await kindsOf(head)).toEqual(['taskAssigned'])
  await milestones.acceptAll(id)
  await head.post(`/api/tasks/${id}/completion-request`)
  expect(await kindsOf(office)).toEqual(['completionRequested'])
  expect(await kindsOf(officer)).toEqual(['completionRequested'])
  await office.post(`/api/tasks/${id}/completion-return`, { reason: '请补充验收材料' })
  const { items } = (await assignee.get('/api/messages')).body
  const returned = items.find(({ kind }: { kind: string }) => kind === 'completionReturned')
  expect(returned.facts).toMatchObject({ reason: '请补充验收材料' })
  expect(await kindsOf(officer)).toEqual(['completionRequested'])
  expect(await kindsOf(liaison)).toContain('completionReturned')
  expect(await kindsOf(leader)).toEqual([])
})

test('what was told of a task that went to another unit and is restricted now, is told by its number alone', async () => {
  const { assigned, head, db, units } = await district()
  const { id, code } = await assigned({ title: '某专项整治' })
  const told = async () => (await head.get('/api/messages')).body.items[0].facts
  expect(await told()).toMatchObject({ code, title: '某专项整治' })
  await db.updateTable('task').set({ restricted: true }).where('id', '=', id).execute()
  expect(await told()).toMatchObject({ title: '某专项整治' }) // still the lead unit's own
  await db.updateTable('task').set({ leadUnitId: units.other }).where('id', '=', id).execute()
  expect((await head.get(`/api/tasks/${id}`)).status).toBe(404)
  expect(JSON.stringify(await told())).not.toContain('某专项整治')
  expect(await told()).toMatchObject({ code })
})

test('a refused step tells nobody', async () => {
  const { assigned, head, otherHead, assignee } = await district()
  const { id } = await assigned()
  expect((await otherHead.post(`/api/tasks/${id}/acknowledgement`, { assigneeId: assignee.id })).status).toBe(404)
  expect(await kindsOf(assignee)).toEqual([])
  expect(await kindsOf(head)).toEqual(['taskAssigned'])
})

test('a sheet’s way is told: to the head when it is ready, to the office and the liaison when signed, back once when rows return', async () => {
  const { task, fill, liaison, head, office, officeToo, neighbour, sheetPath, row } = await reporting()
  const [one, two] = [await task('建成二期标准厂房'), await task('开通智慧园区平台')]
  for (const { id } of [one, two]) await fill(id)
  await liaison.post(`${sheetPath()}/signature-request`)
  expect(await kindsOf(head)).toEqual(['sheetPrepared'])
  expect((await head.get('/api/messages')).body.items[0].subject).toEqual({
    type: 'reportSheet',
    id: sheetPath().replace('/api/periods/', '').replace('/sheets', ''),
  })
  expect((await head.post(`${sheetPath()}/signature`, { seen: [] })).status).toBeLessThan(300)
  expect(await kindsOf(liaison)).toEqual(['sheetSigned'])
  expect(await kindsOf(officeToo)).toEqual(['sheetSigned'])
  const rows = await Promise.all([row(one.id), row(two.id)])
  const reviewed = await office.post('/api/report-reviews', {
    rows: rows.map(({ entryId, version }) => ({ entryId, version })),
    decision: 'return',
    reason: 'noEvidence',
  })
  expect(reviewed.body.refused).toEqual([])
  expect((await kindsOf(head)).sort()).toEqual(['reportsReturned', 'sheetPrepared'])
  const { items } = (await head.get('/api/messages')).body
  const returned = items.find(({ kind }: { kind: string }) => kind === 'reportsReturned')
  expect(returned.facts).toMatchObject({ count: 2, unit: '工信局' })
  expect(await kindsOf(neighbour)).toEqual([])
})

test('the inbox comes in pages without gap or repetition, newest first', async () => {
  const { assigned, liaison, clock } = await district()
  for (let count = 0; count < 5; count += 1) {
    await assigned({ title: `第 ${count} 项` })
    clock.now = new Date(clock.now.getTime() + 60_000)
  }
  const titles: string[] = []
  let after = ''
  do {
    const { items, next } = (
      await liaison.get(`/api/messages?limit=2${after && `&after=${encodeURIComponent(after)}`}`)
    ).body
    titles.push(...items.map(({ facts }: { facts: { title: string } }) => facts.title))
    after = next
  } while (after)
  expect(titles).toEqual(['第 4 项', '第 3 项', '第 2 项', '第 1 项', '第 0 项'])
})

test('what is marked as read is read for its reader alone, and what came since stays unread', async () => {
  const { assigned, head, liaison, clock } = await district()
  await assigned()
  const { items } = (await liaison.get('/api/messages')).body
  await assigned({ title: '建成智慧园区' })
  expect(await unread(liaison)).toBe(2)
  const one = await liaison.post('/api/message-readings', { messageIds: [items[0].id] })
  expect(one.body).toEqual({ unreadCount: 1 })
  expect(await unread(head)).toBe(2)
  const seenAt = clock.now.toISOString()
  clock.now = new Date(clock.now.getTime() + 60_000)
  await assigned({ title: '建成体育公园' })
  expect((await liaison.post('/api/message-readings', { upTo: seenAt })).body).toEqual({ unreadCount: 1 })
  expect((await liaison.get('/api/messages?show=unread')).body.items).toMatchObject([
    { facts: { title: '建成体育公园' } },
  ])
})

test('nobody marks another’s message as read', async () => {
  const { assigned, head, liaison } = await district()
  await assigned()
  const { items } = (await liaison.get('/api/messages')).body
  expect((await head.post('/api/message-readings', { messageIds: [items[0].id] })).status).toBe(200)
  expect(await unread(liaison)).toBe(1)
})

test('the inbox narrows to one group', async () => {
  const { assigned, liaison } = await district()
  await assigned()
  expect((await liaison.get('/api/messages?group=task')).body.items).toHaveLength(1)
  expect((await liaison.get('/api/messages?group=report')).body.items).toEqual([])
})

test('a transfer is told to the unit that takes the task over and to the one that gives it up', async () => {
  const { assigned, db, clock, units, head, liaison, otherHead } = await district()
  const { id } = await assigned()
  await db.updateTable('task').set({ leadUnitId: units.other, since: clock.now }).where('id', '=', id).execute()
  await runRound(
    { db, clock: () => clock.now, afterChange: () => undefined },
    {
      name: 'transferring',
      seconds: 60,
      run: (changing) =>
        record(changing, {
          action: 'task.transferred',
          subjectType: 'task',
          subjectId: id,
          before: { leadUnitId: units.lead },
          after: { leadUnitId: units.other, state: 'assigned' },
          reason: '职责已划转',
        }),
    },
  )
  expect(await kindsOf(otherHead)).toEqual(['taskAssigned'])
  for (const who of [head, liaison]) expect((await kindsOf(who)).sort()).toEqual(['taskAssigned', 'taskTransferred'])
  const { items } = (await head.get('/api/messages')).body
  expect(items.find(({ kind }: { kind: string }) => kind === 'taskTransferred').facts).toMatchObject({
    unit: '教育局',
    reason: '职责已划转',
  })
})
