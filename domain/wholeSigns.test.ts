import fc from 'fast-check'
import { expect, test } from 'vitest'
import { upTo, wholeRange } from './wholeSigns.ts'

test.each([
  ['甲𠮷乙', 1, '甲'],
  ['甲𠮷乙', 2, '甲'],
  ['甲𠮷乙', 3, '甲𠮷'],
  ['甲𠮷', 9, '甲𠮷'],
  ['𠮷', 0, ''],
])('%s, at most %i units of it: %s', (text, most, kept) => {
  expect(upTo(text, most)).toBe(kept)
})

const text = fc.string({ unit: fc.constantFrom('甲', 'a', '𠮷', '😀'), maxLength: 20 })

test('whatever is cut where, no character is cut in two, and none is lost that has room', () => {
  fc.assert(
    fc.property(text, fc.nat(40), fc.nat(40), (words, one, other) => {
      const kept = upTo(words, one)
      expect([kept.isWellFormed(), words.startsWith(kept), kept.length <= one]).toEqual([true, true, true])
      expect(Math.min(one, words.length) - kept.length).toBeLessThan(2)
      const range = wholeRange(words, { start: Math.min(one, other), end: Math.max(one, other) })
      expect(words.slice(range.start, range.end).isWellFormed()).toBe(true)
      expect(words.slice(range.start, range.end)).toContain(words.slice(one, other).replace(/\p{Cs}/gu, ''))
    }),
  )
})
