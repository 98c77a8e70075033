import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refusalOf } from './examples/life.ts'
import { acceptMilestone, claimMilestone, returnMilestone } from './milestone.ts'
import type { Milestone } from './task.ts'

describe('a milestone', () => {
  const start: Milestone = {
    id: 'm1',
    title: '封顶',
    originalDueOn: '2026-10-30',
    currentDueOn: '2026-10-30',
    weight: 100,
    state: 'pending',
    submittedOn: null,
    doneOn: null,
  }
  test('is done on the day the accepted claim was submitted, however long the office took', () => {
    const first = returnMilestone(claimMilestone(start, '2026-10-29'))
    expect(first).toEqual(start)
    expect(acceptMilestone(claimMilestone(first, '2026-11-02'))).toMatchObject({
      state: 'accepted',
      doneOn: '2026-11-02',
    })
  })
  test('keeps its original date through any steps', () => {
    const moves = {
      claim: (one: Milestone) => claimMilestone(one, '2026-11-20'),
      accept: acceptMilestone,
      returnClaim: returnMilestone,
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(moves)), { maxLength: 12 }), (taken) => {
        let current = start
        for (const move of taken) {
          refusalOf(() => {
            current = move(current)
          })
        }
        expect(current.originalDueOn).toBe('2026-10-30')
        expect(current.doneOn === null).toBe(current.state !== 'accepted')
      }),
    )
  })
})
