import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameLines, titleLines, widthOf } from './titleLines.ts'

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

test('of names none is torn between two lines, and a line is begun only when the next name has no room', () => {
  const name = fc.string({
    unit: fc.constantFrom('科', '信', '局', '梁', '代', '（', '）'),
    minLength: 2,
    maxLength: 12,
  })
  fc.assert(
    fc.property(fc.array(name, { maxLength: 30 }), (names) => {
      const lines = nameLines(names, 23)
      expect(lines.flatMap((line) => line.split('　'))).toEqual(names)
      expect(lines.every((line) => widthOf(line) <= 23)).toBe(true)
      const next = lines.slice(1).map((line) => line.split('　')[0] ?? '')
      expect(next.every((first, at) => widthOf(`${lines[at]}　${first}`) > 23)).toBe(true)
    }),
  )
})
