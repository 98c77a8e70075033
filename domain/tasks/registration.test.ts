import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { task } from './examples/life.ts'
import { equalWeights, missingForRegistration, weightSum } from './registration.ts'

describe('what a task must say to be registered', () => {
  test.each([
    ['everything is there', {}, []],
    ['no result', { result: ' ' }, ['result']],
    ['no source', { sourceKind: null }, ['source']],
    ['no leader in charge', { leaderInChargeId: null }, ['leaderInCharge']],
    ['no date', { originalDueOn: null }, ['dueOn']],
    ['no milestone', { milestones: [] }, ['milestone']],
    ['no kind of evidence', { evidenceKind: null }, ['evidenceKind']],
    ['weights that make 90', { milestones: [{ title: '封顶', originalDueOn: '2026-10-30', weight: 90 }] }, ['weight']],
  ] as const)('%s', (_, fields, missing) => {
    expect(missingForRegistration({ ...task(), ...fields })).toEqual(missing)
  })
  test('equal weights always make 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const weights = equalWeights(count)
        expect(weightSum(weights.map((weight) => ({ weight })))).toBe(100)
        expect(Math.min(...weights)).toBeGreaterThan(0)
      }),
    )
  })
})
