import { expect, test } from 'vitest'
import {
  aboutOf,
  answersOf,
  asksOf,
  draftWords,
  type MinutesFacts,
  outlineMinutes,
  peopleOf,
  writeMinutes,
} from './minutes.ts'

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

test.each([
  ['2027年1月15日前办结接入许可', '2027-01-15', false],
  ['1月15日前办结接入许可', '2027-01-15', false],
  ['12 月 5 日前办结接入许可', '2026-12-05', false],
  ['12月底前办结接入许可', '2026-12-31', false],
  ['年底前办结接入许可', '2026-12-31', false],
  ['年底前办结接入许可', '2026-12-18', true],
  ['11月15日起分批办结接入许可', '2027-01-15', true],
  ['办结接入许可', '2026-12-18', true],
])('the date behind “%s”, due on %s, is said once (by the minutes: %s)', (sentence, dueOn, isSaid) => {
  const rulings = facts.rulings.map((ruling) => ({ ...ruling, sentence, dueOn }))
  const text = writeMinutes({ ...facts, rulings })[2]?.text
  expect(text).toMatch(isSaid ? /配合，[\d年]*月\d+日前办结。$/ : /配合。$/)
  expect(draftWords({ ...facts.rulings[0]!, sentence, dueOn }, facts.heldOn)).toBe(text)
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

test('a unit’s comment stands, whether it said before or after that it has none', () => {
  const said = (...isComments: boolean[]) => isComments.map((isComment) => ({ id: 'u', isComment }))
  const answerOf = (...isComments: boolean[]) => answersOf([{ id: 'u' }], said(...isComments))[0]?.answer
  expect([answerOf(), answerOf(false), answerOf(true), answerOf(true, false), answerOf(false, true)]).toEqual([
    'silent',
    'noComments',
    'commented',
    'commented',
    'commented',
  ])
})

const DRAFT = { sentence: '', lead: '', supports: [], dueOn: null }

test('a ruling that is being written says in brackets what it lacks', () => {
  expect(draftWords(DRAFT, '2026-11-20')).toBe('会议议定：（议定事项）。由（牵头单位）牵头，（时限）前办结。')
})

test('written whole, it reads as the minutes will', () => {
  const whole = { sentence: '办结接入许可。', lead: '住建局', supports: ['公安分局'], dueOn: '2026-12-05' }
  const facts: MinutesFacts = {
    heldOn: '2026-11-20',
    place: '',
    chair: '',
    members: [],
    observers: [],
    rulings: [{ ...whole, id: 'r', number: 1, about: '许可' }],
    last: null,
    unitCount: 1,
  }
  expect(draftWords(whole, facts.heldOn)).toBe(writeMinutes(facts).at(-1)?.text)
})

test('rulings are numbered beneath one section, behind the last meeting’s; without either there is no number', () => {
  const headings = (given: MinutesFacts) => outlineMinutes(writeMinutes(given)).map(({ heading }) => heading)
  expect(headings(facts)).toEqual([
    '',
    '一、关于上次会议议定事项',
    '二、关于本次会议议定事项',
    '（一）关于园区二期供电接入',
  ])
  expect(headings({ ...facts, last: null })[1]).toBe('一、关于本次会议议定事项')
  expect(headings({ ...facts, last: null, rulings: [] })).toEqual([''])
})
