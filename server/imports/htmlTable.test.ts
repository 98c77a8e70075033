import { expect, test } from 'vitest'
import { Refusal } from '#domain/refusal.ts'
import { draftFile } from './draftFile.ts'
import { readHtml } from './readHtml.ts'

/** Two-level heads, a unit's cell over two rows, names parted by line breaks, two dates in one cell, a note below. */
const PAGE = `<html><head><title>望川区2026年民生实事项目表</title></head><body><h1>望川区2026年民生实事项目表</h1>
<table border=1><tr><th rowspan=2>序号</th><th rowspan=2>项目</th><th colspan=2>责任分工</th><th rowspan=2>完成节点</th></tr>
<tr><th>主办</th><th>协办</th></tr>
<tr><td>1</td><td>新建公办幼儿园3所，新增学位810个</td><td>区教育局</td><td>区自然资源局<br>区住建局</td><td>8月底前</td></tr>
<tr><td>2</td><td>改造老旧小区26个、惠及居民5100户</td><td rowspan=2>区住建局</td><td>各街道</td><td>3月底前开工；11月底前完工</td></tr>
<tr><td>3</td><td>加装电梯40部</td><td>区财政局、区市场监管局</td><td>年底</td></tr>
<tr><td>4</td><td>开展适龄妇女免费“两癌”筛查9000人</td><td>区卫健局</td><td>区妇联</td><td>10月中旬</td></tr></table>
<p>备注：各项目主办单位每月25日前向区政府督查室报送进展。</p></body></html>`

test('a table of a page is read through its merged cells; the note below is no task', async () => {
  const { document } = await draftFile({ content: new TextEncoder().encode(PAGE), planYear: null })
  expect(
    document.drafts.map(({ title, lead, supporting, milestones }) => [
      title,
      lead.join(),
      supporting.join(),
      milestones.map(({ dueOn }) => dueOn).join(),
    ]),
  ).toEqual([
    ['新建公办幼儿园3所，新增学位810个', '区教育局', '区自然资源局,区住建局', '2026-08-31'],
    ['改造老旧小区26个、惠及居民5100户', '区住建局', '各街道', '2026-03-31,2026-11-30'],
    ['加装电梯40部', '区住建局', '区财政局,区市场监管局', '2026-12-31'],
    ['开展适龄妇女免费“两癌”筛查9000人', '区卫健局', '区妇联', '2026-10-20'],
  ])
})

test('a page nested without end is refused where it passes the limit, however much is still to come', () => {
  const refused = (depth: number): number => {
    const from = performance.now()
    expect(() => readHtml(`<html><body>${'<div>'.repeat(depth)}6月`)).toThrow(Refusal)
    return performance.now() - from
  }
  refused(20_000)
  const [once, longer] = [20_000, 160_000].map((depth) => Math.min(refused(depth), refused(depth), refused(depth)))
  expect((longer ?? 0) / (once ?? 1)).toBeLessThan(24)
})
