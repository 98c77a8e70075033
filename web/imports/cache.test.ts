import { expect, test } from 'vitest'
import type { ReviewDoubt } from '#domain/imports/cells.ts'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import type { QueuedDoubt } from '#domain/imports/pages.contract.ts'
import { laterDoubt, withDoubts, withRows } from './cache.ts'

const doubt = (id: string): ReviewDoubt => ({ id, field: 'lead', code: 'no_lead', choices: [], facts: {} })
const row = (id: string, number: number, ...doubtIds: string[]) =>
  ({ id, number, state: 'pending', doubts: doubtIds.map(doubt) }) as unknown as DraftView
const queued = (draftId: string, number: number, id: string): QueuedDoubt => ({ draftId, number, doubt: doubt(id) })

test('a changed row takes the place of its former self; others stay', () => {
  const page = { items: [row('a', 1), row('b', 2, 'b1')], total: 9 }
  const { items, total } = withRows(page, [row('b', 2), row('z', 30)])
  expect([items.map(({ id, doubts }) => [id, doubts.length]), total]).toEqual([
    [
      ['a', 0],
      ['b', 0],
    ],
    9,
  ])
})

test('what is left of a row’s doubts stays at its place in the queue', () => {
  const page = {
    items: [queued('a', 1, 'a1'), queued('b', 2, 'b1'), queued('b', 2, 'b2'), queued('c', 3, 'c1')],
    before: 4,
  }
  const ids = (done: DraftView[]) => withDoubts(page, done).items.map((one) => one.doubt.id)
  expect(ids([row('b', 2, 'b2')])).toEqual(['a1', 'b2', 'c1'])
  expect(ids([row('b', 2), row('c', 3)])).toEqual(['a1'])
})

test.each([
  ['b1', 'b2'],
  ['b2', null],
  [null, null],
])('in a row the doubt after %s is %s', (from, next) => expect(laterDoubt(row('b', 2, 'b1', 'b2'), from)).toBe(next))
