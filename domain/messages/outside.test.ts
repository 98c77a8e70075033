import { expect, test } from 'vitest'
import { LANGUAGES } from '../refusal.ts'
import { type MessageKind, MESSAGE_KINDS, messageSentence } from './kinds.ts'
import { factsOutside } from './outside.ts'

const KINDS = Object.keys(MESSAGE_KINDS) as MessageKind[]
/** Facts that people write in their own words: wherever they stand in a sentence, they must not leave. */
const WRITTEN = ['title', 'milestone', 'deliverable', 'reason', 'note', 'assignee', 'name']
const written = Object.fromEntries(WRITTEN.map((fact) => [fact, `SECRET-${fact}`]))

test.each(KINDS)('%s: of a restricted task only its number leaves', (kind) => {
  const { zh } = MESSAGE_KINDS[kind]
  const facts = { ...written, unit: '科工信局', days: 3, ...(zh.includes('{code}') && { code: 'A-01' }) }
  for (const language of LANGUAGES) {
    const sentence = messageSentence(kind, factsOutside(facts, 'A-01', language), language)
    expect(sentence).not.toContain('SECRET')
    expect(sentence.includes('A-01')).toBe(zh.includes('{title}') || zh.includes('{code}'))
  }
})

test('what is not restricted leaves as it is', () => {
  expect(factsOutside(written, null, 'zh')).toBe(written)
})

test('it is said in the reader’s language, the number once', () => {
  const facts = { title: '拆迁补偿', code: 'A-01', unit: '住建局', acknowledgeBy: '2026-11-25' }
  expect(messageSentence('taskAssigned', factsOutside(facts, 'A-01', 'zh'), 'zh')).toContain('A-01 限阅任务')
  expect(messageSentence('difficultySolved', factsOutside({ title: '拆迁补偿' }, 'A-01', 'en'), 'en')).toContain(
    'restricted task A-01',
  )
})
