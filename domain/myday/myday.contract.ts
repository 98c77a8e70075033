import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { LIGHTS } from '../lights/light.ts'
import { Why } from '../lights/why.ts'
import { Day } from '../tasks/tasks.contract.ts'
import { WAIT_GROUPS, WAITS } from './waiting.ts'

/** One thing that waits for the person: what is asked, about what, and by when. */
const WaitingItem = z
  .object({
    kind: z.enum(WAITS),
    group: z.enum(WAIT_GROUPS),
    /** `sheet`: its id is the period’s and the unit’s, `support`: the task’s and the unit’s, with a slash between. */
    subject: z.object({
      type: z.enum(['task', 'difficulty', 'sheet', 'request', 'support', 'notice', 'directive', 'meeting']),
      id: z.string(),
    }),
    /** Of the task it is about; null where there is none. */
    code: z.string().nullable(),
    title: z.string(),
    /** The unit it comes from; empty where the task says all. */
    from: z.string(),
    dueOn: Day.nullable(),
    /** 0 on the last day, negative beyond it; null without a clock. */
    workdaysLeft: z.int().nullable(),
  })
  .meta({ id: 'WaitingItem' })
export type WaitingItem = z.infer<typeof WaitingItem>

/** The worst of the person’s own red and yellow tasks, and how many there are. */
const TroubledTasks = z.object({
  items: z.array(
    z.object({ id: z.uuid(), code: z.string(), title: z.string(), light: z.enum(LIGHTS), why: z.array(Why) }),
  ),
  count: z.int(),
})
export type TroubledTasks = z.infer<typeof TroubledTasks>

/** Everything that waits for the one who asks, and their red and yellow tasks. Nothing here ranks or scores. */
export const getMyDay = endpoint({
  operationId: 'getMyDay',
  method: 'GET',
  path: '/api/my-day',
  summary: 'What waits for the one who asks',
  response: z.object({
    today: Day,
    planYear: z.int(),
    /** In the order of the day; of each kind the first so many. */
    items: z.array(WaitingItem),
    /** How many wait of each kind, also beyond those shown. */
    totals: z.array(z.object({ kind: z.enum(WAITS), count: z.int() })),
    troubled: TroubledTasks,
  }),
})
