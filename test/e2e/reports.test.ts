import { describe, expect, test } from 'vitest'
import { BROWSER_KINDS } from './browser/unpack.ts'
import type { Page } from './browser/page.ts'
import { district } from './district.ts'

const MISSING = { role: 'button', name: '到下一处' }

/** The task of the first overdue row whose milestone can be claimed. */
const overdueTask = (page: Page) =>
  page.eval(
    `[...document.querySelectorAll('tr[data-row]')].find((row) => row.querySelector('.light.red') && row.querySelector('input[type=checkbox]')).dataset.row`,
  )

/** Goes through what the sheet still lacks: a share where there is none, Enter for the rest. */
async function fillTheRest(page: Page): Promise<void> {
  for (;;) {
    // Read first: it may be said meanwhile that nothing is missing any more.
    const foot = await page.text('.sheet-dock .message')
    if ((await page.count(MISSING)) === 0) return
    await page.press('F8')
    if ((await page.eval('document.activeElement.value')) === '') await page.type('50')
    await page.press('Enter')
    await page.waitForGone({ text: foot, within: '.sheet-dock' })
  }
}

describe.each(BROWSER_KINDS)('from the sheet to the light in the %s browser', (kind) => {
  test('the liaison fills it by keyboard, the head signs, the office takes it, red turns yellow', async () => {
    const { as } = await district()
    const liaison = await as('liaison', kind)
    await liaison.open('/reports')
    await liaison.click({ text: '开始填报' })
    await liaison.waitFor({ css: 'tr[data-row]', nth: 0 })
    const taskId = String(await overdueTask(liaison))
    const row = `tr[data-row="${taskId}"]`
    await liaison.click({ css: `${row} input[type=checkbox]`, nth: 0 })
    await liaison.fill(`[data-cell="${taskId} actualShare"]`, '88')
    await liaison.press('Enter')
    // A claim without evidence keeps the row and asks for it.
    await liaison.waitFor({ text: '报了节点完成，请写明佐证。', nth: 0 })
    await liaison.compose('yanshoudan', '分部工程验收单')
    await liaison.press('Alt+Enter')
    await liaison.type('现场照片 6 张')
    await liaison.reload()
    await liaison.waitFor(`[data-cell="${taskId} evidence"]`)
    expect(await liaison.read(`[data-cell="${taskId} evidence"]`, 'value')).toBe('分部工程验收单\n现场照片 6 张')
    await liaison.focus(`[data-cell="${taskId} evidence"]`)
    await liaison.press('Enter')
    await fillTheRest(liaison)
    await liaison.waitFor({ text: '已存', within: '.sheet-dock' })
    await liaison.press('Control+Enter')
    await liaison.waitFor({ text: '已提请签发' })

    const head = await as('unitHead', kind)
    await head.open('/reports')
    await head.click({ text: '看后签发' })
    await head.waitFor({ css: 'tr[data-row]', nth: 0 })
    await head.press('Control+Enter')
    await head.waitFor({ role: 'dialog' })
    await head.press('Enter')
    await head.waitFor({ text: '签发，已报送督查室' })

    const office = await as('supervisionOffice', kind)
    await office.open(await head.path())
    await office.click({ role: 'button', name: '采用', within: row })
    await office.waitFor({ text: '已采用', within: row })
    expect(await office.text(row)).toContain('分部工程验收单')
    expect(await office.count({ text: '请取消勾选' })).toBe(0)

    await office.open(`/tasks/${taskId}`)
    await office.waitFor({ css: '.light.yellow', nth: 0 })
    expect(await office.text('main')).toContain('观察期内亮黄灯')
  })

  test('nothing on a sheet is out of reach for people who cannot see or use a mouse', async () => {
    const { as } = await district()
    const page = await as('liaison', kind)
    await page.open('/reports')
    expect(await page.axe()).toEqual([])
    await page.click({ text: '开始填报' })
    await page.waitFor({ css: 'tr[data-row]', nth: 0 })
    await page.press('F8')
    expect(await page.axe()).toEqual([])
  })
})
