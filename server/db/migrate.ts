import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { Migrator, type MigrationResultSet } from 'kysely/migration'
import type { Db } from './db.ts'

const folder = new URL('./migrations/', import.meta.url)

/** Brings the database forward; several servers may start at once (the Migrator holds a lock). Gives the names applied. */
export const migrate = (db: Db): Promise<string[]> => run(db, (migrator) => migrator.migrateToLatest())

/** As `migrate`, but no further than the migration of this name: the database of a former version, to prove upgrades with. */
export const migrateTo = (db: Db, name: string): Promise<string[]> => run(db, (migrator) => migrator.migrateTo(name))

async function run(db: Db, go: (migrator: Migrator) => Promise<MigrationResultSet>): Promise<string[]> {
  const { error, results } = await go(new Migrator({ db, provider: { getMigrations } }))
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

async function getMigrations() {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Object.fromEntries(names.map((name) => [name, { up: (db: Db) => apply(db, name) }]))
}

async function apply(db: Db, name: string): Promise<void> {
  await sql.raw(await readFile(new URL(name, folder), 'utf8')).execute(db)
}
