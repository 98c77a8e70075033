import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../access/actor.ts'
import { addWorkdays, workingCalendar } from '../calendar/calendar.ts'
import { STANDARD_LIGHT_RULES } from '../lights/rules.ts'
import { Refusal } from '../refusal.ts'
import type { TaskState } from '../tasks/task.ts'
import { standSupport } from './support-standing.ts'
import {
  canTakeSupport,
  isSilent,
  OWED_STATES,
  SETTLED_STATES,
  SUPPORT_RATINGS,
  SUPPORT_STATES,
  SUPPORT_STEP_NAMES,
  SUPPORT_STEPS,
  type SupportInLife,
  type SupportState,
  type SupportStep,
  takeSupport,
} from '../tasks/support.ts'

const somebody = (name: string, role: Role, unitId: string | null = null): Actor => ({
  organizationId: 'o',
  personId: name,
  name,
  posts: [{ role, unitId }],
  portfolio: { unitIds: [], pillarIds: [] },
})
const people = {
  leadHead: somebody('leadHead', 'unitHead', 'lead'),
  leadLiaison: somebody('leadLiaison', 'liaison', 'lead'),
  head: somebody('head', 'unitHead', 'support'),
  liaison: somebody('liaison', 'liaison', 'support'),
  assignee: somebody('assignee', 'assignee', 'support'),
  strange: somebody('strange', 'unitHead', 'strange'),
  office: somebody('office', 'supervisionOffice'),
  leader: somebody('leader', 'principalLeader'),
}
const calendar = workingCalendar([])
const today = '2026-11-20'
const time = { today, calendar }
const support = (changes: Partial<SupportInLife> = {}): SupportInLife => ({
  unitId: 'support',
  state: 'pending',
  dueOn: '2026-11-27',
  deliveredById: 'liaison',
  taskState: 'inProgress',
  leadUnitId: 'lead',
  ...changes,
})

const codeOf = (act: () => unknown): string => {
  try {
    act()
    return 'taken'
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error)
  }
}

const WHO: Record<SupportStep, string[]> = {
  deliver: ['head', 'liaison'],
  confirm: ['leadHead'],
  return: ['leadHead'],
  goWithout: ['leadHead'],
}
test.each(SUPPORT_STEP_NAMES)('only who may takes the step %s, and nobody else', (step) => {
  const state = SUPPORT_STEPS[step].from[0]
  const owed = support({ state, dueOn: '2026-11-02' })
  const may = Object.entries(people).filter(([, actor]) => canTakeSupport(actor, owed, step, time).allowed)
  expect(may.map(([name]) => name).sort()).toEqual(WHO[step])
})

test('whoever delivered does not confirm, even as the head of both units', () => {
  const delivered = support({ state: 'delivered', deliveredById: 'leadHead' })
  expect(codeOf(() => takeSupport(people.leadHead, delivered, 'confirm', SAID, time))).toBe('support_author')
})

const SAID = { rating: 'satisfactory', words: '' } as const

test('what is not in order is confirmed, returned or gone without only with words', () => {
  const delivered = support({ state: 'delivered' })
  const taken = (step: SupportStep, rating: (typeof SUPPORT_RATINGS)[number] | null, words: string) =>
    codeOf(() => takeSupport(people.leadHead, delivered, step, { rating, words }, time))
  expect(taken('confirm', 'satisfactory', '')).toBe('taken')
  expect(taken('confirm', 'partial', ' ')).toBe('reason_missing')
  expect(taken('confirm', 'insufficient', '只给了草图')).toBe('taken')
  expect(taken('return', null, '')).toBe('reason_missing')
  const silent = support({ dueOn: '2026-11-02' })
  const without = (words: string) =>
    codeOf(() => takeSupport(people.leadHead, silent, 'goWithout', { rating: null, words }, time))
  expect([without(''), without('已改由本局办理')]).toEqual(['reason_missing', 'taken'])
})

test.each<[TaskState, string]>([
  ['draft', 'support_task_state'],
  ['registered', 'support_task_state'],
  ['assigned', 'taken'],
  ['inProgress', 'taken'],
  ['completionReview', 'support_task_state'],
  ['suspended', 'support_task_state'],
  ['completed', 'support_task_state'],
])('for a task that is %s, a delivery is %s', (taskState, outcome) => {
  const taking = () => takeSupport(people.head, support({ taskState }), 'deliver', { rating: null, words: '图' }, time)
  expect(codeOf(taking)).toBe(outcome)
})

