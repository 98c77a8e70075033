import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { lockFolder, type Lock } from './embedded/lock.ts'
import { StartError } from '#server/start-error.ts'
import { findBinaries } from './embedded/binaries.ts'
import { NAME, seeToDatabase } from './embedded/database.ts'
import { endOrphan, SOCKET_FOLDER_PREFIX } from './embedded/orphan.ts'
import { canEnter, findPlace, makeDataFolder, type Place, type RunAs, type Tell } from './embedded/place.ts'
import { asUser, FAST_SHUTDOWN_MS, whyFailed, whyTroubled } from './embedded/program.ts'
import { serverSettings, type Writes } from './embedded/settings.ts'
import { watchOver } from './embedded/watchdog.ts'

export interface EmbeddedOptions {
  /** The data folder; made if absent. The database is `database` in it, or a link to it. */
  readonly folder: string
  readonly writes: Writes
  /** Hears once, at the first start, where the database lives when that is not in the data folder. */
  readonly tell?: Tell | undefined
  /** How long an orderly end may take before the server is told to quit at once; FAST_SHUTDOWN_MS unless said. */
  readonly patienceMs?: number
}

export interface Embedded {
  /** For node-postgres, over a socket in a private folder: `postgres://yipanqi@localhost/yipanqi?host=/tmp/…`. */
  readonly url: string
  /** Resolves when the server has ended, to what to say if nobody asked it to: `database_gone` or `disk_full`. */
  readonly ended: Promise<StartError>
  /** What its last words say is wrong with it (`disk_full`), ended or not; undefined while they say nothing. */
  trouble(): StartError | undefined
  /**
   * Ends open connections and the server, with a checkpoint so that the next start is quick. Where that does not come
   * to its end (a full disk holds no checkpoint), at once: the next start recovers what was committed.
   */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that came from npm on a data folder, and makes the database at the first start.
 * It ends with this process, even when that is killed. Refuses with StartError: `folder_locked`,
 * `folder_unwritable`, `folder_foreign`, `disk_full`, `database_missing`, `database_other_major`,
 * `database_failed`, `platform_unsupported`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const locks: Lock[] = []
  const release = () => locks.forEach((lock) => lock.release())
  try {
    const folder = await makeDataFolder(options.folder)
    locks.push(lockFolder(folder))
    const place = await findPlace(folder, options.tell)
    if (place.home !== folder) locks.push(lockFolder(place.home)) // two data folders may link to one database
    const binaries = await findBinaries(place)
    await seeToDatabase(place, binaries)
    await endOrphan(place.database)
    return await startServer({ ...options, place, program: binaries.postgres, release })
  } catch (error) {
    release()
    throw error
  }
}

interface Launch extends EmbeddedOptions {
  readonly place: Place
  readonly program: string
  readonly release: () => void
}

const DYING_PROCESSES = /pre-existing shared memory block/
const RETRY_MS = 100
const RETRY_COUNT = 100

/** Starts the server; after a crash the last processes of the former one may need a moment to go. */
async function startServer(launch: Launch): Promise<Embedded> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryServer(launch)
    if ('url' in outcome) return outcome
    if (attempt === RETRY_COUNT || !DYING_PROCESSES.test(outcome.output)) throw whyFailed(launch.place, outcome.output)
    await pause(RETRY_MS)
  }
}

async function tryServer({
  place,
  program,
  writes,
  release,
  patienceMs = FAST_SHUTDOWN_MS,
}: Launch): Promise<Embedded | { output: string }> {
  const socketFolder = await makeSocketFolder(place.runAs)
  const settings = Object.entries(serverSettings(socketFolder, writes)).map(([name, value]) => `-c${name}=${value}`)
  // Detached, so that Ctrl+C in a terminal reaches us alone and requests under way can end first.
  const child = spawn(program, ['-D', place.database, ...settings], {
    ...asUser(place.runAs),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const unwatch =
    child.pid === undefined
      ? () => undefined
      : watchOver({ serverPid: child.pid, socketFolder, patienceMs }, place.runAs)
  const { ready, recent } = followLog(child.stderr)
  const ended = untilEnded(child).then(async (problem) => {
    unwatch()
    await rm(socketFolder, { recursive: true, force: true })
    return [...recent, ...problem].join('\n')
  })
  const output = await Promise.race([ready, ended])
  if (output !== undefined) return { output }
  return {
    url: `postgres://${NAME}@localhost/${NAME}?host=${encodeURIComponent(socketFolder)}`,
    ended: ended.then((last) => {
      release()
      return whyTroubled(place, last) ?? new StartError('database_gone')
    }),
    trouble: () => whyTroubled(place, recent.join('\n')),
    stop: async () => {
      child.kill('SIGINT')
      const quit = setTimeout(() => child.kill('SIGQUIT'), patienceMs)
      await ended
      clearTimeout(quit)
    },
  }
}

/** Resolves once the server and what it prints have ended; to the reason where it could not be started at all. */
async function untilEnded(child: ChildProcess): Promise<string[]> {
  try {
    await once(child, 'close')
    return []
  } catch (error) {
    return [`error: ${String(error)}`]
  }
}

/** How many lines of its log say why a server ended. */
const RECENT_COUNT = 30

/** Reads the log: when the server takes connections, and what it said last. Its errors name no statement or value. */
function followLog(stderr: Readable): { ready: Promise<undefined>; recent: readonly string[] } {
  const recent: string[] = []
  const { promise: ready, resolve } = Promise.withResolvers<undefined>()
  createInterface({ input: stderr }).on('line', (line) => {
    recent.push(line)
    if (recent.length > RECENT_COUNT) recent.shift()
    if (line.includes('ready to accept connections')) resolve(undefined)
  })
  return { ready, recent }
}

/** The path of a socket may have 107 bytes. */
const SOCKET_FOLDER_LENGTH = 80

/** A new private folder that the database's user owns, in the temporary folder or, where that is no use, in /tmp. */
async function makeSocketFolder(runAs: RunAs | undefined): Promise<string> {
  const usable = tmpdir().length < SOCKET_FOLDER_LENGTH && (await canEnter(tmpdir(), runAs))
  const folder = await mkdtemp(join(usable ? tmpdir() : '/tmp', SOCKET_FOLDER_PREFIX))
  if (runAs) await chown(folder, runAs.uid, runAs.gid)
  return folder
}
