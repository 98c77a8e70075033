import { unzipSync, strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import { district } from '#test/world.tasks.ts'

type Row = { id: string; code: string; title: string }
type World = Awaited<ReturnType<typeof district>>
const codes = (items: readonly Row[]) => items.map(({ code }) => code)

async function walk(office: World['office'], search: string, between: () => Promise<unknown> = async () => null) {
  const rows: Row[] = []
  let after = ''
  do {
    const { body } = await office.get(`/api/tasks?limit=3&${search}${after && `&after=${after}`}`)
    rows.push(...body.items)
    after = body.next === null ? '' : encodeURIComponent(body.next)
    if (after) await between()
  } while (after)
  return rows
}

async function filled() {
  const w = await district()
  const { culture } = w.pillars
  await w.task({ title: '新建北湖九年一贯制学校', pillarId: culture.id, leadUnitId: w.units.other, dueOn: null })
  await w.task({ title: '出台校企合作办法', leadUnitId: null, leaderId: null, kind: 'action' })
  await w.registered({ title: '供应工业用地 600 亩', dueOn: '2026-12-20' })
  await w.assigned({
    title: '建成 5G 基站 260 座',
    supports: [{ unitId: w.units.other, deliverable: '校园选址', dueOn: null }],
  })
  await w.inProgress({ title: '引进先进制造业项目 8 个', kind: 'indicator', target: { value: 8, measure: '个' } })
  await w.inProgress({ title: '培育规上企业 24 家', dueOn: '2026-11-30' })
  const cancelled = await w.task({ title: '撤销的任务' })
  await w.office.post(`/api/tasks/${cancelled.id}/cancellation`, { reason: '重复' })
  return w
}

test.each(
  ['code', 'due', 'light', 'unit', 'pillar'].flatMap((sort) => [`sort=${sort}`, `sort=${sort}&direction=desc`]),
)('paging by %s walks every task exactly once, while others are being added', async (search) => {
  const w = await filled()
  const before = codes((await w.office.get(`/api/tasks?${search}`)).body.items)
  expect(before).toHaveLength(6)
  const walked = codes(await walk(w.office, search, () => w.task({ title: '中途加入' })))
  expect(walked.filter((code) => before.includes(code))).toEqual(before)
  expect(new Set(walked).size).toBe(walked.length)
})

test('filters narrow the ledger, and the totals count the same tasks', async () => {
  const w = await filled()
  const { lead, other } = w.units
  const cases: [string, number][] = [
    ['q=工业', 1],
    ['q=5g', 1],
    ['q=26-文', 1],
    ['q=先进 项目', 1],
    ['q=亩', 1],
    ['q=工业企业', 0],
    ['light=yellow', 3],
    ['state=draft,registered', 3],
    ['state=cancelled', 1],
    ['kind=indicator', 1],
    [`unitId=${other}`, 2],
    [`leadUnitId=${lead}`, 4],
    [`supportUnitId=${other}`, 1],
    [`pillarId=${w.pillars.culture.id}`, 1],
    [`leaderId=${w.leader.id}`, 5],
    [`assigneeId=${w.assignee.id}`, 2],
    ['dueFrom=2026-12-01&dueTo=2026-12-24', 1],
    ['sourceType=meeting', 0],
    ['extended=true', 0],
    ['restricted=true', 0],
    ['mine=true', 0],
  ]
  for (const [search, count] of cases) {
    expect([search, (await w.office.get(`/api/tasks?${search}`)).body.items.length]).toEqual([search, count])
    expect([search, (await w.office.get(`/api/task-totals?${search}`)).body.total.taskCount]).toEqual([search, count])
  }
  await w.task({ restricted: true })
  expect((await w.office.get('/api/tasks?restricted=true')).body.items).toHaveLength(1)
  expect((await w.assignee.get('/api/tasks?mine=true')).body.items).toHaveLength(4)
  expect((await w.leader.get('/api/tasks?mine=true')).body.items).toHaveLength(4)
})

test('group totals add up to the whole and carry their denominators', async () => {
  const w = await filled()
  for (const by of ['pillar', 'unit', 'leader', 'source', 'none']) {
    const { total, groups } = (await w.office.get(`/api/task-totals?by=${by}`)).body
    expect(groups.reduce((sum: number, group: { taskCount: number }) => sum + group.taskCount, 0)).toBe(6)
    expect(total).toMatchObject({
      taskCount: 6,
      lightCounts: { red: 0, yellow: 3, green: 0, blue: 0, grey: 3 },
      trajectoryAttainment: { numerator: 3, denominator: 3, value: 1 },
      taskCompletionRate: { numerator: 0, denominator: 4, value: 0 },
    })
  }
  const { groups } = (await w.office.get('/api/task-totals?by=unit')).body
  expect(groups.map(({ name }: { name: string }) => name)).toEqual(['科工信局', '教育局', ''])
})

test('the workbook holds what is shown, as text only, and comes back with its codes', async () => {
  const w = await district()
  await w.task({ title: '=HYPERLINK("http://x.example","点我")', evidence: '+1+1' })
  await w.inProgress({ title: '@SUM(A1) 建成厂房', evidence: '-2' })
  const answer = await w.office.get('/api/task-export?sort=code&columns=title,evidence,why&state=draft,inProgress')
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('台账-2026-11-20.xlsx'))
  const parts = Object.entries(unzipSync(new Uint8Array(answer.bytes))).map(
    ([name, bytes]) => [name, strFromU8(bytes)] as const,
  )
  const sheet = parts.find(([name]) => name.endsWith('sheet1.xml'))?.[1] ?? ''
  expect(sheet).not.toContain('<f')
  expect(sheet).toMatch(/<pane [^>]*ySplit="2"/)
  expect(sheet).toMatch(/orientation="landscape"/)
  for (const text of [
    '编号',
    '板块',
    '牵头单位',
    '原定日期',
    '26-工-001',
    '=HYPERLINK(',
    '@SUM(A1) 建成厂房',
    '+1+1',
    '还剩 5 个工作日',
  ])
    expect(sheet).toContain(text)
  expect(parts.find(([name]) => name.endsWith('workbook.xml'))?.[1]).toContain('$1:$2')
})

