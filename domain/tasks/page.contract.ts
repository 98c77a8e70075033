import { z } from 'zod'
import { LightThresholds } from '../lights/rules.ts'
import { endpoint } from '../endpoint.ts'
import { LIGHTS } from '../lights/light.ts'
import { Why } from '../lights/why.ts'
import { pageOf, PageQuery } from '../paging.ts'
import { PLAN_STATES, PERIOD_KINDS } from '../plan/plan.contract.ts'
import { SupportView } from './supports.contract.ts'
import { TASK_STEPS } from './lifecycle.ts'
import { MILESTONE_STATES, SOURCE_KINDS, TASK_KINDS, TASK_STATES } from './task.ts'
import { Day, FlagsView, PillarRef, Point, Ref, StandingView, Target } from './tasks.contract.ts'

const Instant = z.iso.datetime()

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

/** What a unit reported of a task in a period. */
export const TaskReportView = z
  .object({
    id: z.uuid(),
    period: z.object({
      id: z.uuid(),
      kind: z.enum(PERIOD_KINDS),
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
    /** The unit that made it: after a transfer, a former lead's stays its own. */
    unit: Ref,
  })
  .meta({ id: 'TaskReport' })

/** A step of the task's life for the one who asks: allowed, or the refusal that says why not and who can. */
const StepView = z.object({
  step: z.enum(TASK_STEPS),
  allowed: z.boolean(),
  refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** By when it is to be taken, where it has a limit and the task is in its first state; else null. */
  dueOn: Day.nullable(),
})

/** A decline: what the unit said, and what was decided; `decision` null while it is open. */
const DisputeView = z
  .object({
    number: z.int(),
    unit: Ref,
    declinedAt: Instant,
    declinedBy: Ref,
    reason: z.string(),
    suggestedUnit: Ref,
    legalBasis: z.string(),
    decision: z
      .object({ kind: z.enum(['upheld', 'transferred', 'cancelled']), at: Instant, by: Ref, reason: z.string() })
      .nullable(),
  })
  .meta({ id: 'Dispute' })

/** A unit that led the task before, and what it left: nothing of it changes any more. */
export const FormerLeadView = z
  .object({
    unit: Ref,
    toUnit: Ref,
    assignee: Ref.nullable(),
    assignedAt: Instant.nullable(),
    transferredAt: Instant,
    transferredBy: Ref,
    reason: z.string(),
    /** Points of 100 on the day of the transfer; null while nothing was known. */
    actualShare: z.number().nullable(),
  })
  .meta({ id: 'FormerLead' })

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
    targetAsWorded: z.boolean(),
    plan: z.object({ id: z.uuid(), year: z.int(), state: z.enum(PLAN_STATES) }),
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
    /** The directive it carries out now: answered, and signed off, on that one's page. */
    directive: z.object({ id: z.uuid(), year: z.int(), number: z.int() }).nullable(),
    leadUnit: Ref.nullable(),
    /** Heads of the lead unit. */
    heads: z.array(Ref),
    leader: Ref.nullable(),
    assignee: Ref.nullable(),
    supports: z.array(SupportView),
    startsOn: Day,
    originalDueOn: Day.nullable(),
    currentDueOn: Day.nullable(),
    registeredAt: Instant.nullable(),
    assignedAt: Instant.nullable(),
    acknowledgedAt: Instant.nullable(),
    completion: z.object({ requestedAt: Instant, requestedBy: Ref.nullable(), note: z.string() }).nullable(),
    completedOn: Day.nullable(),
    /** The first completion; stays when the task is taken up again. */
    firstCompletedOn: Day.nullable(),
    reopenCount: z.int(),
    signedOff: z.object({ on: Day, by: Ref.nullable() }).nullable(),
    closedOutOn: Day.nullable(),
    /** The office day on which it came into its state. */
    stateOn: Day,
    deferredUntil: Day.nullable(),
    /** What was found wanting and is done anew. */
    redo: z.object({ since: Day, dueOn: Day, reason: z.string() }).nullable(),
    /** The second is the leader's to decide. */
    disputes: z.array(DisputeView),
    /** The latest first. */
    formerLeads: z.array(FormerLeadView),
    flags: FlagsView,
    standing: StandingView,
    /** By which rules the lights were worked out. */
    lightRules: LightThresholds.extend({ version: z.string(), effectiveOn: Day }),
    milestones: z.array(MilestoneView),
    /** For the chart: the plan in straight lines between its points, and every accepted actual share. */
    trajectory: z.object({
      /** False where it follows from the milestones. */
      given: z.boolean(),
      planned: z.array(Point),
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

/** One task with everything its page shows. Refuses not_found where the asker may not see it. */
export const getTask = endpoint({
  operationId: 'getTask',
  method: 'GET',
  path: '/api/tasks/:taskId',
  summary: 'One task with everything its page shows',
  params,
  response: TaskView,
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
