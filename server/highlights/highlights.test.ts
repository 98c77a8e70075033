import { expect, test } from 'vitest'
import { district } from '#test/world.tasks.ts'

const practice = {
  title: '项目审批“一窗联办”',
  practice: '把五个窗口并成一个，材料一次收齐、内部流转，平均用时由 18 天压到 7 天。',
  evidence: '三季度审批台账，满意度回访记录',
}

async function shared() {
  const d = await district()
  const made = await d.head.post('/api/highlights', { ...practice, unitId: d.units.lead })
  const list = async (who = d.office, query = '') => (await who.get(`/api/highlights${query}`)).body.items
  const adopt = (who = d.otherHead, unitId = d.units.other) =>
    who.post(`/api/highlights/${made.body.id}/adoptions`, { unitId })
  const withdraw = (who = d.head) => who.post(`/api/highlights/${made.body.id}/withdrawal`, { reason: '数据有误' })
  return { ...d, id: made.body.id as string, made, list, adopt, withdraw }
}

test('a practice is shared with its evidence by its unit’s desk or the office, and everybody with business sees it', async () => {
  const { made, head, office, otherHead, assignee, units, list, clock } = await shared()
  expect(made.status).toBe(201)
  for (const lacking of ['title', 'practice', 'evidence']) {
    const { status } = await head.post('/api/highlights', { ...practice, unitId: units.lead, [lacking]: ' ' })
    expect(status).toBe(400)
  }
  const strange = await otherHead.post('/api/highlights', { ...practice, unitId: units.lead })
  expect(strange).toMatchObject({ status: 403, body: { code: 'highlight_not_yours' } })
  clock.now = new Date(clock.now.getTime() + 60_000)
  expect((await office.post('/api/highlights', { ...practice, unitId: units.other })).status).toBe(201)
  expect((await list(assignee)).map(({ unit }: { unit: { id: string } }) => unit.id)).toEqual([units.other, units.lead])
})

test('another unit adopts it with one click, once, and the link stays when it is taken back', async () => {
  const { id, head, otherHead, list, adopt, withdraw, units } = await shared()
  expect(await list(otherHead)).toMatchObject([{ adoptFor: { id: units.other, name: '教育局' }, adoptions: [] }])
  expect(await list(head)).toMatchObject([{ adoptFor: null, mayWithdraw: true }])
  expect((await adopt()).status).toBe(201)
  expect((await adopt()).status).toBe(201)
  expect(await list(otherHead)).toMatchObject([{ adoptFor: null, adoptions: [{ unit: { id: units.other } }] }])
  expect((await withdraw()).status).toBe(200)
  expect(await list()).toEqual([])
  const kept = { id, withdrawn: { reason: '数据有误' }, adoptions: [{ unit: { id: units.other } }] }
  expect(await list(otherHead, `?adoptedBy=${units.other}`)).toMatchObject([kept])
  expect(await list(head, `?unitId=${units.lead}`)).toMatchObject([kept])
})

test('the unit whose practice it is hears once who adopted it, and nobody else does', async () => {
  const { head, otherHead, office, adopt, id } = await shared()
  const told = async (who = head) =>
    (await who.get('/api/messages')).body.items.filter(({ kind }: { kind: string }) => kind === 'highlightAdopted')
  await adopt()
  await adopt()
  expect(await told()).toMatchObject([
    { facts: { unit: '教育局', title: practice.title }, subject: { type: 'highlight', id } },
  ])
  expect([await told(otherHead), await told(office)]).toEqual([[], []])
})

test('nobody adopts for another unit, their own, or what was taken back; nor takes back twice', async () => {
  const { adopt, head, assignee, otherHead, units, withdraw } = await shared()
  expect((await adopt(head, units.other)).body.code).toBe('highlight_not_yours')
  expect((await adopt(head, units.lead)).body.code).toBe('highlight_own')
  expect((await adopt(assignee, units.lead)).status).toBe(403)
  expect((await withdraw(otherHead)).body.code).toBe('highlight_not_yours')
  await withdraw()
  expect((await withdraw()).body.code).toBe('highlight_withdrawn')
  expect((await adopt()).body.code).toBe('highlight_withdrawn')
})

