import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { PageQuery, pageOf } from '../paging.ts'
import { Day } from './tasks.contract.ts'

/** What a unit said of a task it asked to have accepted: the word beside it, and of a directive the answer to the leader. */
const CompletionView = z
  .object({
    id: z.uuid(),
    code: z.string(),
    title: z.string(),
    note: z.string(),
    by: z.string(),
    on: Day.nullable(),
    answer: z.object({ done: z.string(), result: z.string() }).nullable(),
  })
  .meta({ id: 'Completion' })
export type CompletionView = z.infer<typeof CompletionView>

/** So many are asked for at once. */
export const COMPLETIONS_AT_ONCE = 50

/** Before many are accepted or signed off, what was said of each, by code; those of the tasks that the asker may see. */
export const listCompletions = endpoint({
  operationId: 'listCompletions',
  method: 'GET',
  path: '/api/task-completions',
  summary: 'What units said of completed tasks',
  query: PageQuery.extend({
    /** Ids with commas between, at most 50. */
    taskIds: z
      .string()
      .max(40 * COMPLETIONS_AT_ONCE)
      .transform((ids) => ids.split(','))
      .pipe(z.array(z.uuid()).min(1).max(COMPLETIONS_AT_ONCE)),
  }),
  response: pageOf(CompletionView),
})
