import { expect, test } from 'vitest'
import { rowsAs } from './examples/read.ts'

const TITLE = '云泽区2026年重点工作任务清单\n\n'

test('a year’s account that ends in plans is read for the plans, of their own year', () => {
  const rows = ['改造小区6个 |  |  |  | 2026-10-31']
  const text = `区住建局2025年工作总结及2026年工作打算

一、2025年工作总结
（一）改造小区9个，惠及居民3000户。
二、2026年工作打算
（一）改造小区6个，10月底前完成。`
  expect(rowsAs({ name: '', text, rows })).toEqual(rows)
})

test.each<[string, string, string[]]>([
  [
    'labels in front of their items, up to the next ones',
    '责任单位：区水务局、各镇\n完成时限：6月底前\n1.清淤河道12公里。\n2.改造泵站3座。\n责任单位：区住建局\n完成时限：9月底前\n3.改造小区6个。',
    [
      '清淤河道12公里 | 区水务局 | 各镇 |  | 2026-06-30',
      '改造泵站3座 | 区水务局 | 各镇 |  | 2026-06-30',
      '改造小区6个 | 区住建局 |  |  | 2026-09-30',
    ],
  ],
  [
    'labels behind their items',
    '1.清淤河道12公里。\n责任单位：区水务局\n2.改造小区6个。\n责任单位：区住建局',
    ['清淤河道12公里 | 区水务局 |  |  | -', '改造小区6个 | 区住建局 |  |  | -'],
  ],
  [
    'a line before all items holds for those that say nothing',
    '牵头单位：区水务局\n1.清淤河道12公里。\n2.改造泵站3座。',
    ['清淤河道12公里 | 区水务局 |  |  | -', '改造泵站3座 | 区水务局 |  |  | -'],
  ],
  [
    'a heading’s labels, its time too; an item’s own go before',
    '一、水务\n牵头单位：区水务局\n完成时限：6月底前\n1.清淤河道12公里。\n2.改造泵站3座，5月20日前完成。\n二、住建\n牵头单位：区住建局\n3.改造小区6个。',
    [
      '清淤河道12公里 | 区水务局 |  |  | 2026-06-30',
      '改造泵站3座 | 区水务局 |  |  | 2026-05-20',
      '改造小区6个 | 区住建局 |  |  | -',
    ],
  ],
  [
    'an item that names only who supports keeps who leads above',
    '一、水务（区水务局牵头）\n1.清淤河道12公里。配合单位：区财政局。\n2.改造泵站3座（区供电公司配合）。',
    ['清淤河道12公里 | 区水务局 | 区财政局 |  | -', '改造泵站3座 | 区水务局 | 区供电公司 |  | -'],
  ],
  [
    'measures under one target are one task',
    '一、河道淤积。\n责任单位：区水务局\n整改目标：清淤河道12公里。\n整改时限：6月底前\n整改措施：\n1.编制方案。\n2.组织施工。',
    ['清淤河道12公里 | 区水务局 |  |  | 2026-06-30'],
  ],
  [
    'measures that say who does them are tasks of their own',
    '一、河道淤积。\n责任单位：区水务局\n整改目标：清淤河道12公里。\n整改措施：\n1.清淤主河道9公里（区水务局负责）。\n2.清淤支流3公里（各镇负责）。',
    ['清淤主河道9公里 | 区水务局 |  |  | -', '清淤支流3公里 | 各镇 |  |  | -'],
  ],
  [
    'a slip that opens with who does it',
    '承办单位：区水务局\n协办单位：区财政局\n督办事项：泵站停运\n事项来源：区长热线\n办理要求：修复泵站3座。\n办结时限：5月20日',
    ['修复泵站3座 | 区水务局 | 区财政局 |  | 2026-05-20'],
  ],
  [
    '责任单位 below a 牵头单位 supports it',
    '一、工业（牵头单位：区工信局）\n1.新增规上企业60家（责任单位：各镇）。\n2.技改投资增长9%。',
    ['新增规上企业60家 | 区工信局 | 各镇 |  | -', '技改投资增长9% | 区工信局 |  |  | -'],
  ],
  [
    'labels framed without a colon, one a line or run in',
    '【任务1】清淤河道12公里\n【责任单位】区水务局、各镇\n【完成时限】6月底前\n【任务2】改造小区6个\n【责任单位】区住建局【完成时限】9月底前',
    ['清淤河道12公里 | 区水务局 | 各镇 |  | 2026-06-30', '改造小区6个 | 区住建局 |  |  | 2026-09-30'],
  ],
  [
    'a time before a colon',
    '1.4月：出台管理办法。（牵头：区数据局）\n2.全年：登记数据产权300件。（牵头：区数据局）',
    ['出台管理办法 | 区数据局 |  |  | 2026-04-30', '登记数据产权300件 | 区数据局 |  |  | 2026-12-31'],
  ],
  [
    'what an inspection looks at, and its groups, are no tasks',
    '一、督查内容\n（一）十件民生实事推进情况；\n（二）20项重点工程建设进度。\n二、督查分组\n第一组由区政府办牵头，区发改局参加，负责督查6个镇。',
    [],
  ],
  [
    'an office’s heading with its head in a bracket',
    '一、党建办（负责人：古月）\n1.提升村级阵地12个。\n2.举办夜校24期。',
    ['提升村级阵地12个 | 党建办 |  |  | -', '举办夜校24期 | 党建办 |  |  | -'],
  ],
  [
    'motions by their number',
    '第3号　关于增设站台的建议\n主办：区交通局　　会办：区城管局\n第15号　关于整治沟渠的建议\n分办：区水务局、区住建局',
    ['关于增设站台的建议 | 区交通局 | 区城管局 |  | -', '关于整治沟渠的建议 | 区水务局、区住建局 |  |  | -'],
  ],
])('%s', (name, text, rows) => {
  expect(rowsAs({ name, text: TITLE + text, rows })).toEqual(rows)
})
