import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#server/db/db.ts'

/** What the board said of a day; later versions may say more, never otherwise. */
const Figures = z.object({ asOn: z.iso.date(), total: z.unknown(), rates: z.unknown(), cells: z.unknown() })

/**
 * What a place had: the migrations its database had seen, every row of every table in PostgreSQL's JSON form, and what
 * its board said.
 */
const Fixture = z.object({
  migrations: z.array(z.string()),
  figures: z.array(Figures),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
})
export type Fixture = z.infer<typeof Fixture>
export type Rows = Pick<Fixture, 'migrations' | 'tables'>

/** Reads `NAME.json.gz` beside this file. */
export const readFixture = (name: string): Fixture =>
  Fixture.parse(JSON.parse(gunzipSync(readFileSync(new URL(`${name}.json.gz`, import.meta.url))).toString()))

async function tablesOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%' order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

/** Everything in a database. */
export async function takeRows(db: Db): Promise<Rows> {
  const { rows: migrations } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  const tables: Rows['tables'] = {}
  for (const table of await tablesOf(db)) {
    const { rows } = await sql<{ text: string }>`
      select to_jsonb(t)::text as text from ${sql.table(table)} t`.execute(db)
    tables[table] = rows.map(({ text }) => z.record(z.string(), z.unknown()).parse(JSON.parse(text)))
  }
  return { migrations: migrations.map(({ name }) => name), tables }
}

/** Puts the rows into a database that has seen the same migrations, as restoring a dump does: no trigger fires. */
export async function putRows(db: Db, { tables }: Rows): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`set session_replication_role = replica`.execute(connection)
    for (const [table, rows] of Object.entries(tables)) {
      await sql`insert into ${sql.table(table)} overriding system value
        select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
        connection,
      )
    }
    await continueSequences(connection)
    await sql`set session_replication_role = default`.execute(connection)
  })
}

async function continueSequences(db: Db): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select attrelid::regclass::text as table, attname as column from pg_attribute
    where attidentity <> '' and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`.execute(
    db,
  )
  for (const { table, column } of rows)
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}), coalesce(max(${sql.ref(column)}), 0) + 1, false)
      from ${sql.table(table)}`.execute(db)
}

/** How many rows each table has. */
export async function countRows(db: Db, tables: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(db)
    counts[table] = rows[0]?.count ?? 0
  }
  return counts
}

/** The figures of a board's answer. */
export const figuresOf = (board: unknown): Fixture['figures'][number] => Figures.parse(board)
