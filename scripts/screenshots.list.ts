import type { Page } from '#test/e2e/browser/page.ts'

/** One picture of the documentation: who looks at what, in which language, on what. */
export interface Shot {
  /** The file's name without its ending. */
  name: string
  /** The user name of a demo account, or nobody for the pages before signing in. */
  account: string | null
  path: string
  /** What is done on the way, once the page has come to rest. */
  walk?: (page: Page) => Promise<void>
  language?: 'zh' | 'en'
  width?: 1440 | 1024 | 390
  /** Paper is A4 landscape at 96 dots an inch, as the browser prints it. */
  medium?: 'screen' | 'print'
}

const OFFICE = 'xiachu'
const LIAISON = 'shaoyiming'

/** An invented notice, with what such notices leave open. */
const NOTICE = `清源区2026年四季度重点工作任务分工方案
清政办发〔2026〕61号
一、工业强区
1.完成精密制造园南区6万平方米标准厂房竣工验收，12月25日前完成。（牵头单位：科工信局；配合单位：住建局、自然资源局；责任领导：柏松年）
2.新增规模以上工业企业6家。（牵头单位：科工信局、发改局；完成时限：12月底前）
3.完成园区污水管网改造9公里，11月底前通水。（牵头单位：生态环境局；配合单位：管网办）
二、健康惠区
4.新增普惠托位160个，12月20日前投用。（牵头单位：卫健局；配合单位：教育局）
5.持续优化家庭医生签约服务，进一步提升群众满意度。（各有关部门）
6.改造村卫生室12个。（卫健局牵头，12月10日前完成）`

/** A queue with three rows picked by keyboard, and one of them open. */
async function pickOnDesk(page: Page): Promise<void> {
  await page.waitFor({ css: '.desk [data-row]' })
  for (const stroke of ['j', 'x', 'j', 'x', 'j', 'x']) await page.press(stroke)
  await page.press('Enter')
  await page.waitFor({ css: '.desk-detail' })
}

const toWorstTask = (page: Page) => page.click({ css: '.side-panel a[href^="/tasks/"]', nth: 0 })
const toFirstDirective = (page: Page) => page.click({ css: '.directive-table td a', nth: 0 })
const toSheet = (page: Page) => page.click({ css: '.pressing a[href^="/reports/"]', nth: 0 })

/** A sheet with its first rows filled in, and the next one under the cursor. */
async function fillSheet(page: Page): Promise<void> {
  await toSheet(page)
  const cell = (row: number, field: string) => ({ css: `[data-cell$=" ${field}"]`, nth: row })
  await page.fill(cell(0, 'actualShare'), '72')
  await page.fill(cell(0, 'nextStep'), '12 月 5 日前主体结构封顶，同步报送佐证')
  await page.fill(cell(0, 'evidence'), '监理月报')
  await page.press('Enter')
  await page.fill(cell(1, 'actualShare'), '88')
  await page.fill(cell(1, 'done'), '1—10 月规上工业增加值增长 7.6%')
  await page.press('Enter')
  await page.fill(cell(2, 'actualShare'), '81')
}

/** A document that was just read, its first row accepted and the next doubt open. */
async function readDocument(page: Page): Promise<void> {
  await page.fill({ css: 'textarea' }, NOTICE)
  await page.click({ role: 'button', name: '读取' })
  await page.waitForPath(/^\/imports\/./)
  await page.waitFor({ css: '.document' })
  await page.press('a')
  await page.press('n')
}

/** A document that was registered, with rows accepted, edited and left out, and the page that adds such up. */
async function registerDocument(page: Page): Promise<void> {
  await readDocument(page)
  const strokes = ['Alt+1', 'Alt+1', 'a', 'Alt+1', 'Alt+1', 'a', 'Alt+1', 'a', 'n', 'Alt+1', 'a', 'x']
  for (const stroke of strokes) await page.press(stroke)
  await page.waitFor({ css: '.draft-row.discarded' })
  await page.click({ css: '.title .btn.solid' })
  await page.waitFor({ css: 'dialog .foreseen' })
  if ((await page.count({ css: 'dialog .check' })) > 0) await page.click({ css: 'dialog .check' })
  await page.click({ role: 'button', name: '登记', within: 'dialog' })
  await page.waitFor({ role: 'heading', name: '登记完毕' })
  await page.open('/imports/quality')
  await page.waitFor({ css: '.quality-page table' })
}

