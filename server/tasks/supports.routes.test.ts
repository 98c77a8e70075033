import { expect, test } from 'vitest'
import { runRound } from '#server/rounds/rounds.ts'
import { silencesRound } from '#server/tasks/silences.ts'
import { demoWorld } from '#test/world.demo.ts'
import { district, type Somebody } from '#test/world.tasks.ts'

const DELIVERABLE = '青溪路红线图'

/** A task under way that the education bureau supports, and its steps. */
async function supported({ dueOn = '2026-11-27' as string | null } = {}) {
  const d = await district()
  const otherLiaison = await d.person('黎小满', 'liaison', d.units.other)
  const task = await d.inProgress({ supports: [{ unitId: d.units.other, deliverable: DELIVERABLE, dueOn }] })
  const at = `/api/tasks/${task.id}/supports/${d.units.other}`
  return {
    ...d,
    task: { ...task },
    otherLiaison,
    deliver: (who: Somebody, what = '红线图已移交') => who.post(`${at}/delivery`, { what, evidence: '移交单 1 份' }),
    confirm: (who: Somebody, rating = 'satisfactory', note = '') => who.post(`${at}/confirmation`, { rating, note }),
    sendBack: (who: Somebody, reason = '缺附图') => who.post(`${at}/delivery-return`, { reason }),
    goWithout: (who: Somebody, reason = '已改由本局测绘') => who.post(`${at}/non-delivery`, { reason }),
    support: async (who = d.head) => (await d.read(task.id, who)).supports[0],
    inNews: async (who: Somebody) =>
      (await who.get('/api/messages?limit=50')).body.items
        .map(({ kind }: { kind: string }) => kind)
        .filter((kind: string) => kind.startsWith('support')),
    silences: () => runRound({ db: d.db, clock: () => d.clock.now, afterChange: () => undefined }, silencesRound),
  }
}

test('a supporting unit delivers with what shows it, the lead’s head returns it with a reason, and confirms it with a rating', async () => {
  const s = await supported()
  expect(await s.support()).toMatchObject({ state: 'pending', light: 'yellow', workdaysLeft: 5, isSilent: false })
  expect((await s.deliver(s.head)).body.code).toBe('support_unit_only')
  expect((await s.deliver(s.otherLiaison)).body.state).toBe('delivered')
  expect((await s.sendBack(s.head, '')).body.code).toBe('reason_missing')
  expect((await s.sendBack(s.head)).body.state).toBe('returned')
  expect((await s.confirm(s.head)).body.code).toBe('support_wrong_state')
  expect((await s.support(s.otherHead)).decision).toMatchObject({ note: '缺附图', rating: null })
  expect((await s.deliver(s.otherHead, '补了附图')).status).toBe(200)
  expect((await s.confirm(s.liaison)).body.code).toBe('not_allowed')
  expect((await s.confirm(s.head, 'partial')).body.code).toBe('reason_missing')
  expect((await s.confirm(s.head, 'partial', '比例尺不同')).body.state).toBe('confirmed')
  expect(await s.support()).toEqual({
    unit: { id: s.units.other, name: '教育局' },
    deliverable: DELIVERABLE,
    dueOn: '2026-11-27',
    state: 'confirmed',
    light: 'green',
    workdaysLeft: null,
    isSilent: false,
    delivery: {
      what: '补了附图',
      evidence: '移交单 1 份',
      by: { id: s.otherHead.id, name: '魏晴' },
      on: '2026-11-20',
      lateWorkdays: 0,
    },
    decision: { rating: 'partial', note: '比例尺不同', by: { id: s.head.id, name: '梁志恒' }, on: '2026-11-20' },
    may: { deliver: false, confirm: false, return: false, goWithout: false },
  })
  const actions = (await s.journal()).map(({ action }) => action).filter((action) => action.startsWith('support'))
  expect(actions).toEqual(['support.delivered', 'support.returned', 'support.delivered', 'support.confirmed'])
})

test('every version of what was delivered is kept', async () => {
  const s = await supported()
  await s.deliver(s.otherHead)
  await s.sendBack(s.head)
  const former = await s.db
    .selectFrom('taskSupportFormer')
    .select('state')
    .where('taskId', '=', s.task.id)
    .orderBy('since')
    .execute()
  expect(former.map(({ state }) => state)).toEqual(['pending', 'delivered'])
})

test('exactly those whom it concerns are told, in both units, and never who did it', async () => {
  const s = await supported()
  const stranger = await s.person('赵强', 'unitHead', await s.unit('财政局'))
  expect([await s.inNews(s.otherHead), await s.inNews(s.otherLiaison), await s.inNews(s.head)]).toEqual([
    ['supportAsked'],
    ['supportAsked'],
    [],
  ])
  await s.deliver(s.otherLiaison)
  await s.confirm(s.head)
  expect([await s.inNews(s.head), await s.inNews(s.liaison)]).toEqual([['supportDelivered'], []])
  expect((await s.inNews(s.otherHead)).sort()).toEqual(['supportAsked', 'supportConfirmed'])
  expect(await s.inNews(stranger)).toEqual([])
})

