import { expect, test } from 'vitest'
import { URGE_PRESETS, type UrgeRules } from '#domain/urging/rules.ts'
import { morning, urgingDistrict } from '#test/world.urging.ts'

const STANDARD: UrgeRules = URGE_PRESETS.standard

test('the preview shows exactly what the round then sends, to the same people', async () => {
  const { run, office, clock, db, organizationId } = await urgingDistrict()
  clock.now = new Date(morning('2026-11-24'))
  const preview = await office.post('/api/urge-previews', { effectiveOn: '2026-11-24', rules: STANDARD })
  expect(preview.body).toMatchObject({ on: '2026-11-24', urgeCount: 1, noticeCount: 0 })
  expect(await db.selectFrom('urge').select('key').execute()).toEqual([])
  await run('2026-11-24')
  const sent = await db
    .selectFrom('urge')
    .select(['key', 'toldTo', 'kind'])
    .where('organizationId', '=', organizationId)
    .execute()
  expect(sent.map(({ key, toldTo, kind }) => ({ key, kind, to: [...toldTo].sort() }))).toEqual(
    preview.body.items.map(({ key, kind, to }: { key: string; kind: string; to: { id: string }[] }) => ({
      key,
      kind,
      to: to.map(({ id }) => id).sort(),
    })),
  )
})

test('after today’s round the preview is of the next working day, unless the rules are others', async () => {
  const { run, office } = await urgingDistrict()
  await run('2026-11-27')
  const same = await office.post('/api/urge-previews', { effectiveOn: '2026-11-27', rules: STANDARD })
  expect(same.body).toMatchObject({ on: '2026-11-30', noticeCount: 1 })
  const other = await office.post('/api/urge-previews', {
    effectiveOn: '2026-11-27',
    rules: { ...STANDARD, stages: STANDARD.stages.filter(({ offsetWorkdays }) => offsetWorkdays < 0) },
  })
  expect(other.body.on).toBe('2026-11-27')
})

test('the preview comes in pages', async () => {
  const { office, inProgress, clock } = await urgingDistrict()
  await inProgress({ title: '开通智慧园区平台' })
  clock.now = new Date(morning('2026-11-24'))
  const asked = { effectiveOn: '2026-11-24', rules: STANDARD, limit: 1 }
  const first = (await office.post('/api/urge-previews', asked)).body
  const second = (await office.post('/api/urge-previews', { ...asked, after: first.next })).body
  expect([first.items.length, second.items.length, second.next, first.urgeCount]).toEqual([1, 1, null, 2])
  expect(first.items[0].key).not.toBe(second.items[0].key)
})

test('rules are kept version by version, and hold from their day', async () => {
  const { office, clock, journal } = await urgingDistrict()
  const rules = { ...STANDARD, noticePrefix: '清政督' }
  const effectiveOn = '2026-10-20'
  expect((await office.put('/api/urge-rules', { version: 0, effectiveOn, rules })).status).toBe(200)
  expect((await office.get('/api/urge-rules')).body).toMatchObject({
    current: { version: 0 },
    upcoming: { version: 1, effectiveOn, savedBy: '林晓岚' },
    sentToday: null,
  })
  clock.now = new Date(morning(effectiveOn))
  expect((await office.get('/api/urge-rules')).body).toMatchObject({
    current: { version: 1, rules: { noticePrefix: '清政督' } },
    upcoming: null,
  })
  expect((await journal()).map(({ action }) => action)).toContain('urgeRules.saved')
})

test.each([
  ['an older version', { version: 3 }, 'urge_rules_changed'],
  ['a day that has passed', { effectiveOn: '2026-10-11' }, 'urge_rules_past'],
  ['a moment twice', { rules: { ...STANDARD, stages: [STANDARD.stages[0], STANDARD.stages[0]] } }, 'urge_stage_twice'],
  [
    'an answer to a notice of no level',
    { rules: { ...STANDARD, stages: STANDARD.stages.slice(-1).map((stage) => ({ ...stage, level: null })) } },
    'urge_level_missing',
  ],
])('rules with %s are refused and nothing is kept', async (_, changes, code) => {
  const { office, db } = await urgingDistrict()
  const body = { version: 0, effectiveOn: '2026-10-12', rules: STANDARD, ...changes }
  expect((await office.put('/api/urge-rules', body)).body).toMatchObject({ code })
  expect(await db.selectFrom('urgeRuleSet').selectAll().execute()).toEqual([])
})

test('urging by hand reaches the unit, is written down, and says who urged when it is tried again', async () => {
  const { office, officer, head, taskId, told, clock, assigned } = await urgingDistrict()
  const other = await assigned({ title: '开通智慧园区平台' })
  const urged = await office.post('/api/task-urges', { taskIds: [taskId], note: '请今天说明情况' })
  expect(urged.body).toEqual({ done: [taskId], refused: [] })
  expect(await told(head)).toMatchObject([{ kind: 'taskUrged', facts: { by: '林晓岚', note: '请今天说明情况' } }])
  const again = await officer.post('/api/task-urges', { taskIds: [taskId, other.id] })
  expect(again.body).toMatchObject({
    done: [other.id],
    refused: [{ id: taskId, code: 'urged_already', message: '林晓岚已于 2026-10-12 催办过，2026-10-13 起可以再催。' }],
  })
  const listed = (await office.get(`/api/tasks/${taskId}/urges`)).body
  expect(listed.items).toMatchObject(
    [{ by: '林晓岚', kind: 'taskUrged', to: ['梁志恒', '高远', '韩磊'].sort() }].map(({ to: _to, ...rest }) => rest),
  )
  expect(listed.refusal.code).toBe('urged_already')
  clock.now = new Date(morning('2026-10-13'))
  expect((await office.get(`/api/tasks/${taskId}/urges`)).body.refusal).toBeNull()
})

test('two officers who urge at the same moment urge once', async () => {
  const { office, officer, taskId, told, head } = await urgingDistrict()
  const answers = await Promise.all([office, officer].map((who) => who.post('/api/task-urges', { taskIds: [taskId] })))
  expect(answers.flatMap(({ body }) => body.done)).toEqual([taskId])
  expect(await told(head)).toHaveLength(1)
})

test('a unit reads how its own task was urged; another’s does not exist', async () => {
  const { office, head, otherHead, taskId } = await urgingDistrict()
  await office.post('/api/task-urges', { taskIds: [taskId] })
  expect((await head.get(`/api/tasks/${taskId}/urges`)).body.items).toHaveLength(1)
  expect((await otherHead.get(`/api/tasks/${taskId}/urges`)).status).toBe(404)
})
