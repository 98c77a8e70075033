import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, readFile, readlink, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { StartError } from '#server/process/start-error.ts'

/** The user PostgreSQL runs as, where that is not the user of this process (it refuses to run as root). */
export interface RunAs {
  readonly uid: number
  readonly gid: number
}

/** Where one embedded database lives. The paths are absolute and free of symbolic links. */
export interface Place {
  /** What a person knows the database by: `database` in the data folder; a symbolic link when `home` is elsewhere. */
  readonly link: string
  /** Holds the database, its lock and, where needed, a copy of the binaries; `runAs` can enter it. */
  readonly home: string
  /** PostgreSQL's own data directory; may not exist yet. */
  readonly database: string
  readonly runAs: RunAs | undefined
}

/** Modes of folders: for the owner alone; for others to pass through without looking around. */
export const PRIVATE = 0o700
const PASSABLE = 0o711

/** Home of databases that cannot live in a data folder which only root can enter. */
const SYSTEM_HOME = '/var/lib/yipanqi'

/**
 * Finds where the database of a data folder is or shall be, and makes the folders above it.
 * As root the database belongs to an unprivileged user. A data folder that user cannot enter (a clone under /root)
 * keeps only a link; the database lives under /var/lib/yipanqi.
 */
export async function findPlace(dataFolder: string): Promise<Place> {
  const asRoot = process.getuid?.() === 0
  const folder = await makeFolder(dataFolder, asRoot ? PASSABLE : PRIVATE)
  const link = join(folder, 'database')
  const existing = await followLink(link)
  const runAs = asRoot ? await chooseUser(existing) : undefined
  const home = existing ? dirname(existing) : await chooseHome(folder, runAs)
  return { link, home, runAs, database: existing ?? join(home, 'database') }
}

async function makeFolder(folder: string, mode: number): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode })
    return await realpath(folder)
  } catch (error) {
    throw whyUnwritable(folder, error)
  }
}

/** What a failed write into a folder means for the person at the machine. */
export function whyUnwritable(folder: string, error: unknown): StartError {
  const { data } = z.object({ code: z.string() }).safeParse(error)
  const detail = data?.code ?? String(error)
  return ['ENOSPC', 'EDQUOT'].includes(detail)
    ? new StartError('disk_full', { folder })
    : new StartError('folder_unwritable', { folder, detail })
}

/** The real folder behind the link, or undefined where nothing was made yet. */
async function followLink(link: string): Promise<string | undefined> {
  const entry = await lstat(link).catch(() => undefined)
  if (!entry) return undefined
  const real = await realpath(link).catch(() => undefined)
  if (!real) throw new StartError('database_missing', { link, folder: await readlink(link) })
  return real
}

/** Who runs PostgreSQL for root: the owner of an existing database, else `postgres`, else `nobody`. */
async function chooseUser(database: string | undefined): Promise<RunAs> {
  const owner = database ? await stat(database) : undefined
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'))
  const entry = ['postgres', 'nobody'].map((name) => lines.find(([user]) => user === name)).find(Boolean)
  return { uid: Number(entry?.[2] ?? 65_534), gid: Number(entry?.[3] ?? 65_534) }
}

async function chooseHome(folder: string, runAs: RunAs | undefined): Promise<string> {
  if (await canEnter(folder, runAs)) return folder
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const home = await makeFolder(join(SYSTEM_HOME, hash), PASSABLE)
  await Promise.all([SYSTEM_HOME, home].map((each) => chmod(each, PASSABLE)))
  return home
}

/** Can this user enter the folder? Every folder on the way down must let them pass. */
export async function canEnter(folder: string, runAs: RunAs | undefined): Promise<boolean> {
  if (!runAs) return true
  const { mode, uid, gid } = await stat(folder)
  const theirs = uid === runAs.uid ? mode >> 6 : gid === runAs.gid ? mode >> 3 : mode
  if ((theirs & 1) === 0) return false
  return folder === dirname(folder) || canEnter(dirname(folder), runAs)
}
