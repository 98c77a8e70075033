import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { LIGHTS } from '../lights/light.ts'
import { Why } from '../lights/why.ts'
import { pageOf, PageQuery } from '../paging.ts'
import { COMPLETION_CHECKS, TASK_STEPS } from './lifecycle.ts'
import { MILESTONE_STATES, SOURCE_KINDS, TASK_KINDS, TASK_STATES } from './task.ts'

const Day = z.iso.date()
const Instant = z.iso.datetime()
/** Points of 100. */
const Share = z.number().min(0).max(100)

/** A unit, person or pillar by name; units by their short name. */
export const Ref = z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'Ref' })
export type Ref = z.infer<typeof Ref>
export const PillarRef = Ref.extend({ mark: z.string() }).meta({ id: 'PillarRef' })

/** Where a task stands today and why; lights are never typed by anybody (PRODUCT.md, Lights). */
export const StandingView = z
  .object({
    light: z.enum(LIGHTS),
    deadlineLight: z.enum(LIGHTS),
    trajectoryLight: z.enum(LIGHTS),
    /** The plan on `measuredOn`. */
    plannedShare: z.number(),
    /** Null while nothing is known. */
    actualShare: z.number().nullable(),
    measuredOn: Day,
    onPlan: z.boolean(),
    /** Worst first; put into words by domain/lights/sentence.ts. */
    why: z.array(Why),
  })
  .meta({ id: 'Standing' })
export type StandingView = z.infer<typeof StandingView>

const Title = z.string().trim().min(1).max(500)
const Weight = z.int().min(1).max(100)
const Source = z.object({
  type: z.enum(SOURCE_KINDS).default('annualPlan'),
  title: z.string().trim().max(300).default(''),
  /** The document's number: 清政办发〔2026〕6号. */
  number: z.string().trim().max(100).default(''),
  /** The quoted span. */
  quote: z.string().max(5000).default(''),
})
const Target = z.object({ value: z.number(), measure: z.string().trim().min(1).max(30) })
const MilestoneInput = z.object({
  /** An existing milestone; without it, a new one. */
  id: z.uuid().optional(),
  title: z.string().trim().min(1).max(200),
  dueOn: Day,
  /** Points of 100; equal shares where none of them says. */
  weight: Share.optional(),
})
const SupportInput = z.object({
  unitId: z.uuid(),
  deliverable: z.string().trim().max(300).default(''),
  dueOn: Day.nullable().default(null),
})
const PointInput = z.object({ on: Day, share: Share })

/** A task as the office writes it down; a draft may lack nearly everything, registration checks the rest. */
export const TaskDraft = z
  .object({
    /** The plan of the office's current year unless said. */
    planId: z.uuid().optional(),
    pillarId: z.uuid(),
    kind: z.enum(TASK_KINDS),
    title: Title,
    /** The kind of evidence by which the result is checked. */
    evidence: z.string().trim().max(500).default(''),
    leadUnitId: z.uuid().nullable().default(null),
    leaderId: z.uuid().nullable().default(null),
    assigneeId: z.uuid().nullable().default(null),
    weight: Weight.default(1),
    source: Source.prefault({}),
    target: Target.nullable().default(null),
    /** When the work begins; not before the day it is assigned. */
    startsOn: Day.optional(),
    dueOn: Day.nullable().default(null),
    /** Shown only to the units concerned, their leader, the office and the principal leader. */
    restricted: z.boolean().default(false),
    milestones: z
      .array(MilestoneInput.omit({ id: true }))
      .max(60)
      .default([]),
    supports: z.array(SupportInput).max(60).default([]),
    /** A given trajectory; empty: it follows from the milestones. */
    trajectory: z.array(PointInput).max(60).default([]),
  })
  .meta({ id: 'TaskDraft' })
export type TaskDraft = z.infer<typeof TaskDraft>

/** The fields of a task that can change, all optional; lists are whole lists, what is left out is taken away. */
export const TaskChanges = z
  .object({
    pillarId: z.uuid(),
    kind: z.enum(TASK_KINDS),
    title: Title,
    evidence: z.string().trim().max(500),
    leadUnitId: z.uuid().nullable(),
    leaderId: z.uuid().nullable(),
    assigneeId: z.uuid().nullable(),
    weight: Weight,
    source: Source,
    target: Target.nullable(),
    startsOn: Day,
    dueOn: Day.nullable(),
    restricted: z.boolean(),
    milestones: z.array(MilestoneInput).max(60),
    supports: z.array(SupportInput).max(60),
    trajectory: z.array(PointInput).max(60),
  })
  .partial()
  .meta({ id: 'TaskChanges' })
export type TaskChanges = z.infer<typeof TaskChanges>

const MilestoneView = z
  .object({
    id: z.uuid(),
    title: z.string(),
    weight: z.number(),
    /** Never changes; the current date stands beside it after an extension. */
    originalDueOn: Day,
    currentDueOn: Day,
    state: z.enum(MILESTONE_STATES),
    submittedOn: Day.nullable(),
    /** The office day of the claim that was accepted. */
    doneOn: Day.nullable(),
    light: z.enum(LIGHTS),
    why: Why,
  })
  .meta({ id: 'Milestone' })

