import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, workingCalendar } from '../calendar/calendar.ts'
import { type Ask, ASK_KINDS, ASK_SECONDS, askOf, changedShareOf, expectRows, type RowFacts } from './asks.ts'
import { clashesOf, type Window } from './clashes.ts'
import { givenShare, loadOf, loadTable, mondayOf, weeksFrom } from './load.ts'

// 1 to 7 October 2026 are days off, Saturday the 10th is worked.
const HOLIDAYS = [
  ...['01', '02', '05', '06', '07'].map((day) => ({ on: `2026-10-${day}`, workday: false, name: '国庆节' })),
  { on: '2026-10-10', workday: true, name: '国庆节' },
]
const calendar = workingCalendar(HOLIDAYS)
const TODAY = '2026-11-20'

const rows = (rowCount: number, given = rowCount, milestoneRowCount = 0): RowFacts => ({
  unitId: 'u',
  rowCount,
  given: { actualShare: given, done: given, confidence: given },
  milestoneRowCount,
})

test('fifteen rows that come filled in, half of it changed, are ten minutes; empty ones are more', () => {
  const prefilled = expectRows(rows(15), TODAY, 0.5)
  expect(prefilled).toMatchObject({ count: 15, cellCount: 60, givenCount: 45, seconds: 15 * (6 + 20 + 13) })
  expect(prefilled.seconds).toBeLessThanOrEqual(600)
  const empty = expectRows(rows(15, 0), TODAY, 0.5)
  expect(empty).toMatchObject({ givenCount: 0, seconds: 15 * (6 + 46) })
  expect(expectRows(rows(15, 15, 15), TODAY, 0.5)).toMatchObject({ cellCount: 90, givenCount: 45 })
  expect(expectRows(rows(0), TODAY, 0.5)).toMatchObject({ count: 0, seconds: 0, cellCount: 0 })
})

test.each([
  [{ givenCount: 0, changedCount: 0 }, 0.5, false],
  [{ givenCount: 19, changedCount: 19 }, 0.5, false],
  [{ givenCount: 20, changedCount: 5 }, 0.25, true],
  [{ givenCount: 300, changedCount: 300 }, 1, true],
])('of %j the changed share is %d, measured: %s', (reuse, share, isMeasured) => {
  expect(changedShareOf(reuse)).toEqual({ share, isMeasured })
})

test('the week of any day begins on its Monday, and a holiday week has the days that are worked', () => {
  expect(['2026-11-16', '2026-11-20', '2026-11-22'].map(mondayOf)).toEqual(['2026-11-16', '2026-11-16', '2026-11-16'])
  expect(weeksFrom('2026-09-30', 2, calendar)).toEqual([
    { startsOn: '2026-09-28', endsOn: '2026-10-04', workdays: 3 },
    { startsOn: '2026-10-05', endsOn: '2026-10-11', workdays: 3 },
  ])
})

test('what is overdue is still asked: it stands in the first week; what lies beyond the weeks is left out', () => {
  const weeks = weeksFrom(TODAY, 2, calendar)
  const asks = ['2026-11-02', '2026-11-20', '2026-11-29', '2026-11-30'].map((on) => askOf('u', 'delivery', on))
  const { units, total } = loadTable(asks, ['u', 'v'], weeks)
  expect(units[0]?.weeks.map(({ askCount }) => askCount)).toEqual([2, 1])
  expect(total.askCount).toBe(3)
})

