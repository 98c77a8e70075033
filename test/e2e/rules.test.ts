import { describe, expect, test } from 'vitest'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

describe.each(BROWSER_KINDS)('the rules of supervision in the %s browser', (kind) => {
  test('the office takes a preset, sees what would change today, saves it, and finds it among the versions', async () => {
    const world = await district()
    const office = await world.as('supervisionOffice', kind, '/rules')
    await office.waitFor({ text: '现行：第 1 版' })
    await office.waitFor({ text: '颜色都不变' })
    expect(await office.axe('main')).toEqual([])
    await office.fill({ label: '落后几个百分点以上亮黄' }, '')
    await office.waitFor({ text: '请写整数' })
    await office.click({ role: 'link', name: '台账' })
    await office.waitFor({ text: '再离开一次就放弃' })
    expect(await office.path()).toBe('/rules')
    await office.click({ role: 'button', name: '只提醒最后三天' })
    await office.waitFor({ text: '项会变色' })
    await office.click({ role: 'button', name: '存为新一版' })
    await office.waitFor({ text: '现行：第 3 版' })
    await office.waitFor({ text: '到期前几个工作日起亮黄：5 → 3' })
    await office.waitFor({ text: '颜色都不变' })
    await office.click({ role: 'link', name: '台账' })
    await office.waitForPath(/^\/ledger/)

    const head = await world.as('unitHead', kind, '/rules')
    await head.waitFor({ text: '规则由督查室定，您可以看。' })
  })
})
