import { expect, test } from 'vitest'
import { places, runOut } from '#test/world.difficulties.ts'
import type { Somebody } from '#test/world.tasks.ts'

const told = ({ db, organizationId }: Pick<Awaited<ReturnType<typeof places>>, 'db' | 'organizationId'>) =>
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
