import { expect, test } from 'vitest'
import type { Actor, Role } from '../access/actor.ts'
import { directiveOfRuling, extendByRuling, taskOfRuling } from './becoming.ts'
import { EMPTY_RULING, type WholeRuling } from './ruling.ts'

const TODAY = '2026-11-20'
const ruling: WholeRuling = {
  ...EMPTY_RULING,
  sentence: '办结双回路接入许可。',
  leadUnitId: 'u',
  dueOn: '2026-12-25',
  supports: [
    { unitId: 'v', deliverable: '红线图', dueOn: '2026-12-01' },
    { unitId: 'w', deliverable: '', dueOn: null },
  ],
}
const place = { pillarId: 'p', leaderId: 'l', restricted: true }

test('a task says what was ruled in its own words, in its place, with a date for every unit', () => {
  const task = taskOfRuling(ruling, place, { planId: 'y', title: '2026年第三次联席会议' })
  expect(task).toMatchObject({ ...place, planId: 'y', title: ruling.sentence, leadUnitId: 'u', dueOn: '2026-12-25' })
  expect(task.source).toEqual({ type: 'meeting', title: '2026年第三次联席会议', number: '', quote: ruling.sentence })
  expect(task.milestones).toMatchObject([{ dueOn: '2026-12-25' }])
  expect(task.supports.map(({ unitId, dueOn }) => [unitId, dueOn])).toEqual([
    ['v', '2026-12-01'],
    ['w', '2026-12-25'],
  ])
})

test('a sentence that is longer than a title is whole in its source', () => {
  const long = { ...ruling, sentence: '请'.repeat(600) }
  const written = { writerId: 's', writtenOn: TODAY, meetingTitle: '' }
  const task = taskOfRuling(long, place, { planId: 'y', title: '' })
  expect([task.title.length, task.source.quote.length]).toEqual([500, 600])
  const directive = directiveOfRuling(long, place, written)
  expect([directive.assignment?.title.length, directive.text.length]).toEqual([200, 600])
})

test('a directive is of whoever ruled, by the day that was ruled, as restricted as what it is about', () => {
  const written = { writerId: 's', writtenOn: TODAY, meetingTitle: '2026年第三次联席会议' }
  expect(directiveOfRuling(ruling, place, written)).toMatchObject({
    writerId: 's',
    writtenOn: TODAY,
    text: ruling.sentence,
    dueOn: '2026-12-25',
    restricted: true,
    assignment: { leadUnitIds: ['u'], leaderId: 'l', pillarId: 'p' },
  })
})

const somebody = (role: Role): Actor => ({
  organizationId: 'o',
  personId: role,
  name: role,
  posts: [{ role, unitId: null }],
  portfolio: { unitIds: [], pillarIds: [] },
})
const milestone = (id: string, currentDueOn: string, state: 'pending' | 'accepted' = 'pending') => ({
  id,
  title: id,
  currentDueOn,
  state,
})
const known = {
  state: 'inProgress' as const,
  leadUnitId: 'u',
  currentDueOn: '2026-12-25',
  light: 'yellow' as const,
  grantedCount: 1,
  hasOpenRequest: false,
  milestones: [milestone('a', '2026-11-27'), milestone('b', '2026-12-25'), milestone('c', '2026-12-25', 'accepted')],
}
const extended = (dueOn: string, today = TODAY) => extendByRuling(somebody('leaderInCharge'), known, dueOn, today)

test('a moved date takes along the open milestones that end with the task, and nothing else', () => {
  expect(extended('2026-12-31').dates).toEqual([
    { milestoneId: null, from: '2026-12-25', dueOn: '2026-12-31' },
    { milestoneId: 'b', from: '2026-12-25', dueOn: '2026-12-31' },
  ])
  expect(() => extended('2026-12-01')).toThrow('extension_not_later')
  const done = { ...known, state: 'completed' as const }
  expect(() => extendByRuling(somebody('leaderInCharge'), done, '2026-12-31', TODAY)).toThrow('task_wrong_state')
})

test('it counts as the next granted request, late after the date it moves, decided by whoever ruled', () => {
  expect(extended('2026-12-31')).toMatchObject({ decider: 'leaderInCharge', ordinal: 2, isLate: false })
  expect(extended('2027-01-31', '2026-12-26')).toMatchObject({ isLate: true })
  const principal = extendByRuling(somebody('principalLeader'), known, '2026-12-31', TODAY)
  expect(principal.decider).toBe('principalLeader')
})
