import { z } from 'zod'
import { findViolations } from './axe.ts'
import type { AxeViolation } from './axe.ts'
import { countOf, evaluate, patiently, toldByNavigation, until } from './finding.ts'
import type { Target } from './finding.ts'
import { hasKey, keyEvents } from './keys.ts'
import type { Browser } from './process.ts'
import { leaveTab, navigate, openTab } from './tab.ts'
import type { Tab, VisitorOptions } from './tab.ts'

interface UploadedFile {
  name: string
  bytes: Uint8Array
  type?: string
}

/** What `read` can tell of an element besides its attributes. */
type Reading = 'text' | 'value' | 'checked' | 'name' | (string & {})

interface Picture {
  /** What the window shows now, or all that scrolling down would show. */
  what?: 'window' | 'whole'
  /** WebP is only for the current browser; `quality` (1 to 100) is only for WebP. */
  format?: 'png' | 'webp'
  quality?: number
}

/**
 * A page as a journey sees it; the same in every browser. Each action waits until its target is
 * there, enabled and uncovered, for up to `PATIENCE_MS`, then says why it gave up.
 */
export interface Page {
  /** Takes up a session by its secret, as the cookie that signing in leaves. */
  signIn(secret: string): Promise<void>
  /** Loads a path of the product (or a whole URL) and waits for the load to end. */
  open(path: string): Promise<void>
  /** Path and search of where the page is now. */
  path(): Promise<string>
  reload(): Promise<void>
  /** Empties the browser's cache, which visitors of one browser share: every file is asked for again. */
  forgetFiles(): Promise<void>
  click(target: Target): Promise<void>
  /** Replaces what a field holds; dates as ISO days. */
  fill(target: Target, value: string): Promise<void>
  focus(target: Target): Promise<void>
  /** One key stroke to whatever has the focus: `Enter`, `Shift+Tab`, `Control+k`. */
  press(stroke: string): Promise<void>
  /** Types where the focus is, letter by letter. */
  type(text: string): Promise<void>
  /**
   * Types the way a pinyin input method does: letters under composition first, then the words chosen.
   * Chromium 90 has no command for composition; there the words come at once.
   */
  compose(letters: string, text: string): Promise<void>
  /** Picks an option of a native select by its label. */
  select(target: Target, label: string): Promise<void>
  /** Puts files into a file field, which may be hidden. */
  upload(target: Target, ...files: UploadedFile[]): Promise<void>
  text(target?: Target): Promise<string>
  read(target: Target, what: Reading): Promise<string | null>
  /** How many visible elements match now; waits for nothing. */
  count(target: Target): Promise<number>
  /** Waits until at least one visible element matches. */
  waitFor(target: Target): Promise<void>
  waitForGone(target: Target): Promise<void>
  waitForPath(wanted: string | RegExp): Promise<void>
  /** A PNG of the window, unless a picture asks otherwise. */
  screenshot(picture?: Picture): Promise<Buffer>
  setViewport(width: number, height: number): Promise<void>
  /** Shows the page as `print` or `screen`. */
  setMedium(medium: 'print' | 'screen'): Promise<void>
  pdf(): Promise<Buffer>
  /** Evaluates an expression among the page's own variables, awaiting it if it is a promise. */
  eval(expression: string): Promise<unknown>
  /**
   * WCAG 2.1 A and AA violations that axe finds in the page as it stands. It is asked in the current browser only, where
   * it takes half as long: it judges elements, names and colours, and no style sheet gives the old one others.
   */
  axe(scope?: string): Promise<AxeViolation[]>
  /** Hands over the errors logged so far and forgets them; what is left at the end fails the test. */
  takeProblems(): Promise<string[]>
  /** Messages of `alert`, `confirm` and `prompt` so far; they were accepted. */
  dialogs: readonly string[]
  close(): Promise<void>
}

const Point = z.object({ why: z.undefined().optional(), x: z.number(), y: z.number() })
const Done = z.object({ why: z.undefined().optional() })
const Field = Done.extend({ filled: z.boolean() })
const Read = Done.extend({ read: z.string().nullable() })
const Data = z.object({ data: z.string() })
const Size = z.object({ width: z.number(), height: z.number() })

