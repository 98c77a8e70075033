import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
import { COMPLETION_CHECKS } from '#domain/tasks/inLife.ts'
import { DISTRICT } from '#server/demo/district.ts'
import { idOf } from '#server/demo/ids.ts'
import { drawScan } from '#server/demo/scan.ts'
import { demoPerson } from '../world.demo.ts'
import type { Page } from './browser/page.ts'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

const UNIT_KEY = demoPerson('unitHead').unitKey ?? ''
const UNIT = DISTRICT.units.find(({ key }) => key === UNIT_KEY)?.shortName ?? ''
const nameOf = (role: 'principalLeader' | 'leaderInCharge') =>
  DISTRICT.people.find(({ key }) => idOf('person', key) === demoPerson(role).id)?.name ?? ''

const initialsOf = (role: 'principalLeader') => pinyin(nameOf(role), { pattern: 'first', type: 'array' }).join('')

/** A step that this journey is not about, sent from the page of whoever may take it. */
const send = (page: Page, path: string, body: object) => {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return page.eval(`fetch(${JSON.stringify(path)}, ${JSON.stringify(request)}).then((reply) => reply.status)`)
}

async function choose(page: Page, label: string, words: string): Promise<void> {
  await page.fill({ label }, words)
  await page.waitFor({ css: '[role=option]' })
  await page.press('Enter')
}

async function answer(page: Page, directiveId: string, done: string): Promise<void> {
  await page.open(`/directives/${directiveId}`)
  await page.click({ role: 'button', name: '报告办理情况' })
  await page.fill({ label: '办理情况' }, done)
  await page.fill({ label: '结果' }, '已经解决，纳入日常巡查。')
  await page.click({ role: 'button', name: '报送' })
  await page.waitForGone({ css: '[open]' })
  await page.waitFor({ text: done })
}

describe.each(BROWSER_KINDS)('a directive in the %s browser', (kind) => {
  test('is registered with its scan, answered, written on from a telephone, answered again and agreed to', async () => {
    const { as, db } = await district()
    const office = await as('supervisionOffice', kind, '/directives/new')
    await choose(office, '批示人', initialsOf('principalLeader'))
    await office.waitFor({ css: `input[value="${nameOf('principalLeader')}"]` })
    await office.fill({ label: '批示原文' }, '请查清停工原因，限期复工。')
    await office.waitFor({ text: '急件：登记次日起 3 个工作日，2026-11-25 前报告。' })
    await office.upload({ css: '.pages-field input' }, { name: '批示.png', bytes: drawScan('journey') })
    await office.waitFor({ css: '.pages-field li' })
    await office.reload()
    await office.waitFor({ text: '已保留上次没有提交的内容。' })
    await choose(office, '牵头单位', UNIT)
    // The leader in whose portfolio the unit is was filled in.
    await office.waitFor({ css: `input[value="${nameOf('leaderInCharge')}"]` })
    await office.select({ label: '板块' }, '工业强区')
    expect(await office.axe('main')).toEqual([])
    await office.click({ role: 'button', name: '登记并交办' })
    await office.waitFor({ text: '请查清停工原因，限期复工。' })
    await office.waitForPath(/^\/directives\/[0-9a-f-]{36}$/)
    const directiveId = (await office.path()).split('/')[2] ?? ''
    await office.waitFor({ css: '.paper-page img' })
    await office.click({ role: 'button', name: '放大看第 1 页' })
    await office.waitFor({ css: '.paper-large img' })
    await office.press('Escape')
    expect(await office.axe('main')).toEqual([])

    const { taskId } = await db
      .selectFrom('directiveTask')
      .select('taskId')
      .where('directiveId', '=', directiveId)
      .executeTakeFirstOrThrow()
    const head = await as('unitHead', kind, '/account')
    const assigneeId = demoPerson('unitHead').id
    expect(await send(head, `/api/tasks/${taskId}/acknowledgement`, { assigneeId })).toBe(200)
    await answer(head, directiveId, '已到现场查明原因。')
    const accept = () => send(office, `/api/tasks/${taskId}/completion-acceptance`, { checks: COMPLETION_CHECKS })
    expect(await accept()).toBe(200)

    const leader = await as('principalLeader', kind, '/my-day', { width: 390, height: 844 })
    await leader.click({ css: `a[href="/directives/${directiveId}"]`, nth: 0 })
    await leader.waitFor({ text: '已到现场查明原因。' })
    expect(await leader.axe('main')).toEqual([])
    await leader.click({ role: 'button', name: '再批示' })
    await leader.fill({ label: '批示内容' }, '请同步解决拖欠的工资。')
    await leader.click({ role: 'button', name: '批示' })
    // The former one's page tells of it at once, too, before the new one's is there.
    await leader.waitForPath(new RegExp(`^/directives/(?!${directiveId})`))
    await leader.waitFor({ text: '前后批示' })
    const childId = (await leader.path()).split('/')[2] ?? ''
    expect(childId).not.toBe(directiveId)

    await answer(head, childId, '工资已全部发放。')
    expect(await accept()).toBe(200)
    await leader.waitFor({ text: '工资已全部发放。' })
    await leader.click({ role: 'button', name: '同意，办结' })
    await leader.click({ css: '[open] .btn.solid' })
    await leader.waitForGone({ css: '[open]' })
    await leader.waitFor({ text: `${nameOf('principalLeader')}同意` })
    await office.open(`/directives/${directiveId}`)
    await office.waitFor({ text: '已办结' })
  })
})
