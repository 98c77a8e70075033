import { expect, test } from 'vitest'
import { type Repeat, turnName, turnsIn } from './turns.ts'

test.each<[string, Repeat, string, string | null, string[]]>([
  [
    'a whole year by quarters',
    'quarterly',
    '2026-01-01',
    null,
    ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'],
  ],
  ['from within a quarter', 'quarterly', '2026-08-12', null, ['2026-09-30', '2026-12-31']],
  ['by halves', 'halfYearly', '2026-01-05', null, ['2026-06-30', '2026-12-31']],
  ['until a day of its own', 'monthly', '2026-02-28', '2026-04-20', ['2026-02-28', '2026-03-31', '2026-04-20']],
  ['from the year before', 'halfYearly', '2025-11-30', '2026-06-30', ['2026-06-30']],
  ['after the year', 'monthly', '2027-01-01', null, []],
])('turns %s', (_, repeat, from, until, days) =>
  expect(turnsIn(2026, repeat, { from, until }).map(({ dueOn }) => dueOn)).toEqual(days),
)

test.each<[Repeat, number, string]>([
  ['monthly', 11, '11月'],
  ['quarterly', 3, '三季度'],
  ['halfYearly', 2, '下半年'],
])('%s turn %i is called %s', (repeat, number, name) => expect(turnName(repeat, number)).toBe(name))
