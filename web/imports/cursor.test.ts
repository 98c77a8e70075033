import { expect, test } from 'vitest'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import { moved, nextDoubt, nextPending, queueOf } from './cursor.ts'

const doubt = (id: string) => ({ id, field: 'lead', code: 'no_lead', choices: [], facts: {} }) as const
const row = (id: string, state: DraftView['state'], ...doubtIds: string[]) =>
  ({ id, state, doubts: doubtIds.map(doubt) }) as unknown as DraftView
const ROWS = [row('a', 'accepted'), row('b', 'pending', 'b1', 'b2'), row('c', 'discarded'), row('d', 'pending', 'd1')]

test.each([
  [null, 1, 'a'],
  ['a', 1, 'b'],
  ['d', 1, 'd'],
  ['a', -1, 'a'],
])('from %s by %i comes %s', (from, step, to) => expect(moved(ROWS, from, step)).toBe(to))

test.each([
  ['a', 'b'],
  ['b', 'd'],
  ['d', 'b'],
])('after deciding %s comes %s', (from, to) => expect(nextPending(ROWS, from)).toBe(to))

test.each([
  ['a', null, 'b1'],
  ['b', 'b1', 'b2'],
  ['b', 'b2', 'd1'],
  ['d', 'd1', 'b1'],
  ['c', null, 'd1'],
])('at %s %s the next doubt is %s', (draftId, doubtId, next) =>
  expect(nextDoubt(queueOf(ROWS), draftId, doubtId, ROWS)?.doubt.id).toBe(next),
)
