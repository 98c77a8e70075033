import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, ActorPost } from '../access/actor.ts'
import { addDays, type Day, workingCalendar } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import { answererOf, clockOf, isAnswerer, standardDays, workdaysLeft } from './clock.ts'
import { type Difficulty, isOpen, LEVELS, protectsRaiser, ringOf } from './difficulty.ts'
import { raise, type Told } from './happening.ts'
import { isBeforeYellow, raiseDifficulty, type TroubledTask } from './raising.ts'
import { STANDARD_DIFFICULTY_RULES } from './rules.ts'
import { settle } from './settle.ts'
import { canTakeDifficultyStep, isStepHere, takeDifficultyStep } from './steps.ts'
import { DIFFICULTY_STEP_NAMES, type DifficultyInput, type DifficultyStep, NOTHING_SAID } from './table.ts'

/** National Day of 2026 and its make-up Saturday, so that clocks cross what is not a week. */
const CALENDAR = workingCalendar([
  ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((on) => ({
    on,
    workday: false,
    name: '国庆节',
  })),
  { on: '2026-10-10', workday: true, name: '国庆节' },
])

const DAYS = standardDays(CALENDAR)

const person = (personId: string, ...posts: ActorPost[]): Actor => ({
  organizationId: 'qingyuan',
  personId,
  name: personId,
  posts,
  portfolio: { unitIds: [], pillarIds: [] },
})
const head = (unitId: string) => person(`head of ${unitId}`, { role: 'unitHead', unitId })
const OFFICE = person('office', { role: 'supervisionOffice', unitId: null })
const LIAISON = person('liaison', { role: 'liaison', unitId: 'school' })
const HEAD = head('school')
const LEADER = person('leader', { role: 'leaderInCharge', unitId: null })
const PRINCIPAL = person('principal', { role: 'principalLeader', unitId: null })
const [WORKS, LAND, GRID] = [head('works'), head('land'), head('grid')]
const EVERYBODY = [OFFICE, LIAISON, HEAD, LEADER, PRINCIPAL, WORKS, LAND, GRID]

const TASK: TroubledTask = {
  state: 'inProgress',
  leadUnitId: 'school',
  supportingUnitIds: ['works'],
  leaderId: 'leader',
  light: 'green',
}
const FRIDAY = '2026-11-20'
const said = (input: Partial<DifficultyInput> = {}): DifficultyInput => ({ ...NOTHING_SAID, ...input })
const PROMISE = said({ words: '月底前移交管网', dueOn: '2026-11-30', unitId: 'land', level: 2 })

const raised = (actor = LIAISON, counterpartId: string | null = 'works', on: Day = FRIDAY): Difficulty =>
  raiseDifficulty(actor, TASK, { counterpartId, wantedOn: '2026-12-31' }, on).difficulty

/** At a level, as after triage on that day. */
const atLevel = (level: 1 | 2 | 3 | 4, fields: Partial<Difficulty> = {}): Difficulty => ({
  ...raised(),
  state: 'triaged',
  level,
  ...fields,
})

const take = (actor: Actor, difficulty: Difficulty, step: DifficultyStep, input = PROMISE, today: Day = FRIDAY): Told =>
  takeDifficultyStep(actor, difficulty, step, input, today)

