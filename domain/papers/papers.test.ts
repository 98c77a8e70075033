import { expect, test } from 'vitest'
import { briefPaper } from './briefPaper.ts'
import { NOTICE } from './examples.ts'
import { extensionPaper, type ExtensionFacts } from './extensionPaper.ts'
import { BRIEF } from './meetingExamples.ts'
import { noticePaper } from './noticePaper.ts'
import { TEMPLATE_DATA } from './templateData.ts'
import { paperDay } from './standard.ts'

const textOf = (paper: ReturnType<typeof noticePaper>): string =>
  paper.blocks.map((block) => ('text' in block ? block.text : JSON.stringify(block))).join('\n')

test('a day stands in full, without leading zeros', () => {
  expect(paperDay('2026-01-05')).toBe('2026年1月5日')
})

test('a notice names the matter, why, what is asked and by when, and keeps the original date beside an extended one', () => {
  const text = textOf(noticePaper(NOTICE))
  for (const fact of ['区住房和城乡建设局', NOTICE.reason, NOTICE.demand, '2026年11月25日', '黄色督办通知'])
    expect(text).toContain(fact)
  expect(text).toContain('2026年10月31日（经批准延至2026年11月30日）')
})

test('a unit’s page names its practices worth copying, on the built-in paper and in a template', () => {
  const text = textOf(briefPaper(BRIEF, 'page'))
  expect(text).toContain('亮点做法（1项）')
  expect(text).toContain('开挖前三家会签一张图')
  expect(JSON.stringify(TEMPLATE_DATA.brief(BRIEF))).toContain('"highlight.title":"开挖前三家会签一张图"')
})

test('a page says how many of its lines are withheld, and says nothing where none are', () => {
  const withheld = BRIEF.cards.slice(0, 1).map(({ unit }) => ({ unitId: unit.id, count: 2 }))
  expect(textOf(briefPaper({ ...BRIEF, withheld }, 'page')).match(/受限的内容2条/g)).toHaveLength(1)
  expect(textOf(briefPaper(BRIEF, 'page'))).not.toContain('受限')
})

const EXTENSION: ExtensionFacts = {
  organization: '清源区',
  office: '督查室',
  unit: '区住房和城乡建设局',
  task: { code: '26-环-014', title: '改造老旧管网 8.6 公里' },
  ordinal: 2,
  late: true,
  originalDueOn: '2026-10-31',
  formerDueOn: '2026-11-30',
  askedDueOn: '2026-12-18',
  reason: '占道施工许可办理晚于预期',
  progress: '已铺设6.1公里',
  askedBy: '许文博',
  askedOn: '2026-12-01',
  decision: { approved: true, grantedDueOn: '2026-12-15', by: '郭建川', on: '2026-12-02', note: '' },
}

test('a decision names the new date, says that the original one stays, and that the request came late', () => {
  const text = textOf(extensionPaper(EXTENSION))
  expect(text).toContain('延至2026年12月15日')
  expect(text).toContain('原定时限2026年10月31日保留在册')
  expect(text).toContain('第2次延期申请（逾期后提出）')
})

test('a refused extension names no new date', () => {
  const decision = { approved: false, grantedDueOn: null, by: '郭建川', on: '2026-12-02', note: '请加派力量。' }
  const text = textOf(extensionPaper({ ...EXTENSION, decision }))
  expect(text).toContain('不同意延期')
  expect(text).toContain('请加派力量。')
  expect(text).not.toContain('2026年12月15日')
})
