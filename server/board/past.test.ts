import { expect, test } from 'vitest'
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
