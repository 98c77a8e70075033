import { expect, test } from 'vitest'
import type { Actor, Role } from '../access/actor.ts'
import { canAnswer, type Feedback, mayRead } from './feedback.ts'

const actorOf = (personId: string, role: Role): Actor => ({
  organizationId: 'o',
  personId,
  name: personId,
  posts: [{ role, unitId: null }],
  portfolio: { unitIds: [], pillarIds: [] },
})

test.each<[string, Role, Partial<Feedback>, string | null, boolean]>([
  ['another', 'supervisionOffice', {}, null, true],
  ['writer', 'supervisionOffice', {}, 'feedback_own', true],
  ['another', 'supervisionOffice', { isAnswered: true }, 'feedback_answered', true],
  ['writer', 'assignee', {}, 'not_allowed', true],
  ['another', 'principalLeader', {}, 'not_allowed', false],
  ['another', 'unitHead', {}, 'not_allowed', false],
])('%s as %s of %o: the answer is refused with %s', (personId, role, facts, code, reads) => {
  const actor = actorOf(personId, role)
  const verdict = canAnswer(actor, { writtenById: 'writer', isAnswered: false, ...facts })
  expect(verdict.allowed ? null : verdict.refusal.code).toBe(code)
  expect(mayRead(actor, { writtenById: 'writer' })).toBe(reads)
})
