import { expect, test } from 'vitest'
import { district, type Somebody } from '#test/world.tasks.ts'
import { runRound } from '../rounds/rounds.ts'
import { settleDifficulties } from './rounds.ts'
import { findDifficultiesWaitingFor } from './waiting.ts'

type World = Awaited<ReturnType<typeof district>>

const words = (fields: object = {}) => ({
  kind: 'blockage',
  cause: 'counterpart',
  title: '市政管网未移交，验收受阻',
  ask: '请移交校门外管网',
  counterpartId: null,
  wantedOn: '2026-12-31',
  consequence: '明年秋季不能开学',
  tried: '已两次去函，一次上门',
  ...fields,
})

/** A district with a task under way, and somebody to raise, to be asked, and to look on. */
async function places(changes: object = {}) {
  const w = await district()
  const grid = await w.unit('供电公司')
  const gridHead = await w.person('贺鸣', 'unitHead', grid)
  const task = await w.inProgress(changes)
  const raise = async (fields: object = {}, by: Somebody = w.liaison) => {
    const { status, body } = await by.post(
      `/api/tasks/${task.id}/difficulties`,
      words({ counterpartId: w.units.other, ...fields }),
    )
    expect({ status, body }).toMatchObject({ status: 201 })
    return body
  }
  const step = async (by: Somebody, id: string, noun: string, body: object = {}) =>
    by.post(`/api/difficulties/${id}/${noun}`, body)
  /** At level 2, where the counterpart must answer. */
  const asked = async (fields: object = {}) => {
    const { id } = await raise(fields)
    expect(await step(w.office, id, 'triage', { level: 2 })).toMatchObject({ status: 200 })
    return id as string
  }
  const read = async (id: string, by: Somebody = w.office) => (await by.get(`/api/difficulties/${id}`)).body
  const goTo = (day: string) => void (w.clock.now = new Date(`${day}T09:00:00+08:00`))
  return { ...w, grid, gridHead, task, raise, step, asked, read, goTo }
}

const runOut = ({ db, clock }: Pick<World, 'db' | 'clock'>) =>
  runRound({ db, clock: () => clock.now, afterChange: () => undefined }, settleDifficulties)

const told = ({ db, organizationId }: Pick<World, 'db' | 'organizationId'>) =>
  db
    .selectFrom('message')
    .select(['personId', 'kind', 'facts'])
    .where('organizationId', '=', organizationId)
    .orderBy('toldAt')
    .execute()

test('a difficulty climbs past silence to the leader, whose ruling is put into effect and confirmed by its raiser', async () => {
  const w = await places()
  const id = await w.asked()
  w.goTo('2026-11-26')
  await runOut(w)
  expect(await w.read(id)).toMatchObject({
    state: 'triaged',
    level: 3,
    answer: { kind: 'noResponse' },
    answerer: { post: 'leaderInCharge', people: [{ name: '郭建川' }] },
    clock: { startedOn: '2026-11-26', lastOn: '2026-12-03', limitWorkdays: 5, workdaysLeft: 5 },
  })
  const ruling = { words: '教育局出资、供电公司施工', unitId: w.grid, dueOn: '2026-12-10' }
  expect(await w.step(w.leader, id, 'rulings', ruling)).toMatchObject({
    status: 200,
    body: { state: 'ruled', level: 3 },
  })
  expect(await w.step(w.gridHead, id, 'execution')).toMatchObject({ status: 200, body: { state: 'inExecution' } })
  expect(await w.step(w.gridHead, id, 'solution', { words: '管网已移交' })).toMatchObject({ body: { state: 'solved' } })
  expect(await w.step(w.otherHead, id, 'confirmation')).toMatchObject({
    status: 403,
    body: { code: 'difficulty_taker' },
  })
  expect(await w.step(w.liaison, id, 'confirmation')).toMatchObject({ body: { state: 'confirmedByRaiser' } })
  w.goTo('2026-12-10')
  await runOut(w)
  const page = await w.read(id)
  expect(page).toMatchObject({ state: 'closed', clock: null, answerer: null })
  expect(
    page.story.map(({ kind, by }: { kind: string; by: { name: string } | null }) => `${kind} ${by?.name ?? '—'}`),
  ).toEqual([
    'raised 高远',
    'triaged 林晓岚',
    'noResponse —',
    'levelRaised —',
    'ruled 郭建川',
    'takenUp 贺鸣',
    'solved 贺鸣',
    'confirmed 高远',
    'closed —',
  ])
  expect(page.story[2]).toMatchObject({ on: '2026-11-26', silent: { post: 'unitHead', unit: { name: '教育局' } } })
  const actions = (await w.journal()).map(({ action }) => action).filter((action) => action.startsWith('difficulty.'))
  expect(actions).toEqual(page.story.map(({ kind }: { kind: string }) => `difficulty.${kind}`))
})

