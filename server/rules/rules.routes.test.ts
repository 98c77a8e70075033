import { expect, test } from 'vitest'
import { PART_PRESETS, standardRules } from '#domain/rules/rules.ts'
import { district } from '#test/world.tasks.ts'

const TODAY = '2026-11-20'
const standard = standardRules('standard')
/** Yellow from so many working days before a date: the tasks of these tests have one due in five. */
const yellowWithin = (yellowWithinWorkdays: number) => ({
  ...standard,
  lights: { ...standard.lights, deadline: { ...standard.lights.deadline, yellowWithinWorkdays } },
})
const late = yellowWithin(3)

test('what a preview says would change is what changes when the rules are saved, and nothing before', async () => {
  const { office, inProgress, read } = await district()
  const { id, code } = await inProgress()
  expect((await read(id)).standing.light).toBe('yellow')
  const { body: tried } = await office.post('/api/supervision-rule-previews', { rules: late })
  expect(tried).toMatchObject({ taskCount: 1, changedCount: 1, moves: [{ from: 'yellow', to: 'green', count: 1 }] })
  expect(tried.items).toMatchObject([{ id, code, from: 'yellow', to: 'green' }])
  expect((await read(id)).standing.light).toBe('yellow')

  const saved = await office.put('/api/supervision-rules', { version: 0, effectiveOn: TODAY, rules: late })
  expect(saved.body).toEqual({ version: 1, effectiveOn: TODAY })
  const page = await read(id)
  expect(page.standing.light).toBe('green')
  expect(page.lightRules).toMatchObject({ version: 'S1', effectiveOn: TODAY, deadline: { yellowWithinWorkdays: 3 } })
  const { body: again } = await office.post('/api/supervision-rule-previews', { rules: late })
  expect(again).toMatchObject({ changedCount: 0, items: [] })
  const { body: listed } = await office.get('/api/tasks')
  expect(listed.items.map(({ light }: { light: string }) => light)).toEqual(['green'])
})

test('a limit that is shortened shows what it would make late, and holds for what is assigned from then on', async () => {
  const { office, assigned, read, clock } = await district()
  const former = await assigned()
  clock.now = new Date('2026-11-23T12:00:00+08:00')
  const rules = { ...standard, steps: { ...standard.steps, acknowledgeWorkdays: 1, declineWorkdays: 1 } }
  const dueOf = async (id: string) => {
    const { steps } = await read(id)
    return steps.find(({ step }: { step: string }) => step === 'acknowledge').dueOn
  }
  clock.now = new Date('2026-11-24T12:00:00+08:00')
  const { body: tried } = await office.post('/api/supervision-rule-previews', { rules })
  expect(tried.limits.filter(({ waiting }: { waiting: number }) => waiting > 0)).toEqual([
    { limit: 'acknowledgeWorkdays', waiting: 1, late: 0, triedLate: 1 },
    { limit: 'declineWorkdays', waiting: 1, late: 0, triedLate: 1 },
  ])
  await office.put('/api/supervision-rules', { version: 0, effectiveOn: '2026-11-24', rules })
  const later = await assigned()
  expect([await dueOf(former.id), await dueOf(later.id)]).toEqual(['2026-11-24', '2026-11-25'])
})

test('rules of a day to come change nothing until that day', async () => {
  const { office, inProgress, read, clock } = await district()
  const { id } = await inProgress()
  await office.put('/api/supervision-rules', { version: 0, effectiveOn: '2026-11-23', rules: late })
  expect((await read(id)).standing.light).toBe('yellow')
  expect((await office.get('/api/supervision-rules')).body).toMatchObject({
    current: { version: 0, effectiveOn: null },
    versions: [{ version: 1, effectiveOn: '2026-11-23', savedBy: '林晓岚' }],
  })
  clock.now = new Date('2026-11-23T12:00:00+08:00')
  expect((await read(id)).standing.light).toBe('green')
  expect((await office.get('/api/supervision-rules')).body.current.version).toBe(1)
})

