import { describe, expect, test } from 'vitest'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

describe.each(BROWSER_KINDS)('highlights in the %s browser', (kind) => {
  test('a unit shares what others can copy, adopts another’s with one click, and sees it among its own', async () => {
    const { as } = await district()
    const head = await as('unitHead', kind, '/highlights')
    await head.waitFor({ css: '.highlight-list li', nth: 0 })
    expect(await head.axe()).toEqual([])
    await head.click({ role: 'button', name: '发布亮点' })
    await head.fill({ label: '名称' }, '园区企业用电一次报装')
    await head.waitFor({ text: '还缺：做法和成效、佐证' })
    await head.fill({ label: '做法和成效' }, '供电、园区、科工三家一起踏勘，报装由 21 天压到 9 天。')
    await head.fill({ label: '佐证' }, '报装台账 14 户')
    expect(await head.axe()).toEqual([])
    await head.click({ role: 'button', name: '发布亮点', nth: 1 })
    await head.waitForGone({ role: 'dialog' })
    await head.waitFor({ text: '园区企业用电一次报装' })
    await head.click({ role: 'button', name: '科工信局借鉴', nth: 0 })
    await head.click({ text: '本单位借鉴的' })
    await head.waitFor({ css: '.highlight-list .adopted', nth: 0 })
    await head.waitFor({ text: '科工信局' })
  })
})
