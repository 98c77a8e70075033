import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { pageOf, PageQuery } from '../paging.ts'
import { BulkAnswer } from '../tasks/steps.contract.ts'
import { Day, Ref, Target } from '../tasks/tasks.contract.ts'
import { DECIDERS } from './ladder.ts'
import { REQUEST_KINDS, REQUEST_STATES } from './request.ts'

const Words = z.string().trim().min(1).max(2000)
const LaterDate = z.object({ milestoneId: z.uuid().nullable(), dueOn: Day })
const Promised = z.object({
  title: z.string().trim().min(1).max(500).optional(),
  target: Target.nullable().optional(),
  weight: z.int().min(1).max(100).optional(),
})

/** A request for later dates or for a change, with everything a decision looks at. */
export const RequestView = z
  .object({
    id: z.uuid(),
    kind: z.enum(REQUEST_KINDS),
    state: z.enum(REQUEST_STATES),
    decider: z.enum(DECIDERS),
    /** Which granted request of its kind it would be for the task, from 1. */
    ordinal: z.int(),
    /** Asked after a date that it moves had passed. */
    isLate: z.boolean(),
    task: z.object({ id: z.uuid(), code: z.string(), title: z.string() }),
    unit: Ref,
    askedBy: Ref,
    askedOn: Day,
    reason: z.string(),
    /** How far the work is; of a change, whom it serves. */
    account: z.string(),
    /** Of an extension: each date as it stood and as it is asked for; `title` null: the task’s own. */
    dates: z.array(
      z.object({
        milestoneId: z.uuid().nullable(),
        title: z.string().nullable(),
        originalDueOn: Day,
        from: Day,
        asked: Day,
        granted: Day.nullable(),
      }),
    ),
    /** Of a change: what was promised, and what is asked for. */
    before: Promised.nullable(),
    after: Promised.nullable(),
    opinion: z.object({ agrees: z.boolean(), note: z.string(), by: Ref, on: Day }).nullable(),
    decision: z.object({ note: z.string(), by: Ref, on: Day }).nullable(),
    /** What the one who looks may do now. */
    may: z.object({ review: z.boolean(), decide: z.boolean(), withdraw: z.boolean() }),
  })
  .meta({ id: 'Request' })
export type RequestView = z.infer<typeof RequestView>

const ofTask = z.object({ taskId: z.uuid() })
const ofRequest = z.object({ requestId: z.uuid() })
const Asked = z.object({ id: z.uuid(), decider: z.enum(DECIDERS), isLate: z.boolean() })
const AfterStep = z.object({ id: z.uuid(), state: z.enum(REQUEST_STATES) })

/** The head of the lead unit asks for later dates. Refuses what domain/requests/extension.ts refuses. */
export const askExtension = endpoint({
  operationId: 'askExtension',
  method: 'POST',
  path: '/api/tasks/:taskId/extension-requests',
  summary: 'Ask for later dates',
  status: 201,
  params: ofTask,
  body: z.object({ dates: z.array(LaterDate).min(1).max(60), reason: Words, progress: Words }),
  response: Asked,
})

/** The head or the office asks to change what was promised. Refuses what domain/requests/change.ts refuses. */
export const askChange = endpoint({
  operationId: 'askChange',
  method: 'POST',
  path: '/api/tasks/:taskId/change-requests',
  summary: 'Ask to change a title, target or weight of an approved plan',
  status: 201,
  params: ofTask,
  body: z.object({ changes: Promised, reason: Words, benefit: Words }),
  response: Asked,
})

/** Requests of tasks the actor may see, those asked last first. */
export const listRequests = endpoint({
  operationId: 'listRequests',
  method: 'GET',
  path: '/api/requests',
  summary: 'Requests for later dates and changes',
  query: PageQuery.extend({
    /** Only those nobody has decided. */
    open: z.literal('true').optional(),
    /** Only those that wait for the one who asks. */
    mine: z.literal('true').optional(),
    kind: z.enum(REQUEST_KINDS).optional(),
  }),
  response: pageOf(RequestView),
})

/** What was asked of one task, decided or not, the latest first. Refuses not_found. */
export const listTaskRequests = endpoint({
  operationId: 'listTaskRequests',
  method: 'GET',
  path: '/api/tasks/:taskId/requests',
  summary: 'All requests of one task, the latest first',
  params: ofTask,
  query: PageQuery,
  response: pageOf(RequestView),
})

/** The office says what it thinks; then the leader decides. Refuses office_only, request_wrong_state. */
export const reviewRequest = endpoint({
  operationId: 'reviewRequest',
  method: 'POST',
  path: '/api/requests/:requestId/review',
  summary: 'Give the office’s opinion on a request',
  params: ofRequest,
  body: z.object({ agrees: z.boolean(), note: z.string().trim().max(1000).default('') }),
  response: AfterStep,
})

/**
 * Grants or refuses. Granted dates may be earlier than those asked for. Refuses request_wrong_decider,
 * request_wrong_state, request_author, reason_missing, extension_not_later.
 */
export const decideRequest = endpoint({
  operationId: 'decideRequest',
  method: 'POST',
  path: '/api/requests/:requestId/decision',
  summary: 'Decide a request',
  params: ofRequest,
  body: z.object({
    approves: z.boolean(),
    note: z.string().trim().max(1000).default(''),
    dates: z.array(LaterDate).max(60).default([]),
  }),
  response: AfterStep,
})

/**
 * Decides several alike: granted as asked for, or refused with one reason. Each is answered for itself; what another
 * decides is refused as request_wrong_decider.
 */
export const decideRequests = endpoint({
  operationId: 'decideRequests',
  method: 'POST',
  path: '/api/request-decisions',
  summary: 'Decide several requests',
  body: z.object({
    requestIds: z.array(z.uuid()).min(1).max(200),
    approves: z.boolean(),
    note: z.string().trim().max(1000).default(''),
  }),
  response: BulkAnswer,
})

/** The head of the lead unit takes it back while nobody has decided. */
export const withdrawRequest = endpoint({
  operationId: 'withdrawRequest',
  method: 'POST',
  path: '/api/requests/:requestId/withdrawal',
  summary: 'Withdraw a request',
  params: ofRequest,
  body: z.object({}).default({}),
  response: AfterStep,
})

/** The decision as an official paper (docx, GB/T 9704). Refuses not_found while nothing is decided. */
export const getRequestPaper = endpoint({
  operationId: 'getRequestPaper',
  method: 'GET',
  path: '/api/requests/:requestId/paper',
  summary: 'The decision on an extension as a paper',
  params: ofRequest,
  answers: 'file',
  response: z.unknown(),
})