test('versions follow each other, stay, and are never overwritten by somebody who saw an older one', async () => {
  const { office, officer, db, journal } = await district()
  const save = (who: typeof office, version: number, rules: object, effectiveOn = TODAY) =>
    who.put('/api/supervision-rules', { version, effectiveOn, rules })
  expect((await save(office, 0, late, '2026-11-19')).body).toMatchObject({ code: 'rules_past' })
  const backwards = {
    ...standard,
    lights: { ...standard.lights, trajectory: { yellowAbovePoints: 30, redAbovePoints: 10 } },
  }
  expect((await save(office, 0, backwards)).body).toMatchObject({ code: 'rules_clash' })
  const both = await Promise.all([save(office, 0, late), save(officer, 0, yellowWithin(9))])
  expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
  expect((await save(officer, 0, standard)).body).toMatchObject({ code: 'rules_changed' })
  expect((await save(officer, 1, standard)).body).toMatchObject({ version: 2 })
  const { versions } = (await office.get('/api/supervision-rules')).body
  expect(versions.map(({ version }: { version: number }) => version)).toEqual([2, 1])
  await expect(db.deleteFrom('supervisionRuleSet').execute()).rejects.toThrow('supervision_rule_set')
  expect((await journal()).filter(({ action }) => action === 'supervisionRules.saved')).toHaveLength(2)
})

test('a request that is made after the ladder changed goes where the new one sends it, and says by which', async () => {
  const { office, head, inProgress, read, db, organizationId } = await district()
  const ask = async () => {
    const { id } = await inProgress()
    const { milestones } = await read(id)
    // Eight working days later.
    const dates = [{ milestoneId: milestones[0].id, dueOn: '2026-12-09' }]
    return (await head.post(`/api/tasks/${id}/extension-requests`, { dates, reason: '供料推迟', progress: '主体在建' }))
      .body
  }
  expect(await ask()).toMatchObject({ decider: 'supervisionOffice' })
  const rules = { ...standard, ladder: PART_PRESETS.ladder.short }
  await office.put('/api/supervision-rules', { version: 0, effectiveOn: TODAY, rules })
  expect(await ask()).toMatchObject({ decider: 'leaderInCharge' })
  const requests = db.selectFrom('taskRequest').select('rulesVersion').where('organizationId', '=', organizationId)
  const kept = await requests.execute()
  expect(kept.map(({ rulesVersion }) => rulesVersion).sort()).toEqual(['1', 'S1'])
})

test('a difficulty’s clock that begins after the limits changed is as long as they say; one that runs stays', async () => {
  const { office, head, inProgress, units, clock } = await district()
  const raise = async (title: string) => {
    const { id } = await inProgress({ title })
    const raised = await head.post(`/api/tasks/${id}/difficulties`, {
      kind: 'hard',
      cause: 'funds',
      title,
      ask: '请协调资金',
      consequence: '年内不能竣工',
      tried: '已与两家银行接洽',
      wantedOn: '2026-12-31',
      counterpartId: units.other,
    })
    await office.post(`/api/difficulties/${raised.body.id}/triage`, { level: 2, words: '请教育局答复' })
    return raised.body.id as string
  }
  const clockOf = async (id: string) => (await office.get(`/api/difficulties/${id}`)).body.clock.limitWorkdays
  const running = await raise('尾款')
  clock.now = new Date('2026-11-23T12:00:00+08:00')
  const rules = { ...standard, difficulties: PART_PRESETS.difficulties.weekly }
  await office.put('/api/supervision-rules', { version: 0, effectiveOn: '2026-11-23', rules })
  const begun = await raise('用地')
  expect([await clockOf(running), await clockOf(begun)]).toEqual([3, 5])
  const { levels } = (await office.get('/api/difficulty-totals')).body
  expect(levels[1]).toMatchObject({ level: 2, limitWorkdays: 5 })
})
