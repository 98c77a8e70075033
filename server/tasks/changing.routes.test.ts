import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { TaskChanges } from '#domain/tasks/tasks.contract.ts'
import { district } from '#test/world.tasks.ts'

test('the original date of an assigned task never changes, not even in SQL', async () => {
  const { office, db, assigned, read } = await district()
  const { id } = await assigned()
  const before = await read(id)
  const change = (changes: object) => office.patch(`/api/tasks/${id}`, { version: before.version, changes })
  expect((await change({ dueOn: '2026-12-31' })).body.code).toBe('original_date_fixed')
  const moved = before.milestones.map(({ id: milestoneId, title, weight }: Record<string, unknown>) => ({
    id: milestoneId,
    title,
    weight,
    dueOn: '2026-12-31',
  }))
  expect((await change({ milestones: moved })).body.code).toBe('original_date_fixed')
  await expect(db.updateTable('task').set({ originalDueOn: '2026-12-31' }).execute()).rejects.toThrow('never changes')
  await expect(db.updateTable('milestone').set({ originalDueOn: '2026-12-31' }).execute()).rejects.toThrow(
    'never changes',
  )
  await expect(db.deleteFrom('task').execute()).rejects.toThrow('delete refused')
  await expect(sql`truncate task_former`.execute(db)).rejects.toThrow('append-only')
  expect(await read(id)).toEqual(before)
})

test('a change that was made on an older version is refused and says who changed it since', async () => {
  const { office, officer, task } = await district()
  const { id } = await task()
  expect((await officer.patch(`/api/tasks/${id}`, { version: 1, changes: { weight: 5 } })).body).toEqual({
    id,
    version: 2,
  })
  const late = await office.patch(`/api/tasks/${id}`, { version: 1, changes: { weight: 7 } })
  expect([late.status, late.body.code]).toEqual([409, 'changed_meanwhile'])
  expect(late.body.message).toBe('2026-11-20 12:00 已被周明改过。看过差别再存。')
})

test('a change writes the changed fields and no others; the same again writes nothing', async () => {
  const { office, task, read, journal, units, person } = await district()
  const leader = await person('于曼', 'leaderInCharge')
  const { id } = await task()
  const { milestones } = await read(id)
  const changes = {
    title: '建成三期标准厂房',
    leaderId: leader.id,
    milestones: [
      { id: milestones[1].id, title: '竣工验收备案', dueOn: '2026-12-20' },
      { title: '首批企业入驻', dueOn: '2026-12-25' },
    ],
    supports: [{ unitId: units.other, deliverable: '协议', dueOn: '2026-12-01' }],
    trajectory: [
      { on: '2026-12-01', share: 50 },
      { on: '2026-12-25', share: 100 },
    ],
  }
  expect((await office.patch(`/api/tasks/${id}`, { version: 1, changes })).body).toEqual({ id, version: 2 })
  const page = await read(id)
  expect(page).toMatchObject({ title: '建成三期标准厂房', leader: { name: '于曼' }, trajectory: { given: true } })
  expect(
    page.milestones.map(({ title, weight, originalDueOn }: Record<string, unknown>) => [title, weight, originalDueOn]),
  ).toEqual([
    ['竣工验收备案', 50, '2026-12-20'],
    ['首批企业入驻', 50, '2026-12-25'],
  ])
  const entries = await journal()
  expect(Object.keys(entries[entries.length - 1]?.before as object).sort()).toEqual(Object.keys(changes).sort())
  const same = { title: page.title, leaderId: leader.id, supports: changes.supports, trajectory: changes.trajectory }
  expect((await office.patch(`/api/tasks/${id}`, { version: 2, changes: same })).body).toEqual({ id, version: 2 })
  expect(await journal()).toHaveLength(entries.length)
})

test('an approved plan freezes targets, dates, leads and weights of what is registered', async () => {
  const { office, registered, task, plan, units, read } = await district()
  const [fixed, draft] = [await registered(), await task()]
  await office.patch(`/api/plans/${plan.id}`, { state: 'approved' })
  const change = async (id: string, changes: object) =>
    (await office.patch(`/api/tasks/${id}`, { version: (await read(id)).version, changes })).body.code ?? 'done'
  for (const changes of [
    { leadUnitId: units.other },
    { weight: 9 },
    { dueOn: '2026-12-30' },
    { target: { value: 3, measure: '家' } },
    { trajectory: [{ on: '2026-12-25', share: 100 }] },
  ])
    expect(await change(fixed.id, changes)).toBe('plan_frozen')
  expect(await change(fixed.id, { title: '建成二期标准厂房' })).toBe('done')
  expect(await change(draft.id, { weight: 9 })).toBe('done')
})

test('a given trajectory rises to 100 by the due date, when it is written and when the date moves', async () => {
  const { office, draft, registered, read } = await district()
  const whole = [
    { on: '2026-12-01', share: 30 },
    { on: '2026-12-25', share: 100 },
  ]
  const falling = [{ on: '2026-11-27', share: 40 }, ...whole]
  expect((await office.post('/api/tasks', draft({ trajectory: falling }))).body.code).toBe('trajectory_off')
  const { id } = await registered({ trajectory: whole })
  const before = await read(id)
  const change = async (changes: TaskChanges) =>
    (await office.patch(`/api/tasks/${id}`, { version: before.version, changes })).body.code ?? 'done'
  for (const changes of [{ trajectory: falling }, { trajectory: whole.slice(0, 1) }, { dueOn: '2026-12-24' }])
    expect(await change(changes)).toBe('trajectory_off')
  expect(await read(id)).toEqual(before)
  expect(await change({ trajectory: [] })).toBe('done')
  expect((await read(id)).trajectory.given).toBe(false)
})
