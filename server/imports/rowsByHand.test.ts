import { expect, test } from 'vitest'
import type { SourcePage } from '#domain/imports/pages.contract.ts'
import { importOffice as office, PLAN } from '#test/world.imports.ts'

const LEFT = '区住建局要盘活闲置厂房4处，请于11月底前完成。'
const WITH_LEFT = PLAN.replace('二、环境美区', `各部门要高度重视，压实工作责任。${LEFT}\n二、环境美区`)

test('words that the reader left become a row where they stand, with doubts, and are counted apart', async () => {
  const { drop, see, got, decide, settleAll, confirm, journal, units } = await office()
  const id = await drop(WITH_LEFT)
  const before = await see(id)
  const { blocks } = await got<SourcePage>(`/api/imports/${id}/source`)
  const block = blocks.find(({ text }) => text.includes(LEFT))
  const start = (block?.start ?? 0) + (block?.text.indexOf(LEFT) ?? 0)
  const span = { start, end: start + LEFT.length }
  const { status, body } = await decide(id, { kind: 'make', span })
  expect({ status, moved: body.moved }).toEqual({ status: 200, moved: true })
  const after = await see(id)
  expect(after.drafts.map(({ text }) => text)).toEqual([
    ...before.drafts.slice(0, 2).map(({ text }) => text),
    body.done[0].text,
    ...before.drafts.slice(2).map(({ text }) => text),
  ])
  expect(body.done[0]).toMatchObject({
    number: 3,
    state: 'pending',
    cells: { leadUnitId: units.housing, dueOn: '2026-11-30' },
    sectionPath: ['一、工业强区'],
  })
  expect(body.done[0].source.start).toBeGreaterThanOrEqual(span.start)
  expect(body.done[0].source.end).toBeLessThanOrEqual(span.end)
  await settleAll(id)
  await decide(id, { kind: 'accept' }, (await see(id)).drafts)
  const done = await confirm(id)
  expect(done.body.report).toMatchObject({ found: before.drafts.length, madeByHand: 1 })
  expect((await journal()).map(({ action }) => action)).toContain('draft.made')
})

test('a row made by hand is taken back like any other step', async () => {
  const { drop, see, decide } = await office()
  const id = await drop(WITH_LEFT)
  const { drafts } = await see(id)
  const at = WITH_LEFT.indexOf(LEFT)
  await decide(id, { kind: 'make', span: { start: at, end: at + LEFT.length } })
  expect((await see(id)).drafts).toHaveLength(drafts.length + 1)
  expect((await decide(id, { kind: 'undo' })).status).toBe(200)
  expect((await see(id)).drafts.map(({ id: row }) => row)).toEqual(drafts.map(({ id: row }) => row))
})

test('where the words are none, it says so and nothing changes', async () => {
  const { drop, see, decide } = await office()
  const id = await drop(PLAN)
  const refused = await decide(id, { kind: 'make', span: { start: 900_000, end: 900_010 } })
  expect(refused).toMatchObject({ status: 422, body: { code: 'nothing_to_make' } })
  expect((await decide(id, { kind: 'make', span: { start: 5, end: 5 } })).status).toBe(400)
  expect((await see(id)).drafts).toHaveLength(3)
})

test('words of rarer characters are cut between them, wherever the stretch begins, ends or is too long', async () => {
  const { drop, decide, journal } = await office()
  const long = `建成${'𠮷'.repeat(900)}桥3座`
  const id = await drop(PLAN.replace('二、环境美区', `各部门要高度重视。\n${long}\n二、环境美区`))
  const at = PLAN.indexOf('二、环境美区') + '各部门要高度重视。\n'.length
  for (const [from, to] of [
    [0, 300],
    [3, 301],
    [4, 1400],
    [5, 1403],
  ] as const) {
    const { status, body } = await decide(id, { kind: 'make', span: { start: at + from, end: at + to } })
    expect({ from, status, code: body.code }).toEqual({ from, status: 200, code: undefined })
    const { title } = body.done[0].cells
    expect([title.isWellFormed(), title.includes('\ufffd'), title.includes('𠮷')]).toEqual([true, false, true])
  }
  const made = (await journal()).filter(({ action }) => action === 'draft.made')
  for (const { after } of made) expect(JSON.stringify(after)).toMatch(/^[^\ud800-\udfff\ufffd]*$/u)
})

test('a mention quotes at most so many words, whole ones', async () => {
  const { drop, see, decide, settleAll, confirm, journal, db, organizationId } = await office()
  const first = await drop(PLAN)
  await settleAll(first)
  await decide(first, { kind: 'accept' }, (await see(first)).drafts)
  await confirm(first)
  const tasks = db.selectFrom('task').select('id').where('organizationId', '=', organizationId).orderBy('id').limit(2)
  for (const [index, { id: taskId }] of (await tasks.execute()).entries()) {
    const items = `（三）新建城市公园3处${'，'.repeat(index)}（${'𠮷'.repeat(1100)}）。（牵头单位：区住建局；完成时限：2026年9月30日）`
    const again = await drop(PLAN.replace(/（三）.*/, items), `再发${index}.txt`)
    const { drafts } = await see(again)
    await decide(again, { kind: 'discard' }, drafts.slice(0, 2))
    const merged = await decide(again, { kind: 'merge', taskId }, (await see(again)).drafts.slice(2))
    expect(merged.status).toBe(200)
    expect((await confirm(again)).status).toBe(200)
  }
  const quotes = (await journal()).filter(({ action }) => action === 'task.mentioned').map(({ after }) => after)
  expect(quotes.map((after) => JSON.stringify(after).includes('𠮷'))).toEqual([true, true])
})
