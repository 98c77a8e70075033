import { createQueryId, type RawBuilder, sql } from 'kysely'
import { ColumnNames } from './names.ts'

/**
 * A part of statements that has no values, written out once. Kysely keeps every piece of a part as an object and puts
 * them together at each request; long lists of columns took it longer than all the rest of a statement.
 */
export function written<Value>(part: RawBuilder<Value>): RawBuilder<Value> {
  const { sql: text, parameters } = new ColumnNames().compileQuery(part.toOperationNode(), createQueryId())
  if (parameters.length > 0) throw new TypeError(`a part with values cannot be written once: ${text}`)
  return sql.raw(text)
}
