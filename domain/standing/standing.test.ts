import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayAt, dayNumber, workingCalendar } from '../calendar/calendar.ts'
import { standardStepDays } from '../tasks/limits.ts'
import { TASK_STATES } from '../tasks/task.ts'
import { compareLights, LIGHTS, worst } from '../lights/light.ts'
import { standMilestone } from './milestone-standing.ts'
import { STANDARD_LIGHT_RULES, WIDE_LIGHT_RULES } from '../lights/rules.ts'
import { standTask, type TaskFacts } from './standing.ts'

const CALENDAR = workingCalendar([])
const DAYS = standardStepDays(CALENDAR)
const TODAY = '2026-11-20'
const RULES = STANDARD_LIGHT_RULES

type FactMilestone = TaskFacts['milestones'][number]

const milestone = (fields: Partial<FactMilestone> = {}): FactMilestone => ({
  title: '主体结构封顶',
  originalDueOn: '2026-12-31',
  currentDueOn: fields.originalDueOn ?? '2026-12-31',
  weight: 100,
  state: 'pending',
  submittedOn: null,
  doneOn: null,
  ...fields,
})

const accepted = (dueOn: string, doneOn: string): Partial<FactMilestone> => ({
  originalDueOn: dueOn,
  state: 'accepted',
  submittedOn: doneOn,
  doneOn,
})

const task = (fields: Partial<TaskFacts> = {}): TaskFacts => ({
  stateOn: '2026-03-02',
  declineCount: 0,
  deferredUntil: null,
  redo: null,
  state: 'inProgress',
  startsOn: '2026-01-05',
  milestones: [milestone()],
  trajectory: [],
  reports: [],
  target: null,
  closedPeriods: [],
  ...fields,
})

const report = (actualShare: number | null, periodEndsOn = '2026-10-31') => ({
  periodEndsOn,
  reportedOn: addDays(periodEndsOn, 1),
  acceptedOn: addDays(periodEndsOn, 3),
  actualShare,
  actualValue: null,
})

const stand = (fields: Partial<TaskFacts>, rules = RULES) => standTask(task(fields), TODAY, DAYS, rules)

describe('deadline light of a milestone, in working days', () => {
  test.each<[string, Partial<FactMilestone>, string, string]>([
    ['more than 5 days left', { originalDueOn: '2026-11-30' }, 'green', 'milestone_next'],
    ['5 days left and not submitted', { originalDueOn: '2026-11-27' }, 'yellow', 'milestone_due_soon'],
    ['due today', { originalDueOn: '2026-11-20' }, 'yellow', 'milestone_due_soon'],
    ['due yesterday', { originalDueOn: '2026-11-19' }, 'red', 'milestone_overdue'],
    [
      'extended to a day not yet reached',
      { originalDueOn: '2026-10-30', currentDueOn: '2026-12-30' },
      'green',
      'milestone_next',
    ],
    [
      'extended and overdue all the same',
      { originalDueOn: '2026-10-15', currentDueOn: '2026-10-30' },
      'red',
      'milestone_overdue',
    ],
    [
      'submitted in time, the office has not looked',
      { originalDueOn: '2026-10-30', state: 'submitted', submittedOn: '2026-10-29' },
      'green',
      'waiting_acceptance',
    ],
    [
      'submitted late, the office has not looked',
      { originalDueOn: '2026-10-30', state: 'submitted', submittedOn: '2026-11-03' },
      'yellow',
      'waiting_acceptance',
    ],
    ['done 10 days early', accepted('2026-11-13', '2026-10-30'), 'blue', 'early'],
    ['done 9 days early', accepted('2026-11-12', '2026-10-30'), 'green', 'milestone_done'],
    ['done on its very day, just now', accepted('2026-11-20', '2026-11-20'), 'green', 'milestone_done'],
    ['done late a week ago', accepted('2026-11-09', '2026-11-13'), 'yellow', 'milestone_made_good'],
    ['done late 10 days ago', accepted('2026-11-02', '2026-11-06'), 'green', 'milestone_done'],
  ])('%s', (_, fields, light, code) => {
    expect(standMilestone(milestone(fields), TODAY, CALENDAR, RULES)).toMatchObject({ light, why: { code } })
  })

  test('nothing falls overdue on a day off', () => {
    const due = milestone({ originalDueOn: '2026-11-20' })
    const lights = ['2026-11-20', '2026-11-22', '2026-11-23'].map(
      (on) => standMilestone(due, on, CALENDAR, RULES).light,
    )
    expect(lights).toEqual(['yellow', 'yellow', 'red'])
  })

  test('the reason counts the working days', () => {
    const { why } = standMilestone(milestone({ originalDueOn: '2026-10-30' }), TODAY, CALENDAR, RULES)
    expect(why.facts).toMatchObject({ workdays: 15, originalDueOn: '2026-10-30' })
  })
})