test('a saved view belongs to one person, keeps its order, and goes when it is retired', async () => {
  const { office, officer } = await district()
  const create = (name: string) => office.post('/api/saved-views', { name, search: 'light=red&group=unit' })
  const [{ body: first }, { body: second }] = [await create('红灯'), await create('本周到期')]
  expect((await create('红灯')).body.code).toBe('already_exists')
  expect((await officer.patch(`/api/saved-views/${first.id}`, { name: '我的' })).status).toBe(404)
  await office.patch(`/api/saved-views/${second.id}`, { position: 0, name: '两周内到期' })
  const names = async () => (await office.get('/api/saved-views')).body.items.map(({ name }: { name: string }) => name)
  expect(await names()).toEqual(['两周内到期', '红灯'])
  await office.delete(`/api/saved-views/${second.id}`)
  expect(await names()).toEqual(['红灯'])
  expect((await officer.get('/api/saved-views')).body.items).toEqual([])
})

test('of ten views of one name saved at once one is kept', async () => {
  const { office } = await district()
  const save = () => office.post('/api/saved-views', { name: '我的', search: 'q=厂房' })
  const answers = await Promise.all(Array.from({ length: 10 }, save))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect((await office.get('/api/saved-views')).body.items).toHaveLength(1)
})

test('a cursor that was tampered with starts from the beginning, and never fails', async () => {
  const { office } = await filled()
  for (const cursor of ['x', '%5B1%5D', encodeURIComponent(encodeURIComponent('["a","b"]'))])
    expect((await office.get(`/api/tasks?after=${cursor}&sort=due`)).status).toBe(200)
})

test('a page that is kept is given to nobody who sees other tasks, and to nobody after a change', async () => {
  const { office, liaison, otherHead, registered, inProgress, task, units, person } = await district()
  await task()
  await registered({ leadUnitId: units.other })
  const { id } = await inProgress()
  const listed = async (who: typeof office, search = '') => {
    const { body } = await who.get(`/api/tasks?limit=50${search}`)
    return body.items as (Row & { leadUnit: { name: string } })[]
  }
  for (const time of ['first', 'again']) {
    expect([time, (await listed(office)).length]).toEqual([time, 3])
    expect([time, (await listed(liaison)).map((row) => row.id)]).toEqual([time, [id]])
    expect([time, (await listed(otherHead)).length]).toEqual([time, 1])
    expect([time, (await listed(office, '&mine=true')).length]).toEqual([time, 0])
  }
  const admin = await person('管理员', 'sysAdmin')
  const renamed = await admin.patch(`/api/units/${units.lead}`, { shortName: '科工局' })
  expect(renamed.status).toBe(200)
  expect((await listed(liaison)).map(({ leadUnit }) => leadUnit.name)).toEqual(['科工局'])
  expect((await office.get(`/api/tasks/${id}`)).body.leadUnit.name).toBe('科工局')
  const created = await registered()
  expect(codes(await listed(office))).toContain(created.code)
})

test('a kept page with what is restricted is given to the leader whose task it is, and to no other leader', async () => {
  const { leader, assigned, person } = await district()
  const { id } = await assigned({ restricted: true })
  const other = await person('另一位领导', 'leaderInCharge')
  const listed = async (who: typeof leader) =>
    ((await who.get('/api/tasks?limit=50')).body.items as Row[]).map((row) => row.id)
  for (const time of ['first', 'again'])
    expect([time, await listed(leader), await listed(other)]).toEqual([time, [id], []])
})
