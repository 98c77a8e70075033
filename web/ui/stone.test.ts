import { expect, test } from 'vitest'
import { LIGHTS } from '#domain/lights/light.ts'
import { formatPercent } from './figures.ts'
import { drawStone, stoneRadius } from './stone.ts'

test.each([
  [1, 6.6],
  [2, 7.4],
  [3, 8.2],
  [4, 9],
  [5, 9],
  [6, 9.8],
  [8, 9.8],
  [9, 10.6],
  [40, 10.6],
])('a stone of %i tasks has radius %d', (count, radius) => {
  expect(stoneRadius(count)).toBe(radius)
})

test('every stone keeps within a row and its neighbour', () => {
  for (const light of LIGHTS) {
    for (const count of [1, 2, 3, 5, 8, 12]) {
      const numbers = drawStone(light, count).body.match(/-?\d+(\.\d+)?/g) ?? []
      expect(Math.max(...numbers.map((number) => Math.abs(Number(number))))).toBeLessThan(14)
    }
  }
})

test('only blue wears a square rim', () => {
  expect(drawStone('blue', 3).ring).toContain('Q')
  for (const light of ['red', 'yellow', 'green', 'grey'] as const) expect(drawStone(light, 3).ring).toContain('A')
})

test.each([
  [0.8492, '84.9'],
  [1, '100'],
  [0.9999, '99.9'],
  [0.0001, '0.1'],
  [0, '0'],
  [0.9, '90.0'],
  [null, '–'],
])('a share of %d reads %s', (share, text) => {
  expect(formatPercent(share)).toBe(text)
})