describe('trajectory light of a task', () => {
  const plan = [{ on: '2026-10-31', share: 80 }]
  test.each([
    [75, 'green'],
    [74, 'yellow'],
    [60, 'yellow'],
    [59.9, 'red'],
  ])('planned 80, actual %d is %s', (share, light) => {
    expect(stand({ trajectory: plan, reports: [report(share)] }).trajectoryLight).toBe(light)
  })
  test.each([
    [70, 'green'],
    [69, 'yellow'],
    [49, 'red'],
  ])('planned 80, actual %d is %s by the wide preset', (share, light) => {
    expect(stand({ trajectory: plan, reports: [report(share)] }, WIDE_LIGHT_RULES).trajectoryLight).toBe(light)
  })

  test('plan and actual speak of the same day: a report does not age against a running plan', () => {
    const standing = stand({ reports: [report(40, '2026-06-30')], milestones: [milestone()] })
    expect(standing).toMatchObject({ measuredOn: '2026-06-30', plannedShare: 49, actualShare: 40, light: 'yellow' })
  })

  test('a report counts when the office has accepted it', () => {
    const waiting = { ...report(80), acceptedOn: null }
    expect(stand({ trajectory: plan, reports: [report(30, '2026-09-30'), waiting] }).actualShare).toBe(30)
  })

  test('accepted milestones prove at least their weight', () => {
    const milestones = [milestone({ ...accepted('2026-09-30', '2026-09-28'), weight: 60 }), milestone({ weight: 40 })]
    expect(stand({ milestones, reports: [report(20, '2026-06-30')] })).toMatchObject({
      actualShare: 60,
      measuredOn: '2026-09-28',
      onPlan: true,
    })
  })

  test('an indicator’s share is its value against the target', () => {
    const reports = [{ ...report(null), actualValue: 143.6 }]
    expect(stand({ reports, target: 200 }).actualShare).toBe(71.8)
  })
})

describe('silence is at least yellow, never silently green', () => {
  test.each<[string, string, boolean]>([
    ['its first milestone still to come', '2026-12-31', true],
    ['its first milestone today', TODAY, true],
    ['a milestone overdue', '2026-11-19', false],
  ])('never measured, with %s', (_, originalDueOn, onPlan) => {
    expect(stand({ milestones: [milestone({ originalDueOn })] })).toMatchObject({ actualShare: null, onPlan })
  })
  const closedPeriods = [
    { opensOn: '2026-03-25', endsOn: '2026-03-31' },
    { opensOn: '2026-06-24', endsOn: '2026-06-30' },
    { opensOn: '2026-09-24', endsOn: '2026-09-30' },
  ]
  test('a closed window without a report', () => {
    const standing = stand({ closedPeriods, reports: [report(70, '2026-06-30')] })
    expect(standing).toMatchObject({ light: 'yellow', onPlan: false })
    expect(standing.why).toContainEqual({ code: 'no_report', facts: { periods: 1, lastOn: '2026-06-30' } })
  })
  test('never any report', () => {
    expect(stand({ closedPeriods }).why).toContainEqual({ code: 'no_report', facts: { periods: 3, lastOn: null } })
  })
  test('the last period reported', () => {
    expect(stand({ closedPeriods, reports: [report(99, '2026-09-30')] }).light).toBe('green')
  })
  test('a task that begins on the day the window opens owes its report', () => {
    expect(stand({ closedPeriods, startsOn: '2026-09-24' }).why).toContainEqual({
      code: 'no_report',
      facts: { periods: 1, lastOn: null },
    })
  })
  test('a task younger than the window owes nothing', () => {
    expect(stand({ closedPeriods, startsOn: '2026-09-25' }).why).not.toContainEqual(
      expect.objectContaining({ code: 'no_report' }),
    )
  })
})

