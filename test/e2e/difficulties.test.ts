import { describe, expect, test } from 'vitest'
import { settleDifficulties } from '#server/difficulties/rounds.ts'
import { runRound } from '#server/rounds/rounds.ts'
import type { Page } from './browser/page.ts'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

const PROBLEM = '二期标准厂房缺少消防水池用地'
/** Types into a field with choices, and takes the best one. */
async function choose(page: Page, label: string, words: string): Promise<void> {
  await page.fill({ label }, words)
  await page.waitFor({ role: 'option', name: words, nth: 0 })
  await page.press('Enter')
}

const card = (text: string) => ({ css: `.stair-${text} .difficulty-card`, nth: 0 })

describe.each(BROWSER_KINDS)('a difficulty climbs in the %s browser', (kind) => {
  test('raised by the liaison, met with silence, raised by itself, ruled by the leader, confirmed by its raiser', async () => {
    const { as, db, clock } = await district()
    const liaison = await as('liaison', kind, '/difficulties')
    await liaison.waitFor({ css: '.stairs' })
    await liaison.press('n')
    await liaison.waitFor({ role: 'dialog' })
    await choose(liaison, '哪项任务', '规模以上工业增加值增长')
    await liaison.fill({ label: '什么困难' }, PROBLEM)
    await liaison.select({ label: '成因' }, '用地')
    await liaison.fill({ label: '请求事项' }, '请协调 2 亩用地')
    await liaison.fill({ label: '希望哪天前解决' }, '12-25')
    await liaison.fill({ label: '不解决会怎样' }, '厂房不能通过消防验收')
    await liaison.fill({ label: '已经做了什么' }, '看过三处地块，均不符合规划')
    await liaison.click({ role: 'button', name: '提出', within: { role: 'dialog' } })
    await liaison.waitForPath(/^\/difficulties\/.+/)
    const path = await liaison.path()
    await liaison.waitFor({ text: '等督查室分办' })

    const silent = async (day: string) => {
      clock.now = new Date(`${day}T09:00:00+08:00`)
      await runRound({ db, clock: () => clock.now, afterChange: () => undefined }, settleDifficulties)
    }
    await silent('2026-11-24') // nobody triaged it: it begins at the unit itself
    await silent('2026-11-28') // the unit's head was silent: nobody else is asked, so the leader in charge is

    const leader = await as('leaderInCharge', kind, '/difficulties')
    await leader.waitFor({ text: PROBLEM, within: '.difficulty-strip' })
    await leader.waitFor(card('3'))
    await leader.open(path)
    await leader.waitFor({ text: '科工信局到期没有答复' })
    expect(await leader.text('.difficulty-story')).toContain('升至第三级，因到期没有答复')
    await leader.click({ role: 'button', name: '裁定' })
    await leader.fill({ label: '怎么办' }, '自然资源局调剂 2 亩')
    await leader.reload() // as a phone does that put the page to sleep
    await leader.click({ role: 'button', name: '裁定' })
    expect(await leader.read({ label: '怎么办' }, 'value')).toBe('自然资源局调剂 2 亩')
    await choose(leader, '落实单位', '自然资源局')
    await leader.fill({ label: '哪天办成' }, '12-10')
    await leader.click({ role: 'button', name: '裁定', within: { role: 'dialog' } })
    await leader.waitFor({ text: '自然资源局调剂 2 亩，自然资源局落实', within: '.difficulty-story' })
    expect(await leader.count({ role: 'button', name: '确认解决' })).toBe(1)
    expect(await leader.axe()).toEqual([])

    const again = await as('liaison', kind, path)
    await again.click({ role: 'button', name: '确认解决' })
    await again.click({ role: 'button', name: '确认解决', within: { role: 'dialog' } })
    await again.waitFor({ text: '提出单位已确认解决' })
    await again.open('/difficulties?by=ended')
    await again.waitFor({ text: PROBLEM })
  })

  test('the words of a sheet become a difficulty with one key, and are not asked for again', async () => {
    const { as } = await district()
    const liaison = await as('liaison', kind, '/reports')
    await liaison.click({ text: '开始填报' })
    await liaison.waitFor({ css: 'tr[data-row]', nth: 0 })
    const taskId = String(await liaison.eval(`document.querySelector('tr[data-row]').dataset.row`))
    const cell = `[data-cell="${taskId} difficulty"]`
    await liaison.fill(cell, '变压器增容排队，施工用电不足')
    await liaison.press('Alt+d')
    await liaison.waitFor({ role: 'dialog' })
    expect(await liaison.read({ label: '什么困难' }, 'value')).toBe('变压器增容排队，施工用电不足')
    await liaison.select({ label: '成因' }, '审批')
    await liaison.fill({ label: '请求事项' }, '请供电公司本月底前完成增容')
    await liaison.fill({ label: '希望哪天前解决' }, '12-10')
    await liaison.fill({ label: '不解决会怎样' }, '主体施工停工')
    await liaison.fill({ label: '已经做了什么' }, '两班错峰作业')
    await liaison.click({ role: 'button', name: '提出', within: { role: 'dialog' } })
    await liaison.waitForGone({ role: 'dialog' })
    await liaison.waitFor({ text: '已提出，在第一级', within: `tr[data-row="${taskId}"]` })
    await liaison.focus(cell)
    await liaison.press('Alt+d')
    expect(await liaison.count({ role: 'dialog' })).toBe(0)
    await liaison.open(`/tasks/${taskId}`)
    await liaison.waitFor({ text: '变压器增容排队，施工用电不足', within: '.task-difficulties' })
  })

  test('the board is walked with arrows, and is not out of reach for people who cannot see or use a mouse', async () => {
    const { as } = await district()
    const office = await as('supervisionOffice', kind, '/difficulties')
    await office.waitFor({ css: '.stairs .difficulty-card', nth: 0 })
    expect(await office.axe()).toEqual([])
    await office.press('ArrowDown')
    await office.press('ArrowRight')
    await office.press('ArrowDown')
    const focused = `document.activeElement.closest('.difficulty-card').dataset.place`
    expect(await office.eval(focused)).toBe('2 1')
    const title = String(await office.eval('document.activeElement.textContent'))
    await office.press('Enter')
    await office.waitForPath(/^\/difficulties\/.+/)
    await office.waitFor({ css: '.subject-head h1' })
    expect(await office.text('.subject-head h1')).toBe(title)
    expect(await office.axe()).toEqual([])
  })
})
