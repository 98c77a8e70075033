import { expect, test } from 'vitest'
import type { Actor, Role } from '../access/actor.ts'
import { sheetWaitOf, type Waiting, waitingFor } from './waiting.ts'

const actor = (role: Role, unitId: string | null = 'u'): Actor => ({
  organizationId: 'o',
  personId: 'p',
  name: '苏雨桐',
  posts: [{ role, unitId }],
  portfolio: { unitIds: [], pillarIds: [] },
})
const sheet = (facts: Partial<Parameters<typeof waitingFor>[1][number]> = {}) => ({
  unit: { id: 'u' },
  state: 'draft' as const,
  rowCount: 5,
  checkedCount: 2,
  returnedCount: 0,
  submittedCount: 0,
  prepared: null,
  ...facts,
})
const WHOLE = { checkedCount: 5, prepared: { at: '2026-09-28' } }

test.each<[string, Actor, ReturnType<typeof sheet>[], Waiting | null]>([
  ['a liaison: rows not checked', actor('liaison'), [sheet()], { kind: 'fillSheet', count: 3 }],
  ['a liaison who has asked the head: nothing', actor('liaison'), [sheet(WHOLE)], null],
  [
    'a head: rows not checked before there is anything to sign',
    actor('unitHead'),
    [sheet()],
    { kind: 'fillSheet', count: 3 },
  ],
  ['a head who was asked: the rows to sign', actor('unitHead'), [sheet(WHOLE)], { kind: 'signSheet', count: 5 }],
  [
    'a unit whose sheet came back: the rows that did',
    actor('liaison'),
    [sheet({ state: 'returned', checkedCount: 5, returnedCount: 1 })],
    { kind: 'fillSheet', count: 1 },
  ],
  ['a unit whose window has closed: nothing', actor('liaison'), [sheet({ state: 'missed' })], null],
  ['somebody of another unit: nothing', actor('liaison', 'v'), [sheet()], null],
  [
    'a head with one sheet to sign and another to fill in: what is filled in first',
    actor('unitHead'),
    [sheet(WHOLE), sheet()],
    { kind: 'fillSheet', count: 3 },
  ],
  ['a leader: nothing', actor('principalLeader', null), [sheet({ submittedCount: 5 })], null],
  [
    'the office: sheets with rows to decide',
    actor('supervisionOffice'),
    [sheet({ submittedCount: 5 }), sheet({ submittedCount: 1 }), sheet()],
    { kind: 'reviewSheet', count: 2 },
  ],
])('what waits for %s', (_, who, sheets, waiting) => {
  expect(waitingFor(who, sheets)).toEqual(waiting)
})

test('once the head is asked to sign, the sheet asks nothing of the liaison', () => {
  expect([sheetWaitOf(actor('liaison'), sheet()), sheetWaitOf(actor('liaison'), sheet(WHOLE))]).toEqual([
    'fillSheet',
    null,
  ])
})
