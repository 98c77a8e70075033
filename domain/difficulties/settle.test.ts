import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar/calendar.ts'
import { answererOf, clockOf, workdaysLeft } from './clock.ts'
import { raise } from './happening.ts'
import { settle } from './settle.ts'
import { NOTHING_SAID } from './table.ts'
import { CALENDAR, DAYS, LIAISON, WORKS, raised, atLevel, take } from './examples/people.ts'

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

test('raising by clock equals raising by hand at that moment', () => {
  for (const level of [1, 2, 3] as const) {
    const before = atLevel(level)
    const on = addDays(clockOf(before, DAYS)?.lastOn ?? '', 1)
    const byClock = settle(before, on, DAYS).difficulty
    const byHand = raise(before, on, 'byHand').difficulty
    expect({ ...byClock, answer: null }).toEqual({ ...byHand, answer: null })
  }
})
