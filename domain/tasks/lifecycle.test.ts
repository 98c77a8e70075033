import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, ActorPost } from '../access/actor.ts'
import { Refusal } from '../refusal.ts'
import {
  canTake,
  COMPLETION_CHECKS,
  NO_INPUT,
  type StepInput,
  stepRule,
  STEPS,
  stepsFor,
  takeStep,
  TASK_STEPS,
  type TaskInLife,
} from './lifecycle.ts'
import { acceptMilestone, claimMilestone, returnMilestone } from './milestone.ts'
import { equalWeights, missingForRegistration, weightSum } from './registration.ts'
import { type Milestone, TASK_STATES } from './task.ts'

const person = (personId: string, ...posts: ActorPost[]): Actor => ({
  organizationId: 'qingyuan',
  personId,
  name: personId,
  posts,
  portfolio: { unitIds: [], pillarIds: [] },
})

const OFFICE = person('office', { role: 'supervisionOffice', unitId: null })
const HEAD = person('head', { role: 'unitHead', unitId: 'works' })
const LIAISON = person('liaison', { role: 'liaison', unitId: 'works' })
const NEIGHBOUR = person('neighbour', { role: 'unitHead', unitId: 'finance' })
const LEADER = person('leader', { role: 'principalLeader', unitId: null })
const ADMIN = person('admin', { role: 'sysAdmin', unitId: null })
const EVERYBODY = [OFFICE, HEAD, LIAISON, NEIGHBOUR, LEADER, ADMIN]

const task = (fields: Partial<TaskInLife> = {}): TaskInLife => ({
  state: 'draft',
  result: '建成投用',
  sourceKind: 'annualPlan',
  leadUnitId: 'works',
  leaderInChargeId: 'guo',
  originalDueOn: '2026-12-31',
  evidenceKind: 'acceptance',
  milestones: [{ title: '封顶', originalDueOn: '2026-10-30', weight: 100, state: 'accepted' }],
  evidenceCount: 1,
  completionAuthorId: null,
  ...fields,
})

const FULL: StepInput = {
  reason: '重复登记',
  assigneeId: 'chen',
  checks: COMPLETION_CHECKS,
  verification: '11-18 到现场看过',
}

const refusalOf = (decide: () => unknown): string => {
  try {
    decide()
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.code
    throw thrown
  }
  return 'allowed'
}

test('a task walks its whole life', () => {
  const walk = [
    ['register', OFFICE, 'registered'],
    ['assign', OFFICE, 'assigned'],
    ['acknowledge', LIAISON, 'inProgress'],
    ['requestCompletion', HEAD, 'completionReview'],
    ['returnCompletion', OFFICE, 'inProgress'],
    ['requestCompletion', HEAD, 'completionReview'],
    ['acceptCompletion', OFFICE, 'completed'],
    ['closeOut', OFFICE, 'closedOut'],
  ] as const
  let state: TaskInLife['state'] = 'draft'
  for (const [step, actor, next] of walk) {
    state = takeStep(actor, task({ state }), step, FULL)
    expect(state).toBe(next)
  }
})

describe('who may take a step', () => {
  test.each([
    ['register', 'draft', [OFFICE]],
    ['assign', 'registered', [OFFICE]],
    ['acknowledge', 'assigned', [HEAD, LIAISON]],
    ['requestCompletion', 'inProgress', [HEAD]],
    ['acceptCompletion', 'completionReview', [OFFICE]],
    ['returnCompletion', 'completionReview', [OFFICE]],
    ['closeOut', 'completed', [OFFICE]],
    ['cancel', 'inProgress', [OFFICE]],
  ] as const)('%s', (step, state, allowed) => {
    expect(EVERYBODY.filter((actor) => canTake(actor, task({ state }), step).allowed)).toEqual(allowed)
  })
})

describe('a step leads only from its own states', () => {
  test.each([
    ['register', ['draft']],
    ['assign', ['registered']],
    ['acknowledge', ['assigned']],
    ['requestCompletion', ['inProgress']],
    ['acceptCompletion', ['completionReview']],
    ['returnCompletion', ['completionReview']],
    ['closeOut', ['completed']],
    ['cancel', ['draft', 'registered', 'assigned', 'inProgress']],
  ] as const)('%s', (step, from) => {
    const isPossible = (state: TaskInLife['state']) =>
      EVERYBODY.some((actor) => canTake(actor, task({ state }), step).allowed)
    expect(TASK_STATES.filter(isPossible)).toEqual(from)
  })
})

