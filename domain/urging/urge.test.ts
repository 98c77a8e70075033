import { expect, test } from 'vitest'
import {
  addDays,
  addWorkdays,
  type Day,
  workdaysBetween,
  type WorkingCalendar,
  workingCalendar,
} from '../calendar/calendar.ts'
import { type UrgeRule, URGE_PRESETS } from './rules.ts'
import { type UrgeMatter, urgeHorizon, urgesDue } from './urge.ts'

const { stages } = URGE_PRESETS.standard
// 2026-10-01 to 07 are holidays; 2026-10-10, a Saturday, is worked for them.
const calendar = workingCalendar([
  ...['01', '02', '05', '06', '07'].map((day) => ({ on: `2026-10-${day}`, workday: false, name: '国庆节' })),
  { on: '2026-10-10', workday: true, name: '国庆节' },
])
const milestone = (changes: Partial<UrgeMatter> = {}): UrgeMatter => ({
  subject: 'milestone',
  id: 'roof',
  dueOn: '2026-11-27',
  since: '2026-06-01',
  level: null,
  ...changes,
})
const milestoneRule = (offsetWorkdays: number): UrgeRule => ({
  subject: 'milestone',
  offsetWorkdays,
  level: null,
  to: ['assignee'],
  notice: null,
})
const offsetsOn = (today: Day, matter = milestone(), rules: readonly UrgeRule[] = stages) =>
  urgesDue(rules, [matter], calendar, today).map(({ rule }) => rule.offsetWorkdays)

/** The working day of a stage, counted day by day: what is due on a day off is due on the working day before it. */
function stageOn({ offsetWorkdays }: { offsetWorkdays: number }, dueOn: Day, days: WorkingCalendar): Day {
  const lastDay = days.isWorkday(dueOn) ? dueOn : addWorkdays(days, dueOn, -1)
  return addWorkdays(days, lastDay, offsetWorkdays)
}

// Friday 27 November 2026.
test.each<[Day, number[]]>([
  ['2026-11-17', []],
  ['2026-11-18', [-7]],
  ['2026-11-23', [-7]],
  ['2026-11-24', [-3]],
  ['2026-11-27', [0]],
  ['2026-11-28', []],
  ['2026-11-30', [1]],
  ['2026-12-03', [1]],
  ['2026-12-04', [5]],
  ['2027-02-01', [5]],
])('on %s the stage of a milestone due on 27 November is %j', (today, offsets) => {
  expect(offsetsOn(today)).toEqual(offsets)
})

test.each<[Day, number, Day]>([
  ['2026-11-27', -7, '2026-11-18'],
  ['2026-11-29', 0, '2026-11-27'],
  ['2026-11-29', 1, '2026-11-30'],
  ['2026-11-29', -3, '2026-11-24'],
  ['2026-10-08', -3, '2026-09-28'],
  ['2026-10-05', 0, '2026-09-30'],
  ['2026-10-09', 1, '2026-10-10'],
])('what is due on %s has its stage %i on %s, and not the day before', (dueOn, offsetWorkdays, on) => {
  const rule = milestoneRule(offsetWorkdays)
  expect(stageOn(rule, dueOn, calendar)).toBe(on)
  expect(offsetsOn(on, milestone({ dueOn }), [rule])).toEqual([offsetWorkdays])
  expect(offsetsOn(addDays(on, -1), milestone({ dueOn }), [rule])).toEqual([])
})

test('a stage whose day came before the task did is nobody’s', () => {
  expect(offsetsOn('2026-11-25', milestone({ since: '2026-11-25' }))).toEqual([])
  expect(offsetsOn('2026-11-27', milestone({ since: '2026-11-25' }))).toEqual([0])
})

test('a new date is urged anew, the same one is not', () => {
  const keyOn = (today: Day, dueOn: Day) => urgesDue(stages, [milestone({ dueOn })], calendar, today)[0]?.key
  expect(keyOn('2026-11-24', '2026-11-27')).toBe(keyOn('2026-11-26', '2026-11-27'))
  expect(keyOn('2026-12-08', '2026-12-11')).not.toBe(keyOn('2026-11-24', '2026-11-27'))
})

test('only the answer to a notice of its level is urged by a level’s stage', () => {
  const answer = (level: 'blue' | 'yellow') => milestone({ subject: 'answer', level, id: level })
  const due = urgesDue(stages, [answer('blue'), answer('yellow')], calendar, '2026-11-30')
  expect(due.map(({ matter, rule }) => [matter.id, rule.level, rule.notice?.level])).toEqual([
    ['blue', 'blue', undefined],
    ['yellow', 'yellow', 'red'],
  ])
})

