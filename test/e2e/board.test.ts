import { describe, expect, test } from 'vitest'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

describe.each(BROWSER_KINDS)('the board in the %s browser', (kind) => {
  test('from a red stone to its task’s reason, with the keyboard alone', async () => {
    const { as } = await district()
    const page = await as('supervisionOffice', kind)
    await page.waitFor({ role: 'grid' })
    await page.focus('[role=grid] [tabindex="0"]')
    await page.press('r')
    await page.press('Enter')
    await page.waitFor({ css: '.side-panel .light.red', nth: 0 })
    expect(await page.eval('document.activeElement.closest("[role=grid], aside") !== null')).toBe(true)
  })

  test('a rate opens the list behind it, as long as its denominator', async () => {
    const { as } = await district()
    const page = await as('principalLeader', kind)
    await page.click({ css: '.rate', nth: 1 })
    await page.waitFor({ role: 'heading', name: '序时达标率：清单' })
    const [, denominator = ''] = /分母 (\d+)/.exec(await page.text('.title')) ?? []
    expect(Number(denominator)).toBeGreaterThan(50)
  })

  test('nothing on the board is out of reach for people who cannot see or use a mouse', async () => {
    const { as } = await district()
    const page = await as('supervisionOffice', kind)
    await page.waitFor({ role: 'grid' })
    expect(await page.axe()).toEqual([])
  })
})
