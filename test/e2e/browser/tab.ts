import { z } from 'zod'
import { evaluate } from './finding.ts'
import type { Browser } from './process.ts'
import type { ProtocolEvent } from './protocol.ts'

/** What a fresh visitor brings: nothing but a language, a clock and a window. */
export interface VisitorOptions {
  /** The language the browser asks pages for, such as `zh-CN` (the default) or `en`. */
  language?: string
  /** The time zone of the visitor's machine; the product must not depend on it. */
  timeZone?: string
  width?: number
  height?: number
}

/** One page target in a browser context of its own (no cookie shared with any other), and what it told. */
export interface Tab {
  targetId: string
  userAgent: string
  /** Whether it is Chromium 90. */
  isOld: boolean
  /** The world of the journey's commands in the document that is shown, once somebody asked for it. */
  world: Promise<number> | undefined
  send(method: string, params?: object): Promise<unknown>
  /** Resolves at the next event of this name; ask before doing what causes it. */
  next(method: string): Promise<void>
  /** Errors logged, exceptions nobody caught, policy violations, failed loads. */
  problems: string[]
  /** Messages of `alert`, `confirm` and `prompt`; they are accepted at once. */
  dialogs: string[]
  close(): Promise<void>
}

/**
 * Chromium 90 without a screen breaks down when a key leads to marked text (try Shift+Home): it lacks the clipboard for
 * what is marked. Pages that mark a field's text on the way in leave it alone there; journeys in it fill empty fields.
 */
const MARKS_NOTHING = 'HTMLInputElement.prototype.select = HTMLTextAreaElement.prototype.select = () => {}'

const Version = z.object({ userAgent: z.string() })
const Context = z.object({ browserContextId: z.string() })
const Target = z.object({ targetId: z.string() })
const Session = z.object({ sessionId: z.string() })
const Navigation = z.object({ errorText: z.string().optional(), loaderId: z.string().optional() })

/**
 * A tab for a visitor nobody knows yet. Where one stands empty it is taken over with what it has loaded and compiled, as
 * the next person at an office's machine does: opening a page in a new one takes about twice as long.
 */
export async function openTab(browser: Browser, options: VisitorOptions): Promise<Tab> {
  const tab = browser.emptyTabs.pop() ?? (await newTab(browser))
  await equip(tab, options)
  return tab
}

async function newTab({ protocol }: Browser): Promise<Tab> {
  const { userAgent } = Version.parse(await protocol.send('Browser.getVersion'))
  const context = Context.parse(await protocol.send('Target.createBrowserContext'))
  const { targetId } = Target.parse(await protocol.send('Target.createTarget', { url: 'about:blank', ...context }))
  const { sessionId } = Session.parse(await protocol.send('Target.attachToTarget', { targetId, flatten: true }))

  const isOld = userAgent.includes('Chrome/90.')
  const send = (method: string, params?: object) => protocol.send(method, params, sessionId)
  const once = new Map<string, () => void>()
  const tab: Tab = {
    targetId,
    userAgent,
    isOld,
    world: undefined,
    send,
    next: (method) => new Promise((resolve) => once.set(method, resolve)),
    problems: [],
    dialogs: [],
    async close() {
      protocol.forget(sessionId)
      await protocol.send('Target.disposeBrowserContext', context)
    },
  }
  protocol.listen(sessionId, (event) => {
    once.get(event.method)?.()
    once.delete(event.method)
    if (event.method === 'Runtime.executionContextsCleared') tab.world = undefined
    tab.problems.push(...problemsIn(event))
    answerDialog(tab, event)
  })
  await Promise.all([
    ...['Page', 'Runtime', 'Log'].map((domain) => send(`${domain}.enable`)),
    ...(isOld ? [send('Page.addScriptToEvaluateOnNewDocument', { source: MARKS_NOTHING })] : []),
  ])
  return tab
}

async function equip(tab: Tab, options: VisitorOptions): Promise<void> {
  const { language = 'zh-CN', timeZone = 'Asia/Shanghai', width = 1440, height = 900 } = options
  await Promise.all([
    tab.send('Emulation.setUserAgentOverride', {
      userAgent: tab.userAgent.replace('Headless', ''),
      acceptLanguage: language,
    }),
    tab.send('Emulation.setTimezoneOverride', { timezoneId: timeZone }),
    tab.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false }),
    tab.send('Emulation.setEmulatedMedia', { media: '' }),
  ])
}

/**
 * The visitor leaves: nothing stays of who it was, what was typed and where the pointer stood. `quietPage` is an address
 * of the product's that shows next to nothing; where it does not come, the tab is closed and not handed on.
 */
export async function leaveTab(browser: Browser, tab: Tab, quietPage: string): Promise<void> {
  try {
    await navigate(tab, quietPage)
    await evaluate(tab, 'localStorage.clear(); sessionStorage.clear()')
    await Promise.all([
      tab.send('Network.clearBrowserCookies'),
      tab.send('Page.resetNavigationHistory'),
      tab.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 0, y: 0 }),
    ])
  } catch {
    return tab.close()
  }
  tab.problems.length = 0
  tab.dialogs = []
  browser.emptyTabs.push(tab)
}

/** Loads a whole URL and waits for the load to end. Throws where the browser cannot get it. */
export async function navigate(tab: Tab, url: string): Promise<void> {
  const loaded = tab.next('Page.loadEventFired')
  const { errorText, loaderId } = Navigation.parse(await tab.send('Page.navigate', { url }))
  if (errorText) throw new Error(`Cannot open ${url}: ${errorText}`)
  // Without a new loader only the fragment changed, and nothing is loaded.
  if (loaderId) await loaded
}

const ConsoleCall = z.object({
  type: z.string(),
  args: z.array(z.object({ value: z.unknown().optional(), description: z.string().optional() })),
})
const Thrown = z.object({
  exceptionDetails: z.object({
    text: z.string(),
    exception: z.object({ description: z.string().optional() }).optional(),
  }),
})
const Entry = z.object({
  entry: z.object({ source: z.string(), level: z.string(), text: z.string(), url: z.string().optional() }),
})

function problemsIn({ method, params }: ProtocolEvent): string[] {
  switch (method) {
    case 'Runtime.consoleAPICalled': {
      const { type, args } = ConsoleCall.parse(params)
      if (type !== 'error' && type !== 'assert') return []
      return [args.map(({ value, description }) => description ?? String(value)).join(' ')]
    }
    case 'Runtime.exceptionThrown': {
      const { text, exception } = Thrown.parse(params).exceptionDetails
      return [`${text} ${exception?.description ?? ''}`]
    }
    case 'Log.entryAdded': {
      const { entry } = Entry.parse(params)
      return entry.level !== 'error' || isRefusal(entry) ? [] : [`${entry.text} ${entry.url ?? ''}`]
    }
    default:
      return []
  }
}

/** The browser logs every 4xx as an error; for the product's own interface that is an ordinary answer. */
const isRefusal = ({ source, text, url }: z.infer<typeof Entry>['entry']) =>
  source === 'network' && /status of 4\d\d/.test(text) && url !== undefined && new URL(url).pathname.startsWith('/api/')

const Dialog = z.object({ type: z.string(), message: z.string() })

/** An unanswered dialog would stop the page, and with it every later command. */
function answerDialog(tab: Tab, { method, params }: ProtocolEvent): void {
  if (method !== 'Page.javascriptDialogOpening') return
  const { type, message } = Dialog.parse(params)
  if (type !== 'beforeunload') tab.dialogs.push(message)
  void tab.send('Page.handleJavaScriptDialog', { accept: true })
}
