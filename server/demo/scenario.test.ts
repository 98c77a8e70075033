import { describe, expect, test } from 'vitest'
import { addDays, workingCalendar } from '#domain/calendar/calendar.ts'
import { checkRow, isBlocked } from '#domain/reports/row.ts'
import { nationalDays } from '../calendar/holidays.ts'
import { DISTRICT } from './district.ts'
import { scenario } from './scenario.ts'
import { replay } from './scenario.replay.ts'
import { demoTasks } from './tasks.ts'

const calendar = workingCalendar([2024, 2025, 2026, 2027].flatMap(nationalDays))
const on = (today: string) => scenario({ today, isWorkday: (day) => calendar.isWorkday(day) })

const DAYS = [2025, 2026, 2027].flatMap((year) =>
  ['01-01', '02-20', '06-30', '11-23', '12-31'].map((day) => `${year}-${day}`),
)
const YEARS = [2025, 2026, 2027]

const unitKeys = new Set(DISTRICT.units.map(({ key }) => key))
const personKeys = new Set(DISTRICT.people.map(({ key }) => key))

describe('the district', () => {
  test('has 42 units, 11 leaders and eight pillars', () => {
    const leaders = DISTRICT.people.filter(({ posts }) => posts.some(({ role }) => /leader/i.test(role)))
    expect([DISTRICT.units.length, leaders.length, DISTRICT.pillars.length]).toEqual([42, 11, 8])
  })

  test('gives every unit a head, a liaison, two to four assignees and exactly one leader in charge', () => {
    for (const { key } of DISTRICT.units) {
      const rolesHere = DISTRICT.people.flatMap(({ posts }) =>
        posts.filter(({ unit, role }) => unit === key && role !== 'supervisionOffice').map(({ role }) => role),
      )
      const count = (wanted: string) => rolesHere.filter((role) => role === wanted).length
      expect([key, count('unitHead'), count('liaison')]).toEqual([key, 1, 1])
      expect(count('assignee')).toBeGreaterThanOrEqual(2)
      expect(count('assignee')).toBeLessThanOrEqual(4)
      expect(DISTRICT.portfolios.filter(({ units }) => units.includes(key))).toHaveLength(1)
    }
  })

  test('calls no two units or people by the same name', () => {
    const names = DISTRICT.units.flatMap(({ name, shortName, aliases }) => [name, shortName, ...aliases])
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(DISTRICT.people.map(({ name }) => name)).size).toBe(DISTRICT.people.length)
    expect(personKeys.size).toBe(DISTRICT.people.length)
  })

  test('shows an account for each of the nine roles', () => {
    for (const { role, person } of DISTRICT.accounts)
      expect(DISTRICT.people.find(({ key }) => key === person)?.posts.map((post) => post.role)).toEqual([role])
    expect(new Set(DISTRICT.accounts.map(({ role }) => role)).size).toBe(9)
  })
})

describe.each(YEARS)('the tasks of %i', (year) => {
  const tasks = demoTasks(year)

  test('number about 260 with about a thousand milestones', () => {
    const milestoneCount = tasks.reduce((sum, { milestones }) => sum + milestones.length, 0)
    expect(tasks.length).toBeGreaterThanOrEqual(240)
    expect(tasks.length).toBeLessThanOrEqual(280)
    expect(milestoneCount).toBeGreaterThanOrEqual(900)
    expect(milestoneCount).toBeLessThanOrEqual(1100)
  })

  test('have titles and codes of their own', () => {
    expect(new Set(tasks.map(({ result }) => result)).size).toBe(tasks.length)
    expect(new Set(tasks.map(({ code }) => code)).size).toBe(tasks.length)
    for (const { code } of tasks) expect(code).toMatch(/^\d\d-[党工商文交环健安]-\d{3}$/)
  })

  test('name only units and people of the district', () => {
    for (const task of tasks) {
      expect(unitKeys).toContain(task.leadUnit)
      expect(personKeys).toContain(task.assignee)
      expect(personKeys).toContain(task.leaderInCharge)
      for (const { unit } of task.supports) expect(unitKeys).toContain(unit)
      expect(task.supports.map(({ unit }) => unit)).not.toContain(task.leadUnit)
    }
  })

  test('have milestones that weigh 100 together, follow each other and end on the due date', () => {
    for (const { code, milestones, dueOn, source } of tasks) {
      const days = milestones.map((milestone) => milestone.dueOn)
      expect([code, milestones.reduce((sum, { weight }) => sum + weight, 0)]).toEqual([code, 100])
      expect([...days].sort()).toEqual(days)
      expect(new Set([...days, source.issuedOn]).size).toBe(days.length + 1)
      expect([code, days[days.length - 1]]).toEqual([code, dueOn])
      expect(new Set(milestones.map(({ title }) => title)).size).toBe(milestones.length)
    }
  })

  test('are quoted in their source, and leave no blank unfilled', () => {
    for (const task of tasks) {
      expect(task.source.quote).toContain(task.result)
      expect(JSON.stringify(task)).not.toMatch(/\{\w+\}|undefined|NaN/)
    }
  })
})

test('the same day gives the same year', () => {
  expect(on('2026-11-23')).toEqual(on('2026-11-23'))
})

describe.each(DAYS)('on %s', (today) => {
  const told = on(today)

  test('nothing has happened today or later, and everything in order', () => {
    for (const { at } of told.facts) {
      expect(at < today).toBe(true)
      expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/)
    }
    expect(told.facts.map(({ at }) => at)).toEqual(told.facts.map(({ at }) => at).sort())
  })

  test('every fact is the work of somebody of the district on a workday', () => {
    for (const { by, at } of told.facts) {
      expect(personKeys).toContain(by)
      expect([at, calendar.isWorkday(at.slice(0, 10))]).toEqual([at, true])
    }
  })

  test('every fact can follow the ones before it', () => {
    expect(replay(told, calendar)).toHaveLength(told.tasks.length)
  })

  test('no row of a sheet would be kept from being signed', () => {
    const rows = told.facts.flatMap((fact) => (fact.type === 'sheetSaved' ? fact.rows : []))
    for (const row of rows) {
      expect(JSON.stringify(row)).not.toMatch(/\{\w+\}|undefined|NaN/)
      const context = { hasTarget: row.actualValue !== null, periodEndsOn: today, milestones: [], previous: null }
      expect(isBlocked(checkRow({ ...row, claimedMilestoneIds: [] }, context))).toBe(false)
    }
  })
})

describe('the board', () => {
  const months = Array.from({ length: 9 }, (_, index) => addDays('2026-04-08', index * 30))

  test.each(months)('is mostly in order on %s: few red, some yellow', (today) => {
    const standings = replay(on(today), calendar).filter(({ state }) => state !== 'draft')
    const share = (light: string) => standings.filter((one) => one.light === light).length / standings.length
    expect(share('red')).toBeGreaterThan(0.01)
    expect(share('red')).toBeLessThan(0.04)
    expect(share('yellow')).toBeGreaterThan(0.05)
    expect(share('yellow')).toBeLessThan(0.12)
  })

  test('fills up with done tasks as the year goes on', () => {
    const done = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'].map(
      (today) => replay(on(today), calendar).filter(({ state }) => state === 'closedOut').length,
    )
    expect([...done].sort((a, b) => a - b)).toEqual(done)
    expect(done[3]).toBeGreaterThan(180)
  })
})
