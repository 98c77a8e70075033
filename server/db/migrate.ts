import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { Migrator, type MigrationResultSet } from 'kysely/migration'
import { StartError } from '../start-error.ts'
import type { Db } from './db.ts'

const folder = new URL('./migrations/', import.meta.url)

/**
 * Brings the database forward; several servers may start at once (the Migrator holds a lock). Gives the names applied.
 * Refuses with StartError `database_ahead` a database that a newer program has brought further than this one knows.
 */
export const migrate = (db: Db): Promise<string[]> => run(db, (migrator) => migrator.migrateToLatest())

/** As `migrate`, but no further than the migration of this name: the database of a former version, to prove upgrades with. */
export const migrateTo = (db: Db, name: string): Promise<string[]> => run(db, (migrator) => migrator.migrateTo(name))

async function run(db: Db, go: (migrator: Migrator) => Promise<MigrationResultSet>): Promise<string[]> {
  // Of work done side by side the higher number can come first: where it ran, the lower one is due all the same.
  const migrator = new Migrator({ db, provider: { getMigrations }, allowUnorderedMigrations: true })
  const { error, results } = await go(migrator)
  if (error) throw whyNotForward(error)
  return (results ?? []).map((result) => result.migrationName)
}

/** The Migrator says by a sentence alone that the database knows more than the program. */
function whyNotForward(error: unknown): unknown {
  const [, name] =
    /previously executed migration (\S+) is missing/.exec(error instanceof Error ? error.message : '') ?? []
  return name === undefined ? error : new StartError('database_ahead', { name })
}

async function getMigrations() {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Object.fromEntries(names.map((name) => [name, { up: (db: Db) => apply(db, name) }]))
}

async function apply(db: Db, name: string): Promise<void> {
  await sql.raw(await readFile(new URL(name, folder), 'utf8')).execute(db)
}
