import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../calendar/calendar.ts'
import { RATE_NAMES, type RateName, type Rates } from './rates.ts'
import { FULL, LEADER, LIAISON, OFFICE, PRINCIPAL, refusalOf, task } from '../tasks/examples/life.ts'
import {
  actor,
  begin,
  begun,
  days,
  eventful,
  finishedWork,
  IDLE,
  idleMove,
  type Move,
  type Moved,
  moves,
  offersOf,
  requestMove,
  said,
  START,
  step,
  USUAL,
  usual,
} from './examples/moves.ts'
import { openRequests } from './examples/requests.ts'
import { DAYS, drafted, ratesOn, standOn, type Walked, walkStep } from './examples/walk.ts'
import { canTake, stepRule, takeStep, TASK_STEPS, type TaskStep } from '../tasks/lifecycle.ts'
import { isMeasured, SOURCE_KINDS, TASK_STATES, type TaskState } from '../tasks/task.ts'

/** Nothing follows from these: what was promised is done or taken back. */
const FINAL: readonly TaskState[] = ['closedOut', 'cancelled']

/** Always the same walks: whether they reach far enough is no matter of luck. */
const THOROUGH = { numRuns: 300, seed: 1 }

type Visit = Omit<Moved, 'walked'> & { before: Walked; after: Walked }

type Rule = (visit: Visit) => boolean

/** Walks, and holds every move against the rule; gives what broke it, in the shortest walk that does, or nothing. */
function broken(rule: Rule, parameters: { numRuns: number; seed?: number } = { numRuns: 40 }): string {
  const details = fc.check(
    fc.property(begin, moves, (start, taken) => {
      let walked = start
      let today = START
      return taken.every((move) => {
        const { walked: after, ...moved } = move(walked, today)
        const holds = rule({ ...moved, before: walked, after })
        walked = after
        today = moved.today
        return holds
      })
    }),
    parameters,
  )
  return details.failed ? fc.defaultReportMessage(details) || 'broken' : ''
}

/** What a request does to a task on the way to later dates. */
const isExtension = ({ after: { requests }, asked }: Visit): boolean =>
  asked !== null && requests.at(-1)?.kind === 'extensionRequest'

const improved = (before: Rates, after: Rates): RateName[] =>
  RATE_NAMES.filter((name) => (after[name].value ?? 0) > (before[name].value ?? 0) + 1e-9)

/** The task as if no later date had ever been given. */
const asPromised = (walked: Walked): Walked => ({
  ...walked,
  milestones: walked.milestones.map((one) => ({ ...one, currentDueOn: one.originalDueOn })),
})
/** Every rate but the one that is named after later dates. */
const STRICT: readonly RateName[] = RATE_NAMES.filter((name) => name !== 'milestoneOnTimeAfterExtensionRate')

const isSame = (one: Rates, other: Rates): boolean => STRICT.every((name) => one[name].value === other[name].value)

const DECIDERS = { supervisionOffice: [OFFICE], leaderInCharge: [LEADER], principalLeader: [PRINCIPAL] } as const

const titles = (walked: Walked) => walked.milestones.map(({ id, originalDueOn }) => `${id} ${originalDueOn}`).join()
const isOneOf = (took: TaskStep | null, steps: readonly TaskStep[]): boolean => took !== null && steps.includes(took)

