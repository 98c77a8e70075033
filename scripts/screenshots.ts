/**
 * Takes the pictures of the documentation from a running demo:
 *
 *     npm run demo                       # in another terminal
 *     node scripts/screenshots.ts [--url http://127.0.0.1:3000] [--only board] [--into docs/screenshots] [--png]
 *                                 [--setup 'http://127.0.0.1:3001/setup?link=...']
 *
 * It fills in a sheet, reads a document and holds a meeting there, so give it a demo of its own; `--setup` is the link that an
 * empty `npm start` prints, for the picture of the first run. It starts nothing but a browser: the one from npm, or the one CHROMIUM names (a path). Chinese
 * needs a Chinese font on the machine. Prints one line a picture and what its page logged as errors,
 * and exits with 1 if a picture could not be taken. `--png` is for looking closely; the
 * documentation keeps WebP below 200 kB.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openPage } from '#test/e2e/browser/page.ts'
import type { Page } from '#test/e2e/browser/page.ts'
import { startBrowser } from '#test/e2e/browser/process.ts'
import type { Browser } from '#test/e2e/browser/process.ts'
import { findProgram } from '#test/e2e/browser/unpack.ts'
import { SHOTS } from './screenshots.list.ts'
import type { Shot } from './screenshots.list.ts'

const LARGEST_BYTES = 200_000
const QUALITIES = [90, 75, 60, 45]
const HEIGHTS = { 1440: 900, 1024: 768, 390: 844 } as const
const A4_LANDSCAPE = { width: 1123, height: 794 }

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    only: { type: 'string', default: '' },
    into: { type: 'string', default: 'docs/screenshots' },
    png: { type: 'boolean', default: false },
    setup: { type: 'string', default: '' },
  },
})
const password = process.env['YIPANQI_DEMO_PASSWORD'] ?? 'yipanqi-demo'

/** Signs in the way the sign-in page does. */
async function signIn(page: Page, userName: string): Promise<void> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `screenshots-${Date.now()}` },
    body: JSON.stringify({ userName, password }),
  }
  const status = await page.eval(`fetch('/api/sessions', ${JSON.stringify(request)}).then((reply) => reply.status)`)
  if (status !== 201)
    throw new Error(`${userName} could not sign in (${String(status)}); is YIPANQI_DEMO_PASSWORD right?`)
}

/** Waits until the page is there, has its fonts, fetches nothing and has not changed for a moment. */
const SETTLED = `new Promise((resolve) => {
  let timer
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => !document.querySelector('h1, main') || document.querySelector('[aria-busy=true]') ? later() : document.fonts.ready.then(resolve), 400)
  }
  new MutationObserver(later).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  later()
  setTimeout(resolve, 15000)
}).then(() => undefined)`

async function reach(page: Page, { account, path, walk, language = 'zh', medium = 'screen' }: Shot): Promise<void> {
  await page.open(account === null ? path : '/sign-in')
  // The page writes down its own language while it starts.
  await page.eval(SETTLED)
  await page.eval(`localStorage.setItem('yipanqi.language', ${JSON.stringify(language)})`)
  if (account !== null) await signIn(page, account)
  await page.open(path)
  await page.eval(SETTLED)
  if (walk) {
    await walk(page)
    await page.eval(SETTLED)
  }
  if (medium === 'print') {
    await page.setMedium('print')
    // Paper is only laid out when the browser says that it prints.
    await page.eval("document.body.style.padding = '11mm', void dispatchEvent(new Event('beforeprint'))")
    await page.eval(SETTLED)
  }
}

/** The best quality that stays small. */
async function picture(page: Page): Promise<Buffer> {
  if (options.png) return page.screenshot()
  let bytes: Buffer = Buffer.alloc(0)
  for (const quality of QUALITIES) {
    bytes = await page.screenshot({ format: 'webp', quality })
    if (bytes.length < LARGEST_BYTES) break
  }
  return bytes
}

async function take(browser: Browser, shot: Shot): Promise<void> {
  const { width = 1440, language = 'zh', medium } = shot
  const size = medium === 'print' ? A4_LANDSCAPE : { width, height: HEIGHTS[width] }
  const page = await openPage(browser, options.url, { language: language === 'zh' ? 'zh-CN' : 'en', ...size })
  try {
    await reach(page, shot)
    const bytes = await picture(page)
    const file = join(options.into, `${shot.name}.${options.png ? 'png' : 'webp'}`)
    await writeFile(file, bytes)
    console.log(`${file}  ${Math.round(bytes.length / 1000)} kB  ${await page.path()}`)
    for (const problem of await page.takeProblems()) console.log(`  ! ${problem}`)
  } finally {
    await page.close()
  }
}

const chromium = process.env['CHROMIUM']
const browser = await startBrowser(chromium ? { executable: chromium, env: {} } : await findProgram('current'))
await mkdir(options.into, { recursive: true })
const setup: Shot[] = options.setup ? [{ name: 'setup', account: null, path: options.setup }] : []
for (const shot of [...SHOTS, ...setup].filter(({ name }) => name.startsWith(options.only))) {
  await take(browser, shot).catch((error: unknown) => {
    process.exitCode = 1
    console.error(`${shot.name}: ${error instanceof Error ? error.message : String(error)}`)
  })
}
await browser.close()
