import { expect, test } from 'vitest'
import { URGE_PRESETS } from '#domain/urging/rules.ts'
import { morning, urgeAt, urgingDistrict } from '#test/world.urging.ts'

const messagesOf = async ({ db }: Awaited<ReturnType<typeof urgingDistrict>>) =>
  (await db.selectFrom('message').select(['personId', 'key']).execute())
    .map(({ personId, key }) => `${personId} ${key}`)
    .sort()

test('before a date those who do the work hear, on it the head too, after it the leader in charge is copied', async () => {
  const { run, kinds, assignee, liaison, head, leader, otherHead } = await urgingDistrict()
  await run('2026-11-18', '2026-11-24')
  expect(await kinds(assignee)).toEqual(['milestoneAhead', 'milestoneAhead'])
  expect(await kinds(liaison)).toEqual(['milestoneAhead', 'milestoneAhead'])
  expect(await kinds(head)).toEqual([])
  await run('2026-11-27', '2026-11-30')
  expect(await kinds(head)).toEqual(['milestoneToday', 'milestoneOverdue'])
  expect(await kinds(leader)).toEqual([])
  await run('2026-12-04')
  expect(await kinds(leader)).toEqual(['milestoneOverdue'])
  expect(await kinds(otherHead)).toEqual([])
})

test('an urge names task, milestone, date and days, leads to the task, and stands in its journal', async () => {
  const { run, told, assignee, taskId, code, office } = await urgingDistrict()
  await run('2026-11-24')
  expect(await told(assignee)).toMatchObject([
    {
      kind: 'milestoneAhead',
      subject: { type: 'task', id: taskId },
      facts: { code, milestone: '主体结构封顶', dueOn: '2026-11-27', days: 3 },
    },
  ])
  const { items } = (await office.get(`/api/tasks/${taskId}/journal`)).body
  expect(items[0]).toMatchObject({ action: 'task.urged', personName: '系统' })
})

test('the same day’s urging is done once, by any number of processes, and a day off has none', async () => {
  const w = await urgingDistrict()
  await Promise.all([1, 2, 3].map(() => urgeAt(w.db, morning('2026-11-24'))))
  await urgeAt(w.db, '2026-11-24T18:00:00+08:00')
  expect(await w.kinds(w.assignee)).toEqual(['milestoneAhead'])
  await w.run('2026-11-28', '2026-11-29')
  expect(await w.kinds(w.assignee)).toEqual(['milestoneAhead'])
})

test('a crash before the end leaves nothing, and the next round does the whole of it', async () => {
  const w = await urgingDistrict()
  const before = await messagesOf(w)
  // The last thing a day’s urging writes cannot be written.
  await w.db.schema.alterTable('urge_run').renameTo('urge_run_away').execute()
  await expect(urgeAt(w.db, morning('2026-11-24'))).rejects.toThrow('urge_run')
  expect(await messagesOf(w)).toEqual(before)
  await w.db.schema.alterTable('urge_run_away').renameTo('urge_run').execute()
  await urgeAt(w.db, morning('2026-11-24'))
  expect(await w.kinds(w.assignee)).toEqual(['milestoneAhead'])
})

test('after days without a server the stage that has come is sent, and what it overtook is not', async () => {
  const { run, told, assignee } = await urgingDistrict()
  await run('2026-11-25')
  expect((await told(assignee)).map(({ facts }) => facts['days'])).toEqual([2])
  await run('2026-12-01')
  expect((await told(assignee)).map(({ kind, facts }) => [kind, facts['days']])).toEqual([
    ['milestoneAhead', 2],
    ['milestoneOverdue', 2],
  ])
})

test('what was submitted is urged no more, and a later date is urged anew', async () => {
  const { run, kinds, assignee, db, taskId } = await urgingDistrict()
  await run('2026-11-24')
  const roof = db.updateTable('milestone').where('taskId', '=', taskId).where('title', '=', '主体结构封顶')
  await roof.set({ currentDueOn: '2026-12-11', since: new Date(morning('2026-11-25')) }).execute()
  await run('2026-11-27')
  expect(await kinds(assignee)).toEqual(['milestoneAhead'])
  await run('2026-12-02')
  expect(await kinds(assignee)).toEqual(['milestoneAhead', 'milestoneAhead'])
  await roof.set({ state: 'submitted', submittedOn: '2026-12-03', since: new Date(morning('2026-12-03')) }).execute()
  await run('2026-12-14')
  expect(await kinds(assignee)).toEqual(['milestoneAhead', 'milestoneAhead'])
})

test('what nobody has acknowledged in time is urged at the head, then before the leader in charge', async () => {
  const { run, assigned, kinds, head, leader, clock } = await urgingDistrict()
  clock.now = new Date(morning('2026-10-19'))
  await assigned({ title: '开通智慧园区平台', milestones: [{ title: '上线', dueOn: '2026-12-25', weight: 100 }] })
  await run('2026-10-21')
  expect(await kinds(head)).toEqual([])
  await run('2026-10-22')
  expect(await kinds(head)).toEqual(['acknowledgementLate'])
  await run('2026-10-26')
  expect(await kinds(leader)).toEqual(['acknowledgementLate'])
})

test('a period that opens is told once to units that report; near its end the unsigned are urged', async () => {
  const { run, head, liaison, otherHead, kinds, db } = await urgingDistrict()
  const [period] = await db.selectFrom('period').select(['opensOn', 'closesOn']).where('number', '=', 4).execute()
  await run(period?.opensOn ?? '', '2026-12-28', '2026-12-29')
  const opened = async (who: typeof head) =>
    (await who.get('/api/messages?group=report')).body.items.map(({ kind }: { kind: string }) => kind)
  expect(await opened(head)).toEqual(['periodOpened'])
  expect(await opened(otherHead)).toEqual([])
  await run(period?.closesOn ?? '')
  expect(await kinds(liaison)).toContain('sheetClosing')
})

test('from October on the office hears once that next year’s holidays are unknown, until they are there', async () => {
  const { run, office, db, organizationId } = await urgingDistrict()
  const told = async () => (await office.get('/api/messages?group=other')).body.items
  await run('2026-10-13', '2026-10-14')
  expect(await told()).toMatchObject([{ kind: 'holidaysUnknown', facts: { year: 2027 } }])
  const since = new Date(morning('2026-10-14'))
  const day = { organizationId, dayOn: '2027-01-01', workday: false, name: '元旦', since }
  await db.insertInto('calendarDay').values(day).execute()
  await run('2026-10-15')
  expect(await told()).toHaveLength(1)
})

test('new rules are followed on the day they begin, and nothing that was sent is sent again', async () => {
  const { run, office, kinds, assignee, head } = await urgingDistrict()
  await run('2026-11-24')
  const { stages, byHand, noticePrefix } = URGE_PRESETS.standard
  const rules = {
    stages: stages.map((stage) =>
      stage.offsetWorkdays === -3 ? { ...stage, offsetWorkdays: -2, to: ['unitHead'] } : stage,
    ),
    byHand,
    noticePrefix,
  }
  const saved = await office.put('/api/urge-rules', { version: 0, effectiveOn: '2026-11-25', rules })
  expect(saved.body).toMatchObject({ version: 1 })
  await run('2026-11-25')
  expect(await kinds(head)).toEqual(['milestoneAhead'])
  expect(await kinds(assignee)).toEqual(['milestoneAhead'])
})
