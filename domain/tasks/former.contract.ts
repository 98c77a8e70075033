import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { FormerLeadView, TaskReportView } from './page.contract.ts'
import { MILESTONE_STATES, TASK_KINDS } from './task.ts'
import { Day, Target } from './tasks.contract.ts'

/** A task as it was left by the unit that asks: nothing of what came after. */
export const FormerTask = z
  .object({
    id: z.uuid(),
    code: z.string(),
    title: z.string(),
    kind: z.enum(TASK_KINDS),
    plan: z.object({ id: z.uuid(), year: z.int() }),
    target: Target.nullable(),
    /** The times the unit led it, the latest first; each says where it went, by whom and why. */
    formerLeads: z.array(FormerLeadView),
    /** As they were known when the unit last gave it up. */
    milestones: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        weight: z.number(),
        originalDueOn: Day,
        currentDueOn: Day,
        state: z.enum(MILESTONE_STATES),
        doneOn: Day.nullable(),
      }),
    ),
    /** What the unit itself reported, the latest period first. */
    reports: z.array(TaskReportView),
  })
  .meta({ id: 'FormerTask' })
export type FormerTask = z.infer<typeof FormerTask>

/**
 * A task that a unit of the one who asks led once and does not see any more: to be read, never to be changed. It ends
 * with the transfer: what the present lead does is not the former one's. A restricted task is seen by whom it concerns
 * now (PRODUCT.md, Plan), so it is not found here; nor is what the unit never led.
 */
export const getFormerTask = endpoint({
  operationId: 'getFormerTask',
  method: 'GET',
  path: '/api/tasks/:taskId/former-lead',
  summary: 'A task as the unit left it when it was transferred',
  params: z.object({ taskId: z.uuid() }),
  response: FormerTask,
})
