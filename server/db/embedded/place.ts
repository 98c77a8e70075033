import { chmod, lstat, mkdir, mkdtemp, readFile, readlink, realpath, stat, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { StartError } from '#server/start-error.ts'

/** The user PostgreSQL runs as, where that is not the user of this process (it refuses to run as root). */
export interface RunAs {
  readonly uid: number
  readonly gid: number
}

/** Hears a note for the person at the machine, in both languages. */
export type Tell = (zh: string, en: string) => void

/** Where one embedded database lives. The paths are absolute and free of symbolic links. */
export interface Place {
  /** Holds the database and, where needed, a copy of the binaries; `runAs` can enter it. Mostly the data folder. */
  readonly home: string
  /** PostgreSQL's own data directory; may not exist yet. */
  readonly database: string
  readonly runAs: RunAs | undefined
}

/** Modes of folders: for the owner alone; for others to pass through without looking around. */
export const PRIVATE = 0o700
const PASSABLE = 0o711

/** Holds the databases that cannot live in a data folder which only root can enter. */
const SYSTEM_FOLDER = '/var/lib/yipanqi'

/**
 * Makes the data folder if absent; gives its real path. It is ours alone, so as root we let the database's user pass
 * through it, whatever it was made with; folders above it we leave as they are.
 */
export async function makeDataFolder(path: string): Promise<string> {
  const asRoot = process.getuid?.() === 0
  const folder = await makeFolder(path, asRoot ? PASSABLE : PRIVATE)
  if (asRoot) await letPass(folder)
  return folder
}

async function letPass(folder: string): Promise<void> {
  const { mode } = await stat(folder)
  if ((mode & PASSABLE) === PASSABLE) return
  await chmod(folder, mode | PASSABLE).catch((error: unknown) => {
    throw whyUnwritable(folder, error)
  })
}

/**
 * Finds where the database of a data folder (a real path) is or shall be.
 * As root the database belongs to an unprivileged user. A data folder that user cannot enter (a clone under /root)
 * gets a link to a new folder under /var/lib/yipanqi, and `tell` hears of it.
 */
export async function findPlace(folder: string, tell: Tell = () => undefined): Promise<Place> {
  const link = join(folder, 'database')
  const existing = await followLink(link)
  const runAs = process.getuid?.() === 0 ? await chooseUser(existing) : undefined
  const database = existing ?? ((await canEnter(folder, runAs)) ? link : await makeElsewhere(link, tell))
  return { home: dirname(database), database, runAs }
}

async function makeFolder(folder: string, mode: number): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode })
    return await realpath(folder)
  } catch (error) {
    throw whyUnwritable(folder, error)
  }
}

/** Makes an empty folder for the database and links to it, so that deleting the data folder begins anew. */
async function makeElsewhere(link: string, tell: Tell): Promise<string> {
  await makeFolder(SYSTEM_FOLDER, PASSABLE)
  const home = await mkdtemp(join(SYSTEM_FOLDER, 'data-'))
  await Promise.all([SYSTEM_FOLDER, home].map((each) => chmod(each, PASSABLE)))
  const database = await makeFolder(join(home, 'database'), PRIVATE)
  await symlink(database, link)
  const folder = dirname(link)
  tell(
    `${folder} 只有 root 可以进入，因此数据库存放在 ${database}，备份时请一并备份。`,
    `only root can enter ${folder}, so the database lives in ${database}; include it in backups.`,
  )
  return database
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

/** Can this user enter the folder? Every folder on the way down must let them pass. */
export async function canEnter(folder: string, runAs: RunAs | undefined): Promise<boolean> {
  if (!runAs) return true
  const { mode, uid, gid } = await stat(folder)
  const theirs = uid === runAs.uid ? mode >> 6 : gid === runAs.gid ? mode >> 3 : mode
  if ((theirs & 1) === 0) return false
  return folder === dirname(folder) || canEnter(dirname(folder), runAs)
}
