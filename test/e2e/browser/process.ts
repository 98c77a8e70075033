import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { Duplex } from 'node:stream'
import { makeScratch, removeScratch } from '../../scratch.ts'
import { connect } from './protocol.ts'
import type { Protocol } from './protocol.ts'
import type { Tab } from './tab.ts'
import type { BrowserProgram } from './unpack.ts'

/** A running browser. It dies with the process that started it. */
export interface Browser {
  protocol: Protocol
  /** Tabs that a visitor has left, for the next one. */
  emptyTabs: Tab[]
  close(): Promise<void>
}

const FLAGS = [
  '--headless',
  // The only pages opened are our own, and containers and root accounts cannot set the sandbox up.
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-breakpad',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-renderer-backgrounding',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  // Every step of a movement is drawn by the processor, and no journey is about movement.
  '--force-prefers-reduced-motion',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
  // A page that asks for anything outside this machine fails there and then.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--remote-debugging-pipe',
]

/** Starts a browser with an empty profile of its own and answers when it accepts commands. */
export async function startBrowser(program: BrowserProgram): Promise<Browser> {
  const profile = makeScratch('profile')
  const child = spawn(program.executable, [...FLAGS, `--user-data-dir=${profile}`], {
    env: { ...process.env, ...program.env, HOME: profile },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // Its own process group, so that its helper processes can be ended with it.
    detached: true,
  })
  const lastWords = collectErrors(child)
  const kill = () => {
    killGroup(child)
    removeScratch(profile)
  }
  process.once('exit', kill)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const protocol = connect(pipeOf(child, 3), pipeOf(child, 4))
  const started = protocol.send('Browser.getVersion')
  await Promise.race([
    started,
    exited.then(() => Promise.reject(new Error(`The browser did not start.\n${lastWords()}`))),
  ])
  return {
    protocol,
    emptyTabs: [],
    async close() {
      protocol.close()
      killGroup(child)
      await exited
      process.off('exit', kill)
      kill()
    },
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    // The whole group is gone already.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

function collectErrors(child: ChildProcess): () => string {
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (words = (words + part).slice(-4000)))
  return () => words
}

function pipeOf(child: ChildProcess, position: 3 | 4): Duplex {
  const pipe = child.stdio[position]
  if (pipe && 'write' in pipe && 'read' in pipe) return pipe as Duplex
  throw new Error('The browser was started without its command pipes')
}
