import { expect, test } from 'vitest'
import { leaderByDuties } from './duties.ts'

const DUTIES = [
  { personId: 'a', unitIds: ['u', 'shared'], pillarIds: ['p', 'both'] },
  { personId: 'b', unitIds: ['shared'], pillarIds: ['q', 'both'] },
  { personId: 'c', unitIds: [], pillarIds: ['r', 'both', 'q'] },
]

test.each([
  ['one leader oversees the unit, whatever the pillar', 'u', 'q', 'a'],
  ['of several who oversee the unit, the one who oversees the pillar', 'shared', 'q', 'b'],
  ['several oversee the unit, and the pillar is of none of them', 'shared', 'r', null],
  ['several oversee both', 'shared', 'both', null],
  ['nobody oversees the unit: whoever alone oversees the pillar', 'elsewhere', 'r', 'c'],
  ['nobody oversees the unit and several the pillar', 'elsewhere', 'q', null],
  ['no unit and no pillar', null, null, null],
])('%s: unit %s, pillar %s is led by %s', (_, unitId, pillarId, personId) => {
  expect(leaderByDuties(DUTIES, unitId, pillarId)).toBe(personId)
})