describe('a task shows the worse light and says why, worst first', () => {
  test('overdue and far behind', () => {
    const { light, why } = stand({
      milestones: [milestone({ originalDueOn: '2026-10-30' })],
      reports: [report(61)],
    })
    expect(light).toBe('red')
    expect(why.map(({ code }) => code)).toEqual(['milestone_overdue', 'behind_plan'])
  })
  test('early work is blue, and yellow all the same where a report is missing', () => {
    const early = { milestones: [milestone(accepted('2026-11-13', '2026-10-30'))] }
    const closedPeriods = [{ opensOn: '2026-09-24', endsOn: '2026-09-30' }]
    expect(stand(early)).toMatchObject({ trajectoryLight: 'green', deadlineLight: 'blue', light: 'blue' })
    expect(stand({ ...early, closedPeriods })).toMatchObject({ deadlineLight: 'blue', light: 'yellow' })
  })
  test('the longest overdue comes first', () => {
    const { why } = stand({
      milestones: [
        milestone({ title: '一', originalDueOn: '2026-11-13', weight: 40 }),
        milestone({ title: '二', originalDueOn: '2026-11-26', weight: 20 }),
        milestone({ title: '三', originalDueOn: '2026-10-30', weight: 40 }),
      ],
    })
    expect(why.map(({ facts }) => facts)).toMatchObject([{ title: '三' }, { title: '一' }, { title: '二' }])
  })
  test.each([
    ['draft', 'grey', 'not_started'],
    ['registered', 'grey', 'not_assigned'],
    ['suspended', 'grey', 'suspended'],
    ['deferred', 'grey', 'deferred'],
    ['cancelled', 'grey', 'cancelled'],
  ] as const)('%s is %s: %s', (state, light, code) => {
    expect(stand({ state, milestones: [milestone({ originalDueOn: '2026-10-30' })] })).toMatchObject({
      light,
      why: [{ code }],
    })
  })
  test('not begun yet is grey', () => {
    const why = [{ code: 'not_started', facts: { startsOn: '2026-12-01' } }]
    expect(stand({ startsOn: '2026-12-01' })).toMatchObject({ light: 'grey', why })
  })
  test('an assigned task that nobody has acknowledged is not spared', () => {
    const milestones = [milestone({ originalDueOn: '2026-10-30' })]
    expect(stand({ state: 'assigned', milestones }).light).toBe('red')
  })
  test('closed out early is blue', () => {
    const milestones = [milestone(accepted('2026-11-30', '2026-10-14'))]
    expect(stand({ state: 'closedOut', milestones })).toMatchObject({
      light: 'blue',
      why: [{ code: 'early' }, { code: 'closed_out', facts: { doneOn: '2026-10-14' } }],
    })
  })
  test('red turns green only through yellow, also when the task is completed at once', () => {
    const milestones = [milestone(accepted('2026-10-30', '2026-11-18'))]
    expect(stand({ state: 'completed', milestones }).light).toBe('yellow')
  })
})

const day = fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2026-12-31') }).map(dayAt)
const anyMilestone = fc
  .record({
    due: day,
    extra: fc.nat(60),
    weight: fc.integer({ min: 1, max: 100 }),
    done: fc.option(day),
    waiting: fc.boolean(),
  })
  .map(({ due, extra, weight, done, waiting }) =>
    milestone({
      originalDueOn: due,
      currentDueOn: addDays(due, extra),
      weight,
      state: done === null ? 'pending' : waiting ? 'submitted' : 'accepted',
      submittedOn: done,
      doneOn: waiting ? null : done,
    }),
  )
const anyTask = fc.record({
  state: fc.constantFrom(...TASK_STATES),
  stateOn: day,
  declineCount: fc.integer({ min: 0, max: 2 }),
  deferredUntil: fc.option(day),
  redo: fc.option(fc.record({ since: day, dueOn: day })),
  startsOn: day,
  milestones: fc.array(anyMilestone, { maxLength: 6 }),
  trajectory: fc.array(fc.record({ on: day, share: fc.integer({ min: 0, max: 100 }) }), { maxLength: 4 }),
  reports: fc.array(
    fc.tuple(fc.integer({ min: 0, max: 100 }), day).map(([share, on]) => report(share, on)),
    {
      maxLength: 4,
    },
  ),
  target: fc.constant(null),
  closedPeriods: fc.constant([{ opensOn: '2026-03-25', endsOn: '2026-03-31' }]),
})

test('every task has a reason, the worse of its lights, and shares of the same day', () => {
  fc.assert(
    fc.property(anyTask, day, (facts, today) => {
      const standing = standTask(facts, today, DAYS, RULES)
      expect(standing.why.length).toBeGreaterThan(0)
      expect(standing.plannedShare).toBeGreaterThanOrEqual(0)
      expect(standing.plannedShare).toBeLessThanOrEqual(100)
      const hasRed = [standing.deadlineLight, standing.trajectoryLight].includes('red')
      expect(standing.light === 'red').toBe(hasRed)
    }),
  )
})

test('an extension never changes the planned share', () => {
  fc.assert(
    fc.property(anyTask, day, fc.nat(90), (facts, today, extra) => {
      const extended = {
        ...facts,
        milestones: facts.milestones.map((one) => ({ ...one, currentDueOn: addDays(one.currentDueOn, extra) })),
      }
      const shareOf = (given: TaskFacts) => standTask(given, today, DAYS, RULES).plannedShare
      expect(shareOf(extended)).toBe(shareOf(facts))
    }),
  )
})

test('a pending milestone never gets better by waiting', () => {
  fc.assert(
    fc.property(day, day, fc.nat(60), (due, from, passed) => {
      const light = (on: string) => standMilestone(milestone({ originalDueOn: due }), on, CALENDAR, RULES).light
      expect(compareLights(light(addDays(from, passed)), light(from))).toBeLessThanOrEqual(0)
    }),
  )
})

test('the worst light does not depend on the order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...LIGHTS)), (lights) => {
      expect(worst([...lights].reverse())).toBe(worst(lights))
      for (const light of lights) expect(compareLights(worst(lights), light)).toBeLessThanOrEqual(0)
    }),
  )
})
