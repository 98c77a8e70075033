import { expect, test } from 'vitest'
import { places, runOut } from '#test/world.difficulties.ts'
import type { Somebody } from '#test/world.tasks.ts'
import { findDifficultiesWaitingFor } from './waiting.ts'

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
