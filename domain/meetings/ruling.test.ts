import { expect, test } from 'vitest'
import { datesOfRuling } from './dates.ts'
import { aboutOf, asksOf, peopleOf, writeMinutes } from './minutes.ts'
import { deriveQuestions, questionSentence } from './questions.ts'
import { EMPTY_RULING, missingInRuling, type RulingFacts, standRuling, wholeRuling } from './ruling.ts'
import { chineseNumber, meetingTitle, minutesNumber } from './title.ts'

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

test('a moved date takes along the open milestones that end with the task, and nothing else', () => {
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
    grantedCount: 0,
    hasOpenRequest: false,
    milestones: [milestone('a', '2026-11-27'), milestone('b', '2026-12-25'), milestone('c', '2026-12-25', 'accepted')],
  }
  expect(datesOfRuling(known, '2026-12-31')).toEqual([
    { milestoneId: null, dueOn: '2026-12-31' },
    { milestoneId: 'b', dueOn: '2026-12-31' },
  ])
  expect(() => datesOfRuling(known, '2026-12-01')).toThrow('extension_not_later')
  expect(() => datesOfRuling({ ...known, state: 'completed' as never }, '2026-12-31')).toThrow('task_wrong_state')
})

test('names and numbers of meetings', () => {
  expect([1, 10, 12, 20, 34].map(chineseNumber)).toEqual(['一', '十', '十二', '二十', '三十四'])
  expect(meetingTitle(2026, 3, 'zh')).toBe('2026年第三次联席会议')
  expect(meetingTitle(2026, 3, 'en')).toBe('Third joint meeting of 2026')
  expect(minutesNumber('清源区', 2026, 3)).toBe('清联纪〔2026〕3号')
})

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

const facts = {
  heldOn: '2026-11-20',
  place: '第一会议室',
  chair: '沈书记',
  members: [
    { name: '科工信局梁志恒', as: 'present' as const, words: '' },
    { name: '教育局魏晴', as: 'standIn' as const, words: '何副局长' },
    { name: '住建局许文博', as: 'leave' as const, words: '在外开会' },
  ],
  observers: [{ name: '统计局', as: 'present' as const, words: '' }],
  rulings: [
    {
      id: 'r',
      number: 1,
      sentence: '优化占道疏解方案，办结双回路接入许可。',
      lead: '住建局',
      supports: ['公安分局', '自然资源局'],
      dueOn: '2027-01-15',
      about: '园区二期供电接入',
    },
  ],
  last: { count: 22, doneCount: 19 },
  unitCount: 42,
}

test('minutes write themselves from what was ruled; the office’s words come over them part by part', () => {
  const parts = writeMinutes(facts)
  expect(parts.map(({ key }) => key)).toEqual(['opening', 'last', 'ruling:r'])
  expect(parts[1]?.text).toBe('上次会议议定 22 项，已办结 19 项，其余 3 项继续督办。')
  expect(parts[2]).toMatchObject({
    heading: '关于园区二期供电接入',
    text: '会议议定：优化占道疏解方案，办结双回路接入许可。由住建局牵头，公安分局、自然资源局配合，2027年1月15日前办结。',
  })
  // A sentence that names its lead itself is not followed by the same again.
  const rulings = facts.rulings.map((ruling) => ({ ...ruling, sentence: '由住建局牵头办结接入许可' }))
  expect(writeMinutes({ ...facts, rulings })[2]?.text).toBe('会议议定：由住建局牵头办结接入许可。2027年1月15日前办结。')
  expect(writeMinutes(facts, { last: { text: '（略）' }, gone: { text: 'x' } })[1]).toMatchObject({
    heading: '关于上次会议议定事项',
    text: '（略）',
  })
  expect(peopleOf(facts)).toEqual({
    present: ['科工信局梁志恒', '教育局魏晴（何副局长代）'],
    leave: ['住建局许文博'],
    absent: [],
    observers: ['统计局'],
  })
  expect(aboutOf('年底前补齐学位缺口，确保春季招生。')).toBe('年底前补齐学位缺口')
})

test('each unit is asked for what it leads and what it delivers to others, by date', () => {
  const asks = asksOf([
    {
      id: 'r',
      number: 1,
      sentence: '办结许可',
      leadUnitId: 'u',
      dueOn: '2026-12-25',
      supports: [
        { unitId: 'v', deliverable: '红线图', dueOn: '2026-12-01' },
        { unitId: 'w', deliverable: '', dueOn: null },
      ],
    },
  ])
  expect(asks.map(({ unitId, role, words, dueOn }) => [unitId, role, words, dueOn])).toEqual([
    ['v', 'support', '红线图', '2026-12-01'],
    ['u', 'lead', '办结许可', '2026-12-25'],
    ['w', 'support', '办结许可', '2026-12-25'],
  ])
})
