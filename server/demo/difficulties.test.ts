import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#domain/calendar/calendar.ts'
import { clockOf, standardDays, workdaysLeft } from '#domain/difficulties/clock.ts'
import { isOpen, ringOf } from '#domain/difficulties/difficulty.ts'
import { nationalDays } from '../calendar/holidays.ts'
import { workdaysOf } from './days.ts'
import { demoDifficulties } from './difficulties.ts'
import { foldScenario } from './fold.ts'
import { scenario } from './scenario.ts'

const calendar = workingCalendar([2025, 2026, 2027].flatMap(nationalDays))

function on(today: string) {
  const isWorkday = (day: string) => calendar.isWorkday(day)
  const year = scenario({ today, isWorkday })
  const { tasks } = foldScenario(year)
  const isUnderWay = ({ key }: { key: string }) => tasks.latest(key)?.state === 'inProgress'
  return demoDifficulties({ today, days: workdaysOf(year.year, isWorkday), tasks: year.tasks, isUnderWay })
}

test('in the last quarter about 26 difficulties climb, on every level, some overdue at the top, one in a ring', () => {
  for (const today of ['2026-11-20', '2026-11-29']) {
    const told = on(today)
    const climbing = told.filter(({ difficulty: { state } }) => state === 'raised' || state === 'triaged')
    expect(climbing.length).toBeGreaterThanOrEqual(22)
    expect(new Set(climbing.map(({ difficulty }) => difficulty.level)).size).toBe(4)
    const overdue = climbing.filter(({ difficulty }) => {
      const clock = clockOf(difficulty, standardDays(calendar))
      return clock !== null && workdaysLeft(clock, today, calendar) < 0
    })
    expect(overdue.length).toBeGreaterThan(0)
    expect(overdue.map(({ difficulty }) => difficulty.level)).toEqual(overdue.map(() => 4))
    expect(
      told.filter(({ difficulty: { raisedUnitId, askedUnitIds } }) => ringOf(raisedUnitId, askedUnitIds)),
    ).toHaveLength(1)
    expect(told.filter(({ difficulty: { state } }) => state === 'solved').length).toBeGreaterThanOrEqual(3)
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length)
  }
})

describe.each(['2026-01-01', '2026-03-02', '2026-07-01', '2026-12-31'])('on %s', (today) => {
  test('nothing is told of later days, and every story is in order', () => {
    for (const { story, difficulty } of on(today)) {
      const days = story.map((line) => line.on)
      expect([...days].sort()).toEqual(days)
      expect(days.every((day) => day <= today)).toBe(true)
      const instants = story.map(({ at }) => at)
      expect([...instants].sort()).toEqual(instants)
      expect(isOpen(difficulty.state) || story.length > 2).toBe(true)
    }
  })
})
