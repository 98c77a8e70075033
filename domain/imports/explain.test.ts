import { expect, test } from 'vitest'
import { read } from './examples/read.ts'
import { sheetAs } from './examples/sheet.ts'
import { draftDocument } from './draftDocument.ts'
import { toSourceText } from './lines.ts'

const why = (text: string) =>
  Object.fromEntries(
    Object.entries(read(text, { planYear: 2026 }).drafts[0]?.read ?? {}).map(([cell, { rule, words }]) => [
      cell,
      `${rule}: ${words}`,
    ]),
  )

test('every cell that was read says which words gave it, by which rule', () => {
  const text = '一、城市建设\n1.改造老旧小区26个。（区住建局牵头，区财政局配合，9月底前完成）'
  expect(why(text)).toEqual({
    text: 'sentence: 改造老旧小区26个。',
    lead: 'bracket_led_by: 区住建局牵头，区财政局配合，9月底前完成',
    supporting: 'bracket_led_by: 区住建局牵头，区财政局配合，9月底前完成',
    deadline: 'date_in_bracket: 9月底前',
    milestones: 'stages: 9月底前',
    target: 'number_with_unit: 26个',
    pillar: 'section_heading: 一、城市建设',
  })
})

test('a cell that nothing was read for has no reason', () => {
  expect(Object.keys(why('1.制定停车管理办法。（区城管局负责）')).toSorted()).toEqual(['lead', 'text'])
})

test('in a ledger the reason is the cell', () => {
  const rows = [
    ['工作任务', '牵头单位', '责任人', '完成时限'],
    ['建成泵站2座', '区水务局', '李明', '9月底前'],
  ]
  const { drafts } = draftDocument(
    toSourceText(sheetAs(rows), (char) => char),
    { planYear: 2026 },
  )
  expect(drafts[0]?.read).toMatchObject({
    assignee: { rule: 'table_column' },
    deadline: { rule: 'table_column', words: '9月底前' },
  })
})

test('long words are cut', () => {
  const long = `新建${'泵站、'.repeat(60)}水库3座。（区水务局负责）`
  expect(read(`1.${long}`, { planYear: 2026 }).drafts[0]?.read.text?.words).toHaveLength(80)
})