test('whoever has to move is told once, however often the round runs', async () => {
  const w = await places()
  await w.asked()
  w.goTo('2026-11-26')
  await runOut(w)
  await runOut(w)
  const kinds = (await told(w)).filter(({ kind }) => kind.startsWith('difficulty'))
  expect(kinds.map(({ personId, kind }) => ({ personId, kind }))).toEqual([
    { personId: w.otherHead.id, kind: 'difficultyAsksYou' },
    { personId: w.leader.id, kind: 'difficultyAsksYou' },
  ])
})

test('after weeks of downtime the first round writes the same levels and days as if the server had run', async () => {
  const [down, up] = [await places(), await places()]
  const [late, daily] = [(await down.raise()).id, (await up.raise()).id]
  for (let day = 20; day <= 30; day += 1) {
    up.goTo(`2026-11-${day}`)
    await runOut(up)
  }
  for (let day = 10; day <= 31; day += 1) {
    up.goTo(`2026-12-${day}`)
    await runOut(up)
  }
  down.goTo('2026-12-31')
  await runOut(down)
  const storyOf = (page: { story: { kind: string; on: string; level: number }[] }) =>
    page.story.map(({ kind, on, level }) => ({ kind, on, level }))
  const page = await down.read(late)
  expect(storyOf(page)).toEqual(storyOf(await up.read(daily)))
  expect(page).toMatchObject({ level: 4, state: 'triaged' })
  expect(page.clock.workdaysLeft).toBeLessThan(0)
})

test('nobody decides about a level that has gone by, though no round has run', async () => {
  const w = await places()
  const { id } = await w.raise()
  await w.step(w.office, id, 'triage', { level: 1 })
  w.goTo('2026-11-26')
  const settle = await w.step(w.head, id, 'unit-settlement', { words: '内部调剂', dueOn: '2026-12-01' })
  expect(settle).toMatchObject({ status: 409, body: { code: 'difficulty_wrong_state' } })
  expect(settle.body.message).toContain('第二级')
  expect(
    (await w.step(w.otherHead, id, 'answers', { kind: 'accept', words: '移交', dueOn: '2026-12-01' })).status,
  ).toBe(200)
  const kinds = (await w.read(id)).story.map(({ kind, by }: { kind: string; by: { name: string } | null }) => [
    kind,
    by?.name,
  ])
  expect(kinds.slice(2)).toEqual([
    ['noResponse', undefined],
    ['levelRaised', undefined],
    ['accepted', '魏晴'],
  ])
})

test('a ring goes to the leader at once, with the units it went round', async () => {
  const w = await places()
  const id = await w.asked()
  await w.step(w.otherHead, id, 'passings', { words: '供电的事', unitId: w.grid })
  const back = await w.step(w.gridHead, id, 'passings', { words: '还是教育局的事', unitId: w.units.other })
  expect(back).toMatchObject({ status: 200, body: { state: 'triaged', level: 3 } })
  expect((await w.read(id)).ring.map(({ name }: { name: string }) => name)).toEqual(['教育局', '供电公司', '教育局'])
  const ring = (await told(w)).find(({ kind }) => kind === 'difficultyRing')
  expect(ring).toMatchObject({ personId: w.leader.id, facts: { ring: '教育局 → 供电公司 → 教育局' } })
})

test('raised before the light turns yellow it protects its raiser, afterwards not', async () => {
  const w = await places({ dueOn: '2027-03-31', milestones: [{ title: '封顶', dueOn: '2027-03-31', weight: 100 }] })
  expect(await w.raise()).toMatchObject({ lightAtRaising: 'green', isProtected: true })
  w.goTo('2027-03-29')
  expect(await w.raise({ wantedOn: '2027-04-30' })).toMatchObject({ lightAtRaising: 'yellow', isProtected: false })
})

test('the counterpart sees what is asked of it and not the task; others see neither', async () => {
  const w = await places()
  const id = await w.asked()
  expect(await w.read(id, w.otherHead)).toMatchObject({ ask: '请移交校门外管网', task: null })
  expect(await w.read(id, w.liaison)).toMatchObject({ task: { id: w.task.id } })
  expect((await w.gridHead.get(`/api/difficulties/${id}`)).status).toBe(404)
  expect((await w.gridHead.get('/api/difficulties')).body.items).toEqual([])
  expect((await w.otherHead.get('/api/difficulty-totals')).body).toMatchObject({ climbing: 1 })
  expect((await w.gridHead.get('/api/difficulty-totals')).body).toMatchObject({ climbing: 0 })
  expect((await w.step(w.gridHead, id, 'answers', { kind: 'refuse', words: '条款' })).status).toBe(404)
})

