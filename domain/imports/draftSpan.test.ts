import { expect, test } from 'vitest'
import { draftSpan } from './draftSpan.ts'

const HEAD = { title: '云泽区2026年工作要点', number: null, date: null }
const rowOf = (sentence: string, head: typeof HEAD = HEAD) => {
  const text = `前文。\n${sentence}\n后文。`
  const span = { start: 4, end: 4 + sentence.length }
  return draftSpan(text, span, head, { planYear: 2027 }).map((draft) => [
    draft.text,
    draft.lead.join('、'),
    draft.deadline,
    draft.doubts.map(({ code }) => code).join('、'),
  ])
}

test.each([
  ['（三）加强队伍建设。', ['加强队伍建设。', '', null, 'no_lead、no_date、vague_verb']],
  ['改造老旧小区6个（区住建局，10月底前）', ['改造老旧小区6个', '区住建局', '2026-10-31', '']],
  [
    '区住建局已完成改造6个，余下4个10月底前完成。',
    ['区住建局已完成改造6个，余下4个10月底前完成。', '', '2026-10-31', 'no_lead'],
  ],
])('what an officer points at is taken at its word: %s', (sentence, row) => {
  expect(rowOf(sentence)).toEqual([row])
})

test('where the document names no year, the plan’s is assumed and asked about', () => {
  expect(rowOf('改造老旧小区6个（区住建局，10月底前）', { title: '工作要点', number: null, date: null })).toEqual([
    ['改造老旧小区6个', '区住建局', '2027-10-31', 'year_assumed'],
  ])
})

test('a span outside the text, or of nothing but blanks, gives none', () => {
  expect(draftSpan('前文。', { start: 90, end: 99 }, HEAD, {})).toEqual([])
  expect(draftSpan('    \n   ', { start: 0, end: 8 }, HEAD, {})).toEqual([])
})

test.each(['', '甲'])('no character is cut in two, however long the words and wherever a cut falls%s', (shift) => {
  const words = '𠮷'.repeat(300)
  const sentences = [
    `建成${shift}${words}桥3座。`,
    `${shift}${words}6月底前完成${shift}${words}，区住建局牵头。`,
    `改造老旧小区6个${shift}${words}（区住建局，10月底前${shift}${words}）`,
  ]
  for (const sentence of sentences) {
    const drafts = draftSpan(sentence, { start: 0, end: sentence.length }, HEAD, { planYear: 2027 })
    expect(drafts).toHaveLength(1)
    expect(JSON.stringify(drafts)).not.toMatch(/\\ud/)
  }
})