test('silence beyond its date is put down once, both heads hear of it, and the lead may then go on without', async () => {
  const s = await supported()
  s.clock.now = new Date('2026-12-01T09:00:00+08:00')
  await s.silences()
  expect(await s.support()).toMatchObject({ isSilent: false, light: 'red', workdaysLeft: -2 })
  expect((await s.goWithout(s.head)).body.code).toBe('support_not_silent')
  s.clock.now = new Date('2026-12-02T09:00:00+08:00')
  await s.silences()
  await s.silences()
  const heard = async (who: Somebody) => (await s.inNews(who)).filter((kind: string) => kind === 'supportSilent')
  for (const who of [s.head, s.otherHead, s.otherLiaison]) expect(await heard(who)).toEqual(['supportSilent'])
  expect(await heard(s.liaison)).toEqual([])
  expect((await s.journal()).filter(({ action }) => action === 'support.fellSilent')).toHaveLength(1)
  expect((await s.support(s.otherHead)).isSilent).toBe(true)
  expect((await s.goWithout(s.head)).body.state).toBe('undelivered')
  expect((await s.deliver(s.otherHead)).body.state).toBe('delivered')
  expect((await s.support()).delivery.lateWorkdays).toBe(3)
})

test('nobody falls silent on a day off, before the date, or for a task whose clocks do not run', async () => {
  const s = await supported({ dueOn: null })
  s.clock.now = new Date('2026-12-12T09:00:00+08:00')
  await s.silences()
  s.clock.now = new Date('2026-12-24T09:00:00+08:00')
  await s.silences()
  await s.db.updateTable('task').set({ state: 'suspended' }).where('id', '=', s.task.id).execute()
  s.clock.now = new Date('2027-01-20T09:00:00+08:00')
  await s.silences()
  expect((await s.journal()).some(({ action }) => action === 'support.fellSilent')).toBe(false)
})

test('completion waits until the lead has decided about every supporting unit', async () => {
  const s = await supported()
  await s.milestones.acceptAll(s.task.id)
  const ask = () => s.head.post(`/api/tasks/${s.task.id}/completion-request`, { note: '' })
  expect((await ask()).body.facts).toMatchObject({ count: 1, units: ['教育局'] })
  await s.deliver(s.otherHead)
  expect((await ask()).body.code).toBe('supports_open')
  await s.confirm(s.head)
  expect((await ask()).body.state).toBe('completionReview')
})

test('of ten at once who deliver, one delivers', async () => {
  const s = await supported()
  const answers = await Promise.all(Array.from({ length: 10 }, () => s.deliver(s.otherHead)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ body }) => body.code === 'support_wrong_state')).toHaveLength(9)
})

test('each unit lists what it owes and what it is owed, page by page, and nobody else’s', async () => {
  const s = await supported()
  for (let day = 1; day < 5; day += 1)
    await s.inProgress({ supports: [{ unitId: s.units.other, deliverable: '协议', dueOn: `2026-12-0${day}` }] })
  const listed = async (who: Somebody, side: string) => {
    const days: string[] = []
    for (let next: string | null = ''; next !== null;) {
      const after = next ? `&after=${encodeURIComponent(next)}` : ''
      const { body } = await who.get(`/api/supports?side=${side}&limit=2${after}`)
      days.push(...body.items.map(({ dueOn }: { dueOn: string }) => dueOn))
      next = body.next
    }
    return days
  }
  const all = ['2026-11-27', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04']
  expect(await listed(s.otherHead, 'owedByUs')).toEqual(all)
  expect(await listed(s.head, 'owedToUs')).toEqual(all)
  expect([await listed(s.head, 'owedByUs'), await listed(s.otherHead, 'owedToUs')]).toEqual([[], []])
  expect(await listed(s.office, 'owedToUs')).toEqual([])
  await s.deliver(s.otherHead)
  expect(await listed(s.head, 'owedToUs')).toEqual(all)
  expect(await listed(s.head, 'owedToUs&owed=true')).toEqual(all.slice(1))
  await s.confirm(s.head)
  expect(await listed(s.head, 'owedToUs')).toEqual(all.slice(1))
})

test('a support of a task that one may not see is not there', async () => {
  const s = await supported()
  const stranger = await s.person('赵强', 'unitHead', await s.unit('财政局'))
  expect((await s.deliver(stranger)).status).toBe(404)
  expect((await s.confirm(stranger)).status).toBe(404)
})

test('the demo has deliveries confirmed in time and late, some that wait, and some that are silent', async () => {
  const { db, as } = await demoWorld()
  const supports = await db
    .selectFrom('taskSupport')
    .select(['state', 'rating', 'dueOn', 'deliveredOn', 'silentOn'])
    .execute()
  const count = (is: (support: (typeof supports)[number]) => boolean) => supports.filter(is).length
  expect(count(({ state }) => state === 'confirmed')).toBeGreaterThan(20)
  expect(count(({ state }) => state === 'delivered')).toBeGreaterThan(0)
  expect(
    count(({ dueOn, deliveredOn }) => deliveredOn !== null && dueOn !== null && deliveredOn > dueOn),
  ).toBeGreaterThan(3)
  expect(count(({ silentOn }) => silentOn !== null)).toBeGreaterThan(0)
  expect(new Set(supports.flatMap(({ rating }) => rating ?? [])).size).toBe(3)
  expect((await (await as('unitHead')).get('/api/supports?side=owedByUs')).status).toBe(200)
})
