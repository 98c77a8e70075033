import { expect, test } from 'vitest'
import { deriveQuestions, questionSentence } from './questions.ts'

test('the facts ask: a light that changed twice, a date moved twice, silence, a ring, a claim without evidence', () => {
  const quiet = {
    unitId: 'u',
    code: '26-工-017',
    title: '标准厂房',
    originalDueOn: '2026-09-30',
    currentDueOn: '2026-12-25',
    lights: ['green', 'yellow', 'yellow'] as const,
    grantedCount: 1,
    bareClaims: [],
  }
  const still = {
    title: '供电',
    counterpart: { id: 'v', name: '住建局' },
    answerKind: null,
    raisedUnitId: 'u',
    ring: [],
  }
  expect(deriveQuestions([quiet], [still])).toEqual([])
  const asked = deriveQuestions(
    [{ ...quiet, lights: ['green', 'yellow', 'red'], grantedCount: 2, bareClaims: ['封顶'] }],
    [
      { ...still, answerKind: 'noResponse' },
      { ...still, ring: ['科工信局', '住建局', '科工信局'] },
    ],
  )
  expect(asked.map(({ code, unitId }) => `${code} ${unitId}`)).toEqual([
    'lightChangedTwice u',
    'extendedTwice u',
    'claimWithoutEvidence u',
    'counterpartSilent v',
    'passedInRing u',
  ])
  for (const question of asked)
    for (const language of ['zh', 'en'] as const)
      expect(questionSentence(question, language)).not.toMatch(/[{}@]|undefined/)
})
