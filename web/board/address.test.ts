import { expect, test } from 'vitest'
import { BoardAddress, stepDates } from './address.ts'

test('the board steps through the ends of quarters that are over, then today', () => {
  expect(stepDates(2026, '2026-11-20').map(({ on }) => on)).toEqual([
    '2026-03-31',
    '2026-06-30',
    '2026-09-30',
    '2026-11-20',
  ])
  expect(stepDates(2026, '2026-01-05')).toEqual([{ on: '2026-01-05', quarter: null }])
})

test('an address with nonsense in it still opens the board', () => {
  expect(BoardAddress.parse({ asOn: 'yesterday', unit: 'x', order: 'best' })).toEqual({})
})