test('of a restricted task it stays restricted: another leader in charge does not find it', async () => {
  const w = await places({ restricted: true })
  const id = await w.asked()
  const stranger = await w.person('杜明', 'leaderInCharge')
  expect((await stranger.get(`/api/difficulties/${id}`)).status).toBe(404)
  expect((await stranger.get('/api/difficulties')).body.items).toEqual([])
  expect((await w.leader.get(`/api/difficulties/${id}`)).status).toBe(200)
})

test('a task’s difficulties, a unit’s, a level’s, and what waits on somebody come in pages, by level and time left', async () => {
  const w = await places()
  const { id: first } = await w.raise({ title: '甲' })
  const second = await w.asked({ title: '乙' })
  w.goTo('2026-11-23')
  const third = await w.asked({ title: '丙' })
  const listed = async (query: string, by: Somebody = w.office) => {
    const titles: string[] = []
    let after = ''
    do {
      const { body } = await by.get(`/api/difficulties?limit=1&${query}${after && `&after=${after}`}`)
      titles.push(...body.items.map(({ title }: { title: string }) => title))
      after = body.next ? encodeURIComponent(body.next) : ''
    } while (after)
    return titles
  }
  expect(await listed('')).toEqual(['甲', '乙', '丙'])
  expect(await listed('level=2')).toEqual(['乙', '丙'])
  expect(await listed(`taskId=${w.task.id}`)).toHaveLength(3)
  expect(await listed(`unitId=${w.units.other}`)).toHaveLength(3)
  expect(await listed(`unitId=${w.grid}`)).toEqual([])
  expect(await listed('waiting=mine', w.otherHead)).toEqual(['乙', '丙'])
  expect(await listed('waiting=mine')).toEqual(['甲'])
  await w.step(w.liaison, first, 'withdrawal', { words: '已自行解决' })
  await w.step(w.liaison, second, 'withdrawal', { words: '已自行解决' })
  await w.step(w.liaison, third, 'withdrawal', { words: '已自行解决' })
  expect(await listed('scope=ended')).toHaveLength(3)
  expect(await listed('')).toEqual([])
})

test('what waits on somebody is what their clocks run against, and what their unit is to confirm or to take', async () => {
  const w = await places()
  const ids: Record<string, string> = {}
  ids['raised'] = (await w.raise()).id
  ids['level1'] = (await w.raise()).id
  await w.step(w.office, ids['level1'] ?? '', 'triage', { level: 1 })
  ids['level2'] = await w.asked()
  ids['conditional'] = await w.asked()
  await w.step(w.otherHead, ids['conditional'], 'answers', {
    kind: 'onCondition',
    words: '先补图',
    dueOn: '2026-12-01',
  })
  ids['level3'] = await w.asked()
  await w.step(w.otherHead, ids['level3'], 'answers', { kind: 'refuse', words: '道路法第四十四条' })
  ids['level4'] = await w.asked()
  await w.step(w.otherHead, ids['level4'], 'answers', { kind: 'refuse', words: '道路法第四十四条' })
  await w.step(w.leader, ids['level4'], 'level-raises', { words: '须会议议定' })
  ids['execution'] = await w.asked()
  await w.step(w.otherHead, ids['execution'], 'answers', { kind: 'accept', words: '移交', dueOn: '2026-12-01' })
  ids['solved'] = await w.asked()
  await w.step(w.otherHead, ids['solved'], 'answers', { kind: 'accept', words: '移交', dueOn: '2026-12-01' })
  await w.step(w.otherHead, ids['solved'], 'solution', { words: '已移交' })
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]))
  const actorOf = async ({ id, name }: Somebody) => ({
    organizationId: w.organizationId,
    personId: id,
    name,
    posts: await w.db.selectFrom('post').select(['role', 'unitId']).where('personId', '=', id).execute(),
    portfolio: { unitIds: [], pillarIds: [] },
  })
  const waiting = async (by: Somebody) => {
    const { items } = (await by.get('/api/difficulties?waiting=mine')).body
    const found = await findDifficultiesWaitingFor(w.db, await actorOf(by))
    expect(found.map(({ subject }) => subject.id)).toEqual(items.map(({ id }: { id: string }) => id))
    return found.map(({ kind, subject, dueOn }) => `${names.get(subject.id)} ${kind} ${dueOn}`).sort()
  }
  expect(await waiting(w.office)).toEqual(['raised triage 2026-11-23', 'solved bringConfirmation 2026-11-27'])
  expect(await waiting(w.head)).toEqual([
    'conditional decideCondition null',
    'level1 settleInUnit 2026-11-25',
    'solved confirm null',
  ])
  expect(await waiting(w.liaison)).toEqual(['conditional decideCondition null', 'solved confirm null'])
  expect(await waiting(w.otherHead)).toEqual([
    'conditional answer 2026-11-25',
    'execution putIntoEffect 2026-12-01',
    'level2 answer 2026-11-25',
  ])
  expect(await waiting(w.leader)).toEqual(['level3 rule 2026-11-27'])
  expect(await waiting(w.principal)).toEqual(['level4 rule 2026-12-04'])
  expect(await waiting(w.gridHead)).toEqual([])

  const owed = async (by: Somebody) => {
    const { items } = (await by.get('/api/difficulties?waiting=onOthers')).body
    return items.map(({ id }: { id: string }) => names.get(id)).sort()
  }
  expect(await owed(w.liaison)).toEqual(['execution', 'level2'])
  expect(await owed(w.head)).toEqual(['execution', 'level2'])
  for (const by of [w.otherHead, w.office, w.leader, w.gridHead]) expect(await owed(by)).toEqual([])
})

