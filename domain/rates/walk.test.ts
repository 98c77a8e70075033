import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/actor.ts'
import { addDays, workingCalendar } from '../calendar/calendar.ts'
import { RATE_NAMES, type Rates } from './rates.ts'
import { EVERYBODY, FULL, HEAD, LEADER, LIAISON, OFFICE, PRINCIPAL, refusalOf, task } from '../tasks/examples/life.ts'
import { drafted, lifeOf, ratesOn, standOn, type Walked, walkStep, walkWork, WORKS } from './examples/walk.ts'
import { COMPLETION_CHECKS, type StepInput } from '../tasks/inLife.ts'
import { canTake, outcomesOf, stepRule, stepsFor, takeStep, TASK_STEPS, type TaskStep } from '../tasks/lifecycle.ts'
import { isMeasured, SOURCE_KINDS, TASK_STATES, type TaskState } from '../tasks/task.ts'

const START = '2026-01-12'
const CALENDAR = workingCalendar([])
/** Nothing follows from these: what was promised is done or taken back. */
const FINAL: readonly TaskState[] = ['closedOut', 'cancelled']

const step = fc.constantFrom(...TASK_STEPS)
const actor = fc.constantFrom(...EVERYBODY)
const said = fc.record<StepInput>({
  reason: fc.constantFrom(null, ' ', '职责不在本单位'),
  assigneeId: fc.constantFrom(null, 'chen'),
  checks: fc.oneof(fc.constant([...COMPLETION_CHECKS]), fc.subarray([...COMPLETION_CHECKS])),
  verification: fc.constantFrom(null, '看过'),
  suggestedUnitId: fc.constantFrom(null, 'works', 'finance'),
  legalBasis: fc.constantFrom(null, '第三条'),
  unitId: fc.constantFrom(null, 'works', 'finance'),
  day: fc.constantFrom(null, '2026-05-01', '2027-01-31'),
  instruction: fc.constantFrom(null, '再核'),
  holds: fc.boolean(),
  withDirective: fc.boolean(),
})

type Move = (
  walked: Walked,
  today: string,
) => { walked: Walked; today: string; took: TaskStep | null; by: Actor | null }

const stays = (walked: Walked, today: string) => ({ walked, today, took: null, by: null })

/** A step by anybody with any words; refused ones change nothing. */
const anyStep = fc.tuple(actor, step, said).map(([by, name, input]): Move => (walked, today) => {
  let after = walked
  const outcome = refusalOf(() => {
    after = walkStep(walked, by, name, input, today)
  })
  return outcome === 'allowed' ? { walked: after, today, took: name, by } : stays(walked, today)
})
/** Who may take which step now; only steps from the state are asked about. */
const offersOf = ({ life, ...rest }: Walked, today: string) => {
  const asked = lifeOf({ life, ...rest })
  return TASK_STEPS.filter((name) => stepRule(name).from.includes(life.state)).flatMap((name) =>
    EVERYBODY.filter((by) => canTake(by, asked, name, { today, calendar: CALENDAR }).allowed).map((by) => ({
      by,
      name,
    })),
  )
}
/** A step that somebody may take now, with everything said: without these no random walk gets far. */
const fittingStep = fc.tuple(fc.nat(), fc.boolean()).map(([throwOf, holds]): Move => (walked, today) => {
  const offers = offersOf(walked, today)
  // Taken back is the end of a walk, so it is left to the steps by anybody.
  const going = offers.filter(({ name }) => name !== 'cancel')
  const offer = going[throwOf % Math.max(1, going.length)]
  if (!offer) return stays(walked, today)
  const unitId = walked.life.leadUnitId === 'works' ? 'finance' : 'works'
  const input = { ...FULL, unitId, suggestedUnitId: unitId, day: addDays(today, 14), holds }
  return { walked: walkStep(walked, offer.by, offer.name, input, today), today, took: offer.name, by: offer.by }
})
const work = fc.tuple(fc.constantFrom(...WORKS), fc.nat(1)).map(([name, index]): Move => (walked, today) => {
  let after = walked
  refusalOf(() => {
    after = walkWork(walked, name, index, today)
  })
  return stays(after, today)
})
/** All that is left to do, so that completion can be asked for. */
const finished = (walked: Walked, today: string): Walked =>
  walked.milestones.reduce((before, { state }, index) => {
    if (state === 'accepted') return before
    const claimed = state === 'pending' ? walkWork(before, 'claim', index, today) : before
    return walkWork(claimed, 'accept', index, today)
  }, walked)
