import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { yearRange } from '../calendar/calendar.ts'
import { compareLights, LIGHTS, worse } from '../lights/light.ts'
import { TASK_KINDS, TASK_STATES } from '../tasks/task.ts'
import { boardOf, type BoardTask, emptyTally, type Tally } from './board.ts'
import { addRates, RATE_NAMES, type RatedTask, ratesOf } from './rates.ts'

type RatedMilestone = RatedTask['milestones'][number]

const milestone = (originalDueOn: string, doneOn: string | null, currentDueOn = originalDueOn): RatedMilestone => ({
  originalDueOn,
  currentDueOn,
  state: doneOn === null ? 'pending' : 'accepted',
  doneOn,
})

const task = (fields: Partial<RatedTask> = {}): RatedTask => ({
  state: 'inProgress',
  kind: 'action',
  weight: 1,
  onPlan: true,
  target: null,
  actualValue: null,
  milestones: [],
  ...fields,
})

const QUARTER = { startsOn: '2026-07-01', endsOn: '2026-09-30' }

describe('milestones on time', () => {
  const ratesFor = (...milestones: RatedMilestone[]) => ratesOf([task({ milestones })], QUARTER)
  test.each([
    ['done on the very day', milestone('2026-09-30', '2026-09-30'), 1, 1],
    ['done a day late', milestone('2026-09-29', '2026-09-30'), 0, 0],
    ['not done', milestone('2026-08-01', null), 0, 0],
    ['extended and done by the new date', milestone('2026-08-01', '2026-09-01', '2026-09-15'), 0, 1],
    ['extended out of the quarter', milestone('2026-08-01', null, '2026-12-01'), 0, 0],
  ])('%s stays in the denominator', (_, one, onTime, afterExtension) => {
    expect(ratesFor(one)).toMatchObject({
      milestoneOnTimeRate: { numerator: onTime, denominator: 1 },
      milestoneOnTimeAfterExtensionRate: { numerator: afterExtension, denominator: 1 },
    })
  })
  test('submitted and waiting is not yet on time', () => {
    const waiting: RatedMilestone = { ...milestone('2026-08-01', null), state: 'submitted' }
    expect(ratesFor(waiting).milestoneOnTimeRate).toMatchObject({ numerator: 0, denominator: 1 })
  })
  test('due in another quarter does not count, also when extended into this one', () => {
    expect(ratesFor(milestone('2026-06-30', null, '2026-09-01')).milestoneOnTimeRate).toMatchObject({ denominator: 0 })
  })
})

test('tasks on plan are counted over active tasks and those stopped for a time', () => {
  const tasks = TASK_STATES.map((state) => task({ state }))
  expect(ratesOf([...tasks, task({ onPlan: false })], QUARTER).trajectoryAttainment).toMatchObject({
    numerator: 7,
    denominator: 8,
  })
})

test('closed out is counted over all but drafts and cancelled tasks; suspending takes nothing out', () => {
  const tasks = TASK_STATES.map((state) => task({ state, weight: state === 'closedOut' ? 3 : 1 }))
  expect(ratesOf(tasks, QUARTER)).toMatchObject({
    taskCompletionRate: { numerator: 1, denominator: 10 },
    weightedTaskCompletionRate: { numerator: 3, denominator: 12 },
  })
})

test('indicators are the mean of actual over target, above 1 as it is, silence as 0', () => {
  const indicator = (target: number | null, actualValue: number | null) =>
    task({ kind: 'indicator', target, actualValue })
  const { indicatorAttainment } = ratesOf(
    [
      indicator(200, 143.6),
      indicator(10, 12),
      indicator(50, null),
      indicator(null, 5),
      task({ target: 1, actualValue: 1 }),
    ],
    QUARTER,
  )
  expect(indicatorAttainment.denominator).toBe(3)
  expect(indicatorAttainment.numerator).toBeCloseTo(0.718 + 1.2)
})

test('a rate of nothing is no rate', () => {
  expect(Object.values(ratesOf([], QUARTER)).map(({ value }) => value)).toEqual(Array(6).fill(null))
})

const month = fc.integer({ min: 1, max: 12 }).map((number) => `2026-${String(number).padStart(2, '0')}-15`)
const anyTask = fc.record<RatedTask>({
  state: fc.constantFrom(...TASK_STATES),
  kind: fc.constantFrom(...TASK_KINDS),
  weight: fc.integer({ min: 1, max: 9 }),
  onPlan: fc.boolean(),
  target: fc.option(fc.integer({ min: 0, max: 9 })),
  actualValue: fc.option(fc.integer({ min: 0, max: 9 })),
  milestones: fc.array(
    fc.tuple(month, fc.option(month), month).map(([due, done, current]) => milestone(due, done, current)),
    { maxLength: 4 },
  ),
})

