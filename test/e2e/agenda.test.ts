import { describe, expect, test } from 'vitest'
import { DISTRICT } from '#server/demo/district.ts'
import { idOf } from '#server/demo/ids.ts'
import { demoPerson } from '../world.demo.ts'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

const CHAIR = DISTRICT.people.find(({ key }) => idOf('person', key) === demoPerson('principalLeader').id)?.name ?? ''

describe.each(BROWSER_KINDS)('a meeting’s agenda in the %s browser', (kind) => {
  test('takes points of the office’s own, their words and minutes, and is put in order from the keyboard', async () => {
    const { as } = await district()
    const office = await as('supervisionOffice', kind, '/meetings')
    await office.click({ css: '.meeting-line', nth: 0 })
    await office.waitFor({ css: 'p.in-writing' })

    await office.fill({ label: '自加事项' }, '通报三季度审计整改')
    await office.fill({ label: '时长（分钟）' }, '8')
    await office.click({ role: 'button', name: '加入议程' })
    await office.waitFor({ label: '通报三季度审计整改的时长' })
    expect(await office.read({ label: '通报三季度审计整改的时长' }, 'value')).toBe('8')

    await office.click({ role: 'button', name: '改名：通报三季度审计整改' })
    await office.fill({ label: '通报三季度审计整改改名为' }, '通报审计整改情况')
    await office.press('Enter')
    await office.waitFor({ label: '通报审计整改情况的时长' })

    const first = '.agenda-table tbody tr:first-child td:nth-child(2)'
    const before = await office.text({ css: first })
    const rows = await office.count({ css: '.minutes-field' })
    await office.focus({ label: '通报审计整改情况的时长' })
    for (let row = 1; row < rows; row += 1) await office.press('Alt+ArrowUp')
    await office.waitFor({ text: '通报审计整改情况', within: { css: '.agenda-table tbody tr:first-child' } })
    await office.waitForGone({ text: '正在保存……' })
    await office.open(await office.path())
    await office.waitFor({ text: '通报审计整改情况', within: { css: '.agenda-table tbody tr:first-child' } })
    expect(await office.text({ css: '.agenda-table tbody tr:nth-child(2) td:nth-child(2)' })).toBe(before)
    expect(await office.axe()).toEqual([])

    await office.click({ role: 'button', name: '删去：通报审计整改情况' })
    await office.waitForGone({ label: '通报审计整改情况的时长' })
    expect(await office.text({ css: first })).toBe(before)
  })

  test('takes the chair that was typed before the list of leaders had come', async () => {
    const { as } = await district()
    const office = await as('supervisionOffice', kind, '/meetings')
    // Of the two lists that a chair is chosen from, theirs is held back until it is let go.
    await office.eval(`(() => {
      const ask = window.fetch
      const free = new Promise((resolve) => (window.letGo = resolve))
      window.fetch = (to, ...more) => (String(to).includes('role=principalLeader') ? free.then(() => ask(to, ...more)) : ask(to, ...more))
    })()`)
    await office.click({ role: 'button', name: '安排会议' })
    await office.fill({ label: '主持人' }, CHAIR)
    await office.press('Tab')
    await office.waitFor({ css: `input[value="${CHAIR}"][aria-busy="true"]` })
    await office.eval('window.letGo()')
    await office.waitFor({ css: `input[value="${CHAIR}"]:not([aria-busy])` })
    await office.fill({ label: '日期' }, '2026-12-18')
    await office.click({ role: 'button', name: '保存' })
    await office.waitForPath(/^\/meetings\/./)
    await office.waitFor({ text: CHAIR })
  })
})