/** Every step of everybody in every state: who took it, from where, and where it led. */
const TAKEN = SUPPORT_STATES.flatMap((from) =>
  SUPPORT_STEP_NAMES.flatMap((step) =>
    Object.values(people).flatMap((actor) => {
      const one = support({ state: from, dueOn: '2026-11-02' })
      const said = { rating: 'satisfactory', words: '说明' } as const
      const isTaken = codeOf(() => takeSupport(actor, one, step, said, time)) === 'taken'
      return isTaken ? [{ from, step, by: actor.name, to: takeSupport(actor, one, step, said, time) }] : []
    }),
  ),
)

test('no step is taken outside the table, and nothing is confirmed that was not delivered', () => {
  const outside = TAKEN.filter(
    ({ from, step, by }) =>
      !(SUPPORT_STEPS[step].from as readonly SupportState[]).includes(from) || !WHO[step].includes(by),
  )
  expect(outside).toEqual([])
  expect(TAKEN.filter(({ from, to }) => to === 'confirmed' && from !== 'delivered')).toEqual([])
  expect(TAKEN.filter(({ from }) => from === 'confirmed')).toEqual([])
})

test('from every state the lead unit can come to a decision, so that completion never waits for ever', () => {
  const settles = (state: SupportState, seen: readonly SupportState[] = []): boolean =>
    SETTLED_STATES.includes(state) ||
    TAKEN.some(({ from, to }) => from === state && !seen.includes(to) && settles(to, [...seen, state]))
  expect(SUPPORT_STATES.filter((state) => !settles(state))).toEqual([])
})

describe('silence', () => {
  test.each<[number, boolean]>([
    [-5, false],
    [0, false],
    [2, false],
    [3, true],
    [30, true],
  ])('%i working days after the date, nothing delivered: %s', (days, silent) => {
    expect(isSilent(support({ dueOn: addWorkdays(calendar, today, -days) }), time)).toBe(silent)
  })

  test('is only of what is owed, of tasks under way, with a date', () => {
    const dueOn = '2026-11-02'
    for (const state of SUPPORT_STATES)
      expect(isSilent(support({ state, dueOn }), time)).toBe(OWED_STATES.includes(state))
    expect(isSilent(support({ dueOn, taskState: 'suspended' }), time)).toBe(false)
    expect(isSilent(support({ dueOn: null }), time)).toBe(false)
  })

  test('is what going on without a unit waits for', () => {
    const going = (dueOn: string) =>
      codeOf(() => takeSupport(people.leadHead, support({ dueOn }), 'goWithout', { rating: null, words: '改办' }, time))
    expect([going('2026-11-18'), going('2026-11-17')]).toEqual(['support_not_silent', 'taken'])
  })
})

type Stood = [SupportState, string | null, string | null, TaskState, string, number | null, number | null]
test.each<Stood>([
  ['pending', '2026-12-31', null, 'inProgress', 'green', 29, null],
  ['pending', '2026-11-27', null, 'inProgress', 'yellow', 5, null],
  ['pending', '2026-11-20', null, 'inProgress', 'yellow', 0, null],
  ['pending', '2026-11-18', null, 'inProgress', 'red', -2, null],
  ['returned', '2026-11-18', '2026-11-17', 'inProgress', 'red', -2, null],
  ['delivered', '2026-11-18', '2026-11-18', 'inProgress', 'green', null, 0],
  ['delivered', '2026-11-18', '2026-11-20', 'inProgress', 'yellow', null, 2],
  ['confirmed', '2026-11-18', '2026-11-19', 'inProgress', 'yellow', null, 1],
  ['confirmed', '2026-11-18', '2026-11-16', 'completed', 'green', null, 0],
  ['confirmed', '2026-11-18', '2026-11-02', 'completed', 'blue', null, 0],
  ['undelivered', '2026-11-02', null, 'inProgress', 'red', null, null],
  ['pending', '2026-11-02', null, 'suspended', 'grey', null, null],
  ['pending', '2026-12-31', null, 'registered', 'grey', null, null],
  ['pending', null, null, 'inProgress', 'grey', null, null],
])(
  '%s, due %s, delivered %s, of a task that is %s: %s, %s left, %s late',
  (state, dueOn, deliveredOn, taskState, light, workdaysLeft, lateWorkdays) => {
    const stood = standSupport({ state, dueOn, deliveredOn, taskState }, time, STANDARD_LIGHT_RULES)
    expect(stood).toMatchObject({ light, workdaysLeft, lateWorkdays })
  },
)
