import { describe, expect, test } from 'vitest'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

/** Three plain rows, one that leads in two units, one without a date. */
const DOCUMENT = `清源区2026年冬季安全提升工作方案

一、平安稳区
1.整改城乡结合部用电隐患58处。（牵头单位：区应急管理局；完成时限：2026年12月20日）
2.配备山地灭火水囊300只。（区应急管理局、区公安分局牵头；完成时限：2026年12月25日）
3.开展燃气安全入户检查2600户。（牵头单位：区应急管理局）
`

/** The first row's proof is written by somebody else. */
const CHANGED_IN_ANOTHER_TAB = `(async () => {
  const drafts = location.pathname.replace('/imports', '/api/imports') + '/drafts'
  const { items: [{ id, version }] } = await (await fetch(drafts)).json()
  const body = JSON.stringify({ version, cells: { evidence: '验收单' } })
  const { ok } = await fetch(drafts + '/' + id, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body })
  if (!ok) throw new Error('not written')
})()`

/** Ctrl+Enter in the field, and A before any answer can have come. */
const SAVED_AND_ACCEPTED_IN_A_STROKE = `(() => {
  const press = (target, init) => target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }))
  press(document.querySelector('[data-cell=evidence] input'), { key: 'Enter', ctrlKey: true })
  press(document.body, { key: 'a' })
})()`

