import { describe, expect, test } from 'vitest'
import { BROWSER_KINDS } from './browser/unpack.ts'
import type { Page } from './browser/page.ts'
import { district } from './district.ts'
import { fillTheRest } from './sheet.ts'

/** The task of the first overdue row whose milestone can be claimed. */
const overdueTask = (page: Page) =>
  page.eval(
    `[...document.querySelectorAll('tr[data-row]')].find((row) => row.querySelector('.light.red') && row.querySelector('input[type=checkbox]')).dataset.row`,
  )

/** Counts from now on how often fewer rows are shown as checked than a moment before. */
const COUNT_SETBACKS = `{
  const checkedNow = () => document.querySelectorAll('tr[data-row] .checked').length
  let count = checkedNow()
  window.setbacks = 0
  new MutationObserver(() => {
    if (checkedNow() < count) window.setbacks += 1
    count = checkedNow()
  }).observe(document.body, { subtree: true, childList: true, attributes: true })
}`

describe.each(BROWSER_KINDS)('from the sheet to the light in the %s browser', (kind) => {
  test('the liaison fills it by keyboard, the head signs, the office takes it, red turns yellow', async () => {
    const { as } = await district()
    const liaison = await as('liaison', kind, '/reports')
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
    // The foot of the sheet counts what is missing once the sheet is whole again.
    await liaison.waitFor({ role: 'button', name: '到下一处' })
    await liaison.focus(`[data-cell="${taskId} evidence"]`)
    await liaison.eval(COUNT_SETBACKS)
    await liaison.press('Enter')
    await liaison.waitFor(`${row} .checked`)
    await fillTheRest(liaison)
    await liaison.waitFor({ text: '已存', within: '.sheet-dock' })
    expect(await liaison.eval('window.setbacks')).toBe(0)
    await liaison.press('Control+Enter')
    await liaison.waitFor({ text: '已提请签发' })

    const head = await as('unitHead', kind, '/reports')
    await head.click({ text: '看后签发' })
    await head.waitFor({ css: 'tr[data-row]', nth: 0 })
    await head.press('Control+Enter')
    await head.waitFor({ role: 'dialog' })
    await head.press('Enter')
    await head.waitFor({ text: '签发，已报送督查室' })

    const office = await as('supervisionOffice', kind, await head.path())
    await office.click({ role: 'button', name: '通过', within: row })
    await office.waitFor({ text: '审核通过', within: row })
    expect(await office.text(row)).toContain('分部工程验收单')
    expect(await office.count({ text: '请取消勾选' })).toBe(0)

    await office.open(`/tasks/${taskId}`)
    await office.waitFor({ css: '.light.yellow', nth: 0 })
    expect(await office.text('main')).toContain('观察期内亮黄灯')
  })

  test('every key the sheet names does what it says, also inside a cell', async () => {
    const { as } = await district()
    const page = await as('liaison', kind, '/reports')
    await page.click({ text: '开始填报' })
    await page.waitFor({ css: 'tr[data-row]', nth: 0 })
    const cell = async () => String(await page.eval(`document.activeElement.dataset.cell.split(' ')[1]`))
    const row = async () => String(await page.eval(`document.activeElement.closest('tr').cells[0].textContent`))
    const value = async () => String(await page.eval('document.activeElement.value'))
    const after = async (key: string, read: () => Promise<string>) => {
      await page.press(key)
      return read()
    }
    await page.press('F8')
    const former = Number(await value())
    expect(await after('+', value)).toBe(String(former + 1))
    expect(await after('-', value)).toBe(String(former))
    await page.press('+')
    expect(await after('=', value)).toBe(String(former))
    expect(await after('Tab', cell)).not.toBe('actualShare')
    expect(await after('Alt+d', cell)).toBe('difficulty')
    expect(await after('Alt+e', cell)).toBe('evidence')
    expect(await after('Alt+Enter', value)).toContain('\n')
    const before = await page.read({ css: 'tr.now select', nth: 0 }, 'value')
    await page.press(before === 'red' ? 'Alt+g' : 'Alt+r')
    expect(await page.read({ css: 'tr.now select', nth: 0 }, 'value')).toBe(before === 'red' ? 'green' : 'red')
    await page.press('Alt+c')
    await page.waitFor({ text: '不看上期' })
    const first = await row()
    expect(Number(await after('F8', row))).toBeGreaterThan(Number(first))
    await page.press('?')
    await page.waitFor({ role: 'dialog', name: '全部按键' })
    await page.press('Escape')
    await page.waitForGone({ role: 'dialog' })
    await page.focus({ css: 'tr[data-row] select', nth: 0 })
    await page.press('Control+z')
    expect(await page.read({ css: 'tr[data-row] select', nth: 0 }, 'value')).toBe(before)
  })

  test('signing before it can be says what waits, leads there, and says it until that is done', async () => {
    const { as } = await district()
    const liaison = await as('liaison', kind, '/reports')
    await liaison.click({ text: '开始填报' })
    await liaison.waitFor({ css: 'tr[data-row]', nth: 0 })
    await liaison.press('Control+Enter')
    await liaison.waitFor({ text: '还不能签发：先把第 1 项填好、核过。' })
    expect(await liaison.eval(`document.activeElement.closest('tr').cells[0].textContent`)).toBe('1')
    await liaison.waitFor({ css: 'sup' })
    await fillTheRest(liaison)
    await liaison.waitForGone({ css: 'sup' })
    await liaison.waitForGone({ text: '还不能签发', within: '.sheet-dock' })
    // The network goes while the last word is typed.
    await liaison.eval(`void (window.fetch = () => Promise.reject(new TypeError('gone')))`)
    await liaison.focus({ css: 'tr[data-row] [data-cell$=" nextStep"]', nth: 1 })
    await liaison.type('x')
    await liaison.press('Enter')
    await liaison.waitFor({ text: '网络断开', within: '.sheet-dock' })
    await liaison.press('Control+Enter')
    await liaison.waitFor({ text: '还不能签发：第 2 项没有存上', within: '.sheet-dock' })
    expect(await liaison.eval(`document.activeElement.dataset.cell.split(' ')[1]`)).toBe('nextStep')
  })

  test('nothing on a sheet is out of reach for people who cannot see or use a mouse', async () => {
    const { as } = await district()
    const page = await as('liaison', kind, '/reports')
    expect(await page.axe()).toEqual([])
    await page.click({ text: '开始填报' })
    await page.waitFor({ css: 'tr[data-row]', nth: 0 })
    await page.press('F8')
    expect(await page.axe()).toEqual([])
  })
})
