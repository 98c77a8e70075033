import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { COMPLETION_CHECKS } from './lifecycle.ts'
import { TASK_STATES } from './task.ts'

const params = z.object({ taskId: z.uuid() })
/** What a step answers; the page reads the task again. */
const AfterStep = z.object({ id: z.uuid(), state: z.enum(TASK_STATES), version: z.int() })

/** The office registers a draft. Refuses task_incomplete with what is missing, task_wrong_state. */
export const registerTask = endpoint({
  operationId: 'registerTask',
  method: 'POST',
  path: '/api/tasks/:taskId/registration',
  summary: 'Register a draft',
  params,
  body: z.object({}).default({}),
  response: AfterStep,
})

/** The office hands the task to its lead unit; from here its original dates never change. */
export const assignTask = endpoint({
  operationId: 'assignTask',
  method: 'POST',
  path: '/api/tasks/:taskId/assignment',
  summary: 'Assign a registered task to its lead unit',
  params,
  body: z.object({}).default({}),
  response: AfterStep,
})

/** The lead unit takes it and names who does the work. Refuses assignee_missing, lead_unit_only, task_wrong_state. */
export const acknowledgeTask = endpoint({
  operationId: 'acknowledgeTask',
  method: 'POST',
  path: '/api/tasks/:taskId/acknowledgement',
  summary: 'Acknowledge an assigned task and name its assignee',
  params,
  body: z.object({ assigneeId: z.uuid().nullable().default(null) }),
  response: AfterStep,
})

/** The lead unit's head says it is done. Refuses milestones_open, evidence_missing, lead_head_only. */
export const requestCompletion = endpoint({
  operationId: 'requestCompletion',
  method: 'POST',
  path: '/api/tasks/:taskId/completion-request',
  summary: 'Ask for completion',
  params,
  body: z.object({ note: z.string().trim().max(2000).default('') }),
  response: AfterStep,
})

/** The office accepts; all six checks must hold and the author never accepts. Refuses checks_missing, author_accepts. */
export const acceptCompletion = endpoint({
  operationId: 'acceptCompletion',
  method: 'POST',
  path: '/api/tasks/:taskId/completion-acceptance',
  summary: 'Accept completion with the six checks',
  params,
  body: z.object({ checks: z.array(z.enum(COMPLETION_CHECKS)).max(6) }),
  response: AfterStep,
})

/** The office sends it back with a reason. Refuses reason_missing, author_accepts. */
export const returnCompletion = endpoint({
  operationId: 'returnCompletion',
  method: 'POST',
  path: '/api/tasks/:taskId/completion-return',
  summary: 'Return a request for completion',
  params,
  body: z.object({ reason: z.string().trim().max(1000) }),
  response: AfterStep,
})

/** The office strikes a completed task off after verification. Refuses verification_missing. */
export const closeOutTask = endpoint({
  operationId: 'closeOutTask',
  method: 'POST',
  path: '/api/tasks/:taskId/close-out',
  summary: 'Close a completed task out',
  params,
  body: z.object({ verification: z.string().trim().max(2000) }),
  response: AfterStep,
})

/** The office takes a task back, with a reason; it stays in the ledger. Refuses reason_missing. */
export const cancelTask = endpoint({
  operationId: 'cancelTask',
  method: 'POST',
  path: '/api/tasks/:taskId/cancellation',
  summary: 'Cancel a task',
  params,
  body: z.object({ reason: z.string().trim().max(1000) }),
  response: AfterStep,
})

const Selection = z.object({ taskIds: z.array(z.uuid()).min(1).max(500) })
/** Bulk work answers per item; one refusal stops none of the others. */
const BulkAnswer = z
  .object({
    done: z.array(z.uuid()),
    refused: z.array(z.object({ id: z.uuid(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'BulkAnswer' })

export const registerTasks = endpoint({
  operationId: 'registerTasks',
  method: 'POST',
  path: '/api/task-registrations',
  summary: 'Register several drafts',
  body: Selection,
  response: BulkAnswer,
})

export const assignTasks = endpoint({
  operationId: 'assignTasks',
  method: 'POST',
  path: '/api/task-assignments',
  summary: 'Assign several registered tasks',
  body: Selection,
  response: BulkAnswer,
})
