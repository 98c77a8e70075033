import { expect, test } from 'vitest'
import type { Concerned, HeldPost } from './recipients.ts'
import { recipientsOf } from './recipients.ts'

const posts: HeldPost[] = [
  { personId: 'head', role: 'unitHead', unitId: 'works' },
  { personId: 'liaison', role: 'liaison', unitId: 'works' },
  { personId: 'other head', role: 'unitHead', unitId: 'schools' },
  { personId: 'other liaison', role: 'liaison', unitId: 'schools' },
  { personId: 'officer', role: 'supervisionOffice', unitId: null },
  { personId: 'seated officer', role: 'supervisionOffice', unitId: 'government office' },
  { personId: 'secretary', role: 'principalLeader', unitId: null },
]
const task = { unitId: 'works', leaderId: 'leader', assigneeId: 'worker' }

test.each<[Concerned[], typeof task | object, string[]]>([
  [['assignee', 'liaison'], {}, ['worker', 'liaison']],
  [['unitHead', 'leaderInCharge'], {}, ['head', 'leader']],
  [['supervisionOffice'], {}, ['officer', 'seated officer']],
  [['principalLeader'], {}, ['secretary']],
  [['assignee', 'liaison'], { assigneeId: 'liaison' }, ['liaison']],
  [['assignee'], { assigneeId: null }, ['head']],
  [['leaderInCharge'], { leaderId: null }, ['head']],
  [['liaison'], { unitId: 'empty unit' }, ['officer', 'seated officer']],
])('%j with %j are exactly these people', (concerned, changes, people) => {
  expect(recipientsOf(concerned, { ...task, ...changes }, posts)).toEqual(people)
})
