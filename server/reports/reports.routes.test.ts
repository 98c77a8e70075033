import { describe, expect, test } from 'vitest'
import { reporting } from '#test/reporting.ts'

type Reporting = Awaited<ReturnType<typeof reporting>>

/** One task, filled, signed by the head; with the claims given. */
async function signed(district: Reporting, changes: (milestoneIds: string[]) => object = () => ({})) {
  const task = await district.task('标准厂房 12 万平方米')
  expect((await district.fill(task.id, changes(task.milestoneIds))).status).toBe(200)
  expect((await district.head.post(`${district.sheetPath()}/signature`)).status).toBe(200)
  const { entryId, version } = await district.row(task.id)
  return { ...task, entryId, version }
}
const journalOf = async (district: Reporting, action: string) =>
  (await district.journal()).filter((entry) => entry.action === action)

describe('a sheet comes prefilled', () => {
  test('from the last period: the share stands, the next step is the draft of what was done', async () => {
    const district = await reporting()
    const task = await district.task('标准厂房 12 万平方米')
    const before = { actualShare: 40, done: ['基础完工'], nextStep: '主体施工至四层' }
    await district.accepted(task.id, district.second, before)
    expect(await district.sheet()).toMatchObject({
      state: 'open',
      unit: { name: '工信局' },
      heads: [{ name: '梁志恒' }],
    })
    expect(await district.row(task.id)).toMatchObject({
      state: 'empty',
      version: 0,
      checked: false,
      values: { actualShare: 40, done: ['主体施工至四层'], nextStep: '', confidence: 'green' },
      previous: { ...before, period: { kind: 'quarter', year: 2026, number: 2 } },
      milestones: [{ title: '主体封顶' }, { title: '竣工验收' }],
      plannedShareAtEnd: expect.any(Number),
      light: 'red',
    })
  })
  test('with one row per task the unit leads and is at work on, and what is closed apart', async () => {
    const district = await reporting()
    const [open, closed] = [await district.task('一'), await district.task('二')]
    await district.task('邻局的', district.finance)
    await district.db
      .updateTable('task')
      .set({ state: 'closedOut', completedOn: '2026-06-01', since: new Date() })
      .where('id', '=', closed.id)
      .execute()
    const sheet = await district.sheet()
    expect(sheet.rows.map(({ taskId }: { taskId: string }) => taskId)).toEqual([open.id])
    expect(sheet.closed).toMatchObject([{ taskId: closed.id, taskState: 'closedOut', doneOn: '2026-06-01' }])
  })
})

describe('autosave', () => {
  test('keeps what was prefilled with the changed cells, and every former version', async () => {
    const district = await reporting()
    const task = await district.task('标准厂房')
    await district.accepted(task.id, district.second, { actualShare: 40, done: ['基础'], nextStep: '主体施工' })
    const first = await district.liaison.put(district.rowPath(task.id), { version: 0, changes: { actualShare: 48 } })
    expect(first.body).toMatchObject({
      version: 1,
      state: 'draft',
      checked: false,
      values: { actualShare: 48, done: ['主体施工'] },
      saved: { by: { name: '苏雨桐' } },
    })
    const second = await district.liaison.put(district.rowPath(task.id), { version: 1, changes: {}, checked: true })
    expect(second.body).toMatchObject({ version: 2, checked: true })
    const third = await district.liaison.put(district.rowPath(task.id), { version: 2, changes: { nextStep: '封顶' } })
    expect(third.body).toMatchObject({ version: 3, checked: false })
    const { db, organizationId } = district
    const versions = db.selectFrom('reportEntryFormer').select('version').where('organizationId', '=', organizationId)
    const former = await versions.orderBy('version').execute()
    expect(former).toEqual([{ version: 1 }, { version: 2 }])
    expect((await journalOf(district, 'report.saved')).map(({ before, after }) => [before, after])).toMatchObject([
      [null, { actualShare: 48 }],
      [{ checked: false }, { checked: true }],
      [{ nextStep: '' }, { nextStep: '封顶' }],
    ])
  })
  test('refuses a stale version and says who changed it and when', async () => {
    const district = await reporting()
    const task = await district.task('标准厂房')
    await district.liaison.put(district.rowPath(task.id), { version: 0, changes: { actualShare: 48 } })
    const stale = await district.head.put(district.rowPath(task.id), { version: 0, changes: { actualShare: 50 } })
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'changed_meanwhile', facts: { by: '苏雨桐', at: '2026-09-28 10:00' } },
    })
    expect(await district.row(task.id)).toMatchObject({ version: 1, values: { actualShare: 48 } })
  })
  test('writes nothing when nothing changed', async () => {
    const district = await reporting()
    const task = await district.task('标准厂房')
    await district.fill(task.id)
    const before = await district.journal()
    expect((await district.fill(task.id)).body).toMatchObject({ version: 1 })
    expect(await district.journal()).toEqual(before)
  })
  test('of two who begin a row at once, one wins and the other is told', async () => {
    const district = await reporting()
    const task = await district.task('标准厂房')
    const save = (share: number) => ({ version: 0, changes: { actualShare: share } })
    const answers = await Promise.all([
      district.liaison.put(district.rowPath(task.id), save(10)),
      district.head.put(district.rowPath(task.id), save(20)),
    ])
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
  })
  test.each([
    ['a share above 100', { actualShare: 101 }],
    ['a confidence nobody has', { confidence: 'blue' }],
  ])('refuses %s with the field', async (_, changes) => {
    const district = await reporting()
    const task = await district.task('标准厂房')
    const answer = await district.liaison.put(district.rowPath(task.id), { version: 0, changes })
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ at: expect.stringContaining('changes/') }] } })
  })
  test('shows a copy of the last period to its author without blocking it', async () => {
    const district = await reporting()
    const task = await district.task('标准厂房')
    const same = { actualShare: 40, done: ['主体结构施工至四层'], nextStep: '继续推进主体结构' }
    await district.accepted(task.id, district.second, same)
    const answer = await district.fill(task.id, same)
    expect(answer.body.problems).toMatchObject([{ code: 'copied', weight: 'asks' }])
    expect((await district.head.post(`${district.sheetPath()}/signature`)).status).toBe(200)
  })
})

