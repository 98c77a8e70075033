import { sql } from 'kysely'
import type { Db } from '#server/db/db.ts'

type Column = {
  table: string
  column: string
  type: string
  nullable: boolean
  defaulted: boolean
  always: boolean
  words: string | null
}

const TYPES: Record<string, string> = {
  text: 'string',
  uuid: 'string',
  date: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  timestamptz: 'Timestamp',
  jsonb: 'Json',
  bytea: 'Buffer',
  xid8: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const pascal = (name: string) => camel(`_${name}`)

const readColumns = async (db: Db) => {
  const { rows } = await sql<Column>`
    select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
           a.atthasdef or a.attidentity <> '' as defaulted, a.attidentity = 'a' or a.attgenerated <> '' as always,
           (select pg_get_constraintdef(k.oid) from pg_constraint k
             where k.conrelid in (c.oid, to_regclass(regexp_replace(c.relname, '_former$', ''))) and k.contype = 'c'
               and k.conkey = array[(select b.attnum from pg_attribute b where b.attrelid = k.conrelid and b.attname = a.attname)]
               and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%' limit 1) as words
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'v', 'p') and c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely_%'
    order by c.relname, a.attnum`.execute(db)
  return rows
}

function typeOf(column: Column): string {
  const words = column.words && [...column.words.matchAll(/'([^']+)'::/g)].map(([, word]) => `'${word}'`).join(' | ')
  const base = words || TYPES[column.type]
  if (!base) throw new Error(`No TypeScript type for ${column.table}.${column.column} (${column.type})`)
  const full = column.nullable ? `${base} | null` : base
  if (column.always) return `GeneratedAlways<${full}>`
  if (full === 'Timestamp' && column.defaulted) return 'SetTimestamp'
  return column.defaulted ? `Generated<${full}>` : full
}

/** The TypeScript of server/db/db.gen.ts for a migrated database. */
export async function printTypes(db: Db): Promise<string> {
  const columns = await readColumns(db)
  const tables = [...new Set(columns.map((column) => column.table))]
  return [
    '// Written by scripts/db-types.ts from the migrated catalogue; not edited by hand.',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'",
    '',
    'type Json = ColumnType<unknown, string, string>',
    'type Timestamp = ColumnType<Date, Date | string, Date | string>',
    'type SetTimestamp = ColumnType<Date, Date | string | undefined, Date | string>',
    '',
    ...tables.flatMap((table) => [
      `export type ${pascal(table)}Row = {`,
      ...columns
        .filter((column) => column.table === table)
        .map((column) => `  ${camel(column.column)}: ${typeOf(column)}`),
      '}',
      '',
    ]),
    'export type DB = {',
    ...tables.map((table) => `  ${camel(table)}: ${pascal(table)}Row`),
    '}',
    '',
  ].join('\n')
}
