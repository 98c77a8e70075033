import { expect, test } from 'vitest'
import { loadFrame, loadTasks } from './facts.queries.ts'
import { advanceStandings, standKnown } from './standing.ts'
import { district } from '#test/world.tasks.ts'

const DAY = 86_400_000

async function stands(w: Awaited<ReturnType<typeof district>>, taskId: string) {
  return w.db
    .selectFrom('taskStanding')
    .select(['light', 'why', 'standingOn'])
    .where('taskId', '=', taskId)
    .executeTakeFirstOrThrow()
}

/** The light as it was known at a moment, worked out from the versions of then. */
async function lightAt({ db, organizationId }: Awaited<ReturnType<typeof district>>, taskId: string, moment: Date) {
  const [tasks, frame] = await Promise.all([
    loadTasks(db, organizationId, { taskIds: [taskId] }, moment),
    loadFrame(db, organizationId, moment),
  ])
  return tasks[0] && standKnown(tasks[0], frame, moment.toISOString().slice(0, 10)).light
}

test('a task’s standing is written with the change that moved it', async () => {
  const w = await district()
  const { id } = await w.task()
  expect(await stands(w, id)).toMatchObject({ light: 'grey', why: [{ code: 'not_started' }] })
  await w.office.post(`/api/tasks/${id}/registration`)
  expect(await stands(w, id)).toMatchObject({ why: [{ code: 'not_assigned' }] })
  await w.office.post(`/api/tasks/${id}/assignment`)
  expect(await stands(w, id)).toMatchObject({ light: 'yellow', why: [{ code: 'milestone_due_soon' }] })
  const { version, milestones } = await w.read(id)
  const kept = milestones.map(({ id: milestoneId, title, originalDueOn }: Record<string, string>, index: number) => ({
    id: milestoneId,
    title,
    dueOn: originalDueOn,
    weight: [50, 40][index],
  }))
  const forgotten = { title: '施工许可核发', dueOn: '2026-11-19', weight: 10 }
  await w.office.patch(`/api/tasks/${id}`, { version, changes: { milestones: [...kept, forgotten] } })
  expect(await stands(w, id)).toMatchObject({ light: 'red', why: [{ code: 'milestone_overdue' }, {}] })
})

test('the day’s turn changes lights by itself, on the first read of the day, once', async () => {
  const w = await district()
  const { id } = await w.inProgress()
  const light = async () => (await w.office.get('/api/tasks')).body.items[0].light
  expect(await light()).toBe('yellow')
  w.clock.now = new Date(w.clock.now.getTime() + 11 * DAY) // 1 December: the milestone of 27 November is overdue
  expect(await Promise.all([light(), light(), light()])).toEqual(['red', 'red', 'red'])
  expect(await stands(w, id)).toMatchObject({ light: 'red', standingOn: '2026-12-01' })
  const { standingOn } = await w.db
    .selectFrom('organization')
    .select('standingOn')
    .where('id', '=', w.organizationId)
    .executeTakeFirstOrThrow()
  expect(standingOn).toBe('2026-12-01')
})

test('of two servers around midnight the one behind never turns standings back', async () => {
  const w = await district()
  const { id } = await w.inProgress()
  await advanceStandings(w.db, w.organizationId, '2026-12-01')
  await advanceStandings(w.db, w.organizationId, '2026-11-30')
  expect(await stands(w, id)).toMatchObject({ light: 'red' })
})

test('what a clock that ran far ahead left behind is worked out again once it is set right', async () => {
  const w = await district()
  const { id } = await w.inProgress()
  const shown = async () => {
    const [ledger, board] = await Promise.all([w.office.get('/api/tasks'), w.office.get('/api/board')])
    return { light: ledger.body.items[0].light, red: board.body.total.lightCounts.red }
  }
  await advanceStandings(w.db, w.organizationId, '2027-11-20')
  expect(await stands(w, id)).toMatchObject({ light: 'red' })
  expect(await shown()).toEqual({ light: 'red', red: 1 })
  await advanceStandings(w.db, w.organizationId, '2026-11-20')
  expect(await stands(w, id)).toMatchObject({ light: 'yellow' })
  expect(await shown()).toEqual({ light: 'yellow', red: 0 })
})

test('a holiday that is set moves the lights that counted its days', async () => {
  const w = await district()
  await w.inProgress({ milestones: [{ title: '主体结构封顶', dueOn: '2026-11-30', weight: 100 }] })
  const light = async () => (await w.office.get('/api/tasks')).body.items[0].light
  expect(await light()).toBe('green') // six working days left
  await w.office.put('/api/calendar-days/2026-11-25', { workday: false, name: '区运动会' })
  expect(await light()).toBe('yellow')
})

test('former versions stay, and a former moment shows the light that was known then', async () => {
  const w = await district()
  const { id } = await w.inProgress()
  const then = new Date(w.clock.now.getTime() + 60_000)
  w.clock.now = new Date(w.clock.now.getTime() + 2 * DAY)
  await w.milestones.acceptAll(id)
  const versions = await w.db.selectFrom('taskFormer').select('state').where('id', '=', id).orderBy('since').execute()
  expect(versions.map(({ state }) => state)).toEqual(['draft', 'registered', 'assigned'])
  expect(await lightAt(w, id, then)).toBe('yellow')
  expect(await lightAt(w, id, new Date(w.clock.now.getTime() + 60_000))).not.toBe('yellow')
  expect(await lightAt(w, id, new Date('2026-11-01T00:00:00Z'))).toBeUndefined()
})

test('the standing of now is the same whether read from the row or worked out again', async () => {
  const w = await district()
  for (const id of [(await w.task()).id, (await w.registered()).id, (await w.inProgress()).id]) {
    const page = await w.read(id)
    const row = (await w.office.get('/api/tasks')).body.items.find((item: { id: string }) => item.id === id)
    expect(row).toMatchObject(page.standing)
  }
})

test('units and pillars that change places change the ledger’s order with them', async () => {
  const w = await district()
  await w.task()
  await w.task({ pillarId: w.pillars.culture.id, leadUnitId: w.units.other })
  const order = async (sort: string) =>
    (await w.office.get(`/api/tasks?sort=${sort}`)).body.items.map(({ code }: { code: string }) => code)
  expect([await order('pillar'), await order('unit')]).toEqual([
    ['26-工-001', '26-文-001'],
    ['26-工-001', '26-文-001'],
  ])
  const [industry, culture] = w.plan.pillars
  await w.office.patch(`/api/plans/${w.plan.id}`, { pillars: [culture, industry] })
  await w.db.updateTable('unit').set({ position: 99 }).where('id', '=', w.units.lead).execute()
  expect([await order('pillar'), await order('unit')]).toEqual([
    ['26-文-001', '26-工-001'],
    ['26-文-001', '26-工-001'],
  ])
})
