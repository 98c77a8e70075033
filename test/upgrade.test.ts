import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDb } from '#server/db/db.ts'
import { migrate, migrateTo } from '#server/db/migrate.ts'
import { seal } from '#server/journal/seal.ts'
import { DEMO_NOW } from './database.setup.ts'
import { countRows, putRows, readFixture, type Fixture } from './upgrade/fixture.ts'
import { DEMO_ORGANIZATION, demoPerson } from './world.demo.ts'
import { freshDatabase, serve } from './world.ts'

const RELEASES = globSync('*.json.gz', { cwd: path.join(import.meta.dirname, 'upgrade') }).map((file) =>
  file.replace('.json.gz', ''),
)

/** A place as a former release left it, now served by this one. */
async function upgraded(fixture: Fixture) {
  const { db: former, url } = await freshDatabase('template0')
  await migrateTo(former, fixture.migrations.at(-1) ?? '')
  await putRows(former, fixture)
  await former.destroy()
  const db = openDb(url, 5)
  await migrate(db)
  const served = await serve(db, { now: DEMO_NOW })
  const as = async (role: 'supervisionOffice' | 'principalLeader' | 'auditAdmin') =>
    served.hands(await served.session(DEMO_ORGANIZATION, demoPerson(role).id))
  return { db, as, close: async () => (await served.app.close(), db.destroy()) }
}

// Derived again by the next read where a migration asks for it, and sessions that the test opens itself.
const DERIVED = ['task_standing', 'session']

test.each(RELEASES)(
  'what a place had under the release “%s” is all there, says the same, and goes on',
  async (name) => {
    const fixture = readFixture(name)
    const { db, as, close } = await upgraded(fixture)
    const tables = Object.keys(fixture.tables).filter((table) => !DERIVED.includes(table))
    expect(await countRows(db, tables)).toEqual(
      Object.fromEntries(tables.map((table) => [table, fixture.tables[table]?.length ?? 0])),
    )
    const office = await as('supervisionOffice')
    expect(fixture.figures.length).toBeGreaterThan(1)
    for (const figures of fixture.figures) {
      const { body } = await office.get(`/api/board?asOn=${figures.asOn}`)
      expect(body).toMatchObject(figures)
    }

    const { body: ledger } = await office.get('/api/tasks?state=inProgress&limit=1')
    const { status } = await (
      await as('principalLeader')
    ).post(`/api/tasks/${ledger.items[0].id}/cancellation`, {
      reason: '与另一项任务合并',
    })
    expect(status).toBe(200)
    const auditor = await as('auditAdmin')
    // The server seals as well, just after the change: while one of the two is at work the other leaves it alone.
    const unsealed = async () => {
      await seal(db, DEMO_ORGANIZATION)
      return (await auditor.get('/api/journal/verification')).body.unsealedCount
    }
    await expect.poll(unsealed).toBe(0)
    const sealed = fixture.tables['journal_seal']?.length ?? 0
    expect(sealed).toBeGreaterThan(1000)
    const { body: chain } = await auditor.get('/api/journal/verification')
    expect(chain).toMatchObject({ brokenAt: null, unsealedCount: 0 })
    expect(chain.sealedCount).toBeGreaterThan(sealed)
    await close()
  },
)

test('a database of a former release holds what it had even where a migration fails: all or nothing', async () => {
  const { db } = await freshDatabase('template0')
  await migrateTo(db, '0003_imports.sql')
  await sql`create table period (nobody text)`.execute(db)
  await expect(migrate(db)).rejects.toThrow(/period/)
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`.execute(db)
  expect(rows).toEqual([{ name: '0003_imports.sql' }])
  await sql`drop table period`.execute(db)
  expect(await migrate(db)).toContain('0004_reports.sql')
})

test('a place that ran a later migration before an earlier one was there gets the earlier one at its next start', async () => {
  const { db } = await freshDatabase('template0')
  await migrateTo(db, '0030_highlights.sql')
  const later = '0036_minutes_without_comments.sql'
  await sql.raw(readFileSync(new URL(`../server/db/migrations/${later}`, import.meta.url), 'utf8')).execute(db)
  await sql`insert into kysely_migration (name, timestamp) values (${later}, ${DEMO_NOW.toISOString()})`.execute(db)
  const applied = await migrate(db)
  expect(applied).toContain('0032_sheet_deliveries.sql')
  expect(applied).not.toContain(later)
})

test('a program older than its database says so and what to do, and changes nothing', async () => {
  const { db } = await freshDatabase()
  await sql`insert into kysely_migration (name, timestamp) values ('9999_later.sql', ${DEMO_NOW.toISOString()})`.execute(
    db,
  )
  await expect(migrate(db)).rejects.toMatchObject({ code: 'database_ahead', facts: { name: '9999_later.sql' } })
})
