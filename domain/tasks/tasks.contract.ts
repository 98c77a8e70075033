import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { LIGHTS } from '../lights/light.ts'
import { Why } from '../lights/why.ts'
import { SOURCE_KINDS, TASK_KINDS } from './task.ts'

/** An office day as an ISO date; the organization’s time zone says which one an instant belongs to. */
export const Day = z.iso.date()
/** A day that somebody writes down: a year with a digit too few would become an original date, which nobody corrects. */
const WrittenDay = z.iso.date().regex(/^20/, '年份要在 2000 至 2099 之间，请核对。')
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

/** What a task is marked with beside its light. */
export const FlagsView = z
  .object({
    /** The lead unit has not taken it on within its limit. */
    acknowledgeLate: z.boolean(),
    /** Of a completed task: why it is to be verified on the spot; null where a look at the papers is enough. */
    verification: z.enum(['wasRed', 'sampled']).nullable(),
  })
  .meta({ id: 'TaskFlags' })

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
/** A promised figure with its measure, such as 8.6 with 公里. */
export const Target = z.object({ value: z.number(), measure: z.string().trim().min(1).max(30) })
const MilestoneInput = z.object({
  /** An existing milestone; without it, a new one. */
  id: z.uuid().optional(),
  title: z.string().trim().min(1).max(200),
  dueOn: WrittenDay,
  /** Points of 100; equal shares where none of them says. */
  weight: Share.optional(),
})
const SupportInput = z.object({
  unitId: z.uuid(),
  deliverable: z.string().trim().max(300).default(''),
  dueOn: WrittenDay.nullable().default(null),
})
/** The planned share on a day. */
export const Point = z.object({ on: Day, share: Share })

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
    startsOn: WrittenDay.optional(),
    dueOn: WrittenDay.nullable().default(null),
    /** Shown only to the units concerned, their leader, the office and the principal leader. */
    restricted: z.boolean().default(false),
    /** The office takes the wording as it is, whatever its target lacks. */
    targetAsWorded: z.boolean().default(false),
    milestones: z
      .array(MilestoneInput.omit({ id: true }))
      .max(60)
      .default([]),
    supports: z.array(SupportInput).max(60).default([]),
    /** A given trajectory; empty: it follows from the milestones. */
    trajectory: z.array(Point).max(60).default([]),
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
    startsOn: WrittenDay,
    dueOn: WrittenDay.nullable(),
    restricted: z.boolean(),
    targetAsWorded: z.boolean(),
    milestones: z.array(MilestoneInput).max(60),
    supports: z.array(SupportInput).max(60),
    trajectory: z.array(Point).max(60),
  })
  .partial()
  .meta({ id: 'TaskChanges' })
export type TaskChanges = z.infer<typeof TaskChanges>

const params = z.object({ taskId: z.uuid() })
/**
 * Writes a draft down. Refuses plan_missing, plan_closed, invalid_input (what does not exist), weights_off,
 * trajectory_off.
 */
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
 * original_date_fixed (a date, once assigned), plan_frozen, plan_closed, task_wrong_state, weights_off,
 * trajectory_off.
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
