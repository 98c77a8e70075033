import { describe, expect, test } from 'vitest'
import { runRound } from '../rounds/rounds.ts'
import { resumeDeferred } from './deferrals.ts'
import { loadTasks } from './facts.queries.ts'
import { district } from '#test/world.tasks.ts'

type World = Awaited<ReturnType<typeof district>>

const DAY = 86_400_000
const CHECKS = ['factsClear', 'problemSolved', 'taskDone', 'conclusionRight', 'lawful', 'formRight']

/** A task whose completion its head has asked for. */
async function requested(w: World, changes: Parameters<World['inProgress']>[0] = {}) {
  const task = await w.inProgress(changes)
  await w.milestones.acceptAll(task.id)
  await w.head.post(`/api/tasks/${task.id}/completion-request`, { note: '已建成' })
  return task
}
/** A task that the office has accepted. */
async function accepted(w: World, changes: Parameters<World['inProgress']>[0] = {}) {
  const task = await requested(w, changes)
  await w.office.post(`/api/tasks/${task.id}/completion-acceptance`, { checks: CHECKS })
  return task
}
describe('a leader’s sign-off', () => {
  const directive = {
    source: { type: 'directive' as const, title: '批示抄清', number: '清督批〔2026〕7号', quote: '' },
  }

  test('completes a directive; a planned task needs none', async () => {
    const w = await district()
    const [asked, planned] = [await accepted(w, directive), await accepted(w)]
    expect((await w.read(planned.id)).state).toBe('completed')
    expect((await w.read(asked.id)).state).toBe('leaderSignOff')
    expect((await w.principal.post(`/api/tasks/${planned.id}/sign-off`)).body.code).toBe('task_wrong_state')
    expect((await w.leader.post(`/api/tasks/${asked.id}/sign-off`, { note: '同意' })).body.state).toBe('completed')
    expect(await w.read(asked.id)).toMatchObject({
      completedOn: '2026-11-20',
      signedOff: { on: '2026-11-20', by: { name: '郭建川' } },
    })
  })

  test('is needed after a red supervision notice', async () => {
    const w = await district()
    const { id } = await requested(w)
    await w.db
      .insertInto('supervisionNotice')
      .values({
        organizationId: w.organizationId,
        key: `red ${id}`,
        level: 'red',
        state: 'issued',
        year: 2026,
        number: 1,
        numberText: '清督〔2026〕1号',
        taskId: id,
        unitId: w.units.lead,
        reason: '{}',
        answerWithinWorkdays: 5,
        proposedOn: '2026-11-19',
        issuedOn: '2026-11-19',
        answerBy: '2026-11-26',
        since: w.clock.now,
      })
      .execute()
    const accepting = await w.office.post(`/api/tasks/${id}/completion-acceptance`, { checks: CHECKS })
    expect(accepting.body.state).toBe('leaderSignOff')
  })

  test('or sends it back with words and a day, after which it is done, accepted and signed anew', async () => {
    const w = await district()
    const { id } = await accepted(w, directive)
    const path = `/api/tasks/${id}/further-instruction`
    expect((await w.leader.post(path, { instruction: '再核一次资金' })).body.code).toBe('day_missing')
    const sent = await w.leader.post(path, { instruction: '再核一次资金', day: '2026-12-04' })
    expect(sent.body.state).toBe('inProgress')
    const page = await w.read(id)
    expect(page.redo).toEqual({ since: '2026-11-20', dueOn: '2026-12-04', reason: '再核一次资金' })
    expect(page.standing).toMatchObject({ light: 'yellow', onPlan: false, why: [{ code: 'redo' }] })
    await w.head.post(`/api/tasks/${id}/completion-request`, { note: '已核' })
    await w.office.post(`/api/tasks/${id}/completion-acceptance`, { checks: CHECKS })
    await w.leader.post(`/api/tasks/${id}/sign-off`)
    expect(await w.read(id)).toMatchObject({ state: 'completed', redo: null })
  })
})