describe.each(BROWSER_KINDS)('documents in, in the %s browser', (kind) => {
  test('from pasted text to the ledger, the review with keys alone', async () => {
    const { as } = await district()
    const page = await as('supervisionOffice', kind, '/imports')
    await page.fill({ css: '.paste textarea' }, DOCUMENT)
    await page.click({ role: 'button', name: '读取' })
    await page.waitForPath(/^\/imports\/[\da-f-]{36}/)
    await page.waitFor({ css: '.draft-row.current' })
    expect(await page.text('.review .title')).toContain('识别 3 项')

    await page.press('a')
    await page.waitFor({ css: '.draft-row.accepted', nth: 0 })
    expect(await page.text('.doubt-card')).toContain('第 2 项')
    await page.press('1')
    await page.waitForGone({ text: '2 家单位并列牵头' })
    await page.press('a')
    await page.waitFor({ css: '.draft-row.accepted', nth: 1 })
    await page.press('1')
    await page.waitFor({ text: '没有疑点了。逐项采用后即可登记。' })
    await page.press('a')
    await page.waitFor({ text: '识别 3 项，已采用 3 项' })

    await page.click({ role: 'button', name: '登记 3 项' })
    await page.click({ role: 'button', name: '登记', within: 'dialog' })
    await page.waitFor({ role: 'heading', name: '登记完毕' })
    await page.click({ text: '去台账' })
    await page.waitForPath(/^\/ledger/)
    await page.waitFor({ text: '配备山地灭火水囊300只' })
  })

  test('an answer by its number goes to all alike where that was ticked', async () => {
    const { as } = await district()
    const page = await as('supervisionOffice', kind, '/imports')
    await page.fill({ css: '.paste textarea' }, DOCUMENT.replace('一、平安稳区', '一、岁末守护'))
    await page.click({ role: 'button', name: '读取' })
    await page.waitFor({ css: '.draft-row.current' })
    await page.waitFor({ text: '第 1 项　没有写属于哪个板块' })
    await page.click({ label: '相同的 3 处一并答复' })
    await page.press('1')
    await page.waitForGone({ text: '没有写属于哪个板块' })
  })

  test('pasted text outlives a reload and a look at another page, until it is read', async () => {
    const { as } = await district()
    const page = await as('supervisionOffice', kind, '/imports')
    const box = { css: '.paste textarea' }
    await page.fill(box, DOCUMENT)
    await page.reload()
    expect(await page.read(box, 'value')).toBe(DOCUMENT)
    await page.click({ role: 'link', name: '台账' })
    await page.waitForPath(/^\/ledger/)
    await page.open('/imports')
    expect(await page.read(box, 'value')).toBe(DOCUMENT)
    await page.click({ role: 'button', name: '读取' })
    await page.waitFor({ css: '.draft-row.current' })
    await page.open('/imports')
    expect(await page.read(box, 'value')).toBe('')
  })

  test('an answer is taken back with Z, and the source as received is one key away', async () => {
    const { as } = await district()
    const page = await as('supervisionOffice', kind, '/imports')
    await page.fill({ css: '.paste textarea' }, DOCUMENT.replace('提升', '提陞').replaceAll('隐患', '隱患(huàn)'))
    await page.click({ role: 'button', name: '读取' })
    await page.waitFor({ css: '.draft-row.current' })
    await page.press('n')
    await page.waitFor({ css: '.doubt-card' })
    const asked = await page.text('.doubt-card b')
    await page.press('1')
    await page.waitForGone({ text: asked })
    await page.press('z')
    await page.waitFor({ text: asked })
    await page.press('s')
    await page.waitFor({ role: 'heading', name: '收到时的原文' })
    await page.waitFor({ css: '.document del' })
  })

  test('nothing in a review is out of reach for people who cannot see or use a mouse', async () => {
    const { as } = await district()
    const page = await as('supervisionOffice', kind, '/imports')
    expect(await page.axe()).toEqual([])
    await page.fill({ css: '.paste textarea' }, DOCUMENT)
    await page.click({ role: 'button', name: '读取' })
    await page.waitFor({ css: '.draft-row.current' })
    await page.press('n')
    expect(await page.axe()).toEqual([])
    await page.press('e')
    await page.waitFor({ css: '.draft-row.editing' })
    expect(await page.axe()).toEqual([])
  })

  test('what was typed into a row outlives a save that is refused, beside what somebody else wrote meanwhile', async () => {
    const { as } = await district()
    const page = await as('supervisionOffice', kind, '/imports')
    await page.fill({ css: '.paste textarea' }, DOCUMENT)
    await page.click({ role: 'button', name: '读取' })
    await page.waitFor({ css: '.draft-row.current' })
    const proof = { css: '[data-cell=evidence] input' }
    await page.press('e')
    await page.fill(proof, '现场照片')
    await page.eval(CHANGED_IN_ANOTHER_TAB)
    await page.eval(SAVED_AND_ACCEPTED_IN_A_STROKE)
    await page.waitFor({ css: '.meanwhile' })
    expect(await page.text('.meanwhile')).toMatch(/佐证\s+验收单\s+现场照片/)
    expect(await page.read(proof, 'value')).toBe('现场照片')
    expect(await page.axe()).toEqual([])
    await page.press('Control+Enter')
    await page.waitForGone({ css: '.draft-row.editing' })
    await page.waitFor({ text: '现场照片', within: '.draft-row.current' })
    // A was pressed for the row as it was to be saved, which it was not.
    expect(await page.count({ css: '.draft-row.accepted' })).toBe(0)

    await page.press('e')
    await page.fill(proof, '现场照片和检测报告')
    await page.eval("fetch('/api/sessions/current', { method: 'DELETE' }).then(({ ok }) => ok)")
    await page.press('Control+Enter')
    await page.waitFor({ role: 'link', name: '去登录' })
    expect(await page.read(proof, 'value')).toBe('现场照片和检测报告')
    // Another page is not opened over it either.
    await page.click({ role: 'link', name: '台账' })
    await page.waitFor({ text: '再离开一次就放弃' })
    expect(await page.read(proof, 'value')).toBe('现场照片和检测报告')

    // A page that only shows says so too: nothing was half filled there, and no figure is made up.
    await page.press('Escape')
    await page.press('g')
    await page.press('f')
    await page.waitFor({ role: 'heading', name: '登录已失效' })
    expect(await page.text('main')).not.toMatch(/填了一半|编号|再试一次|\d/)
    expect(await page.read({ role: 'link', name: '去登录' }, 'href')).toBe('/sign-in?next=%2Ffeedback')
    expect((await page.takeProblems()).every((problem) => /401|409/.test(problem))).toBe(true)
  })
})