describe('what must hold first', () => {
  const open = [{ title: '封顶', originalDueOn: '2026-10-30', weight: 100, state: 'submitted' as const }]
  test.each([
    ['a task without a lead is not registered', OFFICE, { leadUnitId: null }, 'register', FULL, 'task_incomplete'],
    [
      'nobody acknowledges without naming somebody',
      HEAD,
      { state: 'assigned' },
      'acknowledge',
      NO_INPUT,
      'assignee_missing',
    ],
    [
      'a milestone that waits for acceptance holds completion up',
      HEAD,
      { state: 'inProgress', milestones: open },
      'requestCompletion',
      FULL,
      'milestones_open',
    ],
    [
      'no completion without evidence',
      HEAD,
      { state: 'inProgress', evidenceCount: 0 },
      'requestCompletion',
      FULL,
      'evidence_missing',
    ],
    [
      'the accepter is never the author',
      OFFICE,
      { state: 'completionReview', completionAuthorId: 'office' },
      'acceptCompletion',
      FULL,
      'author_accepts',
    ],
    [
      'all six checks must hold',
      OFFICE,
      { state: 'completionReview' },
      'acceptCompletion',
      { ...FULL, checks: COMPLETION_CHECKS.slice(1) },
      'checks_missing',
    ],
    [
      'a return has a reason',
      OFFICE,
      { state: 'completionReview' },
      'returnCompletion',
      { ...FULL, reason: ' ' },
      'reason_missing',
    ],
    [
      'closing out says what was verified',
      OFFICE,
      { state: 'completed' },
      'closeOut',
      NO_INPUT,
      'verification_missing',
    ],
    ['a cancellation has a reason', OFFICE, { state: 'registered' }, 'cancel', NO_INPUT, 'reason_missing'],
    ['a step from the wrong state is refused', OFFICE, { state: 'closedOut' }, 'cancel', FULL, 'task_wrong_state'],
  ] as const)('%s', (_, actor, fields, step, input, code) => {
    expect(refusalOf(() => takeStep(actor, task(fields), step, input))).toBe(code)
  })
})

test('a screen offers exactly the steps the decision then allows', () => {
  expect(stepsFor(OFFICE, task({ state: 'completionReview' }))).toEqual(['acceptCompletion', 'returnCompletion'])
  expect(stepsFor(HEAD, task({ state: 'inProgress' }))).toEqual(['requestCompletion'])
})

test('the list of steps is the state table', () => {
  expect([...TASK_STEPS].sort()).toEqual(Object.keys(STEPS).sort())
})

const step = fc.constantFrom(...TASK_STEPS)
const input = fc.record<StepInput>({
  reason: fc.constantFrom(null, '', '重复'),
  assigneeId: fc.constantFrom(null, 'chen'),
  checks: fc.subarray([...COMPLETION_CHECKS]),
  verification: fc.constantFrom(null, '看过'),
})

test('no actor, no steps and no words lead where the state table does not', () => {
  const moves = fc.array(fc.tuple(fc.constantFrom(...EVERYBODY), step, input), { maxLength: 40 })
  fc.assert(
    fc.property(moves, fc.constantFrom(null, 'office', 'head'), (taken, completionAuthorId) => {
      let current = task({ completionAuthorId })
      for (const [actor, next, said] of taken) {
        const before = structuredClone(current)
        let after = current.state
        const outcome = refusalOf(() => {
          after = takeStep(actor, current, next, said)
        })
        expect(current).toEqual(before)
        expect(after).toBe(outcome === 'allowed' ? stepRule(next).to : before.state)
        expect(outcome !== 'allowed' || stepRule(next).from.includes(before.state)).toBe(true)
        current = { ...current, state: after }
      }
      expect(['disputed', 'suspended', 'deferred']).not.toContain(current.state)
    }),
  )
})

test('a decision is allowed only where the screen offered it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...EVERYBODY),
      fc.constantFrom(...TASK_STATES),
      step,
      input,
      (actor, state, next, said) => {
        const isTaken = refusalOf(() => takeStep(actor, task({ state }), next, said)) === 'allowed'
        const isOffered = canTake(actor, task({ state }), next).allowed
        expect(isTaken && !isOffered).toBe(false)
      },
    ),
  )
})

describe('what a task must say to be registered', () => {
  test.each([
    ['everything is there', {}, []],
    ['no result', { result: ' ' }, ['result']],
    ['no source', { sourceKind: null }, ['source']],
    ['no leader in charge', { leaderInChargeId: null }, ['leaderInCharge']],
    ['no date', { originalDueOn: null }, ['dueOn']],
    ['no milestone', { milestones: [] }, ['milestone']],
    ['no kind of evidence', { evidenceKind: null }, ['evidenceKind']],
    ['weights that make 90', { milestones: [{ title: '封顶', originalDueOn: '2026-10-30', weight: 90 }] }, ['weight']],
  ] as const)('%s', (_, fields, missing) => {
    expect(missingForRegistration({ ...task(), ...fields })).toEqual(missing)
  })
  test('equal weights always make 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const weights = equalWeights(count)
        expect(weightSum(weights.map((weight) => ({ weight })))).toBe(100)
        expect(Math.min(...weights)).toBeGreaterThan(0)
      }),
    )
  })
})

describe('a milestone', () => {
  const start: Milestone = {
    id: 'm1',
    title: '封顶',
    originalDueOn: '2026-10-30',
    currentDueOn: '2026-10-30',
    weight: 100,
    state: 'pending',
    submittedOn: null,
    doneOn: null,
  }
  test('is done on the day the accepted claim was submitted, however long the office took', () => {
    const first = returnMilestone(claimMilestone(start, '2026-10-29'))
    expect(first).toEqual(start)
    expect(acceptMilestone(claimMilestone(first, '2026-11-02'))).toMatchObject({
      state: 'accepted',
      doneOn: '2026-11-02',
    })
  })
  test('keeps its original date through any steps', () => {
    const moves = {
      claim: (one: Milestone) => claimMilestone(one, '2026-11-20'),
      accept: acceptMilestone,
      returnClaim: returnMilestone,
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(moves)), { maxLength: 12 }), (taken) => {
        let current = start
        for (const move of taken) {
          refusalOf(() => {
            current = move(current)
          })
        }
        expect(current.originalDueOn).toBe('2026-10-30')
        expect(current.doneOn === null).toBe(current.state !== 'accepted')
      }),
    )
  })
})
