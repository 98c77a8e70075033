import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { pageOf, PageQuery } from '../paging.ts'
import { Day, Ref } from '../tasks/tasks.contract.ts'
import { FEEDBACK_KINDS, FEEDBACK_SHOWS } from './feedback.ts'

/** The most that one complaint, suggestion or answer is long. */
export const FEEDBACK_LENGTH = 1000
const Words = z.string().trim().min(1).max(FEEDBACK_LENGTH)
const params = z.object({ feedbackId: z.uuid() })
const Id = z.object({ id: z.uuid() })

/** A complaint or a suggestion with its answer. */
export const FeedbackView = z
  .object({
    id: z.uuid(),
    kind: z.enum(FEEDBACK_KINDS),
    text: z.string(),
    /** What it is about; null where it is about none, or one the reader may not see. */
    task: z.object({ id: z.uuid(), code: z.string(), title: z.string() }).nullable(),
    writtenBy: Ref,
    /** The unit the writer worked for. */
    unit: Ref.nullable(),
    writtenOn: Day,
    /** Until it was answered, or until today. */
    workdaysWaited: z.int(),
    answer: z.object({ words: z.string(), by: Ref, on: Day }).nullable(),
    mayAnswer: z.boolean(),
  })
  .meta({ id: 'Feedback' })
export type FeedbackView = z.infer<typeof FeedbackView>

const Filter = z.object({
  show: z.enum(FEEDBACK_SHOWS).default('all'),
  kind: z.enum(FEEDBACK_KINDS).optional(),
  /** Only what people of this unit wrote. */
  unitId: z.uuid().optional(),
})
export type FeedbackFilter = z.infer<typeof Filter>

/** All of it for the office, their own for everybody else: what waits longest first under `open`, else the latest first. */
export const listFeedback = endpoint({
  operationId: 'listFeedback',
  method: 'GET',
  path: '/api/feedback',
  summary: 'Complaints and suggestions',
  query: PageQuery.extend(Filter.shape),
  response: pageOf(FeedbackView).extend({
    /** How many each choice of `show` has, whichever is asked for. */
    counts: z.record(z.enum(FEEDBACK_SHOWS), z.int()),
  }),
})

/** One complaint or suggestion. Refuses not_found where the asker may not see it. */
export const getFeedback = endpoint({
  operationId: 'getFeedback',
  method: 'GET',
  path: '/api/feedback/:feedbackId',
  summary: 'One complaint or suggestion',
  params,
  response: FeedbackView,
})

/** Goes to the office. Refuses not_found (a task the writer may not see). */
export const writeFeedback = endpoint({
  operationId: 'writeFeedback',
  method: 'POST',
  path: '/api/feedback',
  status: 201,
  summary: 'Complain or suggest',
  body: z.object({ kind: z.enum(FEEDBACK_KINDS), text: Words, taskId: z.uuid().nullable().default(null) }),
  response: Id,
})

/** The writer is told. Refuses feedback_own, feedback_answered. */
export const answerFeedback = endpoint({
  operationId: 'answerFeedback',
  method: 'POST',
  path: '/api/feedback/:feedbackId/answer',
  status: 201,
  summary: 'Answer a complaint or suggestion',
  params,
  body: z.object({ words: Words }),
  response: Id,
})
