import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb } from '#server/db/db.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { migrate } from '#server/db/migrate.ts'
import { copyOf, databasePid, eventually, freshFolder, isAlive, startCommand, startProgram } from '#test/program.ts'
import { makeScratch, removeScratch } from '#test/scratch.ts'

const READY = /Yipanqi is ready: (\S+)/

/** A data folder with a migrated database: starting on a copy of it is quicker than on an empty one. */
let used: string
beforeAll(async () => {
  used = makeScratch('used')
  const database = await startEmbedded({ folder: used, writes: 'fast' })
  const db = openDb(database.url)
  await migrate(db)
  await db.destroy()
  await database.stop()
})
afterAll(() => removeScratch(used))

const usedFolder = (): string => copyOf(used)

async function serve(folder: string) {
  const program = startProgram(['serve'], { YIPANQI_DATA: folder, YIPANQI_LOG: 'error' })
  const address = await program.until(READY)
  return { ...program, address, database: await databasePid(folder) }
}

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends the server and its database in order', async (signal) => {
  const { child, ended, address, database } = await serve(usedFolder())
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  child.kill(signal)
  expect(await ended).toBe(0)
  expect(isAlive(database)).toBe(false)
})

test.each(['SIGTERM', 'SIGKILL'] as const)('%s to npm ends what it started', async (signal) => {
  const folder = usedFolder()
  const command = ['npm', 'run', '--silent', 'yipanqi', '--', 'serve']
  const { child, until, ended } = startCommand(command, { YIPANQI_DATA: folder, YIPANQI_LOG: 'error' })
  await until(READY)
  const database = await databasePid(folder)
  child.kill(signal)
  await ended // npm's own end, and that of everything which holds its output
  expect(isAlive(database)).toBe(false)
})

test('the first start prints a one-time set-up link', async () => {
  const program = await serve(await freshFolder())
  expect(await program.until(/http:\S+\/setup\?link=([\w-]{43})/)).toHaveLength(43)
})

test('a second program on the same data folder is refused in one line', async () => {
  const folder = usedFolder()
  await serve(folder)
  const second = startProgram(['serve'], { YIPANQI_DATA: folder })
  expect(await second.ended).toBe(1)
  expect(second.printed()).toMatch(/^yipanqi: the data folder \S+ is in use by another Yipanqi\..*\n$/)
})

test('a port in use is refused in one line, before anything is made', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = String(typeof address === 'object' && address?.port)
  const program = startProgram(['serve'], { YIPANQI_DATA: usedFolder(), PORT: port })
  expect(await program.ended).toBe(1)
  expect(program.printed()).toMatch(new RegExp(`^yipanqi: port ${port} is in use\\..*\n$`))
  other.close()
})

test('kill -9 takes the database with it, and the next start works', async () => {
  const folder = usedFolder()
  const killed = await serve(folder)
  killed.child.kill('SIGKILL')
  await killed.ended
  await eventually(() => !isAlive(killed.database))
  const next = await serve(folder)
  expect((await fetch(`${next.address}/readyz`)).status).toBe(200)
})

test('a server whose database goes away says so and ends', async () => {
  const { database, ended, printed } = await serve(usedFolder())
  process.kill(database, 'SIGQUIT')
  expect(await ended).toBe(1)
  expect(printed()).toContain('the embedded database went away')
})

test('a database that nobody answers for is refused in one line', async () => {
  const program = startProgram(['serve'], { DATABASE_URL: 'postgres://someone:secret@127.0.0.1:9/name' })
  expect(await program.ended).toBe(1)
  expect(program.printed()).toMatch(/^yipanqi: cannot reach the database .* 127\.0\.0\.1:9\/name \(ECONNREFUSED\).*\n$/)
  expect(program.printed()).not.toContain('secret')
})
