import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/actor.ts'
import { COMPLETION_CHECKS, NO_INPUT, type StepTime, type TaskInLife } from './inLife.ts'
import {
  EVERYBODY,
  FULL,
  HEAD,
  LEADER,
  LIAISON,
  NEIGHBOUR,
  OFFICE,
  PRINCIPAL,
  refusalOf,
  SYSTEM,
  task,
  TIME,
} from './examples/life.ts'
import { canTake, stepRule, takeStep, TASK_STEPS, type TaskStep } from './lifecycle.ts'
import { TASK_STATES, type TaskState } from './task.ts'

test('a task walks its whole life', () => {
  const walk = [
    ['register', OFFICE, 'registered'],
    ['assign', OFFICE, 'assigned'],
    ['decline', HEAD, 'disputed'],
    ['upholdAssignment', OFFICE, 'assigned'],
    ['acknowledge', LIAISON, 'inProgress'],
    ['suspend', LEADER, 'suspended'],
    ['resume', OFFICE, 'inProgress'],
    ['defer', LEADER, 'deferred'],
    ['resume', OFFICE, 'inProgress'],
    ['requestCompletion', HEAD, 'completionReview'],
    ['returnCompletion', OFFICE, 'inProgress'],
    ['requestCompletion', HEAD, 'completionReview'],
    ['acceptCompletion', OFFICE, 'completed'],
    ['failVerification', OFFICE, 'inProgress'],
    ['requestCompletion', HEAD, 'completionReview'],
    ['acceptCompletion', OFFICE, 'completed'],
    ['closeOut', OFFICE, 'closedOut'],
    ['revisit', OFFICE, 'closedOut'],
    ['reopen', OFFICE, 'inProgress'],
  ] as const
  let state: TaskState = 'draft'
  for (const [step, actor, next] of walk) {
    state = takeStep(actor, task({ state }), step, FULL, TIME)
    expect(state).toBe(next)
  }
})

describe('a step that leads to two states', () => {
  test.each([
    ['a directive waits for the leader', 'acceptCompletion', { sourceKind: 'directive' }, {}, 'leaderSignOff'],
    ['a ruling waits for the leader', 'acceptCompletion', { sourceKind: 'meeting' }, {}, 'leaderSignOff'],
    ['a red notice waits for the leader', 'acceptCompletion', { hasRedNotice: true }, {}, 'leaderSignOff'],
    ['a planned task is completed by the office', 'acceptCompletion', {}, {}, 'completed'],
    ['what was not acknowledged is still to be', 'resume', { isAcknowledged: false }, {}, 'assigned'],
    ['what does not hold is done anew', 'revisit', {}, { holds: false }, 'inProgress'],
  ] as const)('%s', (_, step, fields, said, to) => {
    const actor = step === 'acceptCompletion' || step === 'resume' || step === 'revisit' ? OFFICE : LEADER
    const [state] = stepRule(step).from
    expect(takeStep(actor, task({ state: state ?? 'draft', ...fields }), step, { ...FULL, ...said }, TIME)).toBe(to)
  })
})

/** Who takes a step from a state; everybody else is refused. */
const WHO: [TaskStep, TaskState, Partial<TaskInLife>, Actor[]][] = [
  ['register', 'draft', {}, [OFFICE]],
  ['assign', 'registered', {}, [OFFICE]],
  ['acknowledge', 'assigned', {}, [HEAD, LIAISON]],
  ['decline', 'assigned', {}, [HEAD]],
  ['upholdAssignment', 'disputed', { declineCount: 1 }, [OFFICE]],
  ['upholdAssignment', 'disputed', { declineCount: 2 }, [LEADER, PRINCIPAL]],
  ['transfer', 'disputed', { declineCount: 1 }, [OFFICE]],
  ['transfer', 'disputed', { declineCount: 2 }, [LEADER, PRINCIPAL]],
  ['transfer', 'inProgress', { declineCount: 2 }, [OFFICE]],
  ['transfer', 'suspended', {}, [OFFICE]],
  ['requestCompletion', 'inProgress', {}, [HEAD]],
  ['acceptCompletion', 'completionReview', {}, [OFFICE]],
  ['returnCompletion', 'completionReview', {}, [OFFICE]],
  ['signOff', 'leaderSignOff', {}, [LEADER, PRINCIPAL]],
  ['instructFurther', 'leaderSignOff', {}, [LEADER, PRINCIPAL]],
  ['closeOut', 'completed', {}, [OFFICE]],
  ['failVerification', 'completed', {}, [OFFICE]],
  ['revisit', 'closedOut', {}, [OFFICE]],
  ['reopen', 'closedOut', {}, [OFFICE]],
  ['suspend', 'inProgress', {}, [LEADER, PRINCIPAL]],
  ['defer', 'inProgress', {}, [LEADER, PRINCIPAL]],
  ['resume', 'suspended', {}, [OFFICE]],
  ['resume', 'deferred', { deferredUntil: '2026-11-20' }, [OFFICE, SYSTEM]],
  ['resume', 'deferred', { deferredUntil: '2026-11-23' }, [OFFICE]],
  ['cancel', 'registered', {}, [OFFICE]],
  ['cancel', 'inProgress', {}, [LEADER, PRINCIPAL]],
]

