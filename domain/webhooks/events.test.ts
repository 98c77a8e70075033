import { expect, test } from 'vitest'
import { pushBody, pushIds } from './events.ts'

test('of what was recorded only identifiers leave: neither words nor days nor figures', () => {
  const ids = {
    unitId: 'u',
    leadUnitId: 'l',
    periodId: 'p',
    milestoneId: 'm',
    noticeId: 'n',
    requestId: 'r',
  }
  const recorded = {
    ...ids,
    title: '二期厂房',
    reason: '拆迁',
    dueOn: '2026-12-25',
    weight: 2,
    before: { unitId: 'x' },
  }
  expect(pushIds(recorded)).toEqual(ids)
  expect([pushIds(null), pushIds({ unitId: 7 })]).toEqual([{}, {}])
  const at = new Date('2026-11-20T04:00:00Z')
  const said = { id: 'i', event: 'task.assigned', occurredAt: at, organizationId: 'o', task: null, ids }
  expect(JSON.parse(pushBody(said))).toEqual({
    id: 'i',
    event: 'task.assigned',
    occurredAt: '2026-11-20T04:00:00.000Z',
    organizationId: 'o',
    ...ids,
  })
})