/** Everything that must hold of every move, whoever makes it on whatever day. */
const RULES: Record<string, Rule> = {
  'no step leads where the state table does not': ({ before, after, took }) =>
    took === null
      ? after.life.state === before.life.state
      : stepRule(took).from.includes(before.life.state) &&
        [stepRule(took).to, stepRule(took).or?.to].includes(after.life.state),

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

  'no later date, asked for, given, refused or taken back, improves a rate': (visit) =>
    !isExtension(visit) || improved(ratesOn(visit.before, visit.today), ratesOn(visit.after, visit.today)).length === 0,

  'what later dates were given shows in the one rate named after them, and in no other': ({ after, today }) =>
    isSame(ratesOn(after, today), ratesOn(asPromised(after), today)),

  'who is the only one to make a rate better by promising less is the principal leader': ({
    before,
    after,
    today,
    asked,
    by,
  }) => asked !== 'approve' || by === PRINCIPAL || improved(ratesOn(before, today), ratesOn(after, today)).length === 0,

  'a request is decided by whom the ladder names, and never by who asked': ({ before, asked, by }) => {
    const request = before.requests.at(-1)
    if (!request || (asked !== 'approve' && asked !== 'reject')) return true
    return DECIDERS[request.decider].some((one) => one === by) && by?.personId !== request.askedBy
  },

  'one request at a time waits for a decision, and one that is decided stays as it was': ({ before, after }) =>
    openRequests(after).length <= 1 &&
    before.requests.every((one, index) => openRequests(before).includes(one) || after.requests[index] === one),

  'no request takes a step of the life or names another lead': ({ before, after, asked }) =>
    asked === null || after.life === before.life,

  'a date moves by a granted request only, and only back': ({ before, after, asked }) =>
    after.currentDueOn >= before.currentDueOn &&
    (asked === 'approve' || after.currentDueOn === before.currentDueOn) &&
    after.milestones.every(({ currentDueOn }, index) => {
      const from = before.milestones[index]?.currentDueOn ?? ''
      return currentDueOn >= from && (asked === 'approve' || currentDueOn === from)
    }),

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
  }, THOROUGH)
  expect(TASK_STATES.filter((state) => !reached.has(state))).toEqual([])
})

test('walks go through granted later dates and promises of less, also of what was handed over', () => {
  const reached = new Set<string>()
  broken(({ before, asked }) => {
    const { kind, decider } = before.requests.at(-1) ?? {}
    if (asked === 'approve') reached.add(`${kind} ${decider}`)
    if (asked === 'approve' && before.life.leadUnitId === 'finance') reached.add('handed over')
    return true
  }, THOROUGH)
  expect([...reached].sort()).toEqual([
    'changeRequest leaderInCharge',
    'changeRequest principalLeader',
    'extensionRequest leaderInCharge',
    'extensionRequest principalLeader',
    'extensionRequest supervisionOffice',
    'handed over',
  ])
})

/** Steps that do the work or carry it on, as far as they fit; nobody hands over, stops or asks for anything. */
const carriedOn = (walked: Walked, today: Day): Walked => {
  const done = finishedWork(walked, today)
  const next = offersOf(done, today).find(({ name }) => USUAL.some(([usually]) => usually === name))
  return next ? walkStep(done, next.by, next.name, FULL, today) : done
}
type Turn = { carryOn: true } | { carryOn: false; move: Move }
const turns = fc.array(
  fc.oneof<[fc.Arbitrary<Turn>, fc.Arbitrary<Turn>]>(
    fc.constant({ carryOn: true }),
    fc.oneof(idleMove, requestMove, days).map((move) => ({ carryOn: false, move })),
  ),
  { minLength: 10, maxLength: 40 },
)

test('no sequence of later dates, transfers, stops and reopenings leaves a task better off than plain work', () => {
  fc.assert(
    fc.property(begun, fc.boolean(), turns, (start, isEventful, taken) => {
      let today = START
      let walked = isEventful ? eventful(start) : start
      let plain = start
      for (const turn of taken) {
        if (turn.carryOn) {
          walked = carriedOn(walked, today)
          plain = carriedOn(plain, today)
        } else ({ walked, today } = turn.move(walked, today))
        const promised = { ...walked, promised: plain.promised }
        const [busy, plainly] = [ratesOn(promised, today), ratesOn(plain, today)]
        // What is done leaves the tasks that are measured against their trajectory.
        const isOut = !isMeasured(plain.life.state)
        const better = improved(plainly, busy).filter((name) => !(isOut && name === 'trajectoryAttainment'))
        expect(better.filter((name) => STRICT.includes(name))).toEqual([])
      }
    }),
    { numRuns: 150 },
  )
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
      const time = { today: START, ...DAYS }
      const isTaken = refusalOf(() => takeStep(by, life, next, input, time)) === 'allowed'
      expect(isTaken && !canTake(by, life, next, time).allowed).toBe(false)
      expect(life).toEqual(before)
    }),
  )
})

test('a liaison takes a task on, and never asks for completion', () => {
  const time = { today: START, ...DAYS }
  const stepsIn = (state: TaskState) =>
    TASK_STEPS.filter((step) => canTake(LIAISON, task({ state }), step, time).allowed)
  expect(stepsIn('assigned')).toEqual(['acknowledge'])
  expect(stepsIn('inProgress')).toEqual([])
})
