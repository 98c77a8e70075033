import { chmod, chown, mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from '#server/start-error.ts'
import type { Binaries } from './binaries.ts'
import { PRIVATE, whyUnwritable, type Place, type RunAs } from './place.ts'
import { runProgram } from './program.ts'

/** Name of the database and of the user who owns it. */
export const NAME = 'yipanqi'

/** Makes the database unless it is there, and sees that what is there can be run. */
export async function seeToDatabase(place: Place, binaries: Binaries): Promise<void> {
  const { database, runAs } = place
  if (await isOthers(database)) throw new StartError('folder_foreign', { folder: database })
  const version = await readFile(join(database, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version === undefined) return createDatabase(place, binaries)
  if (version.trim() !== binaries.major) {
    throw new StartError('database_other_major', { folder: database, found: version.trim(), own: binaries.major })
  }
  if (runAs) await handOver(database, runAs)
  await chmod(database, PRIVATE)
}

/** Does the folder exist and belong to somebody else, so that only they or root can run it? */
async function isOthers(database: string): Promise<boolean> {
  const found = await stat(database).catch(() => undefined)
  const own = process.getuid?.()
  return found !== undefined && own !== 0 && own !== found.uid
}

/** A database that root restored from a backup belongs to root: gives it back to the user who runs it. */
async function handOver(database: string, { uid, gid }: RunAs): Promise<void> {
  if ((await stat(database)).uid === uid) return
  const entries = await readdir(database, { recursive: true })
  for (const path of [...entries.map((name) => join(database, name)), database]) await chown(path, uid, gid)
}

/** Makes it in a folder that gets its real name last: a start that was cut off leaves nothing half made. */
async function createDatabase(place: Place, { initdb, postgres }: Binaries): Promise<void> {
  const started = join(place.home, 'database.new')
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = [`--username=${NAME}`, '--auth-local=trust', '--auth-host=reject']
  await inHome(place, () => makeEmpty(started, place.runAs))
  await runProgram(place, initdb, ['-D', started, ...locale, ...access, '--no-instructions'], '')
  // Alone, it would end with 0 after an error, and a disk that filled up here would leave a database without itself.
  const alone = ['--single', '-c', 'exit_on_error=on', '-D', started, 'postgres']
  await runProgram(place, postgres, alone, `create database ${NAME}\n`)
  await inHome(place, () => rename(started, place.database))
}

async function makeEmpty(folder: string, runAs: RunAs | undefined): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { mode: PRIVATE })
  if (runAs) await chown(folder, runAs.uid, runAs.gid)
}

async function inHome({ home }: Place, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw whyUnwritable(home, error)
  }
}
