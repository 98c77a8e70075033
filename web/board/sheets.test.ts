import fc from 'fast-check'
import { expect, test } from 'vitest'
import { laySheets, SHEET_UNITS } from './sheets.ts'

const lines = (count: number) => Array.from({ length: count }, (_, line) => line)

test('42 units are two leaves of 21 on one sheet', () => {
  const [sheet, second] = laySheets(lines(42), 504)
  expect(second).toBeUndefined()
  expect(sheet?.leaves.map((leaf) => leaf.length)).toEqual([21, 21])
  expect(sheet?.rowHeight).toBe(24)
})

test('61 units need a second sheet, and both are used evenly', () => {
  expect(laySheets(lines(61), 504).map(({ leaves }) => leaves.map((leaf) => leaf.length))).toEqual([
    [16, 15],
    [16, 14],
  ])
})

test('more rows are lower, and together never higher than the leaf', () => {
  const [sheet] = laySheets(lines(60), 504)
  expect(sheet?.rowHeight).toBe(16.8)
})

test('every unit is printed once, in order, however many there are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (count) => {
      const sheets = laySheets(lines(count), 504)
      expect(sheets.flatMap(({ leaves }) => leaves.flat())).toEqual(lines(count))
      for (const { leaves } of sheets) expect(leaves.flat().length).toBeLessThanOrEqual(SHEET_UNITS)
    }),
  )
})
