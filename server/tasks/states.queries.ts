import { sql, type RawBuilder } from 'kysely'
import type { TaskState } from '#domain/tasks/task.ts'

/** A list of states as SQL has it, `('draft', 'cancelled')`: which state counts as what is decided in the domain. */
export const inList = (states: readonly TaskState[]): RawBuilder<unknown> =>
  sql`(${sql.join(states.map((state) => sql.lit(state)))})`
