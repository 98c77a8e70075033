import { describe, expect, test } from 'vitest'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

/** How often a page has fetched anything but said what happens. */
const READ = `performance.getEntriesByType('resource').filter(({ name }) => !name.endsWith('/events')).length`

describe.each(BROWSER_KINDS)('a joint meeting in the %s browser', (kind) => {
  test('is frozen, held on three screens, ruled on, and its minutes are there when it ends', async () => {
    const { as, db } = await district()
    const office = await as('supervisionOffice', kind, '/meetings')
    await office.click({ css: '.meeting-line', nth: 0 })
    await office.waitFor({ css: '.agenda-table tbody tr', nth: 0 })
    expect(await office.axe()).toEqual([])
    await office.click({ role: 'button', name: '修改安排' })
    await office.fill({ label: '日期' }, '11-20')
    await office.click({ role: 'button', name: '保存' })
    await office.waitForGone({ role: 'dialog' })
    await office.click({ role: 'button', name: '冻结材料' })
    await office.waitFor({ text: '冻结，与纸面一致' })
    const path = (await office.path()).split('?')[0] ?? ''
    // A unit that waits on its phone finds place, time and its own turn, and every unit's card once the session begins.
    const early = await as('unitHead', kind, `${path}/follow`, { width: 390, height: 844 })
    await early.waitFor({ css: '.own-turn' })
    await early.waitFor({ css: '.before-call li', nth: 4 })
    expect(await early.axe()).toEqual([])
    await office.click({ role: 'button', name: '开会' })
    await office.waitFor({ text: '会议进行中' })

    const lead = await as('supervisionOffice', kind, `${path}/lead`, { width: 1920, height: 1080 })
    await lead.waitFor({ text: '按 PageDown 请第一家' })
    const phone = await as('principalLeader', kind, `${path}/follow`, { width: 390, height: 844 })
    await phone.waitFor({ text: '等主持人请第一家' })

    await lead.press('PageDown')
    await lead.waitFor({ role: 'timer' })
    await phone.waitFor({ role: 'timer' })
    expect(await lead.axe()).toEqual([])
    // The book is there: the next point is fetched by nobody, and only said.
    const fetched = (page: typeof lead) => page.eval(READ)
    const before = [await fetched(lead), await fetched(phone)]
    await lead.press('5')
    await lead.waitFor({ css: '[aria-label^="第 5 项"]' })
    await phone.waitFor({ text: '第 5 项', nth: 0 })
    await early.waitFor({ css: '.stage .last-ruling' })
    expect([await fetched(lead), await fetched(phone)]).toEqual(before)

    const record = await as('supervisionOffice', kind, `${path}/record`)
    await record.waitFor({ text: '正在汇报' })
    await record.fill({ label: '议定事项' }, '年底前办结园区二期双回路接入许可')
    await record.waitFor({ text: '还差：牵头单位、时限' })
    await record.fill({ label: '牵头单位' }, '住建局')
    await record.press('Tab')
    await record.click({ role: 'button', name: '月底' })
    // At a second desk this ruling is shown, and another one is written; here a reload goes on in mid-ruling.
    const beside = await as('supervisionOffice', kind, `${path}/record`)
    await beside.waitFor({ css: '.other-drafts li' })
    expect(await beside.read({ label: '议定事项' }, 'value')).toBe('')
    await beside.fill({ label: '议定事项' }, '元旦前完成安全检查')
    await record.waitFor({ css: '.other-drafts li' })
    await record.fill({ label: '记一笔' }, '先核对供电容量')
    await record.reload()
    await record.waitFor({ css: '.other-drafts li' })
    expect(await record.read({ label: '议定事项' }, 'value')).toBe('年底前办结园区二期双回路接入许可')
    expect(await record.read({ label: '记一笔' }, 'value')).toBe('先核对供电容量')
    await record.click({ role: 'button', name: '接着写' })
    await record.waitFor({ css: '.other-drafts', within: { css: '.ruling-form' } })
    await record.click({ role: 'button', name: '放弃这一项' })
    await record.click({ role: 'button', name: '接着写' })
    await record.click({ role: 'button', name: '投到主屏' })
    await lead.waitFor({ text: '年底前办结园区二期双回路接入许可' })
    await phone.waitFor({ role: 'button', name: '确认这一项' })
    expect(await phone.axe()).toEqual([])
    await phone.click({ role: 'button', name: '确认这一项' })
    await record.click({ role: 'button', name: '保存议定' })
    await record.waitFor({ text: '本次已议定 1 项', nth: 0 })
    await phone.waitFor({ css: '.made-rulings li', nth: 0 })
    await record.waitFor({ text: '关于年底前办结园区二期双回路接入许可' })
    expect(await record.axe()).toEqual([])

    // Closed behind its back, the leading screen says why nothing is called any more, until the next thing is done.
    const meetings = db.updateTable('jointMeeting').where('id', '=', path.split('/').at(-1) ?? '')
    await meetings.set({ state: 'prepFrozen' }).execute()
    await lead.press('6')
    await lead.waitFor({ css: '.room-refusal' })
    expect(await lead.text('.room-refusal')).toContain('没有记上')
    expect(await lead.axe()).toEqual([])
    await meetings.set({ state: 'inSession' }).execute()
    await lead.press('5')
    await lead.waitForGone({ css: '.room-refusal' })

    await record.click({ role: 'button', name: '散会' })
    await lead.waitFor({ text: '已散会' })
    await office.open(`${path}?part=minutes`)
    await office.click({ role: 'button', name: '发出征求意见' })
    await office.click({ role: 'button', name: '印发纪要' })
    await office.waitFor({ text: '已印发' })
    await office.open(`${path}?part=rulings`)
    await office.waitFor({ text: '本人确认' })
    expect(await office.axe()).toEqual([])
  })
})
