import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ownDemoVariables } from '#server/config.ts'
import { StartError } from '#server/start-error.ts'
import { programFile } from '../workers/programs.ts'

const MAIN = programFile(new URL('../main.ts', import.meta.url))

/** A demo on a folder that is thrown away; `restart` kills it in the middle of whatever it does and starts it again. */
export type OwnServer = { address: string; password: string; restart: () => Promise<void>; end: () => Promise<void> }

/** Starts the demo on a new folder and any free port. Throws StartError rehearsal_own_server. */
export async function startOwnServer(): Promise<OwnServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yipanqi-rehearsal-'))
  const password = randomUUID()
  const launch = (port: number) => launched(ownDemoVariables({ folder, port, password }))
  const discard = () => rm(folder, { recursive: true, force: true })
  let running = await launch(0).catch(async (error: unknown) => {
    await discard()
    throw error
  })
  return {
    address: running.address,
    password,
    restart: async () => {
      await ended(running.child, 'SIGKILL')
      running = await launch(Number(new URL(running.address).port))
    },
    end: async () => {
      await ended(running.child, 'SIGTERM')
      await discard()
    },
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const over = once(child, 'exit')
  child.kill(signal)
  await over
}

function launched(env: Record<string, string | undefined>): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [MAIN, 'demo'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (text: string) => {
      said += text
      const address = /The demo of Yipanqi is ready: (\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve({ child, address })
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.once('exit', () => reject(new StartError('rehearsal_own_server', { detail: said.trim().slice(-300) })))
  })
}
