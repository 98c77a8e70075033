import { expect, test } from 'vitest'
import { reporting } from '#test/reporting.ts'

const DELIVERABLE = '供水管线迁改图'

/** The works bureau owes a task of the finance bureau something by the end of September, and reports a task of its own. */
async function owing({ dueOn = '2026-09-30' as string | null } = {}) {
  const district = await reporting()
  const financeHead = await district.person('魏晴', 'unitHead', district.finance)
  const own = await district.task('标准厂房 12 万平方米')
  const theirs = await district.task('财政监管平台', district.finance)
  await district.db
    .insertInto('taskSupport')
    .values({
      organizationId: district.organizationId,
      taskId: theirs.id,
      unitId: district.works,
      deliverable: DELIVERABLE,
      dueOn,
      since: new Date('2026-01-05T09:00:00+08:00'),
    })
    .execute()
  const path = `${district.sheetPath()}/deliveries/${theirs.id}`
  return {
    ...district,
    financeHead,
    own,
    theirs,
    path,
    write: (version: number, changes: object, who = district.liaison) => who.put(path, { version, changes }),
    sign: (body: object = {}) => district.head.post(`${district.sheetPath()}/signature`, body),
    rows: async () => (await district.sheet()).deliveries,
    support: async () =>
      (await financeHead.get(`/api/tasks/${theirs.id}`)).body.supports.find(
        ({ unit }: { unit: { id: string } }) => unit.id === district.works,
      ),
  }
}

test('what a unit owes others is a row of its sheet; the signature delivers what is written, and the lead rates it', async () => {
  const o = await owing()
  expect(await o.rows()).toMatchObject([
    {
      taskId: o.theirs.id,
      deliverable: DELIVERABLE,
      leadUnit: { name: '财政局' },
      dueOn: '2026-09-30',
      state: 'pending',
      values: { what: '', evidence: '' },
      version: 0,
      deliveredOn: null,
    },
  ])
  expect((await o.write(0, { what: '迁改图已' })).body).toMatchObject({ version: 1 })
  expect((await o.write(1, { what: '迁改图已移交', evidence: '移交单' })).body.values.what).toBe('迁改图已移交')
  expect((await o.support()).state).toBe('pending')
  await o.fill(o.own.id)
  const seenDeliveries = [{ taskId: o.theirs.id, version: 2 }]
  expect((await o.sign({ seenDeliveries })).body).toMatchObject({ submittedCount: 1, deliveredCount: 1 })
  expect(await o.support()).toMatchObject({
    state: 'delivered',
    delivery: { what: '迁改图已移交', evidence: '移交单', by: { name: '梁志恒' }, on: '2026-09-28', lateWorkdays: 0 },
  })
  expect(await o.rows()).toMatchObject([{ deliveredOn: '2026-09-28', state: 'delivered' }])
  expect((await o.journal()).map(({ action }) => action)).toContain('support.delivered')
  const confirmed = await o.financeHead.post(`/api/tasks/${o.theirs.id}/supports/${o.works}/confirmation`, {
    rating: 'satisfactory',
  })
  expect(confirmed.body.state).toBe('confirmed')
})

test('what is not written is not delivered by the signature, and is still owed', async () => {
  const o = await owing()
  await o.fill(o.own.id)
  expect((await o.sign()).body).toMatchObject({ submittedCount: 1, deliveredCount: 0 })
  expect((await o.support()).state).toBe('pending')
})

test('what the lead returned is prefilled, and only counts once the unit takes it up; it is not delivered a second time by itself', async () => {
  const o = await owing()
  await o.write(0, { what: '迁改图已移交' })
  await o.fill(o.own.id)
  await o.sign()
  const back = { reason: '缺附图' }
  await o.financeHead.post(`/api/tasks/${o.theirs.id}/supports/${o.works}/delivery-return`, back)
  const { entryId, version } = await o.row(o.own.id)
  const rows = [{ entryId, version }]
  await o.office.post('/api/report-reviews', { rows, decision: 'return', reason: 'noEvidence', note: '补佐证' })
  await o.fill(o.own.id, { evidence: ['监理月报'] })
  expect(await o.rows()).toMatchObject([
    { state: 'returned', returnedNote: '缺附图', values: { what: '迁改图已移交' } },
  ])
  expect((await o.sign()).body.deliveredCount).toBe(0)
  expect((await o.support()).state).toBe('returned')
})

test('somebody else’s words are not overwritten, a sheet read before is not signed, and another unit writes nothing', async () => {
  const o = await owing()
  await o.write(0, { what: '甲' })
  expect((await o.write(0, { what: '乙' }, o.head)).body).toMatchObject({
    code: 'changed_meanwhile',
    message: expect.stringContaining('苏雨桐'),
  })
  await o.fill(o.own.id)
  expect((await o.sign({ seenDeliveries: [{ taskId: o.theirs.id, version: 0 }] })).body.code).toBe('changed_meanwhile')
  expect((await o.support()).state).toBe('pending')
  expect((await o.neighbour.put(o.path, { version: 1, changes: { what: '丙' } })).status).toBe(404)
  expect((await o.write(1, {}, o.office)).body.code).toBe('not_allowed')
})

test('what is due after the window is not asked for with the sheet', async () => {
  const o = await owing({ dueOn: '2026-12-01' })
  expect(await o.rows()).toEqual([])
  expect((await o.write(0, { what: '迁改图已移交' })).status).toBe(404)
})
