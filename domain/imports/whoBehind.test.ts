import { expect, test } from 'vitest'
import { pageOf } from './page.ts'
import { partsAtMarks, whoBehind } from './whoBehind.ts'

const FRAME = { year: 2026, on: null }

/** How often the reader looks into words that are cut into so many parts. */
function looks(words: string): number {
  const { text, even } = pageOf(words)
  let count = 0
  const page = {
    text,
    get even() {
      count += 1
      return even
    },
  }
  const line = { start: 0, end: words.length }
  whoBehind(page, line, FRAME, partsAtMarks(page, line))
  return count
}

test.each([
  ['numbers between blanks', '10 '],
  ['numbers before semicolons', '1；'],
  ['counted things', '第1；'],
  ['the same sentence again and again', '建成一座桥梁，教育局负责。'],
  ['units between blanks', '区住建局 '],
  ['months', '6月底前，'],
])('a line eight times as long is looked into eight times as often, not sixty: %s', (_, part) => {
  expect(looks(part.repeat(400)) / looks(part.repeat(50))).toBeLessThan(9)
})
