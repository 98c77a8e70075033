import { z } from 'zod'
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

export async function openTab({ protocol }: Browser, options: VisitorOptions): Promise<Tab> {
  const { language = 'zh-CN', timeZone = 'Asia/Shanghai', width = 1440, height = 900 } = options
  const { userAgent } = Version.parse(await protocol.send('Browser.getVersion'))
  const context = Context.parse(await protocol.send('Target.createBrowserContext'))
  const { targetId } = Target.parse(await protocol.send('Target.createTarget', { url: 'about:blank', ...context }))
  const { sessionId } = Session.parse(await protocol.send('Target.attachToTarget', { targetId, flatten: true }))

  const send = (method: string, params?: object) => protocol.send(method, params, sessionId)
  const once = new Map<string, () => void>()
  const tab: Tab = {
    targetId,
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
    send('Emulation.setUserAgentOverride', { userAgent: userAgent.replace('Headless', ''), acceptLanguage: language }),
    send('Emulation.setTimezoneOverride', { timezoneId: timeZone }),
    ...(userAgent.includes('Chrome/90.')
      ? [send('Page.addScriptToEvaluateOnNewDocument', { source: MARKS_NOTHING })]
      : []),
    send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false }),
  ])
  return tab
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
