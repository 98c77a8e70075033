import { expect, test } from 'vitest'
import { charactersOf, lengthOf } from './length.ts'

test.each([
  ['完成 8.6 公里管网', 7],
  ['GDP 增长 5.2%', 4],
  ['一、\n二、', 4],
  ['  ', 0],
])('%j has %i characters: white space is none, a number or a foreign word is one', (text, count) => {
  expect(charactersOf(text)).toBe(count)
})

test('a text within its limit is not over, one beyond it by so many; speaking takes whole minutes', () => {
  expect(lengthOf('字'.repeat(4000), 'special')).toEqual({ characters: 4000, limit: 4000, over: 0, minutes: 20 })
  expect(lengthOf('字'.repeat(4001), 'special')).toMatchObject({ over: 1, minutes: 21 })
  expect(lengthOf('字'.repeat(4001), 'comprehensive')).toMatchObject({ over: 0, limit: 5000 })
})
