import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { visit } from './browsers.ts'

const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>试页</title>
<main><h1>试页</h1>
<label>姓名 <input id="name"></label>
<label>到期日 <input type="date"></label>
<label>状态 <select><option value="a">办理中</option><option value="b">已办结</option></select></label>
<label hidden>附件 <input type="file"></label>
<button id="open">打开</button> <button disabled>灰的</button>
<output id="log"></output>
<div style="height: 3000px"></div><button id="low">最底下</button>
<dialog aria-label="确认"><p>确定吗</p><button id="sure">确定</button></dialog>
</main><script src="/page.js"></script></html>`

const SCRIPT = `
const log = (text) => { document.getElementById('log').textContent += text + ' ' }
const dialog = document.querySelector('dialog')
document.getElementById('open').onclick = () => dialog.showModal()
document.getElementById('sure').onclick = () => dialog.close()
dialog.onclose = () => log('closed')
document.getElementById('low').onclick = () => log('low')
const name = document.getElementById('name')
name.onkeydown = (event) => log(event.key + (event.isComposing ? '…' : ''))
name.addEventListener('compositionend', (event) => log('composed:' + event.data))
document.querySelector('select').onchange = (event) => log('chose:' + event.target.value)
document.querySelector('input[type=file]').onchange = async (event) => {
  const file = event.target.files[0]
  log(file.name + ':' + await file.text())
}`

const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'"

const server = createServer((request, reply) => {
  const files: Record<string, [type: string, body: string]> = {
    '/': ['text/html', PAGE],
    '/page.js': ['text/javascript', SCRIPT],
    '/broken': ['text/html', '<!doctype html><title>坏页</title><script>inline()</script><img src="/gone.png">'],
    '/favicon.ico': ['image/x-icon', ''],
  }
  const [type, body] = files[request.url ?? ''] ?? ['text/plain', undefined]
  reply.writeHead(body === undefined ? 404 : 200, { 'content-type': type, 'content-security-policy': POLICY })
  reply.end(body)
})
let origin: string

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

describe.each(BROWSER_KINDS)('in the %s browser', (kind) => {
  test('a visitor clicks, types Chinese, chooses and uploads', async () => {
    const page = await visit(kind, origin)
    await page.open('/')
    await page.click({ label: '姓名' })
    await page.type('张三 a1')
    expect(await page.read('#name', 'value')).toBe('张三 a1')
    await page.fill({ label: '姓名' }, '李四')
    await page.fill({ label: '到期日' }, '2026-11-30')
    await page.select({ role: 'combobox', name: '状态' }, '已办结')
    await page.upload('input[type=file]', { name: '方案.txt', bytes: Buffer.from('内容') })
    await page.waitFor({ text: '方案.txt:内容' })
    expect(await page.read({ label: '姓名' }, 'value')).toBe('李四')
    expect(await page.read({ label: '到期日' }, 'value')).toBe('2026-11-30')
    expect(await page.text('#log')).toContain('chose:b')
  })

  test('a dialog opens, covers the page and closes by keyboard', async () => {
    const page = await visit(kind, origin)
    await page.open('/')
    await page.focus({ role: 'button', name: '打开' })
    await page.press('Enter')
    await page.waitFor({ role: 'dialog', name: '确认' })
    await page.click({ role: 'button', name: '确定', within: { role: 'dialog' } })
    await page.waitForGone('dialog')
    await page.click({ text: '打开' })
    await page.press('Escape')
    await page.waitFor({ text: 'closed closed' })
    await page.click('#low')
    expect(await page.text('#log')).toBe('closed closed low')
    expect(await page.count({ role: 'button' })).toBe(3)
  })

  test('a window of any size is pictured and printed', async () => {
    const page = await visit(kind, origin)
    await page.setViewport(390, 844)
    await page.open('/')
    const [window, whole] = [await page.screenshot(), await page.screenshot({ what: 'whole' })]
    expect([window.readUInt32BE(16), window.readUInt32BE(20)]).toEqual([390, 844])
    expect(whole.readUInt32BE(20)).toBeGreaterThan(3000)
    expect(await page.eval('[innerWidth, innerHeight]')).toEqual([390, 844])
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('errors, broken policies and requests to the outside are noticed', async () => {
    const page = await visit(kind, origin)
    await page.open('/broken')
    await page.eval("void setTimeout(() => { throw new Error('uncaught') })")
    await page.eval("console.error('logged')")
    await page.eval("fetch('http://192.0.2.1/').catch(() => 0)")
    const problems = (await page.takeProblems()).join('\n')
    for (const trace of ['inline script', '/gone.png', 'uncaught', 'logged', '192.0.2.1'])
      expect(problems).toContain(trace)
  })

  test('each visitor is a stranger, speaks Chinese and keeps Beijing time', async () => {
    const first = await visit(kind, origin)
    await first.open('/')
    await first.eval("document.cookie = 'who=me'")
    const second = await visit(kind, origin)
    await second.open('/')
    expect(await second.eval('document.cookie')).toBe('')
    expect(await second.eval('navigator.language + Intl.DateTimeFormat().resolvedOptions().timeZone')).toBe(
      'zh-CNAsia/Shanghai',
    )
  })
})

describe.each(BROWSER_KINDS)('a tab of the %s browser that is handed on', (kind) => {
  const traces = '[document.cookie, localStorage.length, sessionStorage.length, history.length].join()'
  const seen: unknown[] = []
  test.each(['the first visitor', 'the next one'])('knows nothing of who sat there before: %s', async () => {
    const page = await visit(kind, origin, { language: 'en' })
    await page.open('/')
    seen.push(await page.eval(traces))
    expect(seen.at(-1)).toMatch(/^,0,0,/)
    expect(seen.at(-1)).toBe(seen[0])
    await page.eval(
      "document.cookie = 'who=me'; localStorage.a = sessionStorage.a = '1'; history.pushState(1, '', '/x')",
    )
  })
})

test('the floor is Chromium 90', async () => {
  const page = await visit('floor', origin)
  expect(await page.eval('navigator.userAgent')).toContain(' Chrome/90.')
})

test('an input method composes before it writes', async () => {
  const page = await visit('current', origin)
  await page.open('/')
  await page.click('#name')
  await page.compose('weiyuanhui', '委员会')
  expect(await page.read('#name', 'value')).toBe('委员会')
  expect(await page.text('#log')).toContain('composed:委员会')
})

test('axe looks past the content security policy', async () => {
  const page = await visit('current', origin)
  await page.open('/')
  expect(await page.axe()).toEqual([])
  await page.eval("document.getElementById('name').parentElement.replaceWith(document.createElement('input'))")
  expect((await page.axe()).map(({ id }) => id)).toEqual(['label'])
})