const day = fc.integer({ min: -30, max: 80 }).map((days): Day => addDays(TODAY, days))
const unitId = fc.constantFrom('a', 'b', 'c', 'gone')
const ask: fc.Arbitrary<Ask> = fc.oneof(
  fc
    .tuple(unitId, fc.constantFrom(...(Object.keys(ASK_SECONDS) as (keyof typeof ASK_SECONDS)[])), day)
    .map(([id, kind, on]) => askOf(id, kind, on)),
  fc
    .record({
      unitId,
      n: fc.nat(40),
      a: fc.nat(40),
      b: fc.nat(40),
      c: fc.nat(40),
      m: fc.nat(40),
      on: day,
      share: fc.float({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ unitId: id, n, a, b, c, m, on, share }) =>
      expectRows(
        {
          unitId: id,
          rowCount: n,
          given: { actualShare: Math.min(a, n), done: Math.min(b, n), confidence: Math.min(c, n) },
          milestoneRowCount: Math.min(m, n),
        },
        on,
        share,
      ),
    ),
)

test('whatever is asked: units add up to the whole, weeks to their unit, and who is asked nothing has nothing', () => {
  fc.assert(
    fc.property(fc.array(ask, { maxLength: 30 }), (asks) => {
      const weeks = weeksFrom(TODAY, 8, calendar)
      const { units, weeks: sums, total } = loadTable(asks, ['a', 'b', 'c', 'idle'], weeks)
      const add = (loads: readonly { askCount: number; seconds: number }[]) => ({
        askCount: loads.reduce((sum, { askCount }) => sum + askCount, 0),
        seconds: Math.round(loads.reduce((sum, { seconds }) => sum + seconds, 0)),
      })
      const whole = { askCount: total.askCount, seconds: Math.round(total.seconds) }
      expect(add(units.map((unit) => unit.total))).toEqual(whole)
      expect(add(sums)).toEqual(whole)
      for (const unit of units) {
        const own = { askCount: unit.total.askCount, seconds: Math.round(unit.total.seconds) }
        expect(add(unit.weeks)).toEqual(own)
        expect(ASK_KINDS.reduce((sum, kind) => sum + unit.total.counts[kind], 0)).toBe(unit.total.askCount)
      }
      expect(units.find(({ unitId: id }) => id === 'idle')?.total).toEqual(loadOf([]))
      const share = givenShare(total)
      expect(share === null ? total.cellCount === 0 : share >= 0 && share <= 1).toBe(true)
    }),
  )
})

const around = (changes: Partial<Parameters<typeof clashesOf>[1]> = {}) => ({
  windows: [],
  unitIds: ['a', 'b'],
  deadlines: [],
  asks: [],
  daysOff: HOLIDAYS,
  calendar,
  ...changes,
})
const calm: Window = { opensOn: '2026-11-16', closesOn: '2026-11-27' }
const many = (unit: string, count: number, on: Day) => Array.from({ length: count }, () => ({ unitId: unit, on }))

test.each<[string, Window, Partial<Parameters<typeof clashesOf>[1]>, object[]]>([
  ['an ordinary fortnight', calm, {}, []],
  [
    'another window that reaches into it',
    calm,
    {
      windows: [
        { opensOn: '2026-11-25', closesOn: '2026-12-04' },
        { opensOn: '2026-11-28', closesOn: '2026-12-01' },
      ],
    },
    [{ kind: 'windows', from: '2026-11-25', to: '2026-11-27', count: 1 }],
  ],
  [
    'a week of holidays',
    { opensOn: '2026-09-30', closesOn: '2026-10-09' },
    {},
    [
      { kind: 'shortWindow', count: 3 },
      { kind: 'daysOff', from: '2026-10-01', to: '2026-10-07', count: 5 },
    ],
  ],
  [
    'three deadlines of one unit, two of another',
    calm,
    { deadlines: [...many('a', 3, '2026-11-20'), ...many('b', 2, '2026-11-20'), ...many('b', 9, '2026-11-30')] },
    [{ kind: 'deadlines', count: 3, unitIds: ['a'] }],
  ],
  [
    'three answers beside the sheet; rows of sheets are the sheet itself',
    calm,
    {
      asks: [
        ...many('b', 3, '2026-11-27').map(({ unitId: id, on }) => askOf(id, 'answer', on)),
        expectRows(rows(9), '2026-11-27', 0),
      ],
    },
    [{ kind: 'sameDays', count: 3, unitIds: ['b'] }],
  ],
])('%s clashes as it should', (_, window, changes, expected) => {
  expect(clashesOf(window, around(changes))).toMatchObject(expected)
  expect(clashesOf(window, around(changes))).toHaveLength(expected.length)
})
