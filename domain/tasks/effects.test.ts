import { expect, test } from 'vitest'
import { task } from './examples/life.ts'
import { factsAfter } from './effects.ts'
import { NO_INPUT, type StepInput } from './inLife.ts'
import type { TaskStep } from './lifecycle.ts'
import type { TaskState } from './task.ts'

const TODAY = '2026-11-20'

const after = (step: TaskStep, from: TaskState, to: TaskState, said: Partial<StepInput> = {}) =>
  factsAfter(step, {
    personId: 'office',
    task: task({ state: from }),
    input: { ...NO_INPUT, ...said },
    to,
    now: new Date('2026-11-20T04:00:00Z'),
    today: TODAY,
    note: '',
  })

test.each([
  ['a new state', after('suspend', 'inProgress', 'suspended'), TODAY],
  ['another lead in a state of the same name', after('transfer', 'assigned', 'assigned', { unitId: 'other' }), TODAY],
  ['the state it had', after('revisit', 'closedOut', 'closedOut'), undefined],
])('the limits of %s run from the day', (_, { stateOn }, on) => {
  expect(stateOn).toBe(on)
})
