import { expect, test } from 'vitest'
import { fillSentence } from './sentence.ts'

const text = { zh: '{by} {on} 报送：{words}', en: 'Sent by {by} on {on}: {words}' }

test('a day in a sentence is said as the language says days, and words that only hold one stay', () => {
  const facts = { by: '王强', on: '2026-12-05', words: '2026-12-05 前' }
  expect(fillSentence(text, facts, 'zh')).toBe('王强 2026-12-05 报送：2026-12-05 前')
  expect(fillSentence(text, facts, 'en')).toBe('Sent by 王强 on 5 Dec 2026: 2026-12-05 前')
})
