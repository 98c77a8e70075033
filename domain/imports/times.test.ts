import { describe, expect, test } from 'vitest'
import { readDeadlineField, readDeadlineSentence } from './deadline.ts'
import { pageOf } from './page.ts'
import { findTimes } from './times.ts'

const FRAME = { year: 2026, on: '2026-03-20' }
const whole = (text: string) => ({ start: 0, end: text.length })
const field = (text: string) => readDeadlineField(pageOf(text), whole(text), FRAME)
const sentence = (text: string) => readDeadlineSentence(pageOf(text), whole(text), FRAME)

describe('a time of a document becomes a day', () => {
  test.each([
    ['6月底前', '2026-06-30'],
    ['6月末', '2026-06-30'],
    ['2月底', '2026-02-28'],
    ['2028年2月底', '2028-02-29'],
    ['6月30日前', '2026-06-30'],
    ['9月15前', '2026-09-15'],
    ['十二月底前', '2026-12-31'],
    ['8月上旬', '2026-08-10'],
    ['8月中旬前', '2026-08-20'],
    ['8月下旬', '2026-08-31'],
    ['一季度', '2026-03-31'],
    ['第二季度末前', '2026-06-30'],
    ['上半年', '2026-06-30'],
    ['年底前', '2026-12-31'],
    ['年内', '2026-12-31'],
    ['全年', '2026-12-31'],
    ['2027年', '2027-12-31'],
    ['2027年底', '2027-12-31'],
    ['明年3月底前', '2027-03-31'],
    ['本月底前', '2026-03-31'],
    ['二〇二七年二月十六日', '2027-02-16'],
    ['二○二七年十月', '2027-10-31'],
    ['2026-09-30', '2026-09-30'],
    ['2026/9/3', '2026-09-03'],
    ['2026.11', '2026-11-30'],
    ['10月投入使用', '2026-10-31'],
    ['9月开学前新增课后服务学校14所', null],
    ['3月-10月', '2026-10-31'],
    ['2027年3月底前完成设计，9月底前开工', '2027-09-30'],
  ])('%s → %s', (text, deadline) => {
    expect(field(text)).toMatchObject({ deadline, ongoing: false })
  })

  test.each(['持续推进', '长期坚持', '常态化开展', '立行立改，长期坚持', '每月', '年内持续推进', '按季度调度'])(
    '%s has no end',
    (text) => {
      expect(field(text)).toMatchObject({ deadline: null, ongoing: true })
    },
  )

  test.each(['9月初', '汛前', '尽快', '春节前'])('%s is no day', (text) => {
    expect(field(text)).toMatchObject({ deadline: null, ongoing: false, vague: true })
  })

  test.each(['13月底前', '6月31日', '12345热线', '7.5%', '第六次会议'])('%s is no time', (text) => {
    expect(findTimes(text, FRAME).filter(({ dueOn }) => dueOn !== null)).toEqual([])
  })
})

describe('in a sentence only a limit counts', () => {
  test.each<[string, string | null]>([
    ['建成泵站2座，9月1日投入使用', '2026-09-01'],
    ['一季度完成审批，二季度启动施工，11月底前完工', '2026-11-30'],
    ['力争6月底前动工', '2026-06-30'],
    ['加快前期工作，力争10月份核准', '2026-10-31'],
    ['年内完成改造22公里', '2026-12-31'],
    ['到2027年，覆盖率达到90%', '2027-12-31'],
    ['全年新增就业5200人', null],
    ['2026年4月至12月减免租金', null],
    ['实施期限至2026年12月31日', null],
    ['年内减免6个月租金', null],
    ['自3月1日起开放', null],
    ['较去年12月底增加3座', null],
    ['落实《2026年工作要点》', null],
    ['前三季度完成投资12亿元', null],
  ])('%s → %s', (text, deadline) => {
    expect(sentence(text)?.deadline ?? null).toBe(deadline)
  })

  test.each<[string, boolean]>([
    ['每月组织一次调度', true],
    ['健全长效机制，持续推进', true],
    ['持续推进乡村建设，新建公厕3座', false],
    ['常态化开展巡查，6月底前建成平台', false],
  ])('%s: without end %s', (text, ongoing) => {
    expect(sentence(text)?.ongoing ?? false).toBe(ongoing)
  })

  test('stages become milestones with their own days', () => {
    expect(sentence('3月底前完成摸底，9月底前完成改造')?.stages).toEqual([
      { dueOn: '2026-03-31', title: '完成摸底', text: '3月底前' },
      { dueOn: '2026-09-30', title: '完成改造', text: '9月底前' },
    ])
  })

  test.each<[string, string | null]>([
    ['2026年覆盖率达到98%以上，其中6月底前达到90%，9月底前达到95%', '2026-12-31'],
    ['今年覆盖率达到98%以上，其中6月底前达到90%', '2026-12-31'],
    ['2027年完成投资30亿元，其中上半年完成15亿元', '2027-12-31'],
    ['覆盖率达到98%以上，其中6月底前达到90%', null],
    ['建成站点20个，其中6月底前建成8个，12月底前全部建成', '2026-12-31'],
    ['11月底前建成公厕10座，其中6月底前建成4座', '2026-11-30'],
    ['分三批投放，其中首批于6月18日前投放', '2026-06-18'],
  ])('the day of a part is not the day of the whole: %s → %s', (text, deadline) => {
    expect(sentence(text)).toMatchObject({ deadline, vague: deadline === null })
  })

  test('parts become milestones without 其中 in their names, and the whole comes last', () => {
    expect(sentence('2026年覆盖率达到98%以上，其中6月底前达到90%，9月底前达到95%')?.stages).toEqual([
      { dueOn: '2026-06-30', title: '达到90%', text: '6月底前' },
      { dueOn: '2026-09-30', title: '达到95%', text: '9月底前' },
      { dueOn: '2026-12-31', title: '覆盖率达到98%以上', text: '2026年' },
    ])
  })
})

describe('short forms of a cell', () => {
  test.each([
    ['6月30', '2026-06-30'],
    ['6.30', '2026-06-30'],
    ['12-31', '2026-12-31'],
    ['20260930', '2026-09-30'],
    ['2026Q3', '2026-09-30'],
    ['本年度', '2026-12-31'],
    ['6-9月', '2026-09-30'],
    ['2026年2月—2027年1月', '2027-01-31'],
  ])('%s → %s', (text, deadline) => {
    expect(field(text)?.deadline).toBe(deadline)
  })

  test('a day and no end at once is left to a person', () => {
    expect(field('6月30日前完成，并长期坚持')).toMatchObject({ deadline: null, ongoing: true, vague: true })
  })
})
