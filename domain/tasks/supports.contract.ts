import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { LIGHTS } from '../lights/light.ts'
import { pageOf, PageQuery } from '../paging.ts'
import { Day, Ref } from './tasks.contract.ts'
import { SUPPORT_RATINGS, SUPPORT_STATES } from './support.ts'

const Words = z.string().trim().min(1).max(2000)

/** What one supporting unit owes a task, how it stands with it, and what the one who looks may do. */
export const SupportView = z
  .object({
    unit: Ref,
    deliverable: z.string(),
    /** Its own date; null where none was agreed and it goes by its task’s. */
    dueOn: Day.nullable(),
    state: z.enum(SUPPORT_STATES),
    light: z.enum(LIGHTS),
    /** Of what is owed: 0 on its day, negative beyond it; null where nothing is owed or no clock runs. */
    workdaysLeft: z.int().nullable(),
    /** Owed beyond its date for as long as domain/tasks/support.ts calls silence. */
    isSilent: z.boolean(),
    delivery: z
      .object({
        what: z.string(),
        evidence: z.string(),
        by: Ref,
        on: Day,
        /** Working days after its date; 0 in time, null without a date. */
        lateWorkdays: z.int().nullable(),
      })
      .nullable(),
    /** What the lead unit’s head said last; `rating` with a confirmation only. */
    decision: z.object({ rating: z.enum(SUPPORT_RATINGS).nullable(), note: z.string(), by: Ref, on: Day }).nullable(),
    may: z.object({ deliver: z.boolean(), confirm: z.boolean(), return: z.boolean(), goWithout: z.boolean() }),
  })
  .meta({ id: 'Support' })
export type SupportView = z.infer<typeof SupportView>

/** A support where it does not stand on its task’s own page. */
export const ListedSupport = SupportView.extend({
  task: z.object({ id: z.uuid(), code: z.string(), title: z.string() }),
  leadUnit: Ref,
  planYear: z.int(),
}).meta({ id: 'ListedSupport' })
export type ListedSupport = z.infer<typeof ListedSupport>

/** Whose: what the actor’s units owe others, or what others owe the tasks the actor’s units lead. */
export const SUPPORT_SIDES = ['owedByUs', 'owedToUs'] as const

/** What is not settled yet of tasks under way, what is due first in front. Somebody without a unit has none. */
export const listSupports = endpoint({
  operationId: 'listSupports',
  method: 'GET',
  path: '/api/supports',
  summary: 'What supporting units owe',
  query: PageQuery.extend({
    side: z.enum(SUPPORT_SIDES),
    /** Only what is still owed, without what waits to be confirmed. */
    owed: z.literal('true').optional(),
  }),
  response: pageOf(ListedSupport),
})

const params = z.object({ taskId: z.uuid(), unitId: z.uuid() })
const AfterStep = z.object({ taskId: z.uuid(), unitId: z.uuid(), state: z.enum(SUPPORT_STATES) })

/** The supporting unit says what it delivered. Refuses support_unit_only, support_task_state, support_wrong_state. */
export const deliverSupport = endpoint({
  operationId: 'deliverSupport',
  method: 'POST',
  path: '/api/tasks/:taskId/supports/:unitId/delivery',
  summary: 'Deliver what a supporting unit owes',
  params,
  body: z.object({ what: Words, evidence: z.string().trim().max(1000).default('') }),
  response: AfterStep,
})

/** The lead unit’s head confirms and rates. Refuses lead_head_only, support_author, reason_missing. */
export const confirmSupport = endpoint({
  operationId: 'confirmSupport',
  method: 'POST',
  path: '/api/tasks/:taskId/supports/:unitId/confirmation',
  summary: 'Confirm what a supporting unit delivered',
  params,
  body: z.object({ rating: z.enum(SUPPORT_RATINGS), note: z.string().trim().max(1000).default('') }),
  response: AfterStep,
})

/** The lead unit’s head asks for it again. Refuses lead_head_only, reason_missing. */
export const returnSupport = endpoint({
  operationId: 'returnSupport',
  method: 'POST',
  path: '/api/tasks/:taskId/supports/:unitId/delivery-return',
  summary: 'Return what a supporting unit delivered',
  params,
  body: z.object({ reason: z.string().trim().max(1000) }),
  response: AfterStep,
})

/** The lead unit’s head goes on without a silent unit. Refuses lead_head_only, support_not_silent, reason_missing. */
export const goWithoutSupport = endpoint({
  operationId: 'goWithoutSupport',
  method: 'POST',
  path: '/api/tasks/:taskId/supports/:unitId/non-delivery',
  summary: 'Put a silent supporting unit down as not having delivered',
  params,
  body: z.object({ reason: z.string().trim().max(1000) }),
  response: AfterStep,
})
