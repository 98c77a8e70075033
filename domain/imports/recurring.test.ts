import { expect, test } from 'vitest'
import { repeatIn } from './recurring.ts'
import { read } from './examples/read.ts'

test.each([
  ['每月召开一次调度会', 'monthly'],
  ['按季度通报排名', 'quarterly'],
  ['每半年组织1次应急演练', 'halfYearly'],
  ['每季度末开展考核', null],
  ['每月25日前报送进展', null],
  ['每月新增就业300人', null],
  ['每周巡查两次', null],
  ['每年举办一届', null],
])('%s comes round %s', (words, repeat) => expect(repeatIn(words, null)).toBe(repeat))

test.each([
  ['每月', 'monthly'],
  ['每季度一次', 'quarterly'],
  ['6月底', null],
])('a time that says %s comes round %s', (text, repeat) => expect(repeatIn('开展安全检查', text)).toBe(repeat))

const plan = (item: string, dated = '2026年2月3日') => `云泽区2026年安全生产工作方案

${dated}

一、${item}
`
const stepsOf = (text: string) => read(text).drafts[0]?.milestones.map(({ title, dueOn }) => [title, dueOn])

test('a recurring duty has a milestone a turn, from the document’s own day to the year’s end', () => {
  expect(
    stepsOf(plan('每季度开展1次燃气安全排查。（牵头单位：区住建局；完成时限：长期坚持）', '2026年5月6日')),
  ).toEqual([
    ['每季度开展1次燃气安全排查（二季度）', '2026-06-30'],
    ['每季度开展1次燃气安全排查（三季度）', '2026-09-30'],
    ['每季度开展1次燃气安全排查（四季度）', '2026-12-31'],
  ])
})

test('the last turn ends with the deadline, where there is one', () => {
  const steps = stepsOf(plan('每月组织1次应急演练。（牵头单位：区应急局；完成时限：2026年4月20日）'))
  expect(steps?.map(([, dueOn]) => dueOn)).toEqual(['2026-02-28', '2026-03-31', '2026-04-20'])
})

test('stages with days of their own are the milestones, whatever is checked every month', () => {
  const item = '3月底前出台方案，每月调度1次进展，11月底前完成改造12处。（牵头单位：区住建局）'
  expect(stepsOf(plan(item))?.map(([, dueOn]) => dueOn)).toEqual(['2026-03-31', '2026-11-30'])
})
