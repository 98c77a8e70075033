import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { type Db, isReachable, openDb } from '#server/db/db.ts'
import { NAME } from '#server/db/embedded/database.ts'
import { asStarted } from '../measure.ts'

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url))
/** Nothing that is waited for takes as long on any machine; what does has gone wrong. */
const PATIENCE_MS = 120_000

/** The program as a site runs it, with the PostgreSQL it brings, durable, on a data folder; and ways to break it. */
export type Site = ReturnType<typeof siteOn>

type Running = { address: string; kill: (signal: NodeJS.Signals) => void; ended: Promise<number | null> }

/** Waits for something that must come; says what did not. */
export async function inTime<Result>(what: string, work: Promise<Result>): Promise<Result> {
  const cancel = new AbortController()
  const late = pause(PATIENCE_MS, undefined, { signal: cancel.signal }).then(() => {
    throw new Error(`waited ${PATIENCE_MS / 1000} s in vain: ${what}`)
  })
  late.catch(() => undefined)
  return Promise.race([work, late]).finally(() => cancel.abort())
}

/** A site on a data folder, whose letters go to a mail server. */
export function siteOn(folder: string, mailUrl: string) {
  let running: Running | null = null
  let up = Promise.withResolvers<string>()
  const down = (): Running => {
    if (!running) throw new Error('the server does not run')
    const former = running
    running = null
    // Killed before it was ready: whoever waits for it waits for the next.
    if (former.address !== '') up = Promise.withResolvers()
    return former
  }
  let startMs = 0
  const start = async () => {
    const began = performance.now()
    const started = launch(folder, mailUrl)
    running = { ...started, address: '' }
    const address = await inTime('a server that is ready', started.ready)
    running = { ...started, address }
    startMs = performance.now() - began
    up.resolve(address)
  }
  const killServer = async () => {
    const { kill, ended } = down()
    kill('SIGKILL')
    await inTime('the end of a killed server', ended)
  }
  /** Asks the server to end in order; gives its exit code. */
  const stop = async () => {
    const { kill, ended } = down()
    kill('SIGTERM')
    return inTime('the end of a server that was asked to', ended)
  }
  return {
    start,
    stop,
    /** Where the server answers; waits while it is down. */
    address: () => up.promise,
    killServer,
    /** Kills the server, and the next one after this part of the time that the last start took. */
    killTwice: async (part: number) => {
      await killServer()
      const started = launch(folder, mailUrl)
      running = { ...started, address: '' }
      started.ready.catch(() => undefined)
      await pause(startMs * part)
      await killServer()
    },
    /** Kills PostgreSQL; the server ends by itself. */
    killDatabase: async () => {
      const [pid = ''] = await pidFile(folder)
      const { ended } = down()
      process.kill(Number(pid), 'SIGKILL')
      await inTime('the end of a server without a database', ended)
    },
    /** Kills the process of one of the server's connections: PostgreSQL ends all the others and recovers. */
    killConnection: async (pick: (pids: number[]) => number) => {
      await withDb(folder, async (db) => {
        const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
          where backend_type = 'client backend' and pid <> pg_backend_pid() order by pid`.execute(db)
        process.kill(pick(rows.map(({ pid }) => pid)), 'SIGKILL')
        await inTime('a database that recovers', untilRecovered(db))
      })
      await inTime('a server that has its database again', untilReady(await up.promise))
    },
    /** Ends whatever runs. */
    end: async () => void (running && (await stop())),
    withDb: <Result>(work: (db: Db) => Promise<Result>) => withDb(folder, work),
  }
}

function launch(folder: string, mailUrl: string) {
  const child = spawn(process.execPath, [...asStarted().flags, MAIN, 'serve'], {
    env: {
      PATH: process.env['PATH'],
      LANG: 'en_US.UTF-8',
      HOST: '127.0.0.1',
      PORT: '0',
      YIPANQI_DATA: folder,
      YIPANQI_LOG: 'error',
      YIPANQI_SMTP_URL: mailUrl,
      YIPANQI_MAIL_FROM: 'yipanqi@yanlian.example.cn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close').then(([code]: unknown[]) => (typeof code === 'number' ? code : null))
  let text = ''
  const ready = new Promise<string>((resolve, reject) => {
    const hear = (said: Buffer) => {
      text += said.toString()
      const [, address] = /Yipanqi is ready: (\S+)/.exec(text) ?? []
      if (address !== undefined) resolve(address)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then((code) => reject(new Error(`the server ended with ${code} before it was ready: ${text}`)))
  })
  return { ready, ended, kill: (signal: NodeJS.Signals) => void child.kill(signal) }
}

/** Every connection is lost, this one too; afterwards there can be others. */
async function untilRecovered(db: Db): Promise<void> {
  while (await isReachable(db)) await pause(5)
  while (!(await isReachable(db))) await pause(20)
}

async function untilReady(address: string): Promise<void> {
  for (;;) {
    const reply = await fetch(`${address}/readyz`).catch(() => null)
    if (reply?.status === 200) return
    await pause(20)
  }
}

const pidFile = async (folder: string): Promise<string[]> =>
  (await readFile(path.join(folder, 'database', 'postmaster.pid'), 'utf8')).split('\n')
const SOCKET_FOLDER_LINE = 4

async function withDb<Result>(folder: string, work: (db: Db) => Promise<Result>): Promise<Result> {
  const socketFolder = (await pidFile(folder))[SOCKET_FOLDER_LINE] ?? ''
  const db = openDb(`postgres://${NAME}@localhost/${NAME}?host=${encodeURIComponent(socketFolder)}`, 1)
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}
