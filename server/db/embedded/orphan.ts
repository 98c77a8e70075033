import { execFile } from 'node:child_process'
import { readFile, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { FAST_SHUTDOWN_MS } from './program.ts'

/** Begins the name of every folder made for a socket, in the system's temporary folder. */
export const SOCKET_FOLDER_PREFIX = 'yipanqi-'

const PID_LINE = 0
const SOCKET_FOLDER_LINE = 4
const POLL_MS = 20

/**
 * Ends a PostgreSQL that was left running on this folder by a process that was killed. The caller holds the folder's
 * lock, so nobody else uses it. A pid file whose number now belongs to some other program is removed, and so is an
 * empty one, which a power cut leaves and PostgreSQL would not start beside; the rest of a crash it clears up by itself.
 */
export async function endOrphan(database: string): Promise<void> {
  const pidFile = join(database, 'postmaster.pid')
  const written = await readFile(pidFile, 'utf8').catch(() => undefined)
  if (written === undefined) return
  if (written.trim() === '') return rm(pidFile, { force: true })
  const lines = written.split('\n')
  const pid = Number(lines[PID_LINE])
  if (!(pid > 0) || !isAlive(pid)) return
  if (!(await isPostgresOf(database, pid))) return rm(pidFile, { force: true })
  const isOver = async () => !(await isPostgresOf(database, pid))
  process.kill(pid, 'SIGINT')
  if (!(await waitUntil(isOver))) {
    process.kill(pid, 'SIGQUIT')
    await waitUntil(isOver)
  }
  const socketFolder = lines[SOCKET_FOLDER_LINE]
  if (socketFolder?.includes(SOCKET_FOLDER_PREFIX)) await rm(socketFolder, { recursive: true, force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * PostgreSQL works in its data directory; where /proc does not say (macOS, or a process that has ended and nobody
 * collected), its command line names it.
 */
async function isPostgresOf(database: string, pid: number): Promise<boolean> {
  const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  if (workingFolder !== undefined) return workingFolder === database
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }))
  return stdout.includes('postgres') && stdout.includes(database)
}

async function waitUntil(isTrue: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + FAST_SHUTDOWN_MS
  while (!(await isTrue())) {
    if (Date.now() > end) return false
    await pause(POLL_MS)
  }
  return true
}