/** Opens a blank page for a visitor nobody knows yet; `origin` is where the product listens. */
export async function openPage(browser: Browser, origin: string, options: VisitorOptions = {}): Promise<Page> {
  const tab = await openTab(browser, options)

  const press = async (stroke: string) => {
    for (const event of keyEvents(stroke)) await tab.send('Input.dispatchKeyEvent', event)
  }
  const insert = (text: string) => tab.send('Input.insertText', { text })

  const readText = async (target: Target, what: Reading) =>
    (await patiently(tab, Read, `read ${what} of`, target, 'read', what)).read

  const click = async (target: Target) => {
    const { x, y } = await patiently(tab, Point, 'click', target, 'steadyPoint')
    const at = { x, y, button: 'left', clickCount: 1 }
    await tab.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y })
    await tab.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at })
    await tab.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at })
  }

  const path = async () => String(await evaluate(tab, 'location.pathname + location.search'))

  return {
    async signIn(secret) {
      await tab.send('Network.setCookie', {
        url: origin,
        name: 'yipanqi',
        value: secret,
        httpOnly: true,
        sameSite: 'Lax',
      })
    },
    open: (to) => navigate(tab, new URL(to, origin).href),
    path,
    async reload() {
      const loaded = tab.next('Page.loadEventFired')
      await tab.send('Page.reload')
      await loaded
    },
    async forgetFiles() {
      await tab.send('Network.clearBrowserCache')
    },
    click,
    async fill(target, value) {
      const { filled } = await patiently(tab, Field, 'fill', target, 'prepareField', value)
      if (filled) return
      await (value === '' ? press('Delete') : insert(value))
    },
    async focus(target) {
      await patiently(tab, Done, 'focus', target, 'focus')
    },
    press,
    async type(text) {
      for (const letter of text) await (hasKey(letter) ? press(letter) : insert(letter))
    },
    async compose(letters, text) {
      for (let end = 1; end <= letters.length; end++) {
        const composition = { text: letters.slice(0, end), selectionStart: end, selectionEnd: end }
        await tab.send('Input.imeSetComposition', composition).catch(unlessAbsent)
      }
      await insert(text)
    },
    async select(target, label) {
      await patiently(tab, Done, `select ${label} in`, target, 'choose', label)
    },
    async upload(target, ...files) {
      const sent = files.map(({ name, bytes, type = '' }) => ({
        name,
        type,
        base64: Buffer.from(bytes).toString('base64'),
      }))
      await patiently(tab, Done, 'upload to', target, 'giveFiles', sent)
    },
    text: async (target = 'body') => (await readText(target, 'text')) ?? '',
    read: readText,
    count: (target) => countOf(tab, target),
    async waitFor(target) {
      await patiently(tab, Done, 'find', target, 'present')
    },
    async waitForGone(target) {
      await patiently(tab, Done, 'see the last of', target, 'absent')
    },
    async waitForPath(wanted) {
      let seen = ''
      const arrived = async () => {
        seen = await path().catch(() => '')
        return typeof wanted === 'string' ? seen === wanted : wanted.test(seen)
      }
      await until(arrived, () => `Waited in vain for the path ${wanted}; it is ${seen}`)
    },
    async screenshot({ what = 'window', format = 'png', quality } = {}) {
      const window = Size.parse(await evaluate(tab, '({ width: innerWidth, height: innerHeight })'))
      if (what === 'whole') await growToContent(tab, window)
      const shot = await tab.send('Page.captureScreenshot', { format, ...(quality !== undefined && { quality }) })
      if (what === 'whole') await resize(tab, window)
      return Buffer.from(Data.parse(shot).data, 'base64')
    },
    setViewport: (width, height) => resize(tab, { width, height }),
    async setMedium(medium) {
      await tab.send('Emulation.setEmulatedMedia', { media: medium })
    },
    async pdf() {
      const printed = await tab.send('Page.printToPDF', { printBackground: true, preferCSSPageSize: true })
      return Buffer.from(Data.parse(printed).data, 'base64')
    },
    eval: (expression) => evaluate(tab, expression),
    axe: async (scope = 'html') => (tab.isOld ? [] : findViolations(tab, scope)),
    async takeProblems() {
      // Lets the page finish what it is in the midst of, so that what goes wrong there has arrived.
      await evaluate(tab, 'new Promise((resolve) => setTimeout(resolve))').catch(toldByNavigation)
      return tab.problems.splice(0)
    },
    dialogs: tab.dialogs,
    close: () => leaveTab(browser, tab, new URL('/healthz', origin).href),
  }
}

async function resize(tab: Tab, { width, height }: z.infer<typeof Size>): Promise<void> {
  await tab.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
}

async function growToContent(tab: Tab, window: z.infer<typeof Size>): Promise<void> {
  const needed = z.number().parse(await evaluate(tab, 'document.documentElement.scrollHeight'))
  await resize(tab, { width: window.width, height: Math.max(window.height, needed) })
}

/** Lets pass that a browser does not know a command. */
function unlessAbsent(error: unknown): void {
  if (!(error instanceof Error && error.message.endsWith("wasn't found"))) throw error
}
