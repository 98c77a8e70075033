import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LIGHTS } from '../lights/light.ts'
import { TASK_KINDS, TASK_STATES } from '../tasks/task.ts'
import { BOARD_RATES } from './rate-names.ts'
import {
  byUrgency,
  dueBy,
  formerQuarter,
  needsSomeone,
  quarterAt,
  RATE_ITEMS,
  ratesAt,
  tallyTasks,
  type StandingTask,
} from './view.ts'

const day = fc
  .integer({ min: 1, max: 12 })
  .chain((month) =>
    fc
      .integer({ min: 1, max: 28 })
      .map((on) => `2026-${String(month).padStart(2, '0')}-${String(on).padStart(2, '0')}`),
  )
const milestone = fc
  .record({ originalDueOn: day, currentDueOn: day, doneOn: fc.option(day), title: fc.constant('节点') })
  .map((facts) => ({
    ...facts,
    state: facts.doneOn === null ? ('pending' as const) : ('accepted' as const),
  }))
const task: fc.Arbitrary<StandingTask> = fc.record({
  id: fc.uuid(),
  code: fc.string(),
  title: fc.string(),
  unitId: fc.constantFrom('a', 'b', 'c'),
  pillarId: fc.constantFrom('x', 'y'),
  light: fc.constantFrom(...LIGHTS),
  why: fc.constant([]),
  assigneeName: fc.constant(null),
  originalDueOn: day,
  currentDueOn: day,
  measure: fc.constant(null),
  state: fc.constantFrom(...TASK_STATES),
  kind: fc.constantFrom(...TASK_KINDS),
  weight: fc.integer({ min: 1, max: 9 }),
  onPlan: fc.boolean(),
  target: fc.option(fc.integer({ min: 0, max: 50 })),
  actualValue: fc.option(fc.integer({ min: 0, max: 80 })),
  milestones: fc.array(milestone, { maxLength: 4 }),
})

test('the list behind a rate has its denominator’s length and its numerator’s sum', () => {
  fc.assert(
    fc.property(fc.array(task, { maxLength: 30 }), day, (tasks, on) => {
      const rates = ratesAt(tasks, 2026, on)
      for (const name of BOARD_RATES) {
        const items = RATE_ITEMS[name](tasks, 2026, on)
        expect(items.length).toBe(rates[name].denominator)
        expect(items.reduce((sum, { counts }) => sum + counts, 0)).toBeCloseTo(rates[name].numerator, 9)
      }
    }),
  )
})

test('edges and total are the sums of the stones', () => {
  fc.assert(
    fc.property(fc.array(task, { maxLength: 30 }), (tasks) => {
      const board = tallyTasks(tasks)
      const sum = (rows: { taskCount: number }[]) => rows.reduce((total, { taskCount }) => total + taskCount, 0)
      expect([sum(board.cells), sum(board.units), sum(board.pillars)]).toEqual(Array(3).fill(board.total.taskCount))
    }),
  )
})

test.each([
  [2026, '2026-01-01', 1],
  [2026, '2026-03-31', 1],
  [2026, '2026-04-01', 2],
  [2026, '2026-12-31', 4],
  [2026, '2025-12-31', 1],
  [2026, '2027-02-01', 4],
])('in the plan of %s, %s is counted in quarter %s', (year, on, number) => {
  expect(quarterAt(year, on).number).toBe(number)
})

test('the tick on a rate’s bar is the last quarter that is over', () => {
  expect(formerQuarter(2026, '2026-03-31')).toBeNull()
  expect(formerQuarter(2026, '2026-04-01')).toMatchObject({ number: 1, endsOn: '2026-03-31' })
  expect(formerQuarter(2026, '2027-01-10')).toMatchObject({ number: 4 })
})

test('within a quarter the first rate counts what is due by the day, not what is still to come', () => {
  expect(dueBy(2026, '2026-11-20')).toEqual({ startsOn: '2026-10-01', endsOn: '2026-11-20' })
  expect(dueBy(2026, '2026-12-31')).toEqual({ startsOn: '2026-10-01', endsOn: '2026-12-31' })
})

test('what needs someone is red or yellow and counts, the worst first, then what is due first, then by code', () => {
  fc.assert(
    fc.property(fc.array(task, { maxLength: 30 }), (tasks) => {
      const listed = tasks.filter(needsSomeone).sort(byUrgency)
      const keys = listed.map(({ light, currentDueOn, code }) => [light === 'red' ? '0' : '1', currentDueOn, code])
      keys.slice(1).forEach((key, at) => {
        const [light = '', dueOn = '', code = ''] = keys[at] ?? []
        const order = light.localeCompare(key[0] ?? '') || dueOn.localeCompare(key[1] ?? '')
        expect(order < 0 || (order === 0 && code.localeCompare(key[2] ?? '') <= 0)).toBe(true)
      })
      const quiet = tasks.filter((one) => !needsSomeone(one))
      for (const { state, light } of quiet)
        expect(state === 'draft' || state === 'cancelled' || (light !== 'red' && light !== 'yellow')).toBe(true)
    }),
  )
})