/** Sends the next meeting through its steps on the day of the demo, as the buttons of its page do. */
const CONVENE = `(async () => {
  const ask = async (path, method = 'GET', body) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
    const reply = await fetch(path, { method, headers, body: body && JSON.stringify(body) })
    if (!reply.ok) throw new Error(path + ' ' + reply.status)
    return reply.json()
  }
  const { today } = await ask('/api/sessions/current')
  const { id, state } = (await ask('/api/meetings')).items[0]
  const at = '/api/meetings/' + id
  if (state === 'collecting') {
    const { version } = await ask(at)
    await ask(at, 'PATCH', { version, changes: { heldOn: today } })
    for (const step of ['/freeze', '/session']) await ask(at + step, 'POST', {})
  }
  return '/meetings/' + id
})()`

/** One of the screens of a session that is under way. */
async function openRoom(page: Page, screen: 'lead' | 'record' | 'follow'): Promise<void> {
  await page.open(`${String(await page.eval(CONVENE))}/${screen}`)
}

/** The recorder's desk with a unit on stage, one ruling made and the next before the room. */
async function recordRuling(page: Page): Promise<void> {
  await openRoom(page, 'record')
  await page.click({ css: '.recorder-agenda li:nth-child(13) button' })
  const write = async (sentence: string, unit: string) => {
    await page.fill({ label: '议定事项' }, sentence)
    await page.fill({ label: '牵头单位' }, unit)
    await page.press('Tab')
    await page.click({ role: 'button', name: '两周' })
  }
  await write('优化占道疏解方案，办结园区二期双回路接入施工许可', '住建局')
  await page.press('Control+Enter')
  await page.waitFor({ css: '.made-list li' })
  await write('两宗资产先行解押，保证引导基金首批项目到资', '城投集团')
  await page.click({ role: 'button', name: '投到主屏' })
}

const toNextMeeting = (page: Page) => page.click({ css: '.meeting-line', nth: 0 })

export const SHOTS: Shot[] = [
  { name: 'sign-in', account: null, path: '/sign-in' },
  { name: 'board', account: OFFICE, path: '/' },
  { name: 'board.en', account: OFFICE, path: '/', language: 'en' },
  { name: 'board.print', account: OFFICE, path: '/', medium: 'print' },
  { name: 'board.390', account: LIAISON, path: '/', width: 390 },
  { name: 'ledger', account: OFFICE, path: '/ledger' },
  { name: 'task', account: OFFICE, path: '/', walk: toWorstTask },
  { name: 'sheet', account: LIAISON, path: '/reports', walk: fillSheet },
  { name: 'sheet.390', account: LIAISON, path: '/reports', walk: toSheet, width: 390 },
  { name: 'reports', account: OFFICE, path: '/reports' },
  { name: 'quality', account: OFFICE, path: '/imports', walk: registerDocument },
  { name: 'imports', account: OFFICE, path: '/imports' },
  { name: 'review', account: OFFICE, path: '/imports', walk: readDocument },
  { name: 'difficulties', account: OFFICE, path: '/difficulties' },
  { name: 'my-day', account: OFFICE, path: '/my-day' },
  { name: 'my-day.390', account: LIAISON, path: '/my-day', width: 390 },
  { name: 'supervision-desk', account: OFFICE, path: '/desk?queue=toAccept', walk: pickOnDesk },
  { name: 'burden', account: OFFICE, path: '/burden' },
  { name: 'directive', account: 'qiyuanshan', path: '/directives?show=toLeader', walk: toFirstDirective },
  { name: 'meeting-agenda', account: OFFICE, path: '/meetings', walk: toNextMeeting },
  { name: 'meeting-recorder', account: OFFICE, path: '/meetings', walk: recordRuling },
  { name: 'meeting-lead', account: OFFICE, path: '/meetings', walk: (page) => openRoom(page, 'lead') },
  {
    name: 'meeting-follow.390',
    account: 'qiyuanshan',
    path: '/meetings',
    walk: (page) => openRoom(page, 'follow'),
    width: 390,
  },
  { name: 'notices', account: OFFICE, path: '/notices' },
  { name: 'organization', account: 'shuwang', path: '/organization' },
]
