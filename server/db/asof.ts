import { sql, type RawBuilder } from 'kysely'
import type { DB } from './db.gen.ts'

/** Facts with their former versions in `<table>_former` (see migration 0010, keep_versions_of). */
export type VersionedTable = 'task' | 'milestone' | 'taskSupport' | 'trajectoryPoint' | 'reportEntry' | 'calendarDay'

/**
 * A versioned table as it was known at a moment, for use after `from`: today's rows where `moment` is null. A former
 * version has its table's columns behind its own `until`, which is why both halves can be put together.
 */
export function asOf<Table extends VersionedTable>(table: Table, moment: Date | null): RawBuilder<DB[Table]> {
  if (moment === null) return sql<DB[Table]>`${sql.table(table)}`
  return sql<DB[Table]>`(
    select null::timestamptz as until, present.* from ${sql.table(table)} present where present.since <= ${moment}
    union all
    select former.* from ${sql.table(`${table}Former`)} former where former.since <= ${moment} and former.until > ${moment})`
}
