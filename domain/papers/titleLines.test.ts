import fc from 'fast-check'
import { expect, test } from 'vitest'
import { titleLines } from './titleLines.ts'

test.each([
  ['关于开展督查的通知', ['关于开展督查的通知']],
  ['关于“改造老旧管网 8.6 公里”的红色督办通知', ['关于“改造老旧管网 8.6', '公里”的红色督办通知']],
  ['', []],
])('%j is broken where it balances', (title, lines) => {
  expect(titleLines(title, 20)).toEqual(lines)
})

test('no letter is lost, and no line but the last of a title too long to balance is longer than a line', () => {
  const title = fc.string({
    unit: fc.constantFrom('关', '于', '管', '网', '8', '.', 'A', '，', '”', '“'),
    maxLength: 60,
  })
  fc.assert(
    fc.property(title, (text) => {
      const lines = titleLines(text, 20)
      expect(lines.join('')).toBe(text)
      expect(lines.slice(0, -1).every((line) => [...line].length <= 42)).toBe(true)
    }),
  )
})
