import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

/** A plan year is `drafting → approved → closed`; approved means frozen (PRODUCT.md, Plan). */
export const PLAN_STATES = ['drafting', 'approved', 'closed'] as const
export type PlanState = (typeof PLAN_STATES)[number]

/** How long a reporting period is. */
export const PERIOD_KINDS = ['quarter', 'month'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** How often units report and when the window is open; working days (PRODUCT.md, Periodic report). */
export const ReportRule = z
  .object({
    every: z.enum(PERIOD_KINDS),
    /** The window opens on this last working day of the period: 5 is the fifth last. */
    opensOnLastWorkday: z.int().min(1).max(20),
    /** It closes so many working days after the period's end. */
    closesAfterWorkdays: z.int().min(0).max(20),
  })
  .meta({ id: 'ReportRule' })
export type ReportRule = z.infer<typeof ReportRule>

const PillarName = z.string().trim().min(1).max(30)
/** The character in task codes: 26-工-017. */
const PillarMark = z
  .string()
  .trim()
  .min(1)
  .max(4)
  .regex(/^[\p{L}\p{N}]+$/u)

/** A pillar of a plan’s year; its mark begins the codes of its tasks. */
export const PillarView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mark: z.string(),
    position: z.int(),
    /** Retired pillars keep their tasks and take no new ones. */
    retired: z.boolean(),
  })
  .meta({ id: 'Pillar' })
export type PillarView = z.infer<typeof PillarView>

/** A reporting period of a plan, with the days between which its sheets are filled in and signed. */
export const PeriodView = z
  .object({
    id: z.uuid(),
    kind: z.enum(PERIOD_KINDS),
    /** 1 to 4, or 1 to 12. */
    number: z.int(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    opensOn: z.iso.date(),
    closesOn: z.iso.date(),
    /** Where its window stands today. */
    state: z.enum(['notDue', 'open', 'closed']),
  })
  .meta({ id: 'Period' })
export type PeriodView = z.infer<typeof PeriodView>

/** A year’s plan with its pillars and reporting periods. */
export const PlanView = z
  .object({
    id: z.uuid(),
    year: z.int(),
    state: z.enum(PLAN_STATES),
    reportRule: ReportRule,
    /** In their order; retired ones last. */
    pillars: z.array(PillarView),
    /** Of the current report rule, in order. */
    periods: z.array(PeriodView),
  })
  .meta({ id: 'Plan' })
export type PlanView = z.infer<typeof PlanView>

/** All plan years, the latest first. */
export const listPlans = endpoint({
  operationId: 'listPlans',
  method: 'GET',
  path: '/api/plans',
  summary: 'Plan years with their pillars and reporting periods',
  response: z.object({ items: z.array(PlanView) }),
})

/** Refuses already_exists (the year; a pillar's name or mark said twice). */
export const createPlan = endpoint({
  operationId: 'createPlan',
  method: 'POST',
  path: '/api/plans',
  summary: 'Begin a plan year',
  status: 201,
  body: z.object({
    year: z.int().min(2000).max(2100),
    pillars: z
      .array(z.object({ name: PillarName, mark: PillarMark }))
      .min(1)
      .max(30),
    /** Quarters, the 5th last working day, 5 working days after, unless said. */
    reportRule: ReportRule.optional(),
  }),
  response: PlanView,
})

/**
 * Changes what is given. `pillars` is the whole list in its new order: with `id` it is renamed or moved, without it is
 * new; one that is left out is retired. Refuses already_exists, still_used (a pillar with unfinished tasks),
 * plan_closed, plan_state_backwards, and changed_meanwhile where there is a pillar that was not `seen`.
 */
export const updatePlan = endpoint({
  operationId: 'updatePlan',
  method: 'PATCH',
  path: '/api/plans/:planId',
  summary: 'Change pillars, report rule or the state of a plan year',
  params: z.object({ planId: z.uuid() }),
  body: z.object({
    pillars: z
      .array(z.object({ id: z.uuid().optional(), name: PillarName, mark: PillarMark }))
      .min(1)
      .max(30)
      .optional(),
    /** The pillars that whoever wrote the list knew of: another that has come since is not retired unawares. */
    seen: z.array(z.uuid()).max(200).optional(),
    reportRule: ReportRule.optional(),
    state: z.enum(PLAN_STATES).optional(),
  }),
  response: PlanView,
})
