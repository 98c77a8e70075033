import { describe, expect, test } from 'vitest'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

describe.each(BROWSER_KINDS)('from a rule to a reply in the %s browser', (kind) => {
  test('the office is told, confirms a notice, the head finds it among the messages and replies', async () => {
    const { as } = await district()
    const office = await as('supervisionOffice', kind, '/messages')
    await office.click({ text: '按规则今天应发督办单', nth: 0 })
    await office.waitFor({ css: '.notice-table tbody tr', nth: 0 })
    expect(await office.axe()).toEqual([])
    const row = await office.eval(
      `[...document.querySelectorAll('.notice-table tbody tr')].findIndex((one) => one.textContent.includes('科工信局'))`,
    )
    await office.click({ css: '.notice-table tbody tr input', nth: Number(row) })
    await office.click({ role: 'button', name: '签发' })
    await office.waitFor({ text: '办妥 1 张。' })

    const head = await as('unitHead', kind, '/messages')
    await head.click({ text: '督办单 清督', nth: 0 })
    await head.waitFor({ text: '回复督查室' })
    expect(await head.axe()).toEqual([])
    await head.fill('textarea', '已加派人手，月底前封顶')
    await head.click({ role: 'button', name: '回复督查室' })
    await head.waitFor({ text: '已加派人手，月底前封顶' })
    await office.open('/notices?state=answered')
    await office.waitFor({ css: '.notice-table tbody tr', nth: 0 })
  })

  test('the rules are changed with their preview beside them, and a task is urged once a day', async () => {
    const { as } = await district()
    const office = await as('supervisionOffice', kind, '/urging')
    await office.waitFor({ text: '将发', nth: 0 })
    expect(await office.axe()).toEqual([])
    await office.click({ role: 'button', name: '逐级升级' })
    await office.click({ role: 'button', name: '存为新一版' })
    await office.waitFor({ text: '第 1 版', nth: 0 })
    await office.open('/notices?state=proposed')
    await office.click({ css: '.notice-table tbody td a[href^="/tasks/"]', nth: 0 })
    await office.click({ role: 'button', name: '催办' })
    await office.waitFor({ role: 'dialog' })
    await office.click({ css: '.dialog-foot .btn.solid' })
    await office.waitForGone({ role: 'dialog' })
    await office.waitFor({ text: '夏初催办', nth: 0 })
  })
})
