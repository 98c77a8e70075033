import { expect, test } from 'vitest'
import { district, planOf } from '#test/world.tasks.ts'
import { world } from '#test/world.ts'

const names = (plan: { pillars: { name: string; retired: boolean }[] }) =>
  plan.pillars.filter(({ retired }) => !retired).map(({ name }) => name)

test('a plan year begins with its pillars, its periods and the national calendar', async () => {
  const w = await world()
  const office = await w.person('林晓岚', 'supervisionOffice')
  const plan = await planOf(office)
  expect(names(plan)).toEqual(['工业强区', '文教兴区'])
  expect(plan.periods).toHaveLength(4)
  expect(plan.periods[2]).toMatchObject({
    startsOn: '2026-07-01',
    endsOn: '2026-09-30',
    opensOn: '2026-09-23',
    state: 'closed',
  })
  const { body } = await office.get('/api/calendar-days')
  expect(body).toMatchObject({ year: 2026, known: true, unknownNextYear: 2027 })
  expect(body.items).toContainEqual({ on: '2026-10-01', workday: false, name: '国庆节' })
  expect(body.items).toContainEqual({ on: '2026-02-14', workday: true, name: '春节' })
  expect((await planOf(office).catch((error: Error) => error)).message).toContain('already_exists')
})

test('monthly reports make twelve periods, and going back to quarters finds the old ones', async () => {
  const { office, plan } = await district()
  const rule = (every: string) => ({ every, opensOnLastWorkday: 3, closesAfterWorkdays: 2 })
  const set = async (every: string) => (await office.patch(`/api/plans/${plan.id}`, { reportRule: rule(every) })).body
  expect((await set('month')).periods).toHaveLength(12)
  const quarters = (await set('quarter')).periods
  expect(quarters.map(({ id }: { id: string }) => id)).toEqual(plan.periods.map(({ id }: { id: string }) => id))
  expect(quarters[2].opensOn).toBe('2026-09-28')
})

test('a list of pillars that was begun before a colleague added one takes nothing away', async () => {
  const { office, officer, plan } = await district()
  const path = `/api/plans/${plan.id}`
  const seen = plan.pillars.map(({ id }: { id: string }) => id)
  await officer.patch(path, { pillars: [...plan.pillars, { name: '健康惠区', mark: '健' }].map(bare), seen })
  const late = await office.patch(path, { pillars: plan.pillars.map(bare), seen })
  expect(late).toMatchObject({ status: 409, body: { code: 'changed_meanwhile', facts: { by: '周明' } } })
  const [now] = (await office.get('/api/plans')).body.items
  expect(names(now)).toContain('健康惠区')
  const known = now.pillars.map(({ id }: { id: string }) => id)
  expect((await office.patch(path, { pillars: plan.pillars.map(bare), seen: known })).status).toBe(200)
})
const bare = ({ id, name, mark }: { id?: string; name: string; mark: string }) => ({ ...(id && { id }), name, mark })

test('pillars are reordered, renamed, swapped, added and retired in one go; a used one stays', async () => {
  const { office, plan, task, journal } = await district()
  const [industry, culture] = plan.pillars
  const set = (pillars: object[]) => office.patch(`/api/plans/${plan.id}`, { pillars })
  const swapped = await set([
    { id: culture.id, name: industry.name, mark: industry.mark },
    { name: '健康惠区', mark: '健' },
    { id: industry.id, name: culture.name, mark: culture.mark },
  ])
  expect(names(swapped.body)).toEqual(['工业强区', '健康惠区', '文教兴区'])
  await task()
  const [first, second] = swapped.body.pillars
  expect((await set([first, second])).body).toMatchObject({ code: 'still_used', facts: { count: 1 } })
  const kept = swapped.body.pillars.slice(1)
  expect(names((await set(kept)).body)).toEqual(['健康惠区', '文教兴区'])
  expect((await set([...kept, { name: '文教兴区', mark: '二' }])).body.code).toBe('already_exists')
  const actions = (await journal()).map(({ action }) => action)
  expect(actions.filter((action) => action === 'plan.pillarsChanged')).toHaveLength(2)
})

test('a plan goes forward only, and a closed one changes no more', async () => {
  const { office, plan, draft } = await district()
  const set = async (state: string) => (await office.patch(`/api/plans/${plan.id}`, { state })).body
  expect((await set('approved')).state).toBe('approved')
  expect((await set('drafting')).code).toBe('plan_state_backwards')
  expect((await set('closed')).state).toBe('closed')
  expect((await set('approved')).code).toBe('plan_closed')
  expect((await office.post('/api/tasks', draft())).body.code).toBe('plan_closed')
})

test('a day that the office sets moves the windows that counted it', async () => {
  const { office, plan, journal } = await district()
  expect(plan.periods[3].opensOn).toBe('2026-12-25')
  const answer = await office.put('/api/calendar-days/2026-12-30', { workday: false, name: '停电检修' })
  expect(answer.body).toEqual({ on: '2026-12-30', workday: false, name: '停电检修' })
  const { body } = await office.get('/api/plans')
  expect(body.items[0].periods[3].opensOn).toBe('2026-12-24')
  expect((await journal()).at(-1)).toMatchObject({ action: 'calendarDay.set', after: { name: '停电检修' } })
})

test('only the office makes plans; everybody signed in reads them', async () => {
  const { head, plan, person } = await district()
  expect((await head.post('/api/plans', { year: 2027, pillars: [{ name: '甲', mark: '甲' }] })).status).toBe(403)
  expect((await head.patch(`/api/plans/${plan.id}`, { state: 'closed' })).status).toBe(403)
  const auditor = await person('审计', 'auditAdmin')
  expect((await auditor.get('/api/plans')).body.items).toHaveLength(1)
  expect((await auditor.get('/api/tasks')).status).toBe(403)
})
