import { describe, expect, test } from 'vitest'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

describe.each(BROWSER_KINDS)('a task as the office writes it in the %s browser', (kind) => {
  test('a trajectory is given point by point, held to its rule, and left to the milestones again', async () => {
    const { as } = await district()
    const office = await as('supervisionOffice', kind, '/ledger')
    await office.click({ text: '登记任务' })
    const fields = (row: string, nth: number) => ({ css: `.form-row.${row} input`, nth })
    await office.fill({ label: '任务', within: { role: 'dialog' } }, '建成停车泊位 600 个')
    await office.select({ label: '板块', within: { role: 'dialog' } }, '交通活区　交')
    await office.fill({ label: '完成时限' }, '2026-12-25')
    await office.fill(fields('milestone', 0), '投用')
    await office.fill(fields('milestone', 1), '2026-12-25')
    await office.click({ text: '另行给定' })
    await office.fill(fields('point', 1), '90')
    await office.click({ text: '存为草稿' })
    await office.waitFor({ text: '序时进度最后一点应为 100。', nth: 0 })
    await office.fill(fields('point', 1), '100')
    await office.click({ text: '加一点' })
    await office.fill(fields('point', 2), '2026-11-30')
    await office.fill(fields('point', 3), '30')
    await office.click({ text: '存为草稿' })
    await office.waitForPath(/^\/tasks\//)
    await office.click({ text: '看数字' })
    await office.waitFor({ css: '.chart-table tbody tr', nth: 2 })
    expect(await office.text('.chart-table')).toMatch(/11-30\s+30/)

    await office.click({ role: 'button', name: '修改' })
    await office.click({ text: '由节点推算' })
    // A step back would throw it away: it is asked about first, and not any more once it is saved.
    await office.eval('history.back()')
    await office.waitFor({ text: '再离开一次就放弃' })
    expect(await office.path()).toMatch(/^\/tasks\//)
    await office.click({ role: 'button', name: '存' })
    await office.waitForGone({ role: 'dialog' })
    await office.waitForGone({ text: '11-30', within: '.chart-table' })
    expect(await office.text('.chart-table')).toMatch(/12-25\s+100/)
    await office.eval('history.back()')
    await office.waitForPath(/^\/ledger/)
  })

  test('a duty that comes round is laid out turn by turn, each with its date', async () => {
    const { as } = await district()
    const office = await as('supervisionOffice', kind, '/ledger')
    await office.click({ text: '登记任务' })
    await office.fill({ label: '任务', within: { role: 'dialog' } }, '召开燃气安全会商会')
    await office.select({ label: '板块', within: { role: 'dialog' } }, '交通活区　交')
    await office.fill({ label: '开始日期' }, '2026-08-03')
    await office.focus({ role: 'button', name: '每季度' })
    await office.press('Enter')
    expect(await office.read({ css: '.form-row.milestone input', nth: 0 }, 'value')).toBe(
      '召开燃气安全会商会（三季度）',
    )
    expect(await office.read({ css: '.form-row.milestone input', nth: 1 }, 'value')).toBe('2026-09-30')
    await office.click({ text: '存为草稿' })
    await office.waitForPath(/^\/tasks\//)
    await office.waitFor({ text: '召开燃气安全会商会（四季度）', nth: 0 })
  })
})
