import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { receivedSpan, repairText } from './repair.ts'

const PAIRS: Readonly<Record<string, string>> = {
  區: '区',
  務: '务',
  單: '单',
  財: '财',
  會: '会',
  議: '议',
  長: '长',
  於: '于',
  乾: '干',
  時: '时',
  間: '间',
}
const toSimplified = (char: string) => PAIRS[char] ?? char
const repaired = (text: string) => repairText(text, toSimplified).text

describe('damage is repaired', () => {
  test.each([
    ['toned tails', '區(qū)財(cái)政局召開會(huì)議(yì)', '区财政局召開会议'],
    ['tails of composed letters', '區(qu\u0304)長(zha\u030cng)', '区长'],
    ['a blank inside the bracket', '會(huì )議( yì)', '会议'],
    ['full-width brackets', '區（qū）長', '区长'],
    ['tails on ordinary characters', '工作(zuò)由人(rén)民', '工作由人民'],
    ['toneless tails, doubled ones too', '區(qu)(qu)長(zhang)會(hui)議(yi)', '区长会议'],
    ['a written note of the sound', '大(读：dà)區長會議', '大区长会议'],
    ['doubled commas', '一,，二,。三,,四,、五', '一，二。三,四、五'],
    ['doubled stops', '完成。。继续；；', '完成。继续；'],
  ])('%s', (_, text, expected) => {
    expect(repaired(text)).toBe(expected)
  })
})

describe('what is sound stays as it is', () => {
  test.each([
    '管道长度(km)与面积(ha)',
    '挥发性有机物(VOCs)、细颗粒物(PM)',
    '增长(同比)',
    '投资1,000万元，共3项',
    '省略。。。',
    '乾县公安局瞭望台',
    '(a)甲(b)乙',
  ])('%s', (text) => {
    expect(repaired(text)).toBe(text)
  })
})

test('what was repaired is counted', () => {
  const { repairs } = repairText('區(qū)務(wù)會(huì),。好', toSimplified)
  expect(repairs).toEqual({ traditional: 3, pinyin: 3, punctuation: 1 })
})

test('a shifted encoding is said, not mended', () => {
  expect(repairText('\ufffd\ufffd责任\ufffd', toSimplified).mojibake).toBe(true)
  expect(repairText('责任单位', toSimplified).mojibake).toBe(false)
})

test('any span of the repaired text leads back to the words it came from', () => {
  const piece = fc.constantFrom('區(qū)', '財(cái)(cái)', '完成', ',，', '。', 'A区', '會(huì )', '3座')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(60), fc.nat(20), (pieces, from, length) => {
      const received = pieces.join('')
      const { text, removals } = repairText(received, toSimplified)
      const start = Math.min(from, text.length)
      const end = Math.min(start + length, text.length)
      const back = receivedSpan(removals, { start, end })
      expect(back.end).toBeLessThanOrEqual(received.length)
      const again = repairText(received.slice(back.start, back.end), toSimplified).text
      expect(end === start || again.startsWith(text.slice(start, start + 1))).toBe(true)
    }),
  )
})