describe('the head signs once', () => {
  test('only the head, and only when every row is ready', async () => {
    const district = await reporting()
    const [ready, open] = [await district.task('一'), await district.task('二')]
    await district.fill(ready.id)
    expect((await district.liaison.post(`${district.sheetPath()}/signature`)).status).toBe(403)
    const early = await district.head.post(`${district.sheetPath()}/signature`)
    expect(early).toMatchObject({
      status: 422,
      body: { code: 'rows_not_ready', facts: { count: 1 }, fields: [{ at: `rows/${open.id}` }] },
    })
    expect((await district.row(ready.id)).state).toBe('draft')
    expect(await journalOf(district, 'sheet.signed')).toEqual([])
    await district.fill(open.id)
    const signature = await district.head.post(`${district.sheetPath()}/signature`)
    expect(signature.body).toMatchObject({ state: 'submitted', submittedCount: 2, signed: { by: { name: '梁志恒' } } })
    expect(await district.head.post(`${district.sheetPath()}/signature`)).toMatchObject({
      status: 409,
      body: { code: 'sheet_not_editable' },
    })
    expect(await journalOf(district, 'report.submitted')).toHaveLength(2)
  })
  test('what the head has read and nothing else', async () => {
    const district = await reporting()
    const task = await district.task('一')
    await district.fill(task.id)
    const answer = await district.head.post(`${district.sheetPath()}/signature`, {
      seen: [{ taskId: task.id, version: 0 }],
    })
    expect(answer).toMatchObject({ status: 409, body: { code: 'changed_meanwhile', facts: { by: '苏雨桐' } } })
  })
  test('after the liaison has asked, which also needs every row ready', async () => {
    const district = await reporting()
    const task = await district.task('一')
    expect((await district.liaison.post(`${district.sheetPath()}/signature-request`)).status).toBe(422)
    await district.fill(task.id)
    const answer = await district.liaison.post(`${district.sheetPath()}/signature-request`)
    expect(answer.body.prepared).toMatchObject({ by: { name: '苏雨桐' } })
    expect((await district.sheet()).prepared).toMatchObject({ by: { name: '苏雨桐' } })
    expect(await journalOf(district, 'sheet.prepared')).toHaveLength(1)
  })
  test('a signed row can no longer be written', async () => {
    const district = await reporting()
    const { id, version } = await signed(district)
    const answer = await district.liaison.put(district.rowPath(id), { version, changes: { actualShare: 90 } })
    expect(answer).toMatchObject({ status: 409, body: { code: 'sheet_not_editable' } })
  })
})

