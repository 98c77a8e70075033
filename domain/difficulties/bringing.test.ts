import { expect, test } from 'vitest'
import { bringToRuling } from './bringing.ts'
import { atLevel, FRIDAY, LEADER, LIAISON, OFFICE, PRINCIPAL, raised } from './examples/people.ts'
import type { Difficulty } from './difficulty.ts'

const brought = (difficulty: Difficulty, ruler = PRINCIPAL) =>
  bringToRuling(OFFICE, ruler, difficulty, '2026年第三次联席会议', FRIDAY)

test('what nobody triaged comes before the leader of its task, or above where there is none', () => {
  expect(brought(raised()).difficulty).toMatchObject({ state: 'triaged', level: 3 })
  expect(brought({ ...raised(), leaderId: null }).difficulty).toMatchObject({ state: 'triaged', level: 4 })
})

test('it goes up until the ruler may rule, and no further', () => {
  expect(brought(atLevel(1), LEADER).difficulty.level).toBe(3)
  expect(brought(atLevel(1)).difficulty.level).toBe(3)
  expect(brought(atLevel(1, { leaderId: null })).difficulty.level).toBe(4)
  const other = { ...LEADER, personId: 'another leader' }
  expect(brought(atLevel(3), other).difficulty.level).toBe(4)
})

test('its story says where it was brought; what stands there already has none to tell', () => {
  const { happened } = brought(atLevel(2))
  expect(happened.map(({ kind, words }) => `${kind} ${words}`)).toEqual(['levelRaised 2026年第三次联席会议'])
  expect(brought(atLevel(3)).happened).toEqual([])
})

test('only the office brings it', () => {
  expect(() => bringToRuling(LIAISON, PRINCIPAL, atLevel(2), '', FRIDAY)).toThrow('difficulty_taker')
})