const finish = fc.constant<Move>((walked, today) =>
  stays(walked.life.state === 'inProgress' ? finished(walked, today) : walked, today),
)
const USUAL: readonly (readonly [TaskStep, Actor])[] = [
  ['register', OFFICE],
  ['assign', OFFICE],
  ['acknowledge', LIAISON],
  ['requestCompletion', HEAD],
  ['acceptCompletion', OFFICE],
  ['signOff', LEADER],
  ['closeOut', OFFICE],
]
const days = fc.integer({ min: 1, max: 20 }).map((count): Move => (walked, today) => {
  const later = addDays(today, count)
  return stays(walked, later > '2026-12-31' ? today : later)
})
const moves = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: anyStep },
    { weight: 5, arbitrary: fittingStep },
    { weight: 3, arbitrary: work },
    finish,
    days,
  ),
  { minLength: 20, maxLength: 60 },
)
/** The usual steps, as far as each fits. */
const usual = (start: Walked, steps: readonly (readonly [TaskStep, Actor])[]): Walked =>
  steps.reduce((walked, [name, by]) => {
    const ready = name === 'requestCompletion' && walked.life.state === 'inProgress' ? finished(walked, START) : walked
    return stepRule(name).from.includes(ready.life.state) ? walkStep(ready, by, name, FULL, START) : ready
  }, start)
/** A task some way along its usual life: without a start further on, few walks would see its end. */
const begin = fc
  .tuple(fc.constantFrom(...SOURCE_KINDS), fc.nat(USUAL.length))
  .map(([sourceKind, count]) =>
    usual(drafted({ sourceKind, leadUnitId: 'works', state: 'draft' }, START), USUAL.slice(0, count)),
  )

type Visit = { before: Walked; after: Walked; today: string; took: TaskStep | null; by: Actor | null }

type Rule = (visit: Visit) => boolean

/** Walks, and holds every move against the rule; gives what broke it, in the shortest walk that does, or nothing. */
function broken(rule: Rule, numRuns = 40): string {
  const details = fc.check(
    fc.property(begin, moves, (start, taken) => {
      let walked = start
      let today = START
      return taken.every((move) => {
        const { walked: after, today: later, took, by } = move(walked, today)
        const holds = rule({ before: walked, after, today: later, took, by })
        walked = after
        today = later
        return holds
      })
    }),
    { numRuns },
  )
  return details.failed ? fc.defaultReportMessage(details) || 'broken' : ''
}

/** Steps that do no work: they hand over, stop, take up again or send back. */
const IDLE: readonly TaskStep[] = [
  'decline',
  'upholdAssignment',
  'transfer',
  'suspend',
  'defer',
  'resume',
  'instructFurther',
  'failVerification',
  'revisit',
  'reopen',
  'returnCompletion',
]

const improved = (before: Rates, after: Rates): string[] =>
  RATE_NAMES.filter((name) => (after[name].value ?? 0) > (before[name].value ?? 0) + 1e-9)

const titles = (walked: Walked) => walked.milestones.map(({ id, originalDueOn }) => `${id} ${originalDueOn}`).join()
const isOneOf = (took: TaskStep | null, steps: readonly TaskStep[]): boolean => took !== null && steps.includes(took)