test('pages of highlights follow each other without a gap', async () => {
  const { office, units, list } = await shared()
  await office.post('/api/highlights', { ...practice, unitId: units.other })
  await office.post('/api/highlights', { ...practice, unitId: units.other })
  const whole = (await list()).map(({ id }: { id: string }) => id)
  const first = (await office.get('/api/highlights?limit=2')).body
  const second = (await office.get(`/api/highlights?limit=2&after=${encodeURIComponent(first.next)}`)).body
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(whole)
  expect(second.next).toBeNull()
})

test('a unit with a fresh highlight speaks last at the meeting, and its card names it', async () => {
  const { office, principal, units } = await shared()
  const participants = [units.lead, units.other].map((unitId) => ({ part: 'member', unitId }))
  const { body } = await office.post('/api/meetings', { heldOn: '2026-11-20', chairId: principal.id, participants })
  const meeting = (await office.get(`/api/meetings/${body.id}`)).body
  const sectionOf = (unitId: string) =>
    meeting.agenda.find((item: { unit: { id: string } | null }) => item.unit?.id === unitId)?.section
  expect([sectionOf(units.lead), sectionOf(units.other)]).toEqual(['highlights', 'written'])
  const { cards } = (await office.get(`/api/meetings/${body.id}/brief`)).body
  expect(cards[0].highlights).toEqual([{ id: expect.any(String), title: practice.title }])
})

const peer = { peer: '临江区', value: 12.5, asOn: '2026-09-30', source: '临江区统计局三季度公报' }

async function indicator() {
  const d = await district()
  const { id } = await d.inProgress({ kind: 'indicator', target: { value: 100, measure: '亿元' } })
  return { ...d, id, path: `/api/tasks/${id}/benchmarks` }
}

test('an indicator stands beside a named peer with its date and source; without a number of its own there is no gap', async () => {
  const { office, head, path, id, units, db, organizationId } = await indicator()
  const made = await head.post(path, peer)
  expect(made.status).toBe(201)
  const shown = async () => (await office.get(path)).body
  expect(await shown()).toMatchObject({ own: null, measure: '亿元', mayName: true, items: [{ ...peer, gap: null }] })
  const period = await db
    .selectFrom('period')
    .select('id')
    .where('organizationId', '=', organizationId)
    .limit(1)
    .executeTakeFirstOrThrow()
  const entry = { organizationId, taskId: id, unitId: units.lead, periodId: period.id, state: 'submitted' as const }
  await db
    .insertInto('reportEntry')
    .values({ ...entry, actualValue: 10.2, since: new Date('2026-11-20T04:00:00Z') })
    .execute()
  expect(await shown()).toMatchObject({ own: 10.2, items: [{ gap: 2.3 }] })
  expect((await head.post(`${path}/${made.body.id}/removal`)).status).toBe(200)
  expect((await shown()).items).toEqual([])
})

test('peers are named by the lead unit’s desk and the office, for a target, with a day that has been', async () => {
  const { office, head, otherHead, assignee, path, inProgress } = await indicator()
  expect((await otherHead.post(path, peer)).status).toBe(404)
  expect((await assignee.post(path, peer)).status).toBe(403)
  expect((await head.post(path, { ...peer, asOn: '2026-11-21' })).body.code).toBe('benchmark_day')
  expect((await office.post(path, { ...peer, source: '' })).status).toBe(400)
  const without = await inProgress()
  expect((await office.post(`/api/tasks/${without.id}/benchmarks`, peer)).body.code).toBe('benchmark_no_target')
  expect((await office.get(`/api/tasks/${without.id}/benchmarks`)).body).toMatchObject({ mayName: false, items: [] })
})

test('ten clicks at the same moment adopt once, and each is answered like the first', async () => {
  const { adopt, head, list } = await shared()
  const answers = await Promise.all(Array.from({ length: 10 }, () => adopt()))
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201))
  expect((await list())[0].adoptions).toHaveLength(1)
  const { items } = (await head.get('/api/messages')).body
  expect(items.filter(({ kind }: { kind: string }) => kind === 'highlightAdopted')).toHaveLength(1)
})
