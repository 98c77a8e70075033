import { expect, test } from 'vitest'
import { emptyTally } from '#domain/rates/board.ts'
import { arrangeLines, type BoardFacts, groupSpan, indexBoard, nameDown, nameParts } from './facts.ts'

const unit = (id: string, groupName: string) => ({ id, name: id, fullName: id, groupName })
const tally = (unitId: string, light: 'red' | 'yellow' | 'green', red = 0) => ({
  ...emptyTally(),
  unitId,
  light,
  lightCounts: { red, yellow: 0, green: 1, blue: 0, grey: 0 },
})
const facts: BoardFacts = {
  units: [unit('a', 'Party'), unit('b', 'Party'), unit('c', 'Government'), unit('d', 'Government')],
  pillars: [],
  cells: [],
  unitTallies: [tally('a', 'green'), tally('b', 'red', 1), tally('c', 'yellow'), tally('d', 'red', 3)],
  pillarTallies: [],
  total: emptyTally(),
}
const index = indexBoard(facts)
const ids = (order: 'official' | 'worst') => arrangeLines(facts, index, order).map((line) => line.unit.id)

test('official order is that of the units and opens a group where its name changes', () => {
  expect(ids('official')).toEqual(['a', 'b', 'c', 'd'])
  expect(arrangeLines(facts, index, 'official').map(({ opensGroup }) => opensGroup)).toEqual([true, false, true, false])
})

test('by worst light come more red tasks first, and equals stay in official order', () => {
  expect(ids('worst')).toEqual(['d', 'b', 'c', 'a'])
})

test('a group spans its lines, but no further than the lines shown', () => {
  const lines = arrangeLines(facts, index, 'official')
  expect(groupSpan(lines, 0, 4)).toBe(2)
  expect(groupSpan(lines, 2, 4)).toBe(2)
  expect(groupSpan(lines, 1, 4)).toBe(1)
  expect(groupSpan(lines, 2, 3)).toBe(1)
})

test.each([
  ['工业强区', ['工业', '强区']],
  ['党建', ['党建']],
  ['数字经济发展', ['数字经', '济发展']],
  ['Environment', ['Environment']],
])('%s may break as %j', (name, parts) => {
  expect(nameParts(name)).toEqual(parts)
})

test.each([
  ['政府部门', 54, '政府部门'],
  ['开发区、国企', 54, '开发区…'],
  ['镇（街道）', 27, '镇…'],
  ['Other', 27, 'O…'],
])('beside few lines the group %s begins at %i pixels as %s', (name, pixels, shown) => {
  expect(nameDown(name, pixels)).toBe(shown)
})
