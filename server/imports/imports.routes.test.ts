import { expect, test } from 'vitest'
import { countStatements } from '#test/statements.ts'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import type { SourcePage } from '#domain/imports/pages.contract.ts'
import { bytesOf, importOffice as office, importPath as path, PLAN } from '#test/world.imports.ts'

test('a document becomes drafts with spans, names and dates; nothing is registered by it', async () => {
  const { drop, see, got, db, units, pillars, leader, journal, organizationId } = await office()
  const id = await drop(PLAN)
  const seen = await see(id)
  expect(seen).toMatchObject({ state: 'review', kind: 'document', name: '方案.txt', counts: { found: 3, pending: 3 } })
  const [first] = seen.drafts
  expect(first).toMatchObject({
    state: 'pending',
    cells: {
      leadUnitId: units.industry,
      dueOn: '2026-10-31',
      pillarId: pillars[0]?.id,
      leaderId: leader.id,
      supports: [{ unitId: units.housing }, { unitId: units.finance }],
    },
  })
  expect(first?.proposed).toContain('leaderId')
  const { blocks, rows } = await got<SourcePage>(`/api/imports/${id}/source`)
  const text = blocks.map((block) => block.text).join('\n')
  expect(text).toContain('精密铸造园')
  expect(rows[0]).toMatchObject({ draftId: first?.id, number: 1, source: first?.source })
  expect(await db.selectFrom('task').where('organizationId', '=', organizationId).select('id').execute()).toEqual([])
  expect((await journal()).map(({ action }) => action)).toContain('import.created')
})

test('the original is kept byte for byte', async () => {
  const { drop, clerk } = await office()
  const original = await clerk.get(`/api/imports/${await drop(PLAN)}/original`)
  expect(original.bytes.equals(Buffer.from(PLAN))).toBe(true)
  expect(String(original.headers['content-disposition'])).toContain(encodeURIComponent('方案.txt'))
})

test('accepted rows become registered tasks with their source; what lacks something becomes a draft', async () => {
  const { drop, see, decide, confirm, db, journal, clerk, organizationId } = await office()
  const id = await drop(PLAN)
  const { drafts } = await see(id)
  const third = drafts[2]
  await clerk.patch(`/api/imports/${id}/drafts/${third?.id}`, { version: third?.version, cells: { evidence: '' } })
  const { body } = await decide(id, { kind: 'accept' }, (await see(id)).drafts)
  expect(body).toMatchObject({ refused: [], counts: { accepted: 3, openDoubts: 0 } })
  const done = await confirm(id)
  expect(done.status).toBe(200)
  expect(done.body).toMatchObject({ report: { registered: 2, drafted: 1 }, refused: [] })
  const tasks = await db
    .selectFrom('task')
    .where('organizationId', '=', organizationId)
    .selectAll()
    .orderBy('code')
    .execute()
  expect(tasks.map(({ code, state }) => [code, state])).toEqual([
    ['26-工-001', 'registered'],
    ['26-工-002', 'registered'],
    ['26-环-001', 'draft'],
  ])
  expect(tasks[0]).toMatchObject({ importId: id, sourceTitle: '望川区2026年城市更新工作方案' })
  expect(tasks[0]?.sourceQuote).toContain('精密铸造园')
  expect((await see(id)).report).toMatchObject({ found: 3, registered: 2, drafted: 1, edited: 1 })
  const actions = (await journal()).map(({ action }) => action)
  expect(actions.filter((action) => action === 'task.registered')).toHaveLength(2)
  expect(actions).toContain('import.confirmed')
})

test('an open doubt blocks accepting and registering, and says where', async () => {
  const { drop, see, decide, confirm, clerk } = await office()
  const id = await drop(PLAN.replace('配合单位：区财政局；', '配合单位：区渔政管理局；'))
  const { drafts } = await see(id)
  expect(drafts[1]?.doubts).toMatchObject([{ code: 'unknown_unit', facts: { name: '区渔政管理局' } }])
  const { body } = await decide(id, { kind: 'accept' }, drafts)
  expect(body.done).toHaveLength(2)
  expect(body.refused).toMatchObject([{ draftId: drafts[1]?.id, code: 'doubts_open' }])
  expect((await confirm(id)).body).toMatchObject({ code: 'drafts_undecided', facts: { count: 1 } })
  // An answer that is taken back opens the doubt again, on an accepted row too.
  const now = async () => (await see(id)).drafts[1] as DraftView
  await decide(id, { kind: 'answer', doubtId: 'supporting.unknown_unit', answer: 'outside' }, [await now()])
  await decide(id, { kind: 'accept' }, [await now()])
  await clerk.post(`/api/imports/${id}/decisions`, { decision: { kind: 'undo' } })
  expect((await now()).state).toBe('pending')
  await decide(id, { kind: 'accept' }, [await now()])
  expect((await confirm(id)).status).toBe(200)
})

