import { expect, test } from 'vitest'
import { chartOf, gapOf, monthsOf, rowsOf, scaleOf, spread } from './chart.ts'

type Task = Parameters<typeof chartOf>[0]
const milestone = (
  originalDueOn: string,
  weight: number,
  currentDueOn = originalDueOn,
): Task['milestones'][number] => ({
  id: originalDueOn,
  title: originalDueOn,
  weight,
  originalDueOn,
  currentDueOn,
  state: 'pending',
  submittedOn: null,
  doneOn: null,
  light: 'green',
  why: { code: 'no_milestone', facts: {} },
})
const task: Task = {
  state: 'inProgress',
  startsOn: '2026-01-01',
  originalDueOn: '2026-12-31',
  currentDueOn: '2026-12-31',
  plan: { id: 'p', year: 2026, state: 'approved' },
  milestones: [milestone('2026-07-01', 50), milestone('2026-12-31', 50)],
  trajectory: {
    given: false,
    planned: [
      { on: '2026-01-01', share: 0 },
      { on: '2026-07-01', share: 50 },
      { on: '2026-12-31', share: 100 },
    ],
    actual: [{ on: '2026-07-01', share: 30, periodId: null }],
  },
  standing: {
    light: 'yellow',
    deadlineLight: 'green',
    trajectoryLight: 'yellow',
    plannedShare: 50,
    actualShare: 30,
    measuredOn: '2026-07-01',
    onPlan: false,
    why: [],
  },
}
const facts = chartOf(task, '2026-09-30')

test('the axis is the plan year, longer where the work goes on', () => {
  expect([facts.from, facts.to]).toEqual(['2026-01-01', '2026-12-31'])
  const longer = chartOf({ ...task, startsOn: '2025-11-15', currentDueOn: '2027-02-10' }, '2026-09-30')
  expect([longer.from, longer.to]).toEqual(['2026-01-01', '2027-02-28'])
})

test('the actual line begins with nothing on the first day', () => {
  expect(facts.actual[0]).toEqual({ on: '2026-01-01', share: 0 })
})

test('the actual line ends where the light looks, when accepted milestones carried it further than the last report', () => {
  const done = { ...task, standing: { ...task.standing, actualShare: 100, measuredOn: '2026-08-20' } }
  const { actual } = chartOf(done, '2026-09-30')
  expect(actual[actual.length - 1]).toEqual({ on: '2026-08-20', share: 100 })
  expect(facts.actual).toHaveLength(2)
})

test('an extension is drawn beside the plan only where a date was moved', () => {
  expect(facts.extended).toBeNull()
  const moved = { ...task, milestones: [milestone('2026-07-01', 50, '2026-09-01'), milestone('2026-12-31', 50)] }
  expect(chartOf(moved, '2026-09-30').extended).toContainEqual({ on: '2026-09-01', share: 50 })
})

test('the gap is shaded up to the day plan and actual are compared on, and not at all when ahead', () => {
  const gap = gapOf(facts)
  expect(gap).toContainEqual({ on: '2026-07-01', share: 50 })
  expect(gap).toContainEqual({ on: '2026-07-01', share: 30 })
  expect(gap.every(({ on }) => on <= '2026-07-01')).toBe(true)
  expect(gapOf({ ...facts, measured: { on: '2026-07-01', planned: 50, actual: 60 } })).toEqual([])
  expect(gapOf({ ...facts, measured: null })).toEqual([])
})

test('days run from left to right and shares from bottom to top', () => {
  const { x, y } = scaleOf(facts, { left: 10, top: 20, width: 365, height: 100 })
  expect([x('2026-01-01'), x('2026-12-31')]).toEqual([10, 375])
  expect([y(0), y(100), y(140)]).toEqual([120, 20, 20])
})

test('labels at line ends never lie on one another nor below the floor', () => {
  const placed = spread([{ y: 100 }, { y: 101 }, { y: 102 }], 18, 110)
  expect(placed.map(({ y }) => y)).toEqual([74, 92, 110])
})

test('the table says every day the lines turn on', () => {
  expect(rowsOf(facts, '2026-09-30').map(({ on, actual }) => [on, actual])).toEqual([
    ['2026-01-01', 0],
    ['2026-07-01', 30],
    ['2026-09-30', null],
    ['2026-12-31', null],
  ])
  expect(monthsOf('2026-01-01', '2027-02-28')).toHaveLength(14)
})
