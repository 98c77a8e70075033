import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, workingCalendar } from '../calendar/calendar.ts'
import { STANDARD_LIGHT_RULES } from '../lights/rules.ts'
import { standardStepDays } from '../tasks/limits.ts'
import { acknowledgeLateBy, drawOf, VERIFICATION_RULES, verificationCause } from './flags.ts'

const CALENDAR = workingCalendar([])
const FRIDAY = '2026-11-20'

describe('acknowledging is late by working days beyond two', () => {
  test.each([
    ['on the second working day', 'assigned', '2026-11-24', 0],
    ['on the third', 'assigned', '2026-11-25', 1],
    ['a week later', 'assigned', '2026-12-02', 6],
    ['never of a task that is at work', 'inProgress', '2026-12-02', 0],
  ] as const)('%s', (_, state, today, workdays) => {
    expect(acknowledgeLateBy({ state, stateOn: FRIDAY }, today, standardStepDays(CALENDAR))).toBe(workdays)
  })
})

type Facts = Parameters<typeof verificationCause>[0]
const DONE = { originalDueOn: FRIDAY, currentDueOn: FRIDAY, weight: 100, state: 'accepted' as const, doneOn: FRIDAY }
const completed = (fields: Partial<Facts> = {}): Facts => ({
  id: 'drawn outside the sample',
  state: 'completed',
  startsOn: '2026-01-05',
  milestones: [DONE],
  trajectory: [],
  reports: [],
  target: null,
  reopenCount: 0,
  ...fields,
})
const causeOf = (fields: Partial<Facts>) => verificationCause(completed(fields), CALENDAR, STANDARD_LIGHT_RULES)
const ALL_OUT = { ...VERIFICATION_RULES, sampleShare: 0 }
const wasRed = (fields: Partial<Facts>) =>
  verificationCause(completed(fields), CALENDAR, STANDARD_LIGHT_RULES, ALL_OUT) === 'wasRed'
const report = (actualShare: number) => ({
  periodEndsOn: '2026-06-30',
  reportedOn: '2026-07-01',
  acceptedOn: '2026-07-03',
  actualShare,
  actualValue: null,
})

const planOf = (share: number) => [{ on: '2026-06-30', share }]
const inSpring = { originalDueOn: '2026-05-29', currentDueOn: '2026-05-29', doneOn: '2026-05-29' }

describe('what is verified on the spot', () => {
  test.each<[string, Partial<Facts>, boolean]>([
    ['never red', {}, false],
    ['a milestone that came a working day late', { milestones: [{ ...DONE, doneOn: '2026-11-23' }] }, true],
    [
      'late, but by its extended date',
      { milestones: [{ ...DONE, currentDueOn: '2026-12-31', doneOn: '2026-12-01' }] },
      false,
    ],
    ['over the weekend only', { milestones: [{ ...DONE, doneOn: '2026-11-22' }] }, false],
    ['reported far behind plan', { reports: [report(10)] }, true],
    ['reported a little behind plan', { reports: [report(50)] }, false],
    ['taken up again before', { reopenCount: 1 }, true],
    // A plan of 49.4 is shown, and compared, as 49: 20 points behind are yellow.
    ['behind plan by what is rounded away', { trajectory: planOf(49.4), reports: [report(29)] }, false],
    ['behind plan by a point more', { trajectory: planOf(49.4), reports: [report(28)] }, true],
    [
      'reported far behind what its milestones prove',
      {
        milestones: [
          { ...DONE, ...inSpring, weight: 60 },
          { ...DONE, weight: 40 },
        ],
        reports: [report(20)],
      },
      false,
    ],
    [
      'reported far behind, and proved only later',
      {
        milestones: [
          { ...DONE, weight: 60 },
          { ...DONE, weight: 40 },
        ],
        reports: [report(10)],
      },
      true,
    ],
  ])('%s', (_, fields, isRed) => {
    expect(wasRed(fields)).toBe(isRed)
  })

  test('is asked only of tasks that wait for it', () => {
    expect(causeOf({ state: 'closedOut', reopenCount: 1 })).toBeNull()
    expect(causeOf({ state: 'completed', reopenCount: 1 })).toBe('wasRed')
  })

  test('of the others a tenth to a fifth, whatever their ids are', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { minLength: 2000, maxLength: 2000 }), (ids) => {
        const share = ids.filter((id) => causeOf({ id }) === 'sampled').length / ids.length
        expect(share).toBeGreaterThan(0.1)
        expect(share).toBeLessThan(0.2)
      }),
      { numRuns: 5 },
    )
  })

  test('asking again, or on another day, moves no task into the sample or out of it', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(300), (id, later) => {
        const dueOn = addDays(FRIDAY, later)
        const milestones = [{ ...DONE, originalDueOn: dueOn, currentDueOn: dueOn, doneOn: dueOn }]
        expect(causeOf({ id, milestones })).toBe(causeOf({ id }))
        expect(drawOf(id)).toBeLessThan(1)
      }),
    )
  })
})