test('what a name means is said once for the whole document, and can be remembered', async () => {
  const { drop, see, decide, units, clerk, journal } = await office()
  const text = PLAN.replaceAll('区财政局', '区财金局')
  const id = await drop(text)
  const drafts = (await see(id)).drafts
  expect(drafts.map(({ doubts }) => doubts.map(({ code }) => code))).toEqual([['unknown_unit'], ['unknown_unit'], []])
  const decision = { kind: 'nameUnit', name: '区财金局', unitId: units.finance, remember: 'alias' }
  const { body } = await decide(id, decision, drafts.slice(0, 1))
  expect(body.done).toHaveLength(2)
  expect(body.counts.openDoubts).toBe(0)
  const { items } = (await clerk.get('/api/units')).body
  expect(items.find((unit: { id: string }) => unit.id === units.finance).aliases).toContain('区财金局')
  await clerk.post(`/api/imports/${id}/undoing`, { reason: '' })
  expect((await see(await drop(text, '再来.txt'))).counts.openDoubts).toBe(0)
  expect(await journal()).toContainEqual(
    expect.objectContaining({ action: 'unit.changed', subjectId: units.finance, personName: expect.any(String) }),
  )
})

test('a task that is there already is shown; merging it changes nothing and is written in its journal', async () => {
  const { drop, see, decide, confirm, db, journal, organizationId } = await office()
  const first = await drop(PLAN)
  await decide(first, { kind: 'accept' }, (await see(first)).drafts)
  await confirm(first)
  const again = await drop(PLAN.replace('望川区2026年', '关于下达望川区2026年'), '补充.txt')
  const seen = await see(again)
  expect(seen.drafts.map(({ doubts }) => doubts.map(({ code }) => code))).toEqual([
    ['similar_task'],
    ['similar_task'],
    ['similar_task'],
  ])
  const before = await db
    .selectFrom('task')
    .where('organizationId', '=', organizationId)
    .selectAll()
    .orderBy('id')
    .execute()
  for (const { id, doubts, version } of seen.drafts)
    await decide(again, { kind: 'answer', doubtId: doubts[0]?.id, answer: `choose:${doubts[0]?.choices[0]?.value}` }, [
      { id, version } as DraftView,
    ])
  expect((await see(again)).counts).toMatchObject({ merged: 3, openDoubts: 0 })
  expect((await confirm(again)).body).toMatchObject({ report: { registered: 0, drafted: 0, updated: 0 } })
  expect(
    await db.selectFrom('task').where('organizationId', '=', organizationId).selectAll().orderBy('id').execute(),
  ).toEqual(before)
  expect((await journal()).filter(({ action }) => action === 'task.mentioned')).toHaveLength(3)
})

test('what was edited and why rows were left out is kept, and adds up over the year', async () => {
  const { drop, see, decide, confirm, clerk } = await office()
  const id = await drop(`${PLAN}\n4.深化作风建设。（牵头单位：区财政局；完成时限：12月底前）\n`)
  const { drafts } = await see(id)
  const vague = drafts.at(-1)
  const doubt = vague?.doubts.find(({ code }) => code === 'no_measure' || code === 'vague_verb')
  await decide(id, { kind: 'answer', doubtId: doubt?.id, answer: 'discard' }, drafts.slice(-1))
  await decide(id, { kind: 'discard', reason: '' }, drafts.slice(0, 1))
  await clerk.patch(`/api/imports/${id}/drafts/${drafts[1]?.id}`, {
    version: drafts[1]?.version,
    cells: { dueOn: '2026-11-15' },
  })
  await decide(id, { kind: 'accept' }, (await see(id)).drafts.slice(1, -1))
  expect((await confirm(id)).status).toBe(200)
  const report = { found: drafts.length, edited: 1, discarded: 2, asRead: drafts.length - 3 }
  const why = { editedCells: { dueOn: 1 }, leftFor: { notTask: 1, [doubt?.code ?? '']: 1 } }
  expect((await see(id)).report).toMatchObject({ ...report, ...why })
  const { body } = await clerk.get('/api/reading-quality')
  expect(body.total).toMatchObject({ documents: 1, ...report })
  expect(body.months).toHaveLength(1)
  expect(body.editedCells).toEqual([{ name: 'dueOn', count: 1 }])
})

