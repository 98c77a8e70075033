import { describe, expect, test } from 'vitest'
import { protectsRaiser } from './difficulty.ts'
import { isBeforeYellow, raiseDifficulty } from './raising.ts'
import { LIAISON, HEAD, WORKS, LAND, TASK, FRIDAY, raised, refusalOf } from './examples/people.ts'

describe('raising', () => {
  test('begins with the unit itself, and above it where the head raises: nobody answers to himself', () => {
    expect(raised(LIAISON).level).toBe(1)
    expect(raised(HEAD).level).toBe(2)
    expect(raised(HEAD, null).level).toBe(3)
    expect(raised(LIAISON, null).level).toBe(1)
  })

  test.each([
    ['raising_unit_only', LAND, TASK, {}],
    ['task_not_running', LIAISON, { ...TASK, state: 'completed' as const }, {}],
    ['counterpart_is_self', LIAISON, TASK, { counterpartId: 'school' }],
    ['difficulty_day', LIAISON, TASK, { wantedOn: '2026-11-19' }],
    ['allowed', WORKS, TASK, { counterpartId: 'land' }],
  ])('%s', (code, actor, task, fields) => {
    const raising = { counterpartId: 'works', wantedOn: '2026-12-31', ...fields }
    expect(refusalOf(() => raiseDifficulty(actor, task, raising, FRIDAY))).toBe(code)
  })

  test('protects its raiser when it comes before the light turns yellow, and as long as it is not withdrawn', () => {
    expect((['green', 'blue', 'grey', 'yellow', 'red'] as const).map(isBeforeYellow)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect(protectsRaiser({ raisedBeforeYellow: true, state: 'closed' })).toBe(true)
    expect(protectsRaiser({ raisedBeforeYellow: true, state: 'withdrawn' })).toBe(false)
    expect(protectsRaiser({ raisedBeforeYellow: false, state: 'triaged' })).toBe(false)
  })
})