describe('who may take a step', () => {
  test.each(WHO)('%s from %s %o', (step, state, fields, allowed) => {
    expect(
      [...EVERYBODY, SYSTEM].filter((actor) => canTake(actor, task({ state, ...fields }), step, TIME).allowed),
    ).toEqual(allowed)
  })
  test('is said here of every step', () => {
    expect(TASK_STEPS.filter((step) => WHO.every(([said]) => said !== step))).toEqual([])
  })
})

/** The state table's states again, by hand: a row that gains or loses one must say so here. */
const FROM: Record<TaskStep, TaskState[]> = {
  register: ['draft'],
  assign: ['registered'],
  acknowledge: ['assigned'],
  decline: ['assigned'],
  upholdAssignment: ['disputed'],
  transfer: ['assigned', 'inProgress', 'disputed', 'suspended'],
  requestCompletion: ['inProgress'],
  acceptCompletion: ['completionReview'],
  returnCompletion: ['completionReview'],
  signOff: ['leaderSignOff'],
  instructFurther: ['leaderSignOff'],
  closeOut: ['completed'],
  failVerification: ['completed'],
  revisit: ['closedOut'],
  reopen: ['completed', 'closedOut'],
  suspend: ['assigned', 'inProgress'],
  defer: ['assigned', 'inProgress'],
  resume: ['suspended', 'deferred'],
  cancel: ['draft', 'registered', 'assigned', 'inProgress', 'disputed', 'suspended', 'deferred'],
}

test.each(TASK_STEPS)('%s leads only from its own states', (step) => {
  const isPossible = (state: TaskState) =>
    EVERYBODY.some((actor) => canTake(actor, task({ state }), step, TIME).allowed)
  expect(TASK_STATES.filter(isPossible)).toEqual(FROM[step])
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
      'a supporting unit about which the lead unit has not decided holds completion up',
      HEAD,
      { state: 'inProgress', openSupports: ['财政局'] },
      'requestCompletion',
      FULL,
      'supports_open',
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
    [
      'a decline comes within three working days',
      HEAD,
      { state: 'assigned', stateOn: '2026-11-16' },
      'decline',
      FULL,
      'decline_too_late',
    ],
    ['there is no third decline', HEAD, { state: 'assigned', declineCount: 2 }, 'decline', FULL, 'declined_twice'],
    [
      'a decline says whose task it is',
      HEAD,
      { state: 'assigned' },
      'decline',
      { ...FULL, suggestedUnitId: null },
      'suggestion_missing',
    ],
    [
      'nobody suggests themselves',
      HEAD,
      { state: 'assigned' },
      'decline',
      { ...FULL, suggestedUnitId: 'works' },
      'suggestion_missing',
    ],
    [
      'a decline names its legal basis',
      HEAD,
      { state: 'assigned' },
      'decline',
      { ...FULL, legalBasis: ' ' },
      'legal_basis_missing',
    ],
    [
      'who declined does not decide',
      OFFICE,
      { state: 'disputed', declineCount: 1, declinedById: 'office' },
      'upholdAssignment',
      FULL,
      'decliner_decides',
    ],
    [
      'a transfer names another unit',
      OFFICE,
      { state: 'inProgress' },
      'transfer',
      { ...FULL, unitId: 'works' },
      'new_lead_missing',
    ],
    [
      'who asked for completion does not sign it off',
      LEADER,
      { state: 'leaderSignOff', completionAuthorId: 'leader' },
      'signOff',
      FULL,
      'author_accepts',
    ],
    [
      'a further instruction has words',
      LEADER,
      { state: 'leaderSignOff' },
      'instructFurther',
      { ...FULL, instruction: null },
      'instruction_missing',
    ],
    [
      'work to be done anew has a day',
      OFFICE,
      { state: 'completed' },
      'failVerification',
      { ...FULL, day: null },
      'day_missing',
    ],
    [
      'and the day lies ahead',
      OFFICE,
      { state: 'closedOut' },
      'reopen',
      { ...FULL, day: '2026-11-20' },
      'day_not_ahead',
    ],
    [
      'a revisit that finds something wanting says what',
      OFFICE,
      { state: 'closedOut' },
      'revisit',
      { ...FULL, holds: false, reason: '' },
      'reason_missing',
    ],
    ['a task is put off until a day', LEADER, { state: 'inProgress' }, 'defer', NO_INPUT, 'reason_missing'],
    ['a cancellation has a reason', OFFICE, { state: 'registered' }, 'cancel', NO_INPUT, 'reason_missing'],
    ['a step from the wrong state is refused', OFFICE, { state: 'closedOut' }, 'register', FULL, 'task_wrong_state'],
  ] as const)('%s', (_, actor, fields, step, input, code) => {
    expect(refusalOf(() => takeStep(actor, task(fields), step, input, TIME))).toBe(code)
  })
})

test('a screen offers exactly the steps the decision then allows', () => {
  const stepsFor = (...[actor, life, time]: [Actor, TaskInLife, StepTime]) =>
    TASK_STEPS.filter((step) => canTake(actor, life, step, time).allowed)
  expect(stepsFor(OFFICE, task({ state: 'completionReview' }), TIME)).toEqual(['acceptCompletion', 'returnCompletion'])
  expect(stepsFor(HEAD, task({ state: 'inProgress' }), TIME)).toEqual(['requestCompletion'])
  expect(stepsFor(LEADER, task({ state: 'leaderSignOff' }), TIME)).toEqual(['signOff', 'instructFurther'])
  expect(stepsFor(NEIGHBOUR, task({ state: 'assigned' }), TIME)).toEqual([])
})