describe('what is taken up again', () => {
  test('keeps its first completion, in the open, and counts as undone in every rate', async () => {
    const w = await district()
    const { id } = await accepted(w)
    await w.office.post(`/api/tasks/${id}/close-out`, { verification: '周明到现场看过' })
    const rates = async () => (await w.office.get('/api/task-totals')).body.total
    expect((await rates()).taskCompletionRate).toMatchObject({ numerator: 1, denominator: 1 })
    w.clock.now = new Date(w.clock.now.getTime() + 3 * DAY)
    const body = { reason: '回访发现未投用', day: '2026-12-11' }
    expect((await w.office.post(`/api/tasks/${id}/reopening`, body)).body.state).toBe('inProgress')
    expect(await w.read(id)).toMatchObject({
      completedOn: null,
      closedOutOn: null,
      firstCompletedOn: '2026-11-20',
      reopenCount: 1,
    })
    expect(await rates()).toMatchObject({
      taskCompletionRate: { numerator: 0, denominator: 1 },
      trajectoryAttainment: { numerator: 0, denominator: 1 },
    })
    w.clock.now = new Date(w.clock.now.getTime() + 21 * DAY) // after 11 December
    expect((await w.read(id)).standing).toMatchObject({ light: 'red', why: [{ code: 'redo_overdue' }] })
  })

  test('verification that fails and a revisit that finds it wanting both send it back', async () => {
    const w = await district()
    const { id } = await accepted(w)
    const words = { verification: '现场缺 2 台设备', reason: '设备未到位', day: '2026-12-04' }
    expect((await w.office.post(`/api/tasks/${id}/failed-verification`, words)).body.state).toBe('inProgress')
    await w.head.post(`/api/tasks/${id}/completion-request`, { note: '已补齐' })
    await w.office.post(`/api/tasks/${id}/completion-acceptance`, { checks: CHECKS })
    await w.office.post(`/api/tasks/${id}/close-out`, { verification: '已看' })
    const held = await w.office.post(`/api/tasks/${id}/revisit`, { verification: '仍在用', holds: true })
    expect(held.body.state).toBe('closedOut')
    const gone = await w.office.post(`/api/tasks/${id}/revisit`, { ...words, holds: false })
    expect(gone.body.state).toBe('inProgress')
    expect((await w.read(id)).reopenCount).toBe(2)
  })
})

describe('a stopped task', () => {
  test('has no light, keeps its dates, and leaves no rate', async () => {
    const w = await district()
    const { id } = await w.inProgress()
    const before = (await w.office.get('/api/task-totals')).body.total
    expect((await w.office.post(`/api/tasks/${id}/suspension`, { reason: '规划调整' })).body.code).toBe('not_allowed')
    expect((await w.leader.post(`/api/tasks/${id}/suspension`, { reason: '规划调整' })).body.state).toBe('suspended')
    const page = await w.read(id)
    expect(page).toMatchObject({ originalDueOn: '2026-12-25', currentDueOn: '2026-12-25', standing: { light: 'grey' } })
    const after = (await w.office.get('/api/task-totals')).body.total
    expect([after.trajectoryAttainment, after.taskCompletionRate]).toEqual([
      before.trajectoryAttainment,
      before.taskCompletionRate,
    ])
    expect((await w.office.post(`/api/tasks/${id}/resumption`, { reason: '批复已到' })).body.state).toBe('inProgress')
  })

  test('that was put off goes on by itself on its day, once, even when the server was down on it', async () => {
    const w = await district()
    const { id } = await w.inProgress()
    await w.leader.post(`/api/tasks/${id}/deferral`, { reason: '资金未到', day: '2026-11-30' })
    const round = () => runRound({ db: w.db, clock: () => w.clock.now, afterChange: () => undefined }, resumeDeferred)
    await round()
    expect(await w.read(id)).toMatchObject({ state: 'deferred', deferredUntil: '2026-11-30' })
    w.clock.now = new Date(w.clock.now.getTime() + 12 * DAY)
    await round()
    await round()
    expect(await w.read(id)).toMatchObject({ state: 'inProgress', deferredUntil: null })
    const resumed = (await w.journal()).filter(({ action }) => action === 'task.resumed')
    expect(resumed).toMatchObject([{ personName: '系统', reason: '缓办期满' }])
  })

  test('is as it was on every past day', async () => {
    const w = await district()
    const { id } = await w.inProgress()
    const moment = new Date(w.clock.now.getTime() + 1000)
    w.clock.now = new Date(w.clock.now.getTime() + DAY)
    await w.leader.post(`/api/tasks/${id}/suspension`, { reason: '规划调整' })
    const [then] = await loadTasks(w.db, w.organizationId, { taskIds: [id] }, moment)
    expect(then).toMatchObject({ state: 'inProgress', stateOn: '2026-11-20' })
  })
})

