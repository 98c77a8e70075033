import {
  PostgresQueryCompiler,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely'

/** What so few hundred names come to, worked out once each. */
function remembered(translate: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const made = translate(name)
    known.set(name, made)
    return made
  }
}

/** `leadUnitId` as PostgreSQL has it: `lead_unit_id`. */
export const columnName = remembered((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
/** `lead_unit_id` as we have it: `leadUnitId`. */
const fieldName = remembered((name) =>
  name.replace(/(?<=[^_])_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
)

/** Writes names as the database has them, while it writes the statement: Kysely's own plugin first copies it whole. */
export class ColumnNames extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(name: string): string {
    return super.sanitizeIdentifier(columnName(name))
  }
}

/** Gives rows the names we have; keys inside jsonb are camelCase from the start and stay as they are. */
export const fieldNames: KyselyPlugin = {
  transformQuery: ({ node }: PluginTransformQueryArgs): RootOperationNode => node,
  transformResult: async ({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> => {
    const first = result.rows?.[0] // a commit has none
    if (first === undefined) return result
    const names = Object.keys(first).map((column): Renaming => ({ column, field: fieldName(column) }))
    if (names.every(({ column, field }) => column === field)) return result
    return { ...result, rows: result.rows.map((row) => renamed(row, names)) }
  },
}

type Renaming = { column: string; field: string }

function renamed(row: UnknownRow, names: readonly Renaming[]): UnknownRow {
  const out: UnknownRow = {}
  for (const { column, field } of names) out[field] = row[column]
  return out
}
