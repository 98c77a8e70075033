import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { COMPLETION_CHECKS } from './inLife.ts'
import { TASK_STATES } from './task.ts'

const params = z.object({ taskId: z.uuid() })
/** What a step answers; the page reads the task again. */
const AfterStep = z.object({ id: z.uuid(), state: z.enum(TASK_STATES), version: z.int() })
const Reason = z.string().trim().max(1000)
const Words = z.string().trim().max(2000)
const Day = z.iso.date().nullable().default(null)
const Unit = z.uuid().nullable().default(null)

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
  body: z.object({ reason: Reason }),
  response: AfterStep,
})

/** The office strikes a completed task off after verification. Refuses verification_missing. */
export const closeOutTask = endpoint({
  operationId: 'closeOutTask',
  method: 'POST',
  path: '/api/tasks/:taskId/close-out',
  summary: 'Close a completed task out',
  params,
  body: z.object({ verification: Words }),
  response: AfterStep,
})

/**
 * The lead unit's head says that it is another unit's task. Refuses reason_missing, suggestion_missing,
 * legal_basis_missing, decline_too_late (after three working days), declined_twice.
 */
export const declineTask = endpoint({
  operationId: 'declineTask',
  method: 'POST',
  path: '/api/tasks/:taskId/decline',
  summary: 'Decline an assigned task, with the unit whose it is and the clause that says so',
  params,
  body: z.object({ reason: Reason, suggestedUnitId: Unit, legalBasis: Words }),
  response: AfterStep,
})

/** The office, after a second decline the leader, leaves the task with its unit. Refuses decliner_decides, leader_only. */
export const upholdAssignment = endpoint({
  operationId: 'upholdAssignment',
  method: 'POST',
  path: '/api/tasks/:taskId/upheld-assignment',
  summary: 'Do not agree to a decline: the unit keeps the task',
  params,
  body: z.object({ reason: Reason }),
  response: AfterStep,
})

/** Another unit leads from here; what the former did stays as it was. Refuses new_lead_missing, leader_only. */
export const transferTask = endpoint({
  operationId: 'transferTask',
  method: 'POST',
  path: '/api/tasks/:taskId/transfer',
  summary: 'Give a task to another lead unit',
  params,
  body: z.object({ unitId: Unit, reason: Reason }),
  response: AfterStep,
})

/** The leader agrees that it is done. Refuses leader_only, author_accepts. */
export const signOffTask = endpoint({
  operationId: 'signOffTask',
  method: 'POST',
  path: '/api/tasks/:taskId/sign-off',
  summary: 'Sign an accepted task off',
  params,
  body: z.object({ note: Words.default('') }),
  response: AfterStep,
})

/** The leader asks for more, by a day; the task is taken up again. Refuses instruction_missing, day_not_ahead. */
export const instructFurther = endpoint({
  operationId: 'instructFurther',
  method: 'POST',
  path: '/api/tasks/:taskId/further-instruction',
  summary: 'Send an accepted task back with a further instruction',
  params,
  body: z.object({ instruction: Words, day: Day }),
  response: AfterStep,
})

/** The office finds that what was reported does not hold. Refuses verification_missing, reason_missing, day_missing. */
export const failVerification = endpoint({
  operationId: 'failVerification',
  method: 'POST',
  path: '/api/tasks/:taskId/failed-verification',
  summary: 'Send a completed task back after verification',
  params,
  body: z.object({ verification: Words, reason: Reason, day: Day }),
  response: AfterStep,
})

/** The office looks again at what was struck off; where it does not hold, it is done anew by a day. */
export const revisitTask = endpoint({
  operationId: 'revisitTask',
  method: 'POST',
  path: '/api/tasks/:taskId/revisit',
  summary: 'Look again at a task that was closed out',
  params,
  body: z.object({ verification: Words, holds: z.boolean(), reason: Reason.nullable().default(null), day: Day }),
  response: AfterStep,
})

/** The office takes a done task up again; its first completion stays visible. Refuses reason_missing, day_not_ahead. */
export const reopenTask = endpoint({
  operationId: 'reopenTask',
  method: 'POST',
  path: '/api/tasks/:taskId/reopening',
  summary: 'Take a done task up again',
  params,
  body: z.object({ reason: Reason, day: Day }),
  response: AfterStep,
})

