import { expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { lockOrganization } from '#server/org/organization.queries.ts'
import { somebodyWaits } from '#test/waiting.ts'
import { district } from '#test/world.tasks.ts'

const fieldsIn = ({ body }: { body: { fields: { at: string }[] } }) => body.fields.map(({ at }) => at)

test('a person is no unit and a unit is no person: each is refused at its field', async () => {
  const { office, task, read, draft, units, leader } = await district()
  const { id } = await task()
  const { version } = await read(id)
  const change = (changes: object) => office.patch(`/api/tasks/${id}`, { version, changes })
  expect(fieldsIn(await change({ leaderId: units.lead }))).toEqual(['changes/leaderId'])
  expect(fieldsIn(await change({ assigneeId: units.lead }))).toEqual(['changes/assigneeId'])
  expect(fieldsIn(await change({ leadUnitId: leader.id }))).toEqual(['changes/leadUnitId'])
  const supports = [{ unitId: leader.id, deliverable: '', dueOn: null }]
  expect(fieldsIn(await change({ supports }))).toEqual(['changes/supports/0/unitId'])
  expect(fieldsIn(await office.post('/api/tasks', draft({ leadUnitId: units.lead, leaderId: units.lead })))).toEqual([
    'leaderId',
  ])
  expect((await read(id)).version).toBe(version)
})

test('two new steps of one title are two, also where the task has one of that title', async () => {
  const { office, task, read } = await district()
  const { id } = await task()
  const step = (weight: number) => ({ title: '主体结构封顶', dueOn: '2026-11-27', weight })
  const changes = { milestones: [step(50), step(30), step(20)] }
  expect((await office.patch(`/api/tasks/${id}`, { version: 1, changes })).status).toBe(200)
  expect((await read(id)).milestones.map(({ weight }: { weight: number }) => weight)).toEqual([50, 30, 20])
})

test.each(['created', 'given'])('a unit that retires at that very moment leads no task %s to it', async (how) => {
  const { office, task, draft, units, db, organizationId, clock } = await district()
  const given = how === 'given' ? await task() : null
  // As retiring a unit does: the organization first, then the unit; not yet committed.
  const retiring = await db.startTransaction().execute()
  await lockOrganization(retiring, { organizationId } as Actor)
  await retiring.updateTable('unit').set({ retiredAt: clock.now }).where('id', '=', units.other).execute()
  let isSettled = false
  const changes = { leadUnitId: units.other }
  const answer = (
    given ? office.patch(`/api/tasks/${given.id}`, { version: 1, changes }) : office.post('/api/tasks', draft(changes))
  ).finally(() => {
    isSettled = true
  })
  while (!isSettled && !(await somebodyWaits(db))) await new Promise(setImmediate)
  await retiring.commit().execute()
  expect((await answer).body).toMatchObject({ code: 'invalid_input' })
})