test('a hundred rows are registered in few statements', async () => {
  const { drop, see, decide, confirm, url } = await office({ alone: true })
  const lines = Array.from(
    { length: 100 },
    (_, index) =>
      `（${index + 1}）新建${SITES[index % 10]}${SITES[Math.floor(index / 10)]}口袋公园${index + 2}处。（牵头单位：区住建局；完成时限：2026年9月30日）`,
  )
  const id = await drop(`望川区2026年口袋公园建设计划\n\n一、环境美区\n${lines.join('\n')}\n`)
  const { drafts } = await see(id)
  expect(drafts).toHaveLength(100)
  const { body } = await decide(id, { kind: 'accept' }, drafts)
  expect(body.counts).toMatchObject({ accepted: 100 })
  const sent = countStatements(url)
  expect((await confirm(id)).body.report.registered).toBe(100)
  expect(sent.count()).toBeLessThan(60)
})
const SITES = ['东', '南', '西', '北', '中', '上', '下', '前', '后', '新']

test('the same bytes a second time are told apart by a word, not refused', async () => {
  const { drop, see, clock } = await office()
  const first = await drop(PLAN)
  clock.now = new Date(clock.now.getTime() + 60_000)
  expect((await see(first)).earlier).toBeNull()
  expect((await see(await drop(PLAN, '另存.txt'))).earlier).toMatchObject({ id: first })
})

test('a meeting’s news gives its facts and no tasks', async () => {
  const { drop, see, confirm } = await office()
  const id = await drop(
    '本报讯（记者 陆遥）2026年4月21日，望川区召开部门联席会议，区委书记程远主持。会议强调，要提高政治站位，狠抓工作落实。\n',
    '会议.txt',
  )
  const seen = await see(id)
  expect(seen.drafts).toEqual([])
  expect(seen.head.kind).toBe('news')
  expect((await confirm(id)).body.code).toBe('nothing_accepted')
})

test('only the office reaches documents', async () => {
  const { drop, person, units } = await office()
  const id = await drop(PLAN)
  const liaison = await person('池鱼', 'liaison', units.industry)
  for (const address of ['/api/imports', `/api/imports/${id}`, `/api/imports/${id}/original`])
    expect((await liaison.get(address)).status).toBe(403)
  expect((await liaison.upload(path('x.txt'), bytesOf(PLAN))).status).toBe(403)
})

test('pages of imports come one after another', async () => {
  const { drop, clerk, clock } = await office()
  for (const name of ['甲.txt', '乙.txt', '丙.txt']) {
    clock.now = new Date(clock.now.getTime() + 60_000)
    await drop(PLAN, name)
  }
  const first = (await clerk.get('/api/imports?limit=2')).body
  expect(first.items.map(({ name }: { name: string }) => name)).toEqual(['丙.txt', '乙.txt'])
  const second = (await clerk.get(`/api/imports?limit=2&after=${encodeURIComponent(first.next)}`)).body
  expect(second).toMatchObject({ items: [{ name: '甲.txt', counts: { found: 3 } }], next: null })
})

test('a portfolio set after a document was read gives its rows their leader in charge', async () => {
  const { drop, see, decide, confirm, clerk, db, leader, person, organizationId, units } = await office()
  await db.deleteFrom('portfolioUnit').execute()
  const id = await drop(PLAN)
  const read = (await see(id)).drafts
  expect(read.map(({ cells, missing }) => [cells.leaderId, missing])).toEqual(
    Array(3).fill([null, expect.arrayContaining(['leaderInCharge'])]),
  )
  const other = await person('冯远', 'leaderInCharge')
  await clerk.patch(`/api/imports/${id}/drafts/${read[2]?.id}`, {
    version: read[2]?.version,
    cells: { leaderId: other.id },
  })
  await decide(id, { kind: 'accept' }, (await see(id)).drafts)
  for (const unitId of [units.industry, units.housing])
    await db.insertInto('portfolioUnit').values({ organizationId, personId: leader.id, unitId }).execute()
  const shown = (await see(id)).drafts
  expect(shown.map(({ cells }) => cells.leaderId)).toEqual([leader.id, leader.id, other.id])
  expect(shown.map(({ proposed }) => proposed.includes('leaderId'))).toEqual([true, true, false])
  await confirm(id)
  const tasks = await db
    .selectFrom('task')
    .where('organizationId', '=', organizationId)
    .select(['leaderId', 'state'])
    .orderBy('code')
    .execute()
  expect(tasks.map(({ leaderId }) => leaderId)).toEqual([leader.id, leader.id, other.id])
  expect((await see(id)).drafts.map(({ cells }) => cells.leaderId)).toEqual([leader.id, leader.id, other.id])
})
