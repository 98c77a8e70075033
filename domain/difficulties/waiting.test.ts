import { expect, test } from 'vitest'
import { atLevel, HEAD, LAND, LEADER, LIAISON, OFFICE, PRINCIPAL, raised, take, WORKS } from './examples/people.ts'
import { DIFFICULTY_WAITS, isPressed, waitOf } from './waiting.ts'

const ruled = take(PRINCIPAL, atLevel(3), 'rule').difficulty
const solved = take(LAND, ruled, 'reportSolved').difficulty
const onCondition = take(WORKS, atLevel(2), 'acceptOnCondition').difficulty

test.each([
  [OFFICE, raised(), 'triage'],
  [HEAD, atLevel(1), 'settleInUnit'],
  [WORKS, atLevel(2), 'answer'],
  [LEADER, atLevel(3), 'rule'],
  [PRINCIPAL, atLevel(4), 'rule'],
  [LAND, ruled, 'putIntoEffect'],
  [LIAISON, solved, 'confirm'],
  [OFFICE, solved, 'bringConfirmation'],
  [HEAD, onCondition, 'decideCondition'],
  // Others' affairs.
  [LIAISON, atLevel(1), null],
  [LAND, atLevel(2), null],
  [PRINCIPAL, atLevel(3), null],
  [HEAD, ruled, null],
])('%#: what a difficulty asks of somebody now', (actor, difficulty, wait) => {
  expect(waitOf(actor, difficulty)).toBe(wait)
})

test('whoever raised it is asked and never pressed', () => {
  expect(DIFFICULTY_WAITS.filter((wait) => !isPressed(wait))).toEqual(['confirm', 'decideCondition'])
})
