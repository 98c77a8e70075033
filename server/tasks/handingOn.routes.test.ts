import { describe, expect, test } from 'vitest'
import { district } from '#test/world.tasks.ts'

type World = Awaited<ReturnType<typeof district>>

const DAY = 86_400_000
const BASIS = '“三定”方案第三条：教育装备由教育局负责'

const decline = ({ head, units }: World, id: string) =>
  head.post(`/api/tasks/${id}/decline`, { reason: '不属本单位职责', suggestedUnitId: units.other, legalBasis: BASIS })
const uphold = (who: World['office'], id: string) =>
  who.post(`/api/tasks/${id}/upheld-assignment`, { reason: '会议已明确' })

const lastEntry = async ({ journal }: World) => (await journal()).at(-1)

const periodOf = async ({ db, organizationId }: World, number: number) => {
  const periods = db.selectFrom('period').select('id').where('organizationId', '=', organizationId)
  return (await periods.where('number', '=', number).executeTakeFirstOrThrow()).id
}

describe('a decline', () => {
  test('stands with its suggested unit and its legal basis beside what is decided about it', async () => {
    const w = await district()
    const { id } = await w.assigned()
    expect((await decline(w, id)).body.state).toBe('disputed')
    expect(await lastEntry(w)).toMatchObject({ action: 'task.declined', reason: '不属本单位职责' })
    expect((await w.read(id)).disputes).toMatchObject([
      { number: 1, unit: { name: '科工信局' }, suggestedUnit: { name: '教育局' }, legalBasis: BASIS, decision: null },
    ])
    expect((await uphold(w.office, id)).body.state).toBe('assigned')
    expect((await w.read(id)).disputes[0].decision).toMatchObject({
      kind: 'upheld',
      by: { name: '林晓岚' },
      reason: '会议已明确',
    })
  })

  test('is the office’s to decide once, then the leader’s, and there is no third', async () => {
    const w = await district()
    const { id } = await w.assigned()
    await decline(w, id)
    expect((await uphold(w.leader, id)).body.code).toBe('office_only')
    await uphold(w.office, id)
    await decline(w, id)
    expect((await uphold(w.office, id)).body.code).toBe('leader_only')
    const page = await w.read(id)
    expect(page.standing.why).toContainEqual({ code: 'disputed', facts: { on: '2026-11-20', count: 2 } })
    expect(page.disputes.map(({ number }: { number: number }) => number)).toEqual([1, 2])
    expect((await uphold(w.leader, id)).body.state).toBe('assigned')
    expect((await decline(w, id)).body).toMatchObject({ code: 'declined_twice' })
  })

  test('comes within three working days of the assignment', async () => {
    const w = await district()
    const { id } = await w.assigned()
    w.clock.now = new Date(w.clock.now.getTime() + 5 * DAY) // Wednesday: the third working day
    expect((await w.read(id, w.head)).steps).toContainEqual(
      expect.objectContaining({ step: 'decline', allowed: true, dueOn: '2026-11-25' }),
    )
    w.clock.now = new Date(w.clock.now.getTime() + DAY)
    expect((await decline(w, id)).body.message).toContain('3 个工作日')
  })

  test('names a unit that is there', async () => {
    const w = await district()
    const { id } = await w.assigned()
    await w.db.updateTable('unit').set({ retiredAt: w.clock.now }).where('id', '=', w.units.other).execute()
    expect((await decline(w, id)).body.code).toBe('suggestion_missing')
    expect((await w.read(id)).disputes).toEqual([])
  })
})

describe('a transfer', () => {
  test('gives the task one new lead, and leaves what the former did as it was', async () => {
    const w = await district()
    const { id } = await w.inProgress({ supports: [{ unitId: w.units.other, deliverable: '选址', dueOn: null }] })
    await w.milestones.acceptAll(id)
    const before = await w.read(id)
    const moved = await w.office.post(`/api/tasks/${id}/transfer`, { unitId: w.units.other, reason: '职责调整' })
    expect(moved.body.state).toBe('assigned')
    const after = await w.read(id, w.otherHead)
    expect(after).toMatchObject({ leadUnit: { name: '教育局' }, assignee: null, acknowledgedAt: null, supports: [] })
    expect(after.formerLeads).toMatchObject([
      {
        unit: { name: '科工信局' },
        toUnit: { name: '教育局' },
        assignee: { name: '韩磊' },
        reason: '职责调整',
        actualShare: 100,
      },
    ])
    expect(after.reports.map(({ unit }: { unit: { name: string } }) => unit.name)).toEqual(['科工信局'])
    expect([after.startsOn, after.originalDueOn, after.milestones]).toEqual([
      before.startsOn,
      before.originalDueOn,
      before.milestones,
    ])
    expect((await w.head.get(`/api/tasks/${id}`)).status).toBe(404)
  })

  test('leaves the former unit what it did, to read: nothing of what came after, and nothing where it is restricted', async () => {
    const w = await district()
    const { id } = await w.inProgress()
    await w.milestones.acceptAll(id)
    const before = await w.read(id)
    const left = (who: World['head']) => who.get(`/api/tasks/${id}/former-lead`)
    expect((await left(w.head)).status).toBe(404)
    w.clock.now = new Date('2026-11-20T12:10:00+08:00')
    await w.office.post(`/api/tasks/${id}/transfer`, { unitId: w.units.other, reason: '职责调整' })
    w.clock.now = new Date('2026-11-20T12:20:00+08:00')
    const { version } = await w.read(id)
    await w.office.patch(`/api/tasks/${id}`, { version, changes: { title: '改了名的任务' } })
    const { body } = await left(w.head)
    expect(body).toMatchObject({
      title: before.title,
      formerLeads: [{ unit: { name: '科工信局' }, toUnit: { name: '教育局' }, reason: '职责调整' }],
      reports: before.reports,
    })
    expect(body.milestones.map(({ title, state }: { title: string; state: string }) => [title, state])).toEqual(
      before.milestones.map(({ title, state }: { title: string; state: string }) => [title, state]),
    )
    expect((await left(w.otherHead)).status).toBe(404)
    await w.db.updateTable('task').set({ restricted: true }).where('id', '=', id).execute()
    expect((await left(w.head)).status).toBe(404)
  })

  test('after it the former unit can report on it no more, and the new one can', async () => {
    const w = await district()
    const { id } = await w.inProgress()
    await w.milestones.acceptAll(id) // with a report of the former unit for the last period
    await w.db
      .updateTable('reportEntry')
      .set({ periodId: await periodOf(w, 3) })
      .where('taskId', '=', id)
      .execute()
    await w.office.post(`/api/tasks/${id}/transfer`, { unitId: w.units.other, reason: '职责调整' })
    const period = await periodOf(w, 4)
    const rowsOf = async (who: World['head'], unitId: string) =>
      (await who.get(`/api/periods/${period}/sheets/${unitId}`)).body.rows.map(
        (row: { taskId: string; previous: object | null }) => ({ id: row.taskId, previous: row.previous }),
      )
    expect(await rowsOf(w.head, w.units.lead)).toEqual([])
    expect(await rowsOf(w.otherHead, w.units.other)).toEqual([{ id, previous: null }])
  })

  test('is the only way to another lead once a unit has the task', async () => {
    const w = await district()
    const { id } = await w.assigned()
    const { version } = await w.read(id)
    const changed = await w.office.patch(`/api/tasks/${id}`, { version, changes: { leadUnitId: w.units.other } })
    expect(changed.body.code).toBe('lead_by_transfer')
  })
})
