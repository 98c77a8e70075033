import { describe, expect, test } from 'vitest'
import { type Difficulty, ringOf } from './difficulty.ts'
import { canTakeDifficultyStep } from './steps.ts'
import { type DifficultyStep, NOTHING_SAID } from './table.ts'
import {
  OFFICE,
  LIAISON,
  HEAD,
  LEADER,
  WORKS,
  LAND,
  GRID,
  EVERYBODY,
  FRIDAY,
  said,
  PROMISE,
  raised,
  atLevel,
  take,
  refusalOf,
} from './examples/people.ts'

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
