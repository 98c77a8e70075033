import { expect, test } from 'vitest'
import { compare, delaysOf, NO_FAULTS, spreadOf } from './figures.ts'

const record = ['a', 'b', 'c', 'd'].map((key, index) => ({ key, seq: index + 1 }))
const [a, b, c, d] = record as [Known, Known, Known, Known]
type Known = { key: string; seq: number }

test.each([
  ['all of it in order', record, NO_FAULTS],
  ['one missing', [a, b, d], { ...NO_FAULTS, lost: 1 }],
  ['nothing at all', [], { ...NO_FAULTS, lost: 4 }],
  ['one twice', [a, b, b, c, d], { ...NO_FAULTS, doubled: 1 }],
  ['one that is not in the record', [a, b, c, d, { key: 'x', seq: 5 }], { ...NO_FAULTS, doubled: 1 }],
  ['one at another place', [a, b, c, { key: 'd', seq: 9 }], { ...NO_FAULTS, doubled: 1 }],
  ['two in the wrong order', [a, c, b, d], { ...NO_FAULTS, disordered: 1 }],
])('what a screen heard against the record: %s', (_, found, faults) => {
  expect(compare(record, found)).toEqual(faults)
})

test('a delay counts from saying to hearing over a line that stood; behind a broken line, from when it stood again', () => {
  const heard = [
    { key: 'a', seq: 1, at: 130, lineSince: 50 },
    { key: 'b', seq: 2, at: 900, lineSince: 880 },
    { key: 'unsaid', seq: 3, at: 901, lineSince: 880 },
  ]
  const saidAt = new Map([
    ['a', 100],
    ['b', 200],
  ])
  expect(delaysOf(heard, saidAt)).toEqual({ onTime: [30], caughtUp: [20] })
})

test('a spread is by nearest rank, and says so where there is nothing', () => {
  expect(spreadOf(Array.from({ length: 200 }, (_, index) => 200 - index))).toEqual({
    count: 200,
    p50: 100,
    p99: 198,
    max: 200,
  })
  expect(spreadOf([])).toEqual({ count: 0, p50: null, p99: null, max: null })
})
