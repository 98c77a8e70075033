import { expect, test } from 'vitest'
import { readNumber, readShare, stepShare, tidyText, toLines } from './values.ts'

test.each([
  ['61', 61],
  ['６１．５％', 61.5],
  ['', null],
  ['100.0', 100],
  ['101', undefined],
  ['-1', undefined],
  ['六十', undefined],
])('a share typed as %j is read as %j', (typed, share) => {
  expect(readShare(typed)).toBe(share)
})
test('a value may be below 0 or above 100, and written with thousands', () => {
  expect([readNumber('-3.5'), readNumber('1,120'), readNumber('abc')]).toEqual([-3.5, 1120, undefined])
})
test.each([
  [98, 5, 100],
  [3, -5, 0],
  [null, 1, 1],
  [61.5, 1, 62.5],
] as const)('%j stepped by %i is %i', (share, by, next) => {
  expect(stepShare(share, by)).toBe(next)
})
test('lines are told apart, and empty ones say nothing', () => {
  expect([toLines(''), toLines('甲\n'), tidyText(' 甲 \n\n乙\n')]).toEqual([[], ['甲', ''], '甲\n乙'])
})
