import { once } from 'node:events'
import { createConnection, createServer, type Socket } from 'node:net'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDb } from '#server/db/db.ts'
import { untilSomebodyWaits } from './waiting.ts'
import { type Answer, freshDatabase, NOON, serve } from './world.ts'
import { DEMO_ORGANIZATION, demoPerson } from './world.demo.ts'

/** A way to the database that can be shut and opened, as when its machine restarts. */
async function doorTo(url: string) {
  const { searchParams, username, pathname } = new URL(url)
  const socket = `${searchParams.get('host')}/.s.PGSQL.5432`
  const passing = new Set<Socket>()
  const server = createServer((inside) => {
    const outside = createConnection(socket)
    for (const side of [inside, outside]) {
      passing.add(side)
      side.on('error', () => undefined).on('close', () => (passing.delete(side), inside.destroy(), outside.destroy()))
    }
    inside.pipe(outside).pipe(inside)
  })
  const open = async (port = 0) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  await open()
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const shut = async () => {
    const closed = once(server, 'close')
    server.close()
    for (const side of passing) side.destroy()
    await closed
  }
  onTestFinished(async () => void (server.listening && (await shut())))
  return { url: `postgres://${username}@127.0.0.1:${port}${pathname}`, shut, open: () => open(port) }
}

/** The demo district served over such a way; `behind` reaches the database in any case. */
async function fragile() {
  const { db: behind, url } = await freshDatabase('template_demo')
  const door = await doorTo(url)
  const db = openDb(door.url, 5)
  onTestFinished(() => db.destroy())
  const { app, hands, session } = await serve(db, { now: NOON })
  const office = hands(await session(DEMO_ORGANIZATION, demoPerson('supervisionOffice').id))
  return { app, behind, door, office, nobody: hands(null) }
}

const view = { name: '逾期', search: 'state=inProgress' }
const refused = { status: 503, body: { code: 'unavailable', message: expect.stringContaining('没有保存') } }

/** Sends a change again as long as the database is said to be away: a dead connection may be noticed only when used. */
async function carriedOut(change: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await change()
    if (answer.status !== 503) return answer
  }
}

test('while the database is away every request is refused with a sentence, and all is well when it is back', async () => {
  const { door, office, nobody } = await fragile()
  expect((await office.get('/api/board')).status).toBe(200)
  await door.shut()
  for (const answer of [await office.get('/api/board'), await office.post('/api/saved-views', view)])
    expect(answer).toMatchObject(refused)
  expect(await nobody.post('/api/sessions', { userName: 'xiachu', password: 'x' })).toMatchObject(refused)
  expect(await nobody.get('/readyz')).toMatchObject({ status: 503, body: { ready: false } })
  expect((await nobody.get('/healthz')).status).toBe(200)
  await door.open()
  expect(await nobody.get('/readyz')).toMatchObject({ status: 200, body: { ready: true } })
  expect((await office.get('/api/board')).status).toBe(200)
  expect((await office.post('/api/saved-views', view)).status).toBe(201)
})

test.each(['the line is cut', 'an operator ends the connection'])(
  'a change under way when %s is refused and not half done; sent again with its key it is done once',
  async (how) => {
    const { door, behind, office } = await fragile()
    const other = await behind.startTransaction().execute()
    await sql`lock table saved_view in exclusive mode`.execute(other)
    const change = () => office.post('/api/saved-views', view, { 'idempotency-key': 'once' })
    const answer = change()
    await untilSomebodyWaits(behind)
    if (how === 'the line is cut') await door.shut()
    else
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'
        and datname = current_database()`.execute(behind)
    expect(await answer).toMatchObject(refused)
    await other.commit().execute()
    if (how === 'the line is cut') await door.open()
    expect((await carriedOut(change)).status).toBe(201)
    expect((await change()).status).toBe(201)
    expect(await behind.selectFrom('savedView').select('id').execute()).toHaveLength(1)
  },
)

test('a full disk is said to be one; nothing is half saved, and with space again the change is carried out', async () => {
  const { behind, office } = await fragile()
  await sql`create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`.execute(behind)
  await sql`create trigger full_disk before insert on saved_view for each row execute function full_disk()`.execute(
    behind,
  )
  const change = () => office.post('/api/saved-views', view, { 'idempotency-key': 'k' })
  expect(await change()).toMatchObject({
    status: 507,
    body: { code: 'disk_full', message: expect.stringContaining('磁盘已满') },
  })
  expect(await behind.selectFrom('savedView').select('id').execute()).toEqual([])
  expect((await office.get('/api/board')).status).toBe(200)
  await sql`drop trigger full_disk on saved_view`.execute(behind)
  expect((await change()).status).toBe(201)
})
