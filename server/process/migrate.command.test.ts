import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDb } from '#server/db/db.ts'
import { startProgram } from '#test/program.ts'
import { freshDatabase } from '#test/world.ts'

/** An empty database of the site's own, with a role that may write rows and change no table. */
async function site() {
  const { db, url } = await freshDatabase('template0')
  const role = `app_${randomUUID().slice(0, 8)}`
  await sql.raw(`create role ${role} login`).execute(db)
  const address = new URL(url)
  address.username = role
  const app = openDb(address.href, 1)
  return { db, owner: url, app, appUrl: address.href, role }
}

test('a server whose role may not change tables waits for the owner’s migrate, and cannot touch the journal', async () => {
  const { db, owner, app, appUrl, role } = await site()
  for (const command of ['serve', 'migrate']) {
    const early = startProgram([command], { DATABASE_URL: appUrl })
    expect(await early.ended).toBe(1)
    expect(early.printed()).toMatch(/^yipanqi: the user of DATABASE_URL may not change .* -- migrate, .*\n$/)
  }

  const migrating = startProgram(['migrate'], { DATABASE_URL: owner })
  expect(await migrating.ended).toBe(0)
  expect(migrating.printed()).toMatch(/^0001_organization\.sql\n/)
  await sql.raw(`grant select, insert, update, delete on all tables in schema public to ${role}`).execute(db)

  const server = startProgram(['serve'], { DATABASE_URL: appUrl, YIPANQI_LOG: 'error' })
  const address = await server.until(/Yipanqi is ready: (\S+)/)
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  for (const statement of [
    'alter table journal_entry disable trigger all',
    'drop trigger journal_entry_append_only on journal_entry',
  ])
    await expect(sql.raw(statement).execute(app)).rejects.toThrow(/must be owner/)
  await expect(sql`truncate journal_entry`.execute(app)).rejects.toThrow(/permission denied/)
  await app.destroy()
})

test.each(['serve', 'migrate'])(
  'a disk that is full while %s brings the tables forward is said in one line',
  async (name) => {
    const { db, owner } = await site()
    await sql`create function full_disk() returns event_trigger language plpgsql as
    $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`.execute(db)
    await sql`create event trigger full_disk on ddl_command_start execute function full_disk()`.execute(db)
    const program = startProgram([name], { DATABASE_URL: owner })
    expect(await program.ended).toBe(1)
    expect(program.printed()).toMatch(/^yipanqi: the disk is full: cannot write to \S+\. .*\n$/)
  },
)

test('migrate without a database of one’s own says that there is nothing to do for it', async () => {
  const program = startProgram(['migrate'], {})
  expect(await program.ended).toBe(2)
  expect(program.printed()).toMatch(/^yipanqi: DATABASE_URL is not set; the embedded database is brought forward/)
})

test('a disk that is full while the demo is loaded is said in one line', async () => {
  const { db, url } = await freshDatabase('template_app')
  await sql`create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`.execute(db)
  await sql`create trigger full_disk before insert on task for each row execute function full_disk()`.execute(db)
  const program = startProgram(['demo'], { DATABASE_URL: url })
  expect(await program.ended).toBe(1)
  expect(program.printed()).toMatch(/^yipanqi: the disk is full: cannot write to \S+\. .*\n$/)
})