const TaskReportView = z
  .object({
    id: z.uuid(),
    period: z.object({
      id: z.uuid(),
      kind: z.enum(['quarter', 'month']),
      year: z.int(),
      number: z.int(),
      endsOn: Day,
    }),
    state: z.enum(['draft', 'submitted', 'accepted', 'returned']),
    actualShare: z.number().nullable(),
    actualValue: z.number().nullable(),
    done: z.array(z.string()),
    nextStep: z.string(),
    difficulty: z.string(),
    suggestion: z.string(),
    evidence: z.string(),
    confidence: z.string().nullable(),
    claimedMilestoneIds: z.array(z.uuid()),
    returnCode: z.string().nullable(),
    returnNote: z.string(),
    submittedOn: Day.nullable(),
    submittedBy: Ref.nullable(),
    decidedOn: Day.nullable(),
  })
  .meta({ id: 'TaskReport' })

/** A step of the task's life for the one who asks: allowed, or the refusal that says why not and who can. */
const StepView = z.object({
  step: z.enum(TASK_STEPS),
  allowed: z.boolean(),
  refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
})

/** Everything the task page shows. */
export const TaskView = z
  .object({
    id: z.uuid(),
    code: z.string(),
    title: z.string(),
    kind: z.enum(TASK_KINDS),
    state: z.enum(TASK_STATES),
    /** Send it back with a change: an older one is refused. */
    version: z.int(),
    weight: z.int(),
    restricted: z.boolean(),
    plan: z.object({ id: z.uuid(), year: z.int(), state: z.enum(['drafting', 'approved', 'closed']) }),
    pillar: PillarRef,
    evidence: z.string(),
    target: Target.nullable(),
    source: z.object({
      type: z.enum(SOURCE_KINDS),
      title: z.string(),
      number: z.string(),
      quote: z.string(),
      documentId: z.uuid().nullable(),
      importId: z.uuid().nullable(),
    }),
    leadUnit: Ref.nullable(),
    /** Heads of the lead unit. */
    heads: z.array(Ref),
    leader: Ref.nullable(),
    assignee: Ref.nullable(),
    supports: z.array(z.object({ unit: Ref, deliverable: z.string(), dueOn: Day.nullable() })),
    startsOn: Day,
    originalDueOn: Day.nullable(),
    currentDueOn: Day.nullable(),
    registeredAt: Instant.nullable(),
    assignedAt: Instant.nullable(),
    acknowledgedAt: Instant.nullable(),
    completion: z.object({ requestedAt: Instant, requestedBy: Ref.nullable(), note: z.string() }).nullable(),
    completedOn: Day.nullable(),
    closedOutOn: Day.nullable(),
    standing: StandingView,
    /** By which rules the lights were worked out. */
    lightRules: z.object({ version: z.string(), effectiveOn: Day }),
    milestones: z.array(MilestoneView),
    /** For the chart: the plan in straight lines between its points, and every accepted actual share. */
    trajectory: z.object({
      /** False where it follows from the milestones. */
      given: z.boolean(),
      planned: z.array(PointInput),
      actual: z.array(z.object({ on: Day, share: z.number(), periodId: z.uuid().nullable() })),
    }),
    /** The latest period first. */
    reports: z.array(TaskReportView),
    /** Of a draft: what registration still needs; words of the glossary. */
    missing: z.array(z.string()),
    /** Which fields the one who asks may change now (keys of TaskChanges); empty for who may change none. */
    editable: z.array(z.string()),
    steps: z.array(StepView),
  })
  .meta({ id: 'Task' })
export type TaskView = z.infer<typeof TaskView>

const params = z.object({ taskId: z.uuid() })
/** What a step answers; the page reads the task again. */
const AfterStep = z.object({ id: z.uuid(), state: z.enum(TASK_STATES), version: z.int() })

export const getTask = endpoint({
  operationId: 'getTask',
  method: 'GET',
  path: '/api/tasks/:taskId',
  summary: 'One task with everything its page shows',
  params,
  response: TaskView,
})

/** Writes a draft down. Refuses plan_missing, plan_closed, invalid_input (what does not exist), weights_off. */
export const createTask = endpoint({
  operationId: 'createTask',
  method: 'POST',
  path: '/api/tasks',
  summary: 'Write a task down as a draft',
  status: 201,
  body: TaskDraft,
  response: z.object({ id: z.uuid(), code: z.string(), version: z.int() }),
})

/**
 * Changes fields of a task. Refuses changed_meanwhile (with who and when, if `version` is not the current one),
 * original_date_fixed (a date, once assigned), plan_frozen, plan_closed, task_wrong_state, weights_off.
 */
export const updateTask = endpoint({
  operationId: 'updateTask',
  method: 'PATCH',
  path: '/api/tasks/:taskId',
  summary: 'Change fields of a task',
  params,
  body: z.object({
    version: z.int(),
    changes: TaskChanges,
    reason: z.string().trim().max(500).optional(),
  }),
  response: z.object({ id: z.uuid(), version: z.int() }),
})

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

/** What happened to a task, the latest first. `names` says who or what the ids in `before` and `after` are. */
export const listTaskJournal = endpoint({
  operationId: 'listTaskJournal',
  method: 'GET',
  path: '/api/tasks/:taskId/journal',
  summary: 'The journal of a task as a timeline',
  params,
  query: PageQuery,
  response: pageOf(
    z.object({
      seq: z.int(),
      at: Instant,
      /** `task.registered`, `task.updated`, `report.accepted` … */
      action: z.string(),
      personName: z.string(),
      before: z.record(z.string(), z.unknown()).nullable(),
      after: z.record(z.string(), z.unknown()).nullable(),
      reason: z.string().nullable(),
    }),
  ).extend({ names: z.record(z.string(), z.string()) }),
})