const refusalOf = (decide: () => unknown): string => {
  try {
    decide()
    return 'allowed'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('raising', () => {
  test('begins with the unit itself, and above it where the head raises: nobody answers to himself', () => {
    expect(raised(LIAISON).level).toBe(1)
    expect(raised(HEAD).level).toBe(2)
    expect(raised(HEAD, null).level).toBe(3)
    expect(raised(LIAISON, null).level).toBe(1)
  })

  test.each([
    ['raising_unit_only', LAND, TASK, {}],
    ['task_not_running', LIAISON, { ...TASK, state: 'completed' as const }, {}],
    ['counterpart_is_self', LIAISON, TASK, { counterpartId: 'school' }],
    ['difficulty_day', LIAISON, TASK, { wantedOn: '2026-11-19' }],
    ['allowed', WORKS, TASK, { counterpartId: 'land' }],
  ])('%s', (code, actor, task, fields) => {
    const raising = { counterpartId: 'works', wantedOn: '2026-12-31', ...fields }
    expect(refusalOf(() => raiseDifficulty(actor, task, raising, FRIDAY))).toBe(code)
  })

  test('protects its raiser when it comes before the light turns yellow, and as long as it is not withdrawn', () => {
    expect((['green', 'blue', 'grey', 'yellow', 'red'] as const).map(isBeforeYellow)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect(protectsRaiser({ raisedBeforeYellow: true, state: 'closed' })).toBe(true)
    expect(protectsRaiser({ raisedBeforeYellow: true, state: 'withdrawn' })).toBe(false)
    expect(protectsRaiser({ raisedBeforeYellow: false, state: 'triaged' })).toBe(false)
  })
})

describe('clocks', () => {
  test.each([
    [1, '2026-11-25', 3],
    [2, '2026-11-25', 3],
    [3, '2026-11-27', 5],
    [4, '2026-12-04', 10],
  ] as const)('level %i from a Friday runs to %s: %i working days', (level, lastOn, limitWorkdays) => {
    expect(clockOf(atLevel(level), DAYS)).toEqual({ startedOn: FRIDAY, lastOn, limitWorkdays })
  })

  test('runs over no holiday, and over a make-up Saturday', () => {
    expect(clockOf(atLevel(2, { enteredOn: '2026-09-30' }), DAYS)?.lastOn).toBe('2026-10-10')
  })

  test('goes by the limits of the day on which it began', () => {
    const longer = { ...STANDARD_DIFFICULTY_RULES, levelWorkdays: { 1: 5, 2: 5, 3: 5, 4: 10 } }
    const days = {
      calendar: CALENDAR,
      rulesOn: (on: Day) => (on < '2026-11-20' ? STANDARD_DIFFICULTY_RULES : longer),
    }
    expect(clockOf(atLevel(2, { enteredOn: '2026-11-19' }), days)?.limitWorkdays).toBe(3)
    expect(clockOf(atLevel(2, { enteredOn: '2026-11-20' }), days)?.limitWorkdays).toBe(5)
    expect(settle(atLevel(2, { enteredOn: '2026-11-20' }), '2026-11-27', days).happened).toEqual([])
  })

  test('runs against the unit, the counterpart’s head, the leader of the task, the principal leader', () => {
    expect(LEVELS.map((level) => answererOf(atLevel(level)))).toEqual([
      { post: 'unitHead', unitId: 'school' },
      { post: 'unitHead', unitId: 'works' },
      { post: 'leaderInCharge', personId: 'leader' },
      { post: 'principalLeader' },
    ])
  })

  test('of a ruling runs to its date; after an objection that comes later, to the end of that day', () => {
    const ruled = take(PRINCIPAL, atLevel(3), 'rule').difficulty
    expect(clockOf(ruled, DAYS)?.lastOn).toBe('2026-11-30')
    const solved = take(LAND, ruled, 'reportSolved').difficulty
    const objected = take(LIAISON, solved, 'object', said({ words: '水压还不够' }), '2026-12-08').difficulty
    expect(clockOf(objected, DAYS)?.lastOn).toBe('2026-12-08')
  })
})

describe('a clock that runs out', () => {
  test('records the silence and raises the level on the day after its last', () => {
    const { difficulty, happened } = settle(atLevel(2), '2026-11-26', DAYS)
    expect(difficulty).toMatchObject({ state: 'triaged', level: 3, enteredOn: '2026-11-26' })
    expect(difficulty.answer?.kind).toBe('noResponse')
    expect(happened.map(({ kind, on, cause, silent }) => ({ kind, on, cause, silent }))).toEqual([
      { kind: 'noResponse', on: '2026-11-26', cause: null, silent: { post: 'unitHead', unitId: 'works' } },
      { kind: 'levelRaised', on: '2026-11-26', cause: 'noResponse', silent: null },
    ])
  })

  test('is not out on its last day', () => {
    expect(settle(atLevel(2), '2026-11-25', DAYS).happened).toEqual([])
  })

  test('raises what was answered on a condition without calling it silence', () => {
    const conditional = take(WORKS, atLevel(2), 'acceptOnCondition').difficulty
    const { difficulty, happened } = settle(conditional, '2026-11-26', DAYS)
    expect(happened.map(({ kind, cause }) => `${kind} ${cause}`)).toEqual(['levelRaised unsettled'])
    expect(difficulty.answer?.kind).toBe('onCondition')
  })

  test('raises what was promised and not done', () => {
    const promised = take(WORKS, atLevel(2), 'accept').difficulty
    const { difficulty, happened } = settle(promised, '2026-12-01', DAYS)
    expect(difficulty).toMatchObject({ state: 'triaged', level: 3, enteredOn: '2026-12-01', ruling: null })
    expect(happened.map(({ cause }) => cause)).toEqual(['notDone'])
  })

  test('leaves the fourth level overdue: nobody is above', () => {
    const { difficulty, happened } = settle(atLevel(4), '2027-01-15', DAYS)
    expect([difficulty.level, happened]).toEqual([4, []])
    const clock = clockOf(difficulty, DAYS)
    expect(clock && workdaysLeft(clock, '2026-12-08', CALENDAR)).toBe(-2)
  })

  test('begins by itself what nobody triaged, and skips levels where nobody answers', () => {
    expect(settle(raised(), '2026-11-24', DAYS).difficulty).toMatchObject({
      state: 'triaged',
      level: 1,
      enteredOn: '2026-11-24',
    })
    const alone = atLevel(1, { counterpartId: null, askedUnitIds: [] })
    expect(settle(alone, '2026-11-26', DAYS).difficulty.level).toBe(3)
    expect(settle({ ...alone, leaderId: null }, '2026-11-26', DAYS).difficulty.level).toBe(4)
  })

  test('presses nobody to confirm, and closes what was confirmed', () => {
    const solved = take(WORKS, take(WORKS, atLevel(2), 'accept').difficulty, 'reportSolved').difficulty
    expect(settle(solved, '2027-03-01', DAYS).happened).toEqual([])
    expect(answererOf(solved)).toEqual({ post: 'supervisionOffice' })
    const confirmed = take(LIAISON, solved, 'confirm', NOTHING_SAID).difficulty
    expect(settle(confirmed, '2026-11-28', DAYS)).toMatchObject({
      difficulty: { state: 'closed', enteredOn: '2026-11-28' },
    })
  })

  test('gives after weeks of downtime the levels and days as if the server had run', () => {
    const { difficulty, happened } = settle(raised(), '2026-12-20', DAYS)
    expect(happened.map(({ kind, on, level }) => `${on} ${kind} ${level}`)).toEqual([
      '2026-11-24 noResponse 1',
      '2026-11-24 triaged 1',
      '2026-11-28 noResponse 1',
      '2026-11-28 levelRaised 2',
      '2026-12-03 noResponse 2',
      '2026-12-03 levelRaised 3',
      '2026-12-11 noResponse 3',
      '2026-12-11 levelRaised 4',
    ])
    expect(difficulty).toMatchObject({ level: 4, enteredOn: '2026-12-11' })
  })
})

describe('the counterpart', () => {
  test('accepts and must do it by the day it names', () => {
    expect(take(WORKS, atLevel(2), 'accept').difficulty).toMatchObject({
      state: 'inExecution',
      level: 2,
      ruling: { unitId: 'works', words: '月底前移交管网', dueOn: '2026-11-30' },
    })
  })

  test('accepts on a condition, which the raiser takes', () => {
    const conditional = take(WORKS, atLevel(2), 'acceptOnCondition', said({ words: '先补图纸', dueOn: '2026-12-02' }))
    expect(conditional.difficulty).toMatchObject({ state: 'triaged', level: 2, enteredOn: FRIDAY })
    const taken = take(LIAISON, conditional.difficulty, 'takeCondition', NOTHING_SAID).difficulty
    expect(taken).toMatchObject({ state: 'inExecution', ruling: { unitId: 'works', dueOn: '2026-12-02' } })
    expect(refusalOf(() => take(LIAISON, atLevel(2), 'takeCondition'))).toBe('no_condition')
  })

  test('refuses with a clause, and the two heads are done with it: it goes up at once', () => {
    const { difficulty, happened } = take(WORKS, atLevel(2), 'refuse', said({ words: '道路法第四十四条' }))
    expect(difficulty).toMatchObject({ level: 3, enteredOn: FRIDAY, answer: { kind: 'refuse' } })
    expect(happened.map(({ kind }) => kind)).toEqual(['refused', 'levelRaised'])
    expect(take(WORKS, atLevel(3), 'refuse').difficulty.level).toBe(3)
  })

  test('passes it on, and the clock does not begin anew', () => {
    const { difficulty } = take(
      WORKS,
      atLevel(2),
      'passOn',
      said({ words: '属自然资源局', unitId: 'land' }),
      '2026-11-23',
    )
    expect(difficulty).toMatchObject({
      level: 2,
      counterpartId: 'land',
      enteredOn: FRIDAY,
      askedUnitIds: ['works', 'land'],
    })
  })

  test('passes it round, and the leader gets it at once with the ring', () => {
    const on = (unitId: string) => said({ words: '不属本单位', unitId })
    const once = take(WORKS, atLevel(2), 'passOn', on('land')).difficulty
    const twice = take(LAND, once, 'passOn', on('grid')).difficulty
    const { difficulty, happened } = take(GRID, twice, 'passOn', on('works'))
    expect(difficulty).toMatchObject({ state: 'triaged', level: 3 })
    expect(ringOf('school', difficulty.askedUnitIds)).toEqual(['works', 'land', 'grid', 'works'])
    expect(happened.map(({ kind, cause }) => `${kind} ${cause}`)).toEqual([
      'passedOn null',
      'ringFound null',
      'levelRaised ring',
    ])
  })

  test('passes it back to the raiser, which is a ring too and puts no clock on the raiser', () => {
    const back = take(WORKS, atLevel(2), 'passOn', said({ words: '请自行解决', unitId: 'school' })).difficulty
    expect(back).toMatchObject({ level: 3, counterpartId: 'works' })
    expect(ringOf('school', back.askedUnitIds)).toEqual(['school', 'works', 'school'])
    expect(ringOf('school', ['works', 'land'])).toBeNull()
  })
})

describe('who takes a step', () => {
  const SOLVED = take(WORKS, take(WORKS, atLevel(2), 'accept').difficulty, 'reportSolved').difficulty
  const CONFIRMED = take(HEAD, SOLVED, 'confirm').difficulty
  const whoMay = (difficulty: Difficulty, step: DifficultyStep) =>
    EVERYBODY.filter((actor) => canTakeDifficultyStep(actor, difficulty, step).allowed).map(({ personId }) => personId)

  test.each([
    ['triage', raised(), ['office']],
    ['settleInUnit', atLevel(1), ['head of school']],
    ['accept', atLevel(2), ['head of works']],
    ['passOn', atLevel(2), ['head of works']],
    ['raiseLevel', atLevel(2), ['office', 'head of works']],
    [
      'raiseLevel',
      atLevel(3, { answer: { kind: 'refuse', words: '', dueOn: null } }),
      ['office', 'liaison', 'head of school', 'leader'],
    ],
    ['rule', atLevel(3), ['leader', 'principal']],
    ['rule', atLevel(4), ['principal']],
    ['confirm', SOLVED, ['liaison', 'head of school']],
    ['object', SOLVED, ['liaison', 'head of school']],
    ['reopen', CONFIRMED, ['liaison', 'head of school']],
    ['withdraw', atLevel(3), ['liaison', 'head of school']],
  ] as const)('%s', (step, difficulty, people) => {
    expect(whoMay(difficulty, step)).toEqual([...people])
  })

  test('the raiser reopens once, at the level where it was solved', () => {
    const again = take(HEAD, CONFIRMED, 'reopen').difficulty
    expect(again).toMatchObject({ state: 'triaged', level: 2, ruling: null, answer: null })
    const solved = take(WORKS, take(WORKS, again, 'accept').difficulty, 'reportSolved').difficulty
    expect(refusalOf(() => take(HEAD, take(HEAD, solved, 'confirm').difficulty, 'reopen'))).toBe('reopened_before')
  })

  test.each([
    ['difficulty_unsaid', HEAD, atLevel(1), 'settleInUnit', said({ dueOn: '2026-12-01' })],
    ['difficulty_day', HEAD, atLevel(1), 'settleInUnit', said({ words: '调剂两人', dueOn: '2026-11-19' })],
    ['difficulty_day', WORKS, atLevel(2), 'accept', said({ words: '移交' })],
    ['difficulty_unsaid', WORKS, atLevel(2), 'refuse', said()],
    ['difficulty_unit', WORKS, atLevel(2), 'passOn', said({ words: '转', unitId: 'works' })],
    [
      'difficulty_unit',
      LEADER,
      atLevel(3),
      'rule',
      said({ words: '由教育局办', unitId: 'school', dueOn: '2026-12-01' }),
    ],
    ['difficulty_level', OFFICE, raised(HEAD), 'triage', said({ level: 1 })],
    ['difficulty_level', OFFICE, raised(LIAISON, null), 'triage', said({ level: 2 })],
    ['difficulty_wrong_state', OFFICE, atLevel(1), 'triage', said({ level: 1 })],
    ['difficulty_taker', LAND, atLevel(2), 'accept', PROMISE],
  ] as const)('%s', (code, actor, difficulty, step, input) => {
    expect(refusalOf(() => take(actor, difficulty, step, input))).toBe(code)
  })
})

test('raising by clock equals raising by hand at that moment', () => {
  for (const level of [1, 2, 3] as const) {
    const before = atLevel(level)
    const on = addDays(clockOf(before, DAYS)?.lastOn ?? '', 1)
    const byClock = settle(before, on, DAYS).difficulty
    const byHand = raise(before, on, 'byHand').difficulty
    expect({ ...byClock, answer: null }).toEqual({ ...byHand, answer: null })
  }
})

const inputs = fc.record({
  words: fc.constantFrom('按期移交', ''),
  unitId: fc.constantFrom('school', 'works', 'land', 'grid', null),
  dueOn: fc.constantFrom('2026-10-09', '2026-11-30', '2027-02-01', null),
  level: fc.constantFrom(1, 2, 3, 4, null),
})
const moves = fc.array(
  fc.record({
    actor: fc.constantFrom(...EVERYBODY),
    step: fc.constantFrom(...DIFFICULTY_STEP_NAMES),
    input: inputs,
    days: fc.nat({ max: 9 }),
  }),
  { maxLength: 40 },
)
const starts = fc.record({
  raiser: fc.constantFrom(LIAISON, HEAD),
  counterpartId: fc.constantFrom('works', 'land', null),
  leaderId: fc.constantFrom('leader', null),
})

/** Walks through random steps of random people on random days; what is refused changes nothing. */
function walk(
  start: { raiser: Actor; counterpartId: string | null; leaderId: string | null },
  steps: readonly { actor: Actor; step: DifficultyStep; input: DifficultyInput; days: number }[],
  each: (difficulty: Difficulty, today: Day) => void,
): void {
  let today = '2026-09-24'
  const task = { ...TASK, leaderId: start.leaderId }
  let { difficulty } = raiseDifficulty(
    start.raiser,
    task,
    { counterpartId: start.counterpartId, wantedOn: '2027-12-31' },
    today,
  )
  for (const { actor, step, input, days } of steps) {
    today = addDays(today, days)
    difficulty = settle(difficulty, today, DAYS).difficulty
    // Most throws of the dice would be refused: a step that is not here is not tried.
    if (!isStepHere(difficulty, step)) continue
    const before = difficulty
    const code = refusalOf(() => (difficulty = take(actor, before, step, input, today).difficulty))
    expect(code === 'allowed' || difficulty === before).toBe(true)
    each(difficulty, today)
  }
}

describe('whatever happens', () => {
  test('an open difficulty has one level and somebody its clock runs against, who is never its raiser', () => {
    fc.assert(
      fc.property(starts, moves, (start, steps) => {
        walk(start, steps, (difficulty) => {
          expect(LEVELS).toContain(difficulty.level)
          const answerer = answererOf(difficulty)
          expect(answerer !== null).toBe(isOpen(difficulty.state))
          expect(clockOf(difficulty, DAYS) !== null).toBe(!['closed', 'withdrawn'].includes(difficulty.state))
          expect(answerer !== null && isAnswerer(start.raiser, answerer)).toBe(false)
        })
      }),
      { numRuns: 400 },
    )
  })

  test('no open difficulty below the top stays with somebody whose clock has run out', () => {
    fc.assert(
      fc.property(starts, moves, (start, steps) => {
        walk(start, steps, (difficulty, today) => {
          const later = addDays(today, 400)
          const { difficulty: settled } = settle(difficulty, later, DAYS)
          const isAtRest = !isOpen(settled.state) || settled.state === 'solved' || settled.level === 4
          const clock = clockOf(settled, DAYS)
          expect(isAtRest || (clock !== null && clock.lastOn >= later)).toBe(true)
        })
      }),
      { numRuns: 200 },
    )
  })

  test('settling day by day and settling once after any downtime tell the same story', () => {
    fc.assert(
      fc.property(starts, moves, fc.nat({ max: 90 }), (start, steps, days) => {
        walk(start, steps.slice(0, 12), (difficulty, today) => {
          let daily: Told = { difficulty, happened: [] }
          for (let count = 1; count <= days; count += 1) {
            const next = settle(daily.difficulty, addDays(today, count), DAYS)
            daily = { difficulty: next.difficulty, happened: [...daily.happened, ...next.happened] }
          }
          expect(settle(difficulty, addDays(today, days), DAYS)).toEqual(daily)
        })
      }),
      { numRuns: 100 },
    )
  })

  test('only the unit that raised it ends it, and it goes down no level but by triage', () => {
    fc.assert(
      fc.property(starts, moves, (start, steps) => {
        let before: Difficulty | null = null
        walk(start, steps, (difficulty) => {
          const isTriaged = before !== null && before.state !== 'raised'
          expect(difficulty.level).toBeGreaterThanOrEqual(isTriaged ? (before?.level ?? 1) : 1)
          before = difficulty
        })
        const enders = DIFFICULTY_STEP_NAMES.filter((step) =>
          ['confirm', 'withdraw', 'reopen', 'object'].includes(step),
        )
        for (const step of enders)
          for (const actor of EVERYBODY.filter(({ posts }) => posts[0]?.unitId !== 'school'))
            expect(canTakeDifficultyStep(actor, atLevel(2), step).allowed).toBe(false)
      }),
      { numRuns: 100 },
    )
  })
})
