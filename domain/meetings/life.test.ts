import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Actor, Role } from '../access/actor.ts'
import { Refusal } from '../refusal.ts'
import {
  canTakeMeetingStep,
  HELD_STATES,
  MEETING_STATES,
  MEETING_STEP_NAMES,
  type MeetingInLife,
  type MeetingState,
  type MeetingStep,
  meetingStepRule,
  takeMeetingStep,
} from './life.ts'

const TODAY = '2026-11-20'
const somebody = (role: Role): Actor => ({
  organizationId: 'o',
  personId: 'p',
  name: '',
  posts: [{ role, unitId: role === 'unitHead' ? 'u' : null }],
  portfolio: { unitIds: [], pillarIds: [] },
})
const office = somebody('supervisionOffice')
const planned: MeetingInLife = {
  state: 'planned',
  heldOn: TODAY,
  chairId: 'c',
  memberUnits: 42,
  unsavedRulings: 0,
  openComments: 0,
  openRulings: 0,
}
const codeOf = (act: () => unknown): string => {
  try {
    act()
    return 'done'
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error)
  }
}

test.each([
  ['openCollecting', { heldOn: '2026-11-19' }, 'meeting_day_past'],
  ['openCollecting', { chairId: null }, 'meeting_chair_missing'],
  ['openCollecting', { memberUnits: 0 }, 'meeting_participants_missing'],
  ['begin', { state: 'prepFrozen', heldOn: '2026-11-21' }, 'meeting_not_today'],
  ['begin', { state: 'collecting' }, 'meeting_wrong_state'],
  ['end', { state: 'inSession', unsavedRulings: 1 }, 'ruling_unsaved'],
  ['issue', { state: 'circulated', openComments: 2 }, 'comments_open'],
  ['issue', { state: 'minutesDraft' }, 'meeting_wrong_state'],
  ['closeFollowUp', { state: 'issued', openRulings: 3 }, 'rulings_open'],
  ['thaw', { state: 'prepFrozen' }, 'meeting_words_missing'],
  ['callOff', { state: 'inSession' }, 'meeting_wrong_state'],
] as const)('%s of a meeting with %j is refused as %s', (step, changes, code) => {
  expect(codeOf(() => takeMeetingStep(office, { ...planned, ...changes }, step, '', TODAY))).toBe(code)
})

test('only the office takes a meeting through its life', () => {
  for (const role of ['principalLeader', 'leaderInCharge', 'unitHead', 'sysAdmin'] as const)
    for (const step of MEETING_STEP_NAMES)
      expect(canTakeMeetingStep(somebody(role), planned, step, TODAY)).toMatchObject({ allowed: false })
})

function stateAfter(
  passed: readonly MeetingState[],
  step: MeetingStep,
  changes: Partial<MeetingInLife>,
  reason: string,
): MeetingState {
  const state = passed[passed.length - 1] ?? 'planned'
  try {
    return takeMeetingStep(office, { ...planned, ...changes, state }, step, reason, TODAY)
  } catch (error) {
    if (error instanceof Refusal) return state
    throw error
  }
}

test('however it is walked, a meeting passes its states in their order and is never issued without having been held', () => {
  const facts = fc.record({
    heldOn: fc.constantFrom('2026-11-18', TODAY, '2026-11-24'),
    chairId: fc.option(fc.constant('c')),
    memberUnits: fc.nat(2),
    unsavedRulings: fc.nat(1),
    openComments: fc.nat(1),
    openRulings: fc.nat(1),
    reason: fc.constantFrom('', '补一项'),
  })
  const walk = fc.array(fc.tuple(fc.constantFrom(...MEETING_STEP_NAMES), facts), { maxLength: 60 })
  fc.assert(
    fc.property(walk, (steps) => {
      const passed = [planned.state]
      for (const [step, { reason, ...changes }] of steps) passed.push(stateAfter(passed, step, changes, reason))
      const moves = passed
        .slice(1)
        .map((to, index) => ({ from: passed[index], to, step: steps[index]?.[0] ?? 'begin' }))
      const wrong = moves.filter(
        ({ from, to, step }) =>
          from !== undefined &&
          from !== to &&
          !(meetingStepRule(step).from.includes(from) && meetingStepRule(step).to === to),
      )
      expect(wrong).toEqual([])
      const order = MEETING_STATES.filter((one) => one !== 'calledOff')
      // Whatever stands later in the life was reached through everything before it.
      const furthest = Math.max(...passed.filter((one) => one !== 'calledOff').map((one) => order.indexOf(one)))
      expect(order.slice(0, furthest + 1).every((one) => passed.includes(one))).toBe(true)
      const isHeld = HELD_STATES.some((one) => passed.includes(one))
      expect(isHeld && passed.includes('calledOff')).toBe(false)
    }),
    { numRuns: 400 },
  )
})
