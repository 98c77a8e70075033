import { sql } from 'kysely'
import type { Db } from '#server/db/db.ts'

type Table = { name: string; comment: string | null }
type Column = { table: string; line: string; comment: string | null }
type Piece = { table: string; line: string }
type Function = { line: string; comment: string | null }

/** The whole schema of a migrated database as SQL for reading: tables, columns, constraints, indexes, triggers, comments. */
export async function printSchema(db: Db): Promise<string> {
  const [tables, columns, constraints, indexes, triggers, functions] = [
    await readTables(db),
    await readColumns(db),
    await readConstraints(db),
    await readIndexes(db),
    await readTriggers(db),
    await readFunctions(db),
  ]
  const of = <Part extends { table: string }>(parts: readonly Part[], { name }: Table) =>
    parts.filter(({ table }) => table === name)
  return [
    '-- The whole schema, for reading. Written by scripts/schema.ts from the migrated catalogue; not edited by hand,',
    '-- and not run: migrations make the database (server/db/migrations).',
    '',
    ...functions.flatMap(({ line, comment }) => [...commentLines(comment), `${line.trimEnd()};`, '']),
    ...tables.flatMap((table) => [
      ...commentLines(table.comment),
      `create table ${table.name} (`,
      ...tableLines(of(columns, table), of(constraints, table)),
      ');',
      ...[...of(indexes, table), ...of(triggers, table)].map(({ line }) => `${plain(line)};`),
      '',
    ]),
  ].join('\n')
}

/** PostgreSQL's own spelling in the project's: lower case outside quotes, short type names, no casts of defaults. */
const plain = (line: string): string =>
  line
    .replaceAll('timestamp with time zone', 'timestamptz')
    .replace(/'([^']*)'::text(\[\])?/g, "'$1'")
    .replace(' USING btree', '')
    .split("'")
    .map((part, index) => (index % 2 === 0 ? part.replace(/\b[A-Z]{2,}\b/g, (word) => word.toLowerCase()) : part))
    .join("'")

const commentLines = (comment: string | null): string[] => (comment === null ? [] : [`-- ${comment}`])

/** Columns with their comments behind them, then constraints; a comma behind all but the last. */
function tableLines(columns: readonly Column[], constraints: readonly Piece[]): string[] {
  const lines = [...columns, ...constraints.map(({ line }) => ({ line, comment: null }))]
  return lines.map(({ line, comment }, index) => {
    const comma = index < lines.length - 1 ? ',' : ''
    return `  ${plain(line)}${comma}${comment === null ? '' : `  -- ${comment}`}`
  })
}

const IN_PUBLIC = sql`c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not like 'kysely%'`

const readTables = async (db: Db): Promise<Table[]> =>
  (
    await sql<Table>`
      select c.relname as name, obj_description(c.oid, 'pg_class') as comment
      from pg_class c where ${IN_PUBLIC} order by c.relname`.execute(db)
  ).rows

const readColumns = async (db: Db): Promise<Column[]> =>
  (
    await sql<Column>`
      select c.relname as table, col_description(c.oid, a.attnum) as comment,
             concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
                       case when a.attnotnull then 'not null' end,
                       case when a.attidentity = 'a' then 'generated always as identity' end,
                       'default ' || pg_get_expr(d.adbin, d.adrelid)) as line
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where ${IN_PUBLIC} order by c.relname, a.attnum`.execute(db)
  ).rows

// PostgreSQL 18 also lists what "not null" already says.
const readConstraints = async (db: Db): Promise<Piece[]> =>
  (
    await sql<Piece>`
      select c.relname as table, pg_get_constraintdef(k.oid) as line
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      where ${IN_PUBLIC} and k.contype in ('p', 'u', 'f', 'c', 'x')
      order by c.relname, position(k.contype::text in 'pufcx'), k.conname`.execute(db)
  ).rows

const readIndexes = async (db: Db): Promise<Piece[]> =>
  (
    await sql<Piece>`
      select c.relname as table, replace(pg_get_indexdef(i.indexrelid), 'public.', '') as line
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
      where ${IN_PUBLIC} and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
      order by c.relname, x.relname`.execute(db)
  ).rows

const readTriggers = async (db: Db): Promise<Piece[]> =>
  (
    await sql<Piece>`
      select c.relname as table, replace(pg_get_triggerdef(t.oid), 'public.', '') as line
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where ${IN_PUBLIC} and not t.tgisinternal order by c.relname, t.tgname`.execute(db)
  ).rows

const readFunctions = async (db: Db): Promise<Function[]> =>
  (
    await sql<Function>`
      select replace(pg_get_functiondef(p.oid), 'public.', '') as line, obj_description(p.oid, 'pg_proc') as comment
      from pg_proc p where p.pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      order by p.proname`.execute(db)
  ).rows
