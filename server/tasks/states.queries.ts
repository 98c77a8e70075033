import { sql, type RawBuilder } from 'kysely'

/** A list of states as SQL has it, `('draft', 'cancelled')`: which state counts as what is decided in the domain. */
export const inList = (states: readonly string[]): RawBuilder<unknown> =>
  sql`(${sql.join(states.map((state) => sql.lit(state)))})`