test('a task not acknowledged after two working days is marked in the ledger and on its page, and a leader finds it', async () => {
  const w = await district()
  const { id } = await w.assigned()
  const flagged = async () =>
    (await w.office.get('/api/tasks?flag=acknowledgeLate')).body.items.map((row: { id: string }) => row.id)
  w.clock.now = new Date(w.clock.now.getTime() + 4 * DAY) // Tuesday: the second working day
  expect(await flagged()).toEqual([])
  w.clock.now = new Date(w.clock.now.getTime() + DAY)
  expect(await flagged()).toEqual([id])
  const page = await w.read(id)
  expect(page.flags.acknowledgeLate).toBe(true)
  expect(page.standing.why).toContainEqual({ code: 'acknowledge_late', facts: { on: '2026-11-20', workdays: 1 } })
  await w.head.post(`/api/tasks/${id}/acknowledgement`, { assigneeId: w.assignee.id })
  expect(await flagged()).toEqual([])
})

describe('many at once', () => {
  test('closing out leaves what is to be verified on the spot, and says why, item by item', async () => {
    const w = await district()
    const late = await accepted(w, { milestones: [{ title: '封顶', dueOn: '2026-11-20', weight: 100 }] })
    await w.db
      .updateTable('milestone')
      .set({ doneOn: '2026-11-24', submittedOn: '2026-11-24' })
      .where('taskId', '=', late.id)
      .execute()
    const many = await Promise.all([accepted(w), accepted(w)])
    const causes = await Promise.all(many.map(async ({ id }) => (await w.read(id)).flags.verification))
    const papers = many.filter((_, index) => causes[index] === null).map(({ id }) => id)
    const { body } = await w.office.post('/api/task-close-outs', {
      taskIds: [late.id, ...many.map(({ id }) => id)],
      verification: '查阅台账，资料齐全',
    })
    expect(body.done.toSorted()).toEqual(papers.toSorted())
    expect(body.refused).toContainEqual(
      expect.objectContaining({ id: late.id, code: 'spot_check', message: expect.stringContaining('曾亮红灯') }),
    )
    expect((await w.office.post(`/api/tasks/${late.id}/close-out`, { verification: '周明到现场看过' })).status).toBe(
      200,
    )
  })

  test('a leader stops several tasks for one reason, and the office lets them go on; others’ are refused', async () => {
    const w = await district()
    const other = await w.person('顾文澜', 'leaderInCharge')
    const [own, others] = [await w.inProgress(), await w.inProgress({ leaderId: other.id })]
    const taskIds = [own.id, others.id]
    const stopped = await w.leader.post('/api/task-suspensions', { taskIds, reason: '统一调整' })
    expect(stopped.body).toMatchObject({ done: [own.id], refused: [{ id: others.id, code: 'leader_only' }] })
    const resumed = await w.office.post('/api/task-resumptions', { taskIds, reason: '调整完成' })
    expect(resumed.body).toMatchObject({ done: [own.id], refused: [{ id: others.id, code: 'task_wrong_state' }] })
  })

  test('a leader signs several tasks off', async () => {
    const w = await district()
    const source = { type: 'meeting' as const, title: '联席会议纪要', number: '', quote: '' }
    const taskIds = [(await accepted(w, { source })).id, (await accepted(w, { source })).id]
    expect((await w.leader.post('/api/task-sign-offs', { taskIds })).body).toMatchObject({ refused: [] })
    expect((await w.read(taskIds[0] ?? '')).state).toBe('completed')
  })
})
