import { describe, expect, test } from 'vitest'
import { writeCsv } from '#domain/org/csv.ts'
import { ensureSetupLink } from '#server/setup/setup.ts'
import { DEMO_PASSWORD } from '../database.setup.ts'
import { demoPerson } from '../world.demo.ts'
import { freshDatabase, NOON, serve } from '../world.ts'
import type { Page } from './browser/page.ts'
import { BROWSER_KINDS, type BrowserKind } from './browser/unpack.ts'
import { listen, visit } from './browsers.ts'
import { district } from './district.ts'

/** An installation that waits for its first run, and a page on its set-up link. */
async function installation(kind: BrowserKind) {
  const { db } = await freshDatabase()
  const { app } = await serve(db, { now: NOON })
  const origin = await listen(app)
  const page = await visit(kind, origin)
  await page.open(`/setup?link=${await ensureSetupLink(db)}`)
  return { db, page }
}

async function signIn(page: Page, userName: string, password: string) {
  await page.fill({ label: '用户名' }, userName)
  await page.fill({ label: '密码' }, password)
  await page.click({ role: 'button', name: '登录' })
}

const person = async (page: Page, nth: number, name: string, userName: string) => {
  await page.fill({ label: '姓名', nth }, name)
  await page.fill({ label: '用户名', nth }, userName)
  await page.fill({ label: '密码', nth }, 'Calm-river-20')
}

describe.each(BROWSER_KINDS)('coming in with the %s browser', (kind) => {
  test('from the set-up link to an organization whose people come from a file and choose their own password', async () => {
    const { page } = await installation(kind)
    await page.click({ role: 'button', name: '完成初始化' })
    await page.waitFor({ text: '请填名称。', nth: 0 })
    await page.fill({ label: '名称', nth: 0 }, '青溪区')
    await person(page, 0, '高明', 'gaoming')
    await person(page, 1, '林晓', 'linxiao')
    await page.click({ role: 'button', name: '完成初始化' })
    await page.waitFor({ text: '初始化完成' })
    await page.click({ role: 'link', name: '去登录' })
    await signIn(page, 'gaoming', 'Calm-river-20')
    await page.waitForPath('/organization')
    await page.click({ role: 'tab', name: '批量导入' })
    const rows = [
      ['姓名', '用户名', '角色', '所在单位'],
      ['张伟', 'zhangwei', '主要领导', ''],
    ]
    await page.upload('input[type=file]', { name: '人员.csv', bytes: Buffer.from(writeCsv(rows)) })
    await page.click({ role: 'button', name: '确认导入 1 条' })
    await page.waitFor({ text: '已导入：新增 1 条，修改 0 条。' })
    const initial = await page.text('.list code')
    // Shown this once: neither another part of the page nor the next file takes them away unasked.
    await page.click({ role: 'tab', name: '人员' })
    await page.click({ role: 'button', name: '留在本页' })
    await page.click({ role: 'button', name: '再导入一份' })
    await page.click({ role: 'button', name: '不下载，离开' })
    await page.waitFor({ role: 'button', name: '选择文件' })
    await page.click({ role: 'button', name: '高明' })
    await page.click({ text: '退出登录' })
    await page.waitForPath('/sign-in')
    await signIn(page, 'zhangwei', initial)
    await page.waitForPath('/password')
    await page.fill({ label: '当前密码' }, initial)
    await page.fill({ label: '新密码' }, 'Wide-field-31')
    await page.fill({ label: '再输一遍新密码' }, 'Wide-field-31')
    await page.click({ role: 'button', name: '改密码' })
    // With a password of one's own, on to the work.
    await page.waitForPath('/')
    await page.waitFor({ role: 'heading', name: '棋盘' })
  })

  test('a wrong password says what to do and keeps the name that was typed', async () => {
    const { open } = await district()
    const page = await open(kind)
    await page.open('/sign-in')
    await signIn(page, 'xiachu', 'wrong')
    await page.waitFor({ role: 'alert' })
    expect(await page.text({ role: 'alert' })).toContain('连续 5 次不对')
    expect(await page.read({ label: '用户名' }, 'value')).toBe('xiachu')
    expect((await page.takeProblems()).every((problem) => problem.includes('401'))).toBe(true)
    expect(await page.axe()).toEqual([])
  })

  test('signing in leads on to where one was going, query and all', async () => {
    const { open } = await district()
    const page = await open(kind)
    await page.open('/ledger?light=red')
    await page.waitForPath(/^\/sign-in/)
    await signIn(page, demoPerson('supervisionOffice').userName, DEMO_PASSWORD)
    await page.waitForPath(/^\/ledger\?light=red/)
    expect((await page.takeProblems()).every((problem) => problem.includes('401'))).toBe(true)
  })

  test('a token is shown once and revoked, with the keyboard alone', async () => {
    const { as } = await district()
    const page = await as('liaison', kind, '/account')
    await page.focus({ role: 'button', name: '新建令牌' })
    await page.press('Enter')
    await page.focus({ label: '名称' })
    await page.type('月报脚本')
    await page.press('Enter')
    await page.waitFor({ text: '令牌已建好' })
    expect(await page.text('dialog code')).toMatch(/^[\w-]{43}$/)
    await page.press('Escape')
    await page.waitForGone('dialog')
    await page.focus({ role: 'button', name: '撤销' })
    await page.press('Enter')
    await page.focus({ role: 'button', name: '撤销', within: { role: 'dialog' } })
    await page.press('Enter')
    await page.waitFor({ text: '没有令牌。需要用程序读取或填报时，再新建一个。' })
    expect(await page.axe()).toEqual([])
  })

  test('units, people and accounts are managed without a mouse or eyes', async () => {
    const { as } = await district()
    const page = await as('sysAdmin', kind, '/')
    await page.waitForPath('/organization')
    await page.waitFor({ role: 'table' })
    expect(await page.axe()).toEqual([])
    await page.fill({ label: '查找' }, 'jiaoyuju')
    await page.waitForGone({ text: '清源区财政局' })
    await page.waitFor({ text: '清源区教育局' })
    await page.click({ role: 'tab', name: '人员' })
    await page.click({ role: 'button', name: '新增人员' })
    await page.waitFor({ role: 'dialog', name: '新增人员' })
    expect(await page.axe()).toEqual([])
  })
})
