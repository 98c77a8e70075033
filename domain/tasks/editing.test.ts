import { describe, expect, test } from 'vitest'
import type { RefusalCode } from '../refusal.ts'
import { planMilestones, startAfter } from './editing.ts'
import type { Milestone, TaskState } from './task.ts'

const milestone = (id: string, weight: number): Milestone & { id: string } => ({
  id,
  title: `节点${id}`,
  originalDueOn: '2026-06-30',
  currentDueOn: '2026-06-30',
  weight,
  state: 'pending',
  submittedOn: null,
  doneOn: null,
})
const BOTH = [milestone('a', 60), milestone('b', 40)]
const kept = (id: string, weight: number, dueOn = '2026-06-30') => ({ id, title: `节点${id}`, dueOn, weight })
const added = (weight: number) => ({ title: '新节点', dueOn: '2026-12-31', weight })

describe('a new list of milestones', () => {
  const refused: [string, TaskState, Parameters<typeof planMilestones>[2], RefusalCode][] = [
    [
      'another date once the unit has the task',
      'assigned',
      [kept('a', 60, '2026-12-31'), kept('b', 40)],
      'original_date_fixed',
    ],
    ['one taken away once the unit has the task', 'inProgress', [kept('a', 100)], 'original_date_fixed'],
    ['one taken away and added again with another date', 'assigned', [kept('a', 60), added(40)], 'original_date_fixed'],
    ['one that is not the task’s', 'draft', [kept('c', 100)], 'not_found'],
    ['the same one twice', 'draft', [kept('a', 50), kept('a', 50)], 'already_exists'],
    ['weights that do not make 100', 'registered', [kept('a', 60), kept('b', 41)], 'weights_off'],
  ]
  test.each(refused)('is refused with %s', (_, state, wishes, code) => {
    expect(() => planMilestones(state, BOTH, wishes)).toThrow(expect.objectContaining({ code }))
  })

  test('adds, keeps and takes away until the unit has the task', () => {
    expect(planMilestones('registered', BOTH, [kept('a', 60, '2026-09-30'), added(40)])).toEqual({
      kept: [{ ...kept('a', 60, '2026-09-30'), position: 1 }],
      added: [{ ...added(40), position: 2 }],
      retiredIds: ['b'],
    })
  })

  test('may gain a step when the unit has the task', () => {
    const wishes = [kept('a', 50), kept('b', 40), added(10)]
    expect(planMilestones('inProgress', BOTH, wishes)).toMatchObject({ retiredIds: [], added: [{ weight: 10 }] })
  })
})

test.each<[TaskState, string, string]>([
  ['registered', '2026-01-05', '2026-11-20'],
  ['assigned', '2026-01-05', '2026-11-20'],
  ['assigned', '2026-12-01', '2026-12-01'],
  ['inProgress', '2026-01-05', '2026-01-05'],
  ['completed', '2026-01-05', '2026-01-05'],
])('after the step to %s, work that was to begin on %s counts from %s', (to, startsOn, from) => {
  expect(startAfter(to, startsOn, '2026-11-20')).toBe(from)
})
