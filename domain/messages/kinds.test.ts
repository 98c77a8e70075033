import { expect, test } from 'vitest'
import { TOLD } from './events.ts'
import { MESSAGE_GROUPS } from './message-text.ts'
import { kindsOf, MESSAGE_KINDS, type MessageKind, messageSentence, periodFact } from './kinds.ts'

const KINDS = Object.keys(MESSAGE_KINDS) as MessageKind[]
const factsIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()

test.each(KINDS)('%s says the same facts in both languages', (kind) => {
  const { zh, en } = MESSAGE_KINDS[kind]
  expect(factsIn(zh)).toEqual(factsIn(en))
})

test('every kind is in exactly one group of the inbox', () => {
  expect(MESSAGE_GROUPS.flatMap(kindsOf).sort()).toEqual([...KINDS].sort())
})

test('whatever happens is told to somebody, once in the same words', () => {
  for (const [action, tellings] of Object.entries(TOLD)) {
    expect({ action, told: tellings.every(({ to }) => to.length > 0) }).toEqual({ action, told: true })
    const words = tellings.map(({ kind, state, ofFormerUnit }) => `${kind} ${state} ${ofFormerUnit}`)
    expect(new Set(words).size).toBe(words.length)
  }
})

test('a period is named in the language of whoever reads the message', () => {
  const facts = { period: periodFact({ year: 2026, kind: 'quarter', number: 3 }), unit: '科工信局' }
  expect(messageSentence('sheetSigned', facts, 'zh')).toBe('科工信局已签发2026 年第三季度汇报表。')
  expect(messageSentence('sheetSigned', facts, 'en')).toBe('科工信局 signed its sheet for Q3 2026.')
})
