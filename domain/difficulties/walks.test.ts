import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/actor.ts'
import { addDays, type Day } from '../calendar/calendar.ts'
import { answererOf, clockOf, isAnswerer } from './clock.ts'
import { type Difficulty, isOpen, LEVELS } from './difficulty.ts'
import { type Told } from './happening.ts'
import { raiseDifficulty } from './raising.ts'
import { settle } from './settle.ts'
import { canTakeDifficultyStep, isStepHere } from './steps.ts'
import { DIFFICULTY_STEP_NAMES, type DifficultyInput, type DifficultyStep } from './table.ts'
import { DAYS, LIAISON, HEAD, EVERYBODY, TASK, atLevel, take, refusalOf } from './examples/people.ts'

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
