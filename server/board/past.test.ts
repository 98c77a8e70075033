import { expect, test } from 'vitest'
import { COMPLETION_CHECKS } from '#domain/tasks/inLife.ts'
import { district } from '#test/world.tasks.ts'

const DAY = 86_400_000

/** A task that anybody in charge could see yesterday and that was restricted today. */
async function restrictedSince() {
  const w = await district()
  const { id } = await w.inProgress()
  w.clock.now = new Date(w.clock.now.getTime() + DAY)
  const { version } = await w.read(id)
  await w.office.patch(`/api/tasks/${id}`, { version, changes: { restricted: true } })
  const stranger = await w.person('于曼', 'leaderInCharge')
  const past = async (who: typeof stranger) => ({
    board: (await who.get('/api/board?asOn=2026-11-20')).body.total.taskCount,
    rate: (await who.get('/api/board/rates/taskCompletionRate?asOn=2026-11-20')).body.items.length,
    stone: (await who.get(`/api/board/units/${w.units.lead}?asOn=2026-11-20`)).body.tasks.length,
  })
  return { ...w, stranger, past }
}

test('a task that is restricted now is not found in its past either, not even as a count', async () => {
  const { stranger, past } = await restrictedSince()
  expect(await past(stranger)).toEqual({ board: 0, rate: 0, stone: 0 })
})

test('whoever may see it now sees its past as it was', async () => {
  const { office, principal, leader, liaison, past } = await restrictedSince()
  for (const who of [office, principal, leader, liaison])
    expect(await past(who)).toEqual({ board: 1, rate: 1, stone: 1 })
})

test('a pillar that was retired stays a column as long as tasks stand in it, today and on a past day', async () => {
  const w = await district()
  const { industry, culture } = w.pillars
  const { id } = await w.inProgress()
  await w.milestones.acceptAll(id)
  const steps = [
    await w.head.post(`/api/tasks/${id}/completion-request`, { note: '已竣工验收' }),
    await w.office.post(`/api/tasks/${id}/completion-acceptance`, { checks: COMPLETION_CHECKS }),
    await w.office.post(`/api/tasks/${id}/close-out`, { verification: '已现场核验' }),
  ]
  expect(steps.map(({ status }) => status)).toEqual([200, 200, 200])
  const past = () => w.office.get('/api/board?asOn=2026-11-20')
  w.clock.now = new Date(w.clock.now.getTime() + DAY)
  const before = (await past()).body
  const retired = await w.office.patch(`/api/plans/${w.plan.id}`, { pillars: [culture] })
  expect(retired.status).toBe(200)
  const { body } = await w.office.get('/api/board')
  expect(body.total.taskCount).toBe(1)
  expect(body.pillars).toMatchObject([{ id: industry.id }, { id: culture.id }])
  expect((await past()).body).toMatchObject({ pillars: before.pillars, digest: before.digest })
})

test('a pillar that was retired without tasks is no column any more', async () => {
  const w = await district()
  const { industry } = w.pillars
  await w.office.patch(`/api/plans/${w.plan.id}`, { pillars: [industry] })
  const { pillars } = (await w.office.get('/api/board')).body
  expect(pillars.map(({ id }: { id: string }) => id)).toEqual([industry.id])
})
