import { describe, expect, test } from 'vitest'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

const PHONE = { width: 390, height: 844 }

describe.each(BROWSER_KINDS)('complaints and suggestions in the %s browser', (kind) => {
  test('on a phone somebody complains; the words outlive a reload, the office answers, the answer is in the inbox', async () => {
    const { as } = await district()
    const words = '材料一个月要了两回，口径还不一样'
    const writer = await as('liaison', kind, '/my-day', PHONE)
    await writer.click({ role: 'button', name: '写投诉建议' })
    await writer.click({ text: '投诉', within: 'dialog' })
    await writer.fill({ label: '内容' }, words)
    expect(await writer.axe()).toEqual([])
    await writer.reload()
    await writer.click({ role: 'button', name: '写投诉建议' })
    await writer.waitFor({ role: 'dialog' })
    expect(await writer.read({ label: '内容' }, 'value')).toBe(words)
    await writer.click({ role: 'button', name: '交督查室' })
    await writer.waitFor({ text: '已交督查室，答复会发到您的消息里。' })
    await writer.press('Escape')
    await writer.click({ css: '.phone-bar a[href="/feedback"]' })
    await writer.waitFor({ text: words })
    await writer.waitFor({ text: '督查室还没有答复。' })
    expect(await writer.eval('document.documentElement.scrollWidth')).toBe(PHONE.width)

    const office = await as('supervisionOffice', kind, '/feedback?show=open')
    await office.waitFor({ text: words })
    expect(await office.axe()).toEqual([])
    const before = await office.count({ css: '.feedback-list li' })
    await office.click({ css: '.feedback-list li:last-child .btn' })
    await office.fill({ label: '答复' }, '今后一次要齐。')
    await office.click({ role: 'button', name: '发出答复' })
    await office.waitForGone({ role: 'dialog' })
    await office.waitForGone({ css: '.feedback-list li', nth: before - 1 })
    await office.click({ role: 'tab', name: '已答复' })
    await office.waitFor({ text: '今后一次要齐。' })

    await writer.open('/messages')
    await writer.click({ text: `督查室答复了您的投诉建议“${words}”：今后一次要齐。` })
    await writer.waitForPath(/^\/feedback\/[0-9a-f-]{36}$/)
    await writer.waitFor({ css: '.feedback-list .answer' })
    expect(await writer.axe()).toEqual([])
  })

  test('from the menu under one’s name somebody comes to their own, and to nobody else’s; of a task it is written there', async () => {
    const { as, db } = await district()
    const head = await as('unitHead', kind)
    await head.click({ css: '.head .menu > button' })
    await head.click({ text: '投诉建议', within: '.menu-list' })
    await head.waitForPath('/feedback')
    await head.waitFor({ text: '还没有投诉建议' })
    await head.open('/my-day')
    await head.waitFor({ css: '.troubled' })
    await head.open(String(await head.eval(`document.querySelector('.troubled').getAttribute('href')`)))
    await head.waitFor({ css: '.rail' })
    await head.waitForGone({ css: '[aria-busy=true]' })
    await head.click({ role: 'button', name: '就此投诉建议' })
    await head.fill({ label: '内容' }, '节点可以合并')
    await head.click({ role: 'button', name: '交督查室' })
    await head.waitFor({ text: '已交督查室，答复会发到您的消息里。' })
    const { taskId } = await db
      .selectFrom('feedback')
      .select('taskId')
      .where('text', '=', '节点可以合并')
      .executeTakeFirstOrThrow()
    expect(await head.path()).toBe(`/tasks/${taskId}`)
  })
})