describe('who sees and writes', () => {
  test('another unit’s sheet does not exist', async () => {
    const district = await reporting()
    const task = await district.task('一')
    const answers = [
      await district.neighbour.get(district.sheetPath()),
      await district.neighbour.put(district.rowPath(task.id), { version: 0, changes: { actualShare: 1 } }),
      await district.neighbour.post(`${district.sheetPath()}/signature-request`),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    expect((await district.neighbour.get('/api/sheets')).body.items).toEqual([])
  })
  test('nor does it for a unit that supports one of its tasks and sees that', async () => {
    const district = await reporting()
    const { organizationId, finance, neighbour } = district
    const { id: taskId } = await district.task('一')
    await district.db
      .insertInto('taskSupport')
      .values({
        organizationId,
        taskId,
        unitId: finance,
        deliverable: '资金安排意见',
        dueOn: '2026-10-30',
        since: new Date('2026-01-05T09:00:00+08:00'),
      })
      .execute()
    expect((await neighbour.get(`/api/tasks/${taskId}`)).status).toBe(200)
    const answer = await neighbour.put(district.rowPath(taskId), { version: 0, changes: { actualShare: 1 } })
    expect(answer.status).toBe(404)
  })
  test('a leader sees it and writes nothing; nor does the office, nor who only does the work', async () => {
    const district = await reporting()
    const task = await district.task('一')
    for (const reader of [district.leader, district.office, district.assignee]) {
      expect((await reader.get(district.sheetPath())).body.rows).toHaveLength(1)
      expect(await reader.put(district.rowPath(task.id), { version: 0, changes: {} })).toMatchObject({ status: 403 })
      expect(await reader.post(`${district.sheetPath()}/signature`)).toMatchObject({ status: 403 })
    }
    expect((await district.head.post('/api/report-reviews', { rows: [], decision: 'accept' })).status).toBe(403)
    expect(await district.journal()).toEqual([])
  })
  test('a restricted task’s row stays hidden from leaders it does not concern', async () => {
    const district = await reporting()
    const task = await district.task('一')
    await district.db
      .updateTable('task')
      .set({ restricted: true, leaderId: null, since: new Date() })
      .where('id', '=', task.id)
      .execute()
    expect((await district.leader.get(district.sheetPath())).body.rows).toEqual([])
    expect((await district.liaison.get(district.sheetPath())).body.rows).toHaveLength(1)
  })
})

describe('the desk', () => {
  test('shows who has reported, who has not, and what waits', async () => {
    const district = await reporting()
    await signed(district)
    await district.task('邻局的', district.finance)
    const { items } = (await district.office.get(`/api/sheets?periodId=${district.third}`)).body
    expect(items).toMatchObject([
      {
        unit: { name: '工信局' },
        state: 'submitted',
        rowCount: 1,
        reportedCount: 1,
        signed: { by: { name: '梁志恒' } },
      },
      { unit: { name: '财政局' }, state: 'open', rowCount: 1, reportedCount: 0, signed: null },
    ])
    expect((await district.liaison.get('/api/sheets')).body.items).toMatchObject([
      { periodId: district.second, state: 'missed' },
      { periodId: district.third, state: 'submitted' },
    ])
  })
  test('counts beside the word what waits: rows to fill, then to sign, then a sheet to review', async () => {
    const district = await reporting()
    const { liaison, head, office, leader, neighbour, task, fill, sheetPath } = district
    const [one, two] = [await task('一'), await task('二')]
    const waits = async (...people: (typeof liaison)[]) =>
      Promise.all(people.map(async (who) => (await who.get('/api/sheets/waiting')).body.waiting))
    expect(await waits(liaison, head, office, leader, neighbour)).toEqual([
      { kind: 'fillSheet', count: 2 },
      { kind: 'fillSheet', count: 2 },
      null,
      null,
      null,
    ])
    await fill(one.id)
    expect(await waits(liaison)).toEqual([{ kind: 'fillSheet', count: 1 }])
    await fill(two.id)
    await liaison.post(`${sheetPath()}/signature-request`)
    expect(await waits(liaison, head, office)).toEqual([null, { kind: 'signSheet', count: 2 }, null])
    await head.post(`${sheetPath()}/signature`, {})
    expect(await waits(liaison, head, office)).toEqual([null, null, { kind: 'reviewSheet', count: 1 }])
  })

  test('knows the periods and the one to work on', async () => {
    const district = await reporting()
    const { items, currentId } = (await district.liaison.get('/api/periods')).body
    expect(items.map(({ state }: { state: string }) => state)).toEqual(['closed', 'open', 'notDue'])
    expect(currentId).toBe(district.third)
    expect(items[1]).toMatchObject({ year: 2026, kind: 'quarter', number: 3, workdaysLeft: 12 })
  })
})
