import { expect, test } from 'vitest'
import { read } from './examples/read.ts'

const rowsOf = (text: string) =>
  read(text, { planYear: 2026 }).drafts.map(({ text: words, lead, supporting, deadline, deadlineText, doubts }) =>
    [
      words,
      lead.join('、'),
      supporting.join('、'),
      deadline ?? deadlineText ?? '-',
      doubts.map(({ code }) => code).join('、'),
    ].join(' | '),
  )

test.each([
  [
    '为独居老人安装烟感报警器500个，民政局负责，12月15日前',
    '为独居老人安装烟感报警器500个 | 民政局 |  | 2026-12-15 | year_assumed',
  ],
  ['改造老旧小区6个（区住建局，10月底前）', '改造老旧小区6个 | 区住建局 |  | 2026-10-31 | year_assumed'],
  ['新建口袋公园4个 责任单位：区城管局 完成时限：9月底', '新建口袋公园4个 | 区城管局 |  | 2026-09-30 | year_assumed'],
  ['新建口袋公园4个，9月底前，城管局牵头，住建局配合', '新建口袋公园4个 | 城管局 | 住建局 | 2026-09-30 | year_assumed'],
  ['改造老旧小区6个——区住建局——10月底前', '改造老旧小区6个 | 区住建局 |  | 2026-10-31 | year_assumed'],
  ['新建口袋公园4个 — 区城管局、区财政局 — 9月底', '新建口袋公园4个 | 区城管局 | 区财政局 | 2026-09-30 | year_assumed'],
  ['新建口袋公园4个 - 区城管局 - 9月底', '新建口袋公园4个 | 区城管局 |  | 2026-09-30 | year_assumed'],
  ['改造管网8公里—区水务局—9月底', '改造管网8公里 | 区水务局 |  | 2026-09-30 | year_assumed'],
  ['编制应急预案 应急局 6月底前', '编制应急预案 | 应急局 |  | 2026-06-30 | year_assumed、no_measure'],
  ['请区住建局10月底前改造老旧小区6个', '请区住建局10月底前改造老旧小区6个 | 区住建局 |  | 2026-10-31 | year_assumed'],
  ['10月底前改造老旧小区6个', '10月底前改造老旧小区6个 |  |  | 2026-10-31 | no_lead、year_assumed'],
  ['区水务局：清淤雨水管网8公里，汛前完成', '清淤雨水管网8公里，汛前完成 | 区水务局 |  | 汛前 | vague_date'],
  ['改造老旧小区6个，区住建局负责', '改造老旧小区6个 | 区住建局 |  | - | no_date'],
])('a line alone is a task with what it leaves open: %s', (text, row) => {
  expect(rowsOf(text)).toEqual([row])
})

test('each of two lines is a task of its own', () => {
  expect(rowsOf('整治占道经营点位36处，区城管局，5月底前\n新增停车泊位800个，区住建局，8月底前')).toEqual([
    '整治占道经营点位36处 | 区城管局 |  | 2026-05-31 | year_assumed',
    '新增停车泊位800个 | 区住建局 |  | 2026-08-31 | year_assumed',
  ])
})

test.each([
  '今年全区完成老旧小区改造26个，新建公园5座。',
  '4月15日，区住建局完成老旧小区改造验收6个。',
  '4月19日上午，区文旅局主办的马拉松开跑，6000名选手参赛。',
  '区住建局已完成老旧小区改造6个，10月底前还将完成4个。',
  '记者从区住建局获悉，10月底前将改造老旧小区6个。',
  '截至10月底，区住建局负责的老旧小区改造完成6个。',
  '钱二宝：协助区长负责区政府常务工作。分管区发改局、区财政局。',
  '各部门要高度重视，压实责任。',
  '一座公园里的民生温度——区城管局',
  '让6万群众喝上放心水——全区农村饮水工程纪实',
  '区住建局—区城管局联合值守，6月—8月',
])('a line alone that tells or admonishes is none: %s', (text) => {
  expect(rowsOf(text)).toEqual([])
})
