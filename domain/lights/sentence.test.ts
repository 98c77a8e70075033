import { expect, test } from 'vitest'
import { type SentenceContext, sentenceOf, sentenceOfAll } from './sentence.ts'
import type { Why } from './why.ts'

const ZH: SentenceContext = { language: 'zh', planYear: 2026, today: '2026-11-20' }
const EN: SentenceContext = { ...ZH, language: 'en' }

const overdue: Why = {
  code: 'milestone_overdue',
  facts: { title: '主体结构封顶', dueOn: '2026-10-30', originalDueOn: '2026-10-30', workdays: 15 },
}
const behind: Why = {
  code: 'behind_plan',
  facts: { planned: 88, actual: 61, gap: 27, measuredOn: '2026-11-20' },
}

const cases: [Why, string, string][] = [
  [
    overdue,
    '节点“主体结构封顶”原定 10-30，已逾期 15 个工作日',
    'Milestone “主体结构封顶” was due 30 Oct, 15 working days overdue',
  ],
  [
    { ...overdue, facts: { ...overdue.facts, dueOn: '2026-11-19', workdays: 1 } },
    '节点“主体结构封顶”现定 11-19，已逾期 1 个工作日，延期后仍未完成',
    'Milestone “主体结构封顶” was extended to 19 Nov and is still 1 working day overdue',
  ],
  [
    { code: 'milestone_due_soon', facts: { title: '拨付', dueOn: '2026-11-26', workdays: 4 } },
    '节点“拨付”11-26 到期，还剩 4 个工作日，尚未报送',
    'Milestone “拨付” is due 26 Nov, 4 working days left, nothing submitted',
  ],
  [
    { code: 'milestone_due_soon', facts: { title: '拨付', dueOn: '2026-11-20', workdays: 0 } },
    '节点“拨付”11-20 到期，尚未报送',
    'Milestone “拨付” is due 20 Nov, nothing submitted',
  ],
  [behind, '计划 88%，实际 61%，落后 27 个百分点', 'Planned 88%, actual 61%: 27 points behind'],
  [
    { ...behind, facts: { planned: 60, actual: 53.5, gap: 6.5, measuredOn: '2026-09-30' } },
    '截至 09-30，计划 60%，实际 53.5%，落后 6.5 个百分点',
    'As of 30 Sep planned 60%, actual 53.5%: 6.5 points behind',
  ],
  [
    { code: 'no_report', facts: { periods: 1, lastOn: null } },
    '一个报期无汇报，数据缺失',
    'No report for one period: no data yet',
  ],
  [
    { code: 'no_report', facts: { periods: 2, lastOn: '2026-03-31' } },
    '03-31 之后 2 个报期无汇报，数据缺失',
    'No report for 2 periods since 31 Mar: no data',
  ],
  [
    { code: 'milestone_next', facts: { title: '验收', dueOn: '2027-01-15', workdays: 40 } },
    '下一节点“验收”2027-01-15 到期，还剩 40 个工作日',
    'Next milestone “验收” is due 15 Jan 2027, 40 working days left',
  ],
]

test.each(cases)('%o', (why, zh, en) => {
  expect([sentenceOf(why, ZH), sentenceOf(why, EN)]).toEqual([zh, en])
})

test('several reasons make one line, worst first', () => {
  expect(sentenceOfAll([overdue, behind], 2, ZH)).toBe(
    '节点“主体结构封顶”原定 10-30，已逾期 15 个工作日；计划 88%，实际 61%，落后 27 个百分点。',
  )
  expect(sentenceOfAll([overdue, behind], 1, EN)).toBe(
    'Milestone “主体结构封顶” was due 30 Oct, 15 working days overdue.',
  )
})
