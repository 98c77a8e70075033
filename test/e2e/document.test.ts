import { describe, expect, test } from 'vitest'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

/** One row that is overdue on the demo's day, one that is not. */
const DOCUMENT = `清源区2026年冬季安全提升工作方案

一、平安稳区
1.改造城乡结合部用电线路58处。（牵头单位：区应急管理局；完成时限：2026年11月10日）
2.新建灭火水囊储备点12个。（牵头单位：区应急管理局；完成时限：2026年12月25日）
`

describe.each(BROWSER_KINDS)('from the document to the board in the %s browser', (kind) => {
  test('pasted, confirmed, registered, assigned: a red stone that says why', async () => {
    const { as } = await district()
    const page = await as('supervisionOffice', kind, '/imports')
    await page.fill({ css: '.paste textarea' }, DOCUMENT)
    await page.click({ role: 'button', name: '读取' })
    await page.waitFor({ css: '.draft-row.current' })
    await page.press('a')
    await page.waitFor({ css: '.draft-row.accepted', nth: 0 })
    await page.press('a')
    await page.waitFor({ text: '识别 2 项，已采用 2 项' })
    await page.click({ role: 'button', name: '登记 2 项' })
    await page.waitFor({ text: '2 项立项', within: 'dialog' })
    // Nothing to fill in: Enter does what was asked for.
    await page.press('Enter')
    await page.waitFor({ role: 'heading', name: '登记完毕' })

    await page.open(`/ledger?${new URLSearchParams({ q: '城乡结合部用电线路', state: 'registered' })}`)
    await page.waitFor({ text: '改造城乡结合部用电线路58处', nth: 0 })
    await page.click({ css: 'main tbody input[type=checkbox]', nth: 0 })
    await page.click({ role: 'button', name: '交办' })
    // Assigning empties the view; what came of it stays.
    await page.waitFor({ text: '这个视图里没有任务' })
    await page.waitFor({ text: '已交办 1 项。' })
    await page.open(`/ledger?${new URLSearchParams({ q: '城乡结合部用电线路' })}`)
    await page.waitFor({ text: '原定 11-10，已逾期', nth: 0 })

    await page.open('/')
    await page.waitFor({ role: 'grid' })
    const card = { text: '改造城乡结合部用电线路58处', within: 'aside', nth: 0 } as const
    await page.waitFor(card)
    expect(await page.text('aside')).toContain('应急局')
    await page.click(card)
    await page.waitForPath(/^\/tasks\//)
    await page.waitFor({ text: '清源区2026年冬季安全提升工作方案', nth: 0 })
  })

  test('a leader is found by initials, and what was typed into a row is kept when another is chosen', async () => {
    const { as } = await district()
    const page = await as('supervisionOffice', kind, '/imports')
    await page.fill({ css: '.paste textarea' }, DOCUMENT)
    await page.click({ role: 'button', name: '读取' })
    await page.waitFor({ css: '.draft-row.current' })
    await page.press('e')
    await page.fill({ label: '分管领导' }, 'bsn')
    await page.waitFor({ role: 'option', name: '柏松年' })
    await page.press('Enter')
    await page.fill({ label: '佐证' }, '整改前后照片')
    await page.click({ text: '新建灭火水囊储备点12个', within: '.rows' })
    await page.waitForGone({ css: '.draft-row.editing' })
    await page.waitFor({ text: '整改前后照片' })
  })
})