test('the totals count what climbs, what is due today, what is overdue at the top, and what waits for its raiser', async () => {
  const w = await places()
  await w.asked()
  w.goTo('2026-11-25')
  expect((await w.office.get('/api/difficulty-totals')).body).toMatchObject({
    climbing: 1,
    dueToday: 1,
    overdue: 0,
    levels: [
      { level: 1, count: 0, limitWorkdays: 3 },
      { level: 2, count: 1, limitWorkdays: 3 },
      { level: 3, count: 0, limitWorkdays: 5 },
      { level: 4, count: 0, limitWorkdays: 10 },
    ],
  })
  w.goTo('2026-12-31')
  await runOut(w)
  expect((await w.office.get('/api/difficulty-totals')).body).toMatchObject({ climbing: 1, dueToday: 0, overdue: 1 })
})

test('a refused step changes nothing and leaves no line', async () => {
  const w = await places()
  const id = await w.asked()
  const before = await w.read(id)
  const entries = (await w.journal()).length
  expect(await w.step(w.otherHead, id, 'answers', { kind: 'refuse' })).toMatchObject({
    status: 422,
    body: { code: 'difficulty_unsaid' },
  })
  expect(await w.step(w.otherHead, id, 'passings', { words: '转', unitId: w.task.id })).toMatchObject({
    status: 422,
    body: { code: 'difficulty_unit' },
  })
  expect(await w.read(id)).toEqual(before)
  expect(await w.journal()).toHaveLength(entries)
})

test('every step leaves its line and its entry, with who took it', async () => {
  const w = await places()
  const id = await w.asked()
  const answer = { kind: 'onCondition', words: '先补图纸', dueOn: '2026-12-02' }
  const reason = { words: '水压还不够' }
  const steps: [Somebody, string, object, string][] = [
    [w.otherHead, 'answers', answer, 'acceptedOnCondition'],
    [w.liaison, 'condition-acceptance', {}, 'conditionTaken'],
    [w.otherHead, 'solution', { words: '已移交' }, 'solved'],
    [w.liaison, 'objections', reason, 'objected'],
    [w.otherHead, 'solution', { words: '水压已足' }, 'solved'],
    [w.head, 'confirmation', {}, 'confirmed'],
    [w.head, 'reopening', reason, 'reopened'],
    [w.office, 'level-raises', { words: '两家谈不拢' }, 'levelRaised'],
    [w.liaison, 'withdrawal', { words: '已改线' }, 'withdrawn'],
  ]
  for (const [by, noun, body, kind] of steps) {
    const before = (await w.journal()).length
    const { status, body: answered } = await w.step(by, id, noun, body)
    expect({ noun, status, answered }).toMatchObject({ noun, status: 200 })
    const entries = (await w.journal()).slice(before).map(({ action, personName }) => `${action} ${personName}`)
    expect(entries).toEqual([`difficulty.${kind} ${by.name}`])
    expect((await w.read(id)).story.slice(-1)[0]).toMatchObject({ kind, by: { name: by.name } })
  }
})