/** The leader stops a task until further notice; its dates stay, and it leaves no figure. Refuses leader_only. */
export const suspendTask = endpoint({
  operationId: 'suspendTask',
  method: 'POST',
  path: '/api/tasks/:taskId/suspension',
  summary: 'Stop a task until further notice',
  params,
  body: z.object({ reason: Reason }),
  response: AfterStep,
})

/** The leader puts a task off until a day, on which it goes on by itself. Refuses leader_only, day_not_ahead. */
export const deferTask = endpoint({
  operationId: 'deferTask',
  method: 'POST',
  path: '/api/tasks/:taskId/deferral',
  summary: 'Put a task off until a day',
  params,
  body: z.object({ reason: Reason, day: Day }),
  response: AfterStep,
})

/** The office lets a stopped task go on. Refuses reason_missing. */
export const resumeTask = endpoint({
  operationId: 'resumeTask',
  method: 'POST',
  path: '/api/tasks/:taskId/resumption',
  summary: 'Let a stopped task go on',
  params,
  body: z.object({ reason: Reason }),
  response: AfterStep,
})

/**
 * Takes a task back, with a reason; it stays in the ledger. The office until a unit has it, then the leader.
 * Refuses reason_missing, leader_only.
 */
export const cancelTask = endpoint({
  operationId: 'cancelTask',
  method: 'POST',
  path: '/api/tasks/:taskId/cancellation',
  summary: 'Cancel a task',
  params,
  body: z.object({ reason: Reason }),
  response: AfterStep,
})

const Selection = z.object({ taskIds: z.array(z.uuid()).min(1).max(500) })
/** Bulk work answers per item; one refusal stops none of the others. */
export const BulkAnswer = z
  .object({
    done: z.array(z.uuid()),
    refused: z.array(z.object({ id: z.uuid(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'BulkAnswer' })

/** Registers several; each that lacks something is refused by itself: task_incomplete. */
export const registerTasks = endpoint({
  operationId: 'registerTasks',
  method: 'POST',
  path: '/api/task-registrations',
  summary: 'Register several drafts',
  body: Selection,
  response: BulkAnswer,
})

/** Assigns several; from then on their original dates never change. */
export const assignTasks = endpoint({
  operationId: 'assignTasks',
  method: 'POST',
  path: '/api/task-assignments',
  summary: 'Assign several registered tasks',
  body: Selection,
  response: BulkAnswer,
})

/** Accepts several; the six checks are said once and must hold of every one. What the asker asked for itself is refused: author_accepts. */
export const acceptCompletions = endpoint({
  operationId: 'acceptCompletions',
  method: 'POST',
  path: '/api/task-completion-acceptances',
  summary: 'Accept the completion of several tasks with the six checks',
  body: Selection.extend({ checks: z.array(z.enum(COMPLETION_CHECKS)).max(6) }),
  response: BulkAnswer,
})

/** Strikes completed tasks off whose papers were looked at. What is to be verified on the spot is refused: spot_check. */
export const closeOutTasks = endpoint({
  operationId: 'closeOutTasks',
  method: 'POST',
  path: '/api/task-close-outs',
  summary: 'Close several completed tasks out after a look at their papers',
  body: Selection.extend({ verification: Words }),
  response: BulkAnswer,
})

/** Signs several off by the leader whose word they wait for; others’ are refused by themselves. */
export const signOffTasks = endpoint({
  operationId: 'signOffTasks',
  method: 'POST',
  path: '/api/task-sign-offs',
  summary: 'Sign several accepted tasks off',
  body: Selection,
  response: BulkAnswer,
})

/** Stops the clocks of several; what is stopped still counts in every rate. */
export const suspendTasks = endpoint({
  operationId: 'suspendTasks',
  method: 'POST',
  path: '/api/task-suspensions',
  summary: 'Stop several tasks until further notice, for one reason',
  body: Selection.extend({ reason: Reason }),
  response: BulkAnswer,
})

/** Lets the clocks of several run again; what was not acknowledged yet still is to be. */
export const resumeTasks = endpoint({
  operationId: 'resumeTasks',
  method: 'POST',
  path: '/api/task-resumptions',
  summary: 'Let several stopped tasks go on, for one reason',
  body: Selection.extend({ reason: Reason }),
  response: BulkAnswer,
})
