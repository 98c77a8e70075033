import { expect, test } from 'vitest'
import { type ToWrite, writeLetter } from './digest.ts'

const solved = (title: string) => ({ kind: 'difficultySolved' as const, facts: { title }, restrictedCode: null })
const toWrite = (some: Partial<ToWrite> = {}): ToWrite => ({
  organization: '清源区',
  person: '乔文静',
  language: 'zh',
  digestOn: '2026-11-20',
  messages: [solved('尾款'), solved('用地')],
  address: 'https://yipanqi.example.gov.cn',
  ...some,
})

test('a day’s summary is one letter: for whom, of which day, one line for each message, where to act', () => {
  expect(writeLetter(toWrite())).toEqual({
    subject: '清源区督查事项汇总（2026-11-20，2 项）',
    text: '乔文静：\n1. 困难报告已解决，请确认：尾款。\n2. 困难报告已解决，请确认：用地。\n\n办理请登录：https://yipanqi.example.gov.cn',
  })
})

test('it is written in its reader’s language, and says what is urgent as urgent', () => {
  expect(writeLetter(toWrite({ language: 'en', digestOn: null, messages: [solved('尾款')], address: null }))).toEqual({
    subject: '清源区: please note (1)',
    text: '乔文静,\n1. A difficulty is reported solved; please confirm: 尾款.',
  })
})

test('what is too much to read is counted', () => {
  const { text } = writeLetter(toWrite({ messages: Array.from({ length: 53 }, (_, at) => solved(`第${at}项`)) }))
  expect(text).toContain('50. ')
  expect(text).not.toContain('51. ')
  expect(text).toContain('另有 3 项，请登录查看。')
})

test('a line break in somebody’s own words adds no line', () => {
  const { subject, text } = writeLetter(
    toWrite({ organization: '清源区\r\nBcc: a@b.cn', messages: [solved('尾款\n2. 假冒的一行')] }),
  )
  expect(subject).not.toMatch(/[\r\n]/)
  expect(text.split('\n').filter((line) => line.startsWith('2.'))).toEqual([])
})
