import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished, vi } from 'vitest'
import { makeScratch, removeScratch } from './scratch.ts'

/** The bundle, as a site runs it; built before the tests (test/build.setup.ts). */
const main = fileURLToPath(new URL('../dist/server/main.js', import.meta.url))

/** What a program here shares with the tests: where commands are, and what was compiled before, as in `npm start`. */
const KEPT = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] }

/** A folder of its own for one test, gone afterwards. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yipanqi-data-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A folder of its own for one test that begins as another stands, each file with its owner. */
export function copyOf(folder: string): string {
  const own = makeScratch('copy')
  onTestFinished(() => removeScratch(own))
  execFileSync('cp', ['-Rp', `${folder}/.`, own])
  return own
}

export interface Program {
  readonly child: ChildProcess
  /** Everything printed so far, on both streams. */
  readonly printed: () => string
  /** Resolves to the first match in what is printed; rejects when the program ends before. */
  readonly until: (pattern: RegExp) => Promise<string>
  /** The exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>
}

/** Starts `node dist/server/main.js …` as a person would, in English, on any free port unless `variables` say otherwise. */
export const startProgram = (args: readonly string[], variables: Record<string, string>): Program =>
  startCommand([process.execPath, main, ...args], variables)

/** The same by any command line, in the project's folder. */
export function startCommand([command = '', ...args]: readonly string[], variables: Record<string, string>): Program {
  const child = spawn(command, args, {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...KEPT, LANG: 'en_US.UTF-8', PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close').then(([code]: unknown[]) => (typeof code === 'number' ? code : null))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  let text = ''
  const collect = (chunk: Buffer) => void (text += chunk.toString())
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const until = async (pattern: RegExp): Promise<string> => {
    const over = ended.then(() => 'over' as const)
    for (;;) {
      const match = pattern.exec(text)
      if (match) return match[1] ?? match[0]
      const next = await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), over])
      if (next === 'over' && !pattern.test(text)) throw new Error(`ended without ${String(pattern)}: ${text}`)
    }
  }
  return { child, printed: () => text, until, ended }
}

/** Waits until something is true; whoever waits leaves the machine to what is waited for. */
export const eventually = (isTrue: () => boolean): Promise<void> =>
  vi.waitUntil(isTrue, { timeout: 25_000, interval: 20 }).then(() => undefined)

/** Does the process run? One that has ended and that nobody collected yet (in a container without init) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const isLinux = existsSync('/proc/self/stat')
  return !isLinux || !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}

/** The process number of the PostgreSQL that runs on a data folder. */
export async function databasePid(dataFolder: string): Promise<number> {
  const text = await readFile(join(dataFolder, 'database', 'postmaster.pid'), 'utf8')
  return Number(text.split('\n')[0])
}
