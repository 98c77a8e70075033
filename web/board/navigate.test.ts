import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Light } from '#domain/lights/light.ts'
import { type Lattice, moveSpot, nextLight, type Spot } from './navigate.ts'

// r red, y yellow, g green, . bare
const ROWS = ['g..r', '....', '.y.g', 'r..y']
const LIGHTS: Record<string, Light> = { r: 'red', y: 'yellow', g: 'green' }
const lattice: Lattice = {
  rowCount: 4,
  pillarCount: 4,
  edgeCount: 4,
  lightAt: (row, pillar) => LIGHTS[ROWS[row]?.[pillar] ?? '.'] ?? null,
}
const at = (row: number, column: number): Spot => ({ row, column })

test.each([
  ['ArrowRight', at(0, 1), at(0, 2)],
  ['ArrowLeft', at(0, 1), at(0, 0)],
  ['ArrowLeft', at(0, 0), at(0, 0)],
  ['ArrowRight', at(0, 8), at(0, 8)],
  ['ArrowUp', at(0, 1), at(-1, 1)],
  ['ArrowDown', at(3, 1), at(4, 1)],
  ['PageDown', at(0, 1), at(3, 1)],
  ['PageUp', at(3, 2), at(0, 2)],
  ['Home', at(2, 4), at(2, 1)],
  ['End', at(2, 1), at(2, 4)],
  ['Ctrl+Home', at(2, 4), at(0, 1)],
  ['Ctrl+End', at(0, 1), at(3, 4)],
  ['Ctrl+ArrowRight', at(0, 1), at(0, 4)],
  ['Ctrl+ArrowRight', at(0, 4), at(0, 4)],
  ['Ctrl+ArrowDown', at(0, 1), at(3, 1)],
  ['Ctrl+ArrowDown', at(-1, 2), at(2, 2)],
  ['Ctrl+ArrowUp', at(1, 2), at(1, 2)],
])('%s from %j leads to %j', (key, from, to) => {
  expect(moveSpot(lattice, from, key)).toEqual(to)
})

test('a key that does not move is not answered', () => {
  expect(moveSpot(lattice, at(0, 1), 'x')).toBeNull()
})

test.each([
  ['red', at(0, 1), at(0, 4)],
  ['red', at(0, 4), at(3, 1)],
  ['red', at(3, 1), at(0, 4)],
  ['yellow', at(-1, 0), at(2, 2)],
  ['blue', at(0, 1), null],
] as const)('the next %s from %j is %j', (light, from, to) => {
  expect(nextLight(lattice, from, light)).toEqual(to)
})

test('no key ever leaves the board', () => {
  const key = fc.constantFrom(
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'PageUp',
    'PageDown',
    'Home',
    'End',
    'Ctrl+ArrowUp',
    'Ctrl+ArrowLeft',
    'Ctrl+End',
  )
  fc.assert(
    fc.property(fc.array(key, { maxLength: 40 }), (keys) => {
      const spot = keys.reduce((from, next) => moveSpot(lattice, from, next) ?? from, at(0, 1))
      expect(spot.row).toBeGreaterThanOrEqual(-1)
      expect(spot.row).toBeLessThanOrEqual(4)
      expect(spot.column).toBeGreaterThanOrEqual(0)
      expect(spot.column).toBeLessThanOrEqual(8)
    }),
  )
})
