import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe.each(BROWSER_KINDS)('papers of a meeting in the %s browser', (kind) => {
  test('the briefing book has its cover, its contents, and a page for every unit, which go to paper', async () => {
    const { as } = await district()
    const office = await as('supervisionOffice', kind, '/meetings')
    await office.click({ css: '.meeting-line', nth: 0 })
    await office.click({ role: 'tab', name: '一页纸' })
    await office.click({ text: '简报本（打印或另存为 PDF）' })
    await office.waitFor({ css: '.book-cover' })
    const units = await office.count({ css: '.book .unit-card' })
    expect(units).toBeGreaterThan(40)
    expect(await office.count({ css: '.book-contents li' })).toBe(units)
    expect(await office.axe()).toEqual([])
    const printed = await office.pdf()
    const pages = printed.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []
    expect(pages.length).toBeGreaterThan(units)
  })

  test('a unit sees its own page before the freeze, and no paper is offered that is not there yet', async () => {
    const { as } = await district()
    const head = await as('unitHead', kind, '/meetings', { width: 390, height: 844 })
    await head.click({ css: '.meeting-line', nth: 0 })
    await head.click({ role: 'tab', name: '一页纸' })
    await head.waitFor({ css: '.unit-card' })
    expect(await head.count({ text: '简报（docx）' })).toBe(0)
    expect(await head.axe()).toEqual([])
  })

  test('an office sends its own template, previews and uses it, and goes back to the built-in paper', async () => {
    const { as } = await district()
    const office = await as('supervisionOffice', kind, '/paper-templates')
    await office.waitFor({ role: 'heading', name: '文书模板' })
    expect(await office.axe()).toEqual([])
    await office.upload('input[type=file]', { name: '议程.docx', bytes: new Uint8Array([1, 2]), type: DOCX })
    await office.waitFor({ role: 'alert' })
    const sample = `fetch('/api/paper-templates/agenda/file').then((reply) => reply.arrayBuffer())
      .then((bytes) => [...new Uint8Array(bytes)])`
    const bytes = Uint8Array.from(z.array(z.number()).parse(await office.eval(sample)))
    await office.upload('input[type=file]', { name: '议程.docx', bytes, type: DOCX })
    await office.waitFor({ text: '已存为第 1 版。先预览，再启用。' })
    await office.waitFor({ text: '预览' })
    await office.click({ role: 'button', name: '启用' })
    await office.waitFor({ role: 'button', name: '恢复内置版式' })
    expect(await office.axe()).toEqual([])
    await office.click({ role: 'button', name: '恢复内置版式' })
    await office.waitForGone({ role: 'button', name: '恢复内置版式' })
  })
})
