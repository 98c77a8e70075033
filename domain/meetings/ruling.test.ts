import { expect, test } from 'vitest'
import { EMPTY_RULING, missingInRuling, type RulingFacts, standRuling, wholeRuling } from './ruling.ts'

const TODAY = '2026-11-20'

test.each([
  [{}, ['sentence', 'lead', 'date']],
  [{ sentence: '  ', leadUnitId: 'u', dueOn: TODAY }, ['sentence']],
  [{ sentence: '办结', leadUnitId: 'u', dueOn: TODAY }, []],
  [{ sentence: '办结', leadUnitId: 'u', dueOn: TODAY, becomes: 'difficultyAnswer' as const }, ['subject']],
  [{ sentence: '顺延', leadUnitId: 'u', dueOn: TODAY, becomes: 'dateChange' as const, taskId: 't' }, []],
])('a ruling that says %j lacks %j', (said, missing) => {
  expect(missingInRuling({ ...EMPTY_RULING, ...said })).toEqual(missing)
})

test('the lead does not support itself, and a date that has passed is no date', () => {
  const draft = { ...EMPTY_RULING, sentence: ' 办结。 ', leadUnitId: 'u', dueOn: TODAY }
  const supports = ['u', 'v'].map((unitId) => ({ unitId, deliverable: '', dueOn: null }))
  expect(wholeRuling({ ...draft, supports }, TODAY)).toMatchObject({ sentence: '办结。', supports: [{ unitId: 'v' }] })
  expect(() => wholeRuling({ ...draft, dueOn: '2026-11-19' }, TODAY)).toThrow('ruling_day')
  const late = [{ unitId: 'v', deliverable: '', dueOn: '2026-11-19' }]
  expect(() => wholeRuling({ ...draft, supports: late }, TODAY)).toThrow('ruling_day')
})

test('a unit that is named twice supports once, as it was said last', () => {
  const draft = { ...EMPTY_RULING, sentence: '办结', leadUnitId: 'u', dueOn: TODAY }
  const supports = ['初稿', '定稿'].map((deliverable) => ({ unitId: 'v', deliverable, dueOn: null }))
  expect(wholeRuling({ ...draft, supports }, TODAY).supports).toEqual([supports[1]])
})

const task = (
  state: 'assigned' | 'inProgress' | 'completed' | 'closedOut' | 'cancelled',
  currentDueOn = '2026-12-25',
) => ({
  task: { state, currentDueOn },
  difficulty: null,
})
const difficulty = (
  state: 'triaged' | 'ruled' | 'inExecution' | 'solved' | 'confirmedByRaiser',
  dueOn = '2026-12-25',
) => ({
  task: null,
  difficulty: { state, dueOn },
})
test.each<[Partial<RulingFacts>, string]>([
  [task('assigned'), 'ruled'],
  [task('inProgress'), 'answered'],
  [task('inProgress', '2026-11-19'), 'overdue'],
  [task('completed', '2026-11-19'), 'done'],
  [task('closedOut'), 'done'],
  [task('cancelled'), 'done'],
  [difficulty('ruled'), 'ruled'],
  [difficulty('inExecution'), 'answered'],
  [difficulty('solved'), 'answered'],
  [difficulty('ruled', '2026-11-19'), 'overdue'],
  [difficulty('confirmedByRaiser', '2026-11-19'), 'done'],
  // Raised again from what was ruled: its ruling is gone, the meeting's date still stands.
  [{ task: null, difficulty: { state: 'triaged', dueOn: null } }, 'ruled'],
])('a ruling that became %j stands as %s', (became, standing) => {
  expect(standRuling({ becomes: 'task', dueOn: '2026-12-25', task: null, difficulty: null, ...became }, TODAY)).toBe(
    standing,
  )
})
