import { expect, test } from 'vitest'
import { countStatements } from '#test/statements.ts'
import { demoWorld } from '#test/world.demo.ts'
import { district } from '#test/world.tasks.ts'

test('a unit is asked for a row per task that it leads, and one with nothing is asked for nothing', async () => {
  const d = await district()
  await d.inProgress()
  await d.inProgress()
  await d.assigned()
  const { body } = await d.office.get('/api/burden')
  const of = (id: string) => body.units.find(({ unit }: any) => unit.id === id).total
  expect(of(d.units.lead).counts).toMatchObject({ reportRow: 3, acknowledgement: 1 })
  expect(of(d.units.other)).toMatchObject({ askCount: 0, seconds: 0 })
  expect(body.total).toEqual(of(d.units.lead))
  expect(body.periods).toMatchObject([{ number: 4, unitCount: 1, load: { counts: { reportRow: 3 } } }])
})

test('before the rule is changed it is said what the next period would ask; nothing is changed by asking', async () => {
  const d = await district()
  await d.inProgress()
  const before = await d.office.get('/api/periods')
  const rule = { every: 'month', opensOnLastWorkday: 3, closesAfterWorkdays: 1 }
  const { status, body } = await d.office.post('/api/burden-previews', { planId: d.plan.id, reportRule: rule })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    every: 'month',
    number: 11,
    unitCount: 1,
    load: { counts: { reportRow: 1 }, givenCount: 0 },
  })
  expect(body.clashes).toMatchObject([{ kind: 'shortWindow', count: 4 }])
  expect((await d.office.get('/api/periods')).body).toEqual(before.body)
})

test('of the demo district the units add up, most cells come filled in, and the estimate says what it rests on', async () => {
  const { as, url } = await demoWorld()
  const office = await as('supervisionOffice')
  const sent = countStatements(url)
  const { body } = await office.get('/api/burden')
  expect(sent.count()).toBeLessThan(25)
  const sum = (numberOf: (unit: any) => number) =>
    body.units.reduce((total: number, unit: any) => total + numberOf(unit), 0)
  expect(sum(({ total }) => total.askCount)).toBe(body.total.askCount)
  expect(Math.round(sum(({ total }) => total.seconds))).toBe(Math.round(body.total.seconds))
  expect(body.days).toHaveLength(56)
  expect(body.basis).toMatchObject({ isMeasured: true })
  expect(body.basis.changedShare).toBeGreaterThan(0)
  const [period] = body.periods
  expect(period.unitCount).toBeGreaterThan(30)
  const preview = await office.post('/api/burden-previews', { planId: period.planId })
  expect(preview.body).toEqual(period)
  const share = period.load.givenCount / period.load.cellCount
  expect(share > 0.4 && share < 1).toBe(true)
})