/** Numbers from 0 up to 1 that are the same in every run. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
const FIRST = '2026-03-02'
const DAYS = 120
type Case = ReturnType<typeof randomCase>

/** A random calendar, random stages, and things due on random days, some of which get done, some later than due. */
function randomCase(seed: number) {
  const next = chance(seed)
  const whole = (below: number) => Math.floor(next() * below)
  const exceptions = Array.from({ length: 40 }, () => ({
    on: addDays(FIRST, whole(DAYS)),
    workday: next() < 0.4,
    name: '',
  }))
  const offsets = [...new Set(Array.from({ length: 1 + whole(6) }, () => whole(21) - 10))]
  const rules = offsets.map(milestoneRule)
  const matters = Array.from({ length: 12 }, (_, index) => {
    const dueOn = addDays(FIRST, whole(DAYS))
    return {
      ...milestone({ id: String(index), dueOn, since: addDays(dueOn, -whole(40)) }),
      doneOn: addDays(dueOn, whole(40) - 20),
    }
  })
  return { random: workingCalendar(exceptions), rules, matters, isDown: () => next() < 0.5 }
}

const openOn = ({ matters }: Case, on: Day) => matters.filter(({ since, doneOn }) => since <= on && on < doneOn)

/** From before anything has begun to after everything is over. */
const SPAN = Array.from({ length: DAYS + 140 }, (_, day) => addDays(FIRST, day - 60))

/** What a server sends that runs on these days, as key and day. */
function sentBy(one: Case, isUp: (on: Day) => boolean): Map<string, Day> {
  const sent = new Map<string, Day>()
  for (const on of SPAN.filter(isUp))
    for (const { key } of urgesDue(one.rules, openOn(one, on), one.random, on)) if (!sent.has(key)) sent.set(key, on)
  return sent
}

test('whatever the calendar: a server that never stops sends each stage on its own day, and only on working days', () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const one = randomCase(seed)
    for (const [key, on] of sentBy(one, () => true)) {
      const [, , dueOn = '', offset = ''] = key.split(' ')
      const own = stageOn({ offsetWorkdays: Number(offset) }, dueOn, one.random)
      expect({ seed, key, on, worked: one.random.isWorkday(on) }).toEqual({ seed, key, on: own, worked: true })
    }
  }
})

test('whatever the downtime: what is sent is what a server that never stopped sends, save stages that a later one had overtaken or that were done', () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const one = randomCase(seed)
    const up = new Map<Day, boolean>()
    const isUp = (on: Day) => {
      if (!up.has(on)) up.set(on, !one.isDown())
      return up.get(on) ?? false
    }
    const [all, some] = [sentBy(one, () => true), sentBy(one, isUp)]
    expect({ seed, extra: [...some.keys()].filter((key) => !all.has(key)) }).toEqual({ seed, extra: [] })
    const missed = [...all].filter(([key, on]) => !some.has(key) && hadTurn(one, key, on, isUp))
    expect({ seed, missed }).toEqual({ seed, missed: [] })
  }
})

/** Whether the server ran on a working day while this was the matter's latest stage and the matter open. */
function hadTurn(one: Case, key: string, first: Day, isUp: (on: Day) => boolean): boolean {
  const [, id = '', dueOn = '', offset = ''] = key.split(' ')
  const matter = one.matters[Number(id)]
  const [later] = one.rules
    .filter(({ offsetWorkdays }) => offsetWorkdays > Number(offset))
    .map((rule) => stageOn(rule, dueOn, one.random))
    .sort()
  for (let on = first; on < (matter?.doneOn ?? '') && (!later || on < later); on = addDays(on, 1)) {
    if (isUp(on) && one.random.isWorkday(on)) return true
  }
  return false
}

test('nothing beyond the horizon has a stage that has come', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const { random, rules, matters } = randomCase(seed)
    for (let day = 0; day < DAYS; day += 7) {
      const on = addDays(FIRST, day)
      const horizon = urgeHorizon(rules, random, on)
      const beyond = urgesDue(rules, matters, random, on).filter(({ matter }) => matter.dueOn > horizon)
      expect({ seed, on, beyond }).toEqual({ seed, on, beyond: [] })
    }
  }
})

test('the days an urge names are those that the lights count', () => {
  const [urge] = urgesDue(stages, [milestone({ dueOn: '2026-11-29' })], calendar, '2026-11-24')
  expect(urge?.workdaysLeft).toBe(workdaysBetween(calendar, '2026-11-24', '2026-11-29'))
  expect(urge?.workdaysLeft).toBe(-(urge?.rule.offsetWorkdays ?? 0))
  expect(addWorkdays(calendar, '2026-11-24', 3)).toBe('2026-11-27')
})
