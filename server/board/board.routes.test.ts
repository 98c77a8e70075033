import { expect, test } from 'vitest'
import { NOON } from '#test/world.ts'
import { demoWorld } from '#test/world.demo.ts'

async function board() {
  const w = await demoWorld()
  return { ...w, office: await w.as('supervisionOffice'), liaison: await w.as('liaison') }
}

type Tallied = { taskCount: number }
const sum = (rows: Tallied[]) => rows.reduce((total, { taskCount }) => total + taskCount, 0)

test('edges and total of the served board add up from its stones', async () => {
  const { office } = await board()
  const { body } = await office.get('/api/board')
  expect([sum(body.cells), sum(body.unitTallies), sum(body.pillarTallies)]).toEqual(Array(3).fill(body.total.taskCount))
})

test('every rate’s list has its denominator’s length and its numerator’s sum, page by page', async () => {
  const { office } = await board()
  const { rates } = (await office.get('/api/board')).body
  for (const name of ['milestoneOnTimeRate', 'trajectoryAttainment', 'taskCompletionRate', 'indicatorAttainment']) {
    const items: { counts: number }[] = []
    for (let after = ''; ;) {
      const { body } = await office.get(
        `/api/board/rates/${name}?limit=60${after && `&after=${encodeURIComponent(after)}`}`,
      )
      items.push(...body.items)
      if (body.next === null) break
      after = body.next
    }
    expect(items).toHaveLength(rates[name].denominator)
    expect(items.reduce((total, { counts }) => total + counts, 0)).toBeCloseTo(rates[name].numerator, 6)
  }
})

test('a past day’s board is what was known at its end: later corrections do not change it', async () => {
  const { office, db } = await board()
  const before = (await office.get('/api/board?asOn=2026-06-30')).body
  expect(before.total.taskCount).toBeGreaterThan(200)
  await db
    .updateTable('milestone')
    .set({ state: 'pending', submittedOn: null, doneOn: null, acceptedAt: null, since: NOON })
    .where('state', '=', 'accepted')
    .execute()
  expect((await office.get('/api/board?asOn=2026-06-30')).body.digest).toBe(before.digest)
})

test('a kept board is never given after a change, however the change came', async () => {
  const { office, as } = await board()
  const first = (await office.get('/api/board')).body
  expect((await office.get('/api/board')).body).toEqual(first)
  const { body: ledger } = await office.get('/api/tasks?state=inProgress&limit=1')
  await (await as('principalLeader')).post(`/api/tasks/${ledger.items[0].id}/cancellation`, { reason: '任务合并' })
  expect((await office.get('/api/board')).body.total.taskCount).toBe(first.total.taskCount - 1)
})

test('the people of a unit see the stones of what they lead or support, and no other', async () => {
  const { office, liaison } = await board()
  const whole = (await office.get('/api/board')).body
  const own = (await liaison.get('/api/board')).body
  const { body: ledger } = await liaison.get('/api/tasks?limit=200')
  expect(own.total.taskCount).toBe(ledger.items.length)
  expect(own.total.taskCount).toBeLessThan(whole.total.taskCount)
})

test('a day that has not come and a year without a plan are not found', async () => {
  const { office } = await board()
  expect((await office.get('/api/board?asOn=2026-11-21')).status).toBe(404)
  expect((await office.get('/api/board?year=2019')).status).toBe(404)
})

test('behind a stone stand its tasks, worst first, each with its reason', async () => {
  const { office } = await board()
  const { cells } = (await office.get('/api/board')).body
  const red = cells.find(({ light }: { light: string }) => light === 'red')
  const { body } = await office.get(`/api/board/units/${red.unitId}?pillarId=${red.pillarId}`)
  expect(body.tasks).toHaveLength(red.taskCount)
  expect(body.tasks[0]).toMatchObject({ light: 'red' })
  expect(body.tasks.every(({ why }: { why: object[] }) => why.length > 0)).toBe(true)
})