/** Everything that must hold of every move, whoever makes it on whatever day. */
const RULES: Record<string, Rule> = {
  'no step leads where the state table does not': ({ before, after, took }) =>
    took === null
      ? after.life.state === before.life.state
      : stepRule(took).from.includes(before.life.state) && outcomesOf(took).includes(after.life.state),

  'no task is lost: while it is not done, somebody can move it on': ({ after, today }) =>
    FINAL.includes(after.life.state) || offersOf(after, today).length > 0,

  'a task has one lead always, and only a transfer changes it': ({ before, after, took }) =>
    after.life.leadUnitId !== null && (after.life.leadUnitId === before.life.leadUnitId) === (took !== 'transfer'),

  'no date that was promised ever moves': ({ before, after }) =>
    after.life.originalDueOn === before.life.originalDueOn && titles(after) === titles(before),

  'the work counts from the assignment, whoever leads it later': ({ before, after, took }) =>
    isOneOf(took, ['register', 'assign']) || after.life.startsOn === before.life.startsOn,

  'the first completion stays visible, whatever comes after it': ({ before, after }) =>
    before.life.firstCompletedOn === null || after.life.firstCompletedOn === before.life.firstCompletedOn,

  'no handing over, stopping, sending back or taking up again improves a rate': ({ before, after, today, took }) =>
    !isOneOf(took, IDLE) || improved(ratesOn(before, today), ratesOn(after, today)).length === 0,

  'a task that is stopped, disputed or handed over is measured as if it were at work': ({ after, today }) =>
    !isMeasured(after.life.state) ||
    standOn(after, today).onPlan === standOn({ ...after, life: { ...after.life, state: 'inProgress' } }, today).onPlan,

  'nobody accepts, signs off or strikes off what they put forward': ({ before, took, by }) =>
    !isOneOf(took, ['acceptCompletion', 'returnCompletion', 'signOff', 'closeOut']) ||
    by?.personId !== before.life.completionAuthorId,

  'nobody decides about their own decline': ({ before, took, by }) =>
    took !== 'upholdAssignment' || by?.personId !== before.life.declinedById,

  'a task is declined twice at most, and the second time the leader decides': ({ before, after, took, by }) =>
    after.life.declineCount <= 2 &&
    (took !== 'upholdAssignment' || before.life.declineCount < 2 || by === LEADER || by === PRINCIPAL),
}

describe('whoever does what on whatever day', () => {
  test.each(Object.keys(RULES))('%s', (name) => {
    expect(broken(RULES[name] ?? (() => false))).toBe('')
  })
})

test('a walk reaches every state, so that these guarantees are about all of them', () => {
  const reached = new Set<TaskState>()
  broken(({ before, after }) => {
    reached.add(before.life.state).add(after.life.state)
    return true
  }, 200)
  expect(TASK_STATES.filter((state) => !reached.has(state))).toEqual([])
})

test.each(SOURCE_KINDS)('a task from %s that is taken up again and done again has gained nothing', (sourceKind) => {
  const closed = usual(drafted({ sourceKind, leadUnitId: 'works', state: 'draft' }, START), USUAL)
  const again = usual(walkStep(closed, OFFICE, 'reopen', FULL, START), USUAL)
  expect([closed.life.state, again.life.state]).toEqual(['closedOut', 'closedOut'])
  expect(improved(ratesOn(closed, START), ratesOn(again, START))).toEqual([])
  expect(again.life).toMatchObject({ reopenCount: 1, firstCompletedOn: closed.life.firstCompletedOn })
})

test('a decision is allowed only where the screen offered it, and changes nothing itself', () => {
  fc.assert(
    fc.property(actor, fc.constantFrom(...TASK_STATES), step, said, (by, state, next, input) => {
      const life = task({ state })
      const before = structuredClone(life)
      const time = { today: START, calendar: CALENDAR }
      const isTaken = refusalOf(() => takeStep(by, life, next, input, time)) === 'allowed'
      expect(isTaken && !stepsFor(by, life, time).includes(next)).toBe(false)
      expect(life).toEqual(before)
    }),
  )
})

test('a liaison takes a task on, and never asks for completion', () => {
  const time = { today: START, calendar: CALENDAR }
  expect(stepsFor(LIAISON, task({ state: 'assigned' }), time)).toEqual(['acknowledge'])
  expect(stepsFor(LIAISON, task({ state: 'inProgress' }), time)).toEqual([])
})