test('the rates of two groups add up to those of both', () => {
  fc.assert(
    fc.property(fc.array(anyTask), fc.array(anyTask), (a, b) => {
      const [left, right, both] = [a, b, [...a, ...b]].map((tasks) => ratesOf(tasks, yearRange(2026)))
      for (const name of RATE_NAMES) {
        if (!left || !right || !both) throw new Error('three groups')
        const sum = addRates(left[name], right[name])
        expect(sum.denominator).toBe(both[name].denominator)
        expect(sum.numerator).toBeCloseTo(both[name].numerator)
      }
    }),
  )
})

test('tasks counted part by part come to the same rates as all at once, to the last digit', () => {
  const weighed = anyTask.chain((one) =>
    fc.double({ min: 0.1, max: 9, noNaN: true }).map((weight) => ({ ...one, weight })),
  )
  fc.assert(
    fc.property(fc.array(weighed), fc.array(weighed), (a, b) => {
      const range = yearRange(2026)
      expect(ratesOf(b, range, ratesOf(a, range))).toEqual(ratesOf([...a, ...b], range))
    }),
  )
})

test('an extension never improves the rate by original dates', () => {
  fc.assert(
    fc.property(fc.array(anyTask), month, (tasks, currentDueOn) => {
      const extended = tasks.map((one) => ({
        ...one,
        milestones: one.milestones.map((each) => ({ ...each, currentDueOn })),
      }))
      const onTime = (given: RatedTask[]) => ratesOf(given, yearRange(2026)).milestoneOnTimeRate
      expect(onTime(extended)).toEqual(onTime(tasks))
    }),
  )
})

const boardTask = fc.record<BoardTask>({
  unitId: fc.constantFrom('a', 'b', 'c'),
  pillarId: fc.constantFrom('1', '2', '3'),
  light: fc.constantFrom(...LIGHTS),
  done: fc.boolean(),
  active: fc.boolean(),
  onPlan: fc.boolean(),
})

const bare = ({ light, taskCount, doneCount, activeCount, onPlanCount, lightCounts }: Tally): Tally => ({
  light,
  taskCount,
  doneCount,
  activeCount,
  onPlanCount,
  lightCounts,
})
const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((sum, tally) => {
    const { lightCounts } = tally
    return {
      light: worse(sum.light, tally.light),
      taskCount: sum.taskCount + tally.taskCount,
      doneCount: sum.doneCount + tally.doneCount,
      activeCount: sum.activeCount + tally.activeCount,
      onPlanCount: sum.onPlanCount + tally.onPlanCount,
      lightCounts: {
        ...sum.lightCounts,
        ...Object.fromEntries(LIGHTS.map((light) => [light, sum.lightCounts[light] + lightCounts[light]])),
      },
    }
  }, emptyTally())

test('tasks counted part by part come to the same board as all at once, and leave the parts as they were', () => {
  fc.assert(
    fc.property(fc.array(boardTask), fc.array(boardTask), (a, b) => {
      const before = boardOf(a)
      expect(boardOf(b, before)).toEqual(boardOf([...a, ...b]))
      expect(before).toEqual(boardOf(a))
    }),
  )
})

test('every total of the board is the sum of its cells, and each edge sums to the whole', () => {
  fc.assert(
    fc.property(fc.array(boardTask), (tasks) => {
      const { cells, units, pillars, total } = boardOf(tasks)
      expect(bare(total)).toEqual(sumOf(cells))
      expect(bare(total)).toEqual(sumOf(units))
      expect(bare(total)).toEqual(sumOf(pillars))
      for (const unit of units) expect(bare(unit)).toEqual(sumOf(cells.filter(({ unitId }) => unitId === unit.unitId)))
      for (const pillar of pillars)
        expect(bare(pillar)).toEqual(sumOf(cells.filter(({ pillarId }) => pillarId === pillar.pillarId)))
      expect(total.taskCount).toBe(tasks.length)
      expect(total.doneCount).toBe(tasks.filter(({ done }) => done).length)
      expect(total.onPlanCount).toBe(tasks.filter(({ active, onPlan }) => active && onPlan).length)
      for (const { light } of tasks) expect(compareLights(total.light, light)).toBeLessThanOrEqual(0)
    }),
  )
})
