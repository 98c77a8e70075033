import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { countStatements } from '#test/statements.ts'
import { importOffice as office, PLAN } from '#test/world.imports.ts'

test('a ledger that was exported, edited and dropped again changes its tasks and doubles none', async () => {
  const { drop, see, decide, confirm, clerk, db, units, organizationId } = await office()
  const first = await drop(PLAN)
  await decide(first, { kind: 'accept' }, (await see(first)).drafts)
  await confirm(first)
  const exported = await clerk.get('/api/task-export')
  expect(exported.status).toBe(200)
  const unchanged = await see(await drop(exported.bytes, '台账.xlsx'))
  expect(unchanged).toMatchObject({ kind: 'ledger', counts: { found: 3, merged: 3, pending: 0, openDoubts: 0 } })
  const edited = await withCells(exported.bytes, [
    ['26-工-002', '牵头单位', '区财政局'],
    ['26-环-001', '现定日期', '2026-11-15'],
  ])
  const id = await drop(edited, '台账改.xlsx')
  const seen = await see(id)
  const changed = seen.drafts.filter(({ state }) => state === 'pending')
  expect(changed.map(({ task, differences }) => [task?.code, differences])).toEqual([
    ['26-工-002', [{ cell: 'leadUnitId', before: '区工业和信息化局', after: '区财政局', taken: true, refusal: null }]],
    ['26-环-001', [{ cell: 'dueOn', before: '2026-09-30', after: '2026-11-15', taken: true, refusal: null }]],
  ])
  await decide(id, { kind: 'accept' }, changed)
  expect((await confirm(id)).body).toMatchObject({ report: { registered: 0, drafted: 0, updated: 2 }, refused: [] })
  const tasks = async () =>
    db
      .selectFrom('task')
      .where('organizationId', '=', organizationId)
      .select(['code', 'leadUnitId', 'currentDueOn', 'state'])
      .orderBy('code')
      .execute()
  expect(await tasks()).toMatchObject([
    { code: '26-工-001' },
    { code: '26-工-002', leadUnitId: units.finance },
    { code: '26-环-001', currentDueOn: '2026-11-15' },
  ])
  expect((await clerk.post(`/api/imports/${id}/undoing`)).body).toEqual({ cancelledCount: 0, restoredCount: 2 })
  expect(await tasks()).toMatchObject([
    { state: 'registered' },
    { leadUnitId: units.industry, state: 'registered' },
    { currentDueOn: '2026-09-30', state: 'registered' },
  ])
})

test('a ledger’s row with a code that is no task is asked about', async () => {
  const { drop, see, decide, confirm, clerk } = await office()
  const first = await drop(PLAN)
  await decide(first, { kind: 'accept' }, (await see(first)).drafts)
  await confirm(first)
  const exported = await clerk.get('/api/task-export')
  const id = await drop(await withCells(exported.bytes, [['26-工-002', '编号', '26-工-900']]), '台账.xlsx')
  const strange = (await see(id)).drafts.find(({ task }) => task === null)
  expect(strange?.doubts.map(({ code }) => code)).toContain('unknown_code')
})

test('a change that its task refuses meanwhile stays out and is said; the others are done', async () => {
  const { drop, see, decide, confirm, clerk, db, unit, person, units, organizationId } = await office()
  const first = await drop(PLAN)
  await decide(first, { kind: 'accept' }, (await see(first)).drafts)
  await confirm(first)
  const spare = await unit('区审计局')
  const admin = await person('方正', 'sysAdmin')
  const { bytes } = await clerk.get('/api/task-export')
  const edited = await withCells(bytes, [
    ['26-工-002', '牵头单位', '区审计局'],
    ['26-环-001', '牵头单位', '区财政局'],
  ])
  const id = await drop(edited, '台账改.xlsx')
  const pending = (await see(id)).drafts.filter(({ state }) => state === 'pending')
  await decide(id, { kind: 'accept' }, pending)
  expect((await admin.patch(`/api/units/${spare}`, { retired: true })).status).toBe(200)
  const done = await confirm(id)
  expect(done.body).toMatchObject({
    report: { updated: 1 },
    refused: [{ number: 2, taskCode: '26-工-002', code: 'invalid_input', message: expect.any(String) }],
  })
  const tasks = await db
    .selectFrom('task')
    .where('organizationId', '=', organizationId)
    .select(['code', 'leadUnitId'])
    .orderBy('code')
    .execute()
  expect(tasks.slice(1).map(({ leadUnitId }) => leadUnitId)).toEqual([units.industry, units.finance])
  expect((await see(id)).drafts.map(({ state }) => state)).toEqual(['merged', 'pending', 'accepted'])
})

test('forty rows change forty tasks, and are taken back, in few statements', async () => {
  const { drop, see, decide, confirm, clerk, url } = await office({ alone: true })
  const lines = Array.from(
    { length: 40 },
    (_, index) =>
      `（${index + 1}）新建${'东南西北中'[index % 5]}${index}号口袋公园${index + 2}处。（牵头单位：区住建局；完成时限：2026年9月30日）`,
  )
  const first = await drop(`望川区2026年口袋公园建设计划\n\n一、环境美区\n${lines.join('\n')}\n`)
  for (const doubtful of (await see(first)).drafts.filter(({ doubts }) => doubts.length > 0))
    for (const { id } of doubtful.doubts)
      await decide(first, { kind: 'answer', doubtId: id, answer: 'separate' }, [doubtful])
  await decide(first, { kind: 'accept' }, (await see(first)).drafts)
  expect((await confirm(first)).body.report.registered).toBe(40)
  const { bytes } = await clerk.get('/api/task-export')
  const codes = Array.from({ length: 40 }, (_, index) => `26-环-${String(index + 1).padStart(3, '0')}`)
  const edited = await withCells(
    bytes,
    codes.map((code) => [code, '牵头单位', '区工信局']),
  )
  const id = await drop(edited, '台账改.xlsx')
  await decide(id, { kind: 'accept' }, (await see(id)).drafts)
  const sent = countStatements(url)
  expect((await confirm(id)).body.report.updated).toBe(40)
  expect((await clerk.post(`/api/imports/${id}/undoing`)).body.restoredCount).toBe(40)
  // A statement for each row would be 80 at least.
  expect(sent.count()).toBeLessThan(75)
})

/** A workbook with some cells written anew: the row that holds a code, the column under a heading. */
async function withCells(bytes: Uint8Array, cells: readonly [code: string, heading: string, value: string][]) {
  const workbook = new Workbook()
  await workbook.xlsx.load(bytes)
  const [page] = workbook.worksheets
  if (!page) throw new Error('no sheet')
  const columns = new Map<string, number>()
  page.getRow(2).eachCell((cell, column) => columns.set(cell.text, column))
  for (const [code, heading, value] of cells)
    page.eachRow((row) => {
      if (row.getCell(columns.get('编号') ?? 0).value === code) row.getCell(columns.get(heading) ?? 0).value = value
    })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
