import { expect, test } from 'vitest'
import { draftWords, type MinutesFacts, writeMinutes } from './minutes.ts'

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
