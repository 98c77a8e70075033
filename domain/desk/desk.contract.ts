import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { LIGHTS } from '../lights/light.ts'
import { Why } from '../lights/why.ts'
import { NOTICE_LEVELS } from '../notices/notice.ts'
import { PageQuery, pageOf } from '../paging.ts'
import { RequestView } from '../requests/requests.contract.ts'
import { TASK_STATES } from '../tasks/task.ts'
import { Day, Ref } from '../tasks/tasks.contract.ts'
import { DESK_QUEUES, TASK_QUEUES } from './queues.ts'

const OfUnit = z.object({
  /** Only tasks and directives that this unit leads, and what its people wrote. */
  unitId: z.uuid().optional(),
})

/** How many wait in each queue, and of how many the clock has run out. */
export const getDesk = endpoint({
  operationId: 'getDesk',
  method: 'GET',
  path: '/api/desk',
  summary: 'The office’s queues with their counts',
  query: OfUnit,
  response: z.object({
    queues: z.array(z.object({ queue: z.enum(DESK_QUEUES), count: z.int(), lateCount: z.int() })),
  }),
})

/** One thing that waits in a queue, with what a decision about it looks at. */
const DeskItem = z
  .object({
    /** The task’s id; of a request its own. */
    id: z.uuid(),
    task: z.object({
      id: z.uuid(),
      code: z.string(),
      title: z.string(),
      state: z.enum(TASK_STATES),
      currentDueOn: Day.nullable(),
    }),
    unit: Ref.nullable(),
    /** Since when it waits; of what is overdue, the first date that was missed. */
    since: Day,
    workdaysWaited: z.int(),
    /** The last day of the clock, and working days to it, negative beyond; null without a clock. */
    dueOn: Day.nullable(),
    workdaysLeft: z.int().nullable(),
    light: z.enum(LIGHTS),
    why: z.array(Why),
    /** Why the queue’s step cannot be taken by the one who asks now; null where it can, or where there is none. */
    refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
    /** Of a disputed task: what the unit said. */
    dispute: z.object({ number: z.int(), reason: z.string(), legalBasis: z.string(), suggestedUnit: Ref }).nullable(),
    /** What the unit said when it asked for completion; by whom. */
    completion: z.object({ note: z.string(), by: z.string() }).nullable(),
    /** Why a completed task is to be verified on the spot. */
    verification: z.enum(['wasRed', 'sampled']).nullable(),
    /** Of the queue of requests. */
    request: RequestView.nullable(),
    /** When it was urged last, and by whom; `by` null for a rule. */
    urged: z.object({ on: Day, by: z.string().nullable() }).nullable(),
    /** What the rules of urging bring for a red task: a level, and the proposal where it stands already. */
    notice: z.object({ level: z.enum(NOTICE_LEVELS), proposalId: z.uuid().nullable() }).nullable(),
  })
  .meta({ id: 'DeskItem' })
export type DeskItem = z.infer<typeof DeskItem>

/** What waits in one queue of tasks, what waits longest first. */
export const listDeskItems = endpoint({
  operationId: 'listDeskItems',
  method: 'GET',
  path: '/api/desk/:queue',
  summary: 'One queue of tasks, a page at a time',
  params: z.object({ queue: z.enum(TASK_QUEUES) }),
  query: OfUnit.extend(PageQuery.shape),
  response: pageOf(DeskItem),
})
