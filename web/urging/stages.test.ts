import { expect, test } from 'vitest'
import { URGE_PRESET_NAMES, URGE_PRESETS, type UrgeRule } from '#domain/urging/rules.ts'
import { draftOf, stageOf } from './stages.ts'

test.each(URGE_PRESET_NAMES)('every stage of %s comes back from the form as it went in', (name) => {
  const stages: readonly UrgeRule[] = URGE_PRESETS[name].stages
  expect(stages.map((stage, index) => stageOf(draftOf(stage, index)))).toEqual(stages)
})

test('a number that cannot be read, or nobody to urge, is no stage yet', () => {
  const draft = draftOf(
    {
      subject: 'milestone',
      level: null,
      offsetWorkdays: 1,
      to: ['unitHead'],
      notice: { level: 'blue', issue: 'confirmed', answerWithinWorkdays: 3 },
    },
    0,
  )
  expect(stageOf(draft)).not.toBeNull()
  for (const changes of [{ days: 'x' }, { days: '0' }, { days: '61' }, { answerWithin: '' }, { to: [] }])
    expect(stageOf({ ...draft, ...changes })).toBeNull()
})
