import { expect, test } from 'vitest'
import { ensureWithoutIt, taskOfDirective } from './assigning.ts'

const directive = {
  year: 2026,
  number: 12,
  text: '请住建局牵头办理。月底前报我。',
  paperTitle: '信访专报',
  restricted: true,
}
const supports = ['u', 'v'].map((unitId) => ({ unitId, deliverable: '意见' }))
const assignment = { leadUnitIds: ['u', 'w'], supports, leaderId: 'l', pillarId: 'p', title: '' }
const assigned = (leadUnitId: string, title = '') =>
  taskOfDirective(directive, { ...assignment, title }, { leadUnitId, dueOn: '2026-12-05' })

test('a task of a directive is as restricted, answers by its day, and has the leader’s words as its source', () => {
  expect(assigned('u')).toMatchObject({
    title: '请住建局牵头办理',
    restricted: true,
    dueOn: '2026-12-05',
    milestones: [{ dueOn: '2026-12-05' }],
    source: { type: 'directive', title: '信访专报', number: '2026年批示第12号', quote: directive.text },
  })
  expect(assigned('u', '化解历史遗留问题').title).toBe('化解历史遗留问题')
})

test('a unit that leads a task does not support it; it supports the others, by the same day', () => {
  expect(assigned('u').supports).toEqual([{ unitId: 'v', deliverable: '意见', dueOn: '2026-12-05' }])
  expect(assigned('w').supports.map(({ unitId }) => unitId)).toEqual(['u', 'v'])
})

test('a unit has a directive once, and again where its task was cancelled', () => {
  const task = (state: 'assigned' | 'cancelled', leadUnitId: string | null) => ({ state, leadUnitId })
  expect(() => ensureWithoutIt(['u'], [task('assigned', 'u')])).toThrow('directive_unit_has_it')
  expect(() => ensureWithoutIt(['u'], [task('cancelled', 'u'), task('assigned', 'w')])).not.toThrow()
})
