import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { MEETING_STATES } from './life.ts'
import { MINUTES_ANSWERS } from './minutes.ts'

const Day = z.iso.date()
const Ref = z.object({ id: z.uuid(), name: z.string() })
const params = z.object({ meetingId: z.uuid() })
const AfterStep = z.object({ id: z.uuid(), state: z.enum(MEETING_STATES), version: z.int() })
const Reason = z.string().trim().max(500).default('')

const Part = z.object({
  key: z.string(),
  heading: z.string(),
  text: z.string(),
  /** The office wrote over what was derived. */
  isEdited: z.boolean(),
})
const Comment = z.object({
  id: z.uuid(),
  partKey: z.string().nullable(),
  unit: Ref.nullable(),
  by: Ref,
  words: z.string(),
  saidAt: z.iso.datetime(),
  answer: z.object({ words: z.string(), adopted: z.boolean(), by: Ref, at: z.iso.datetime() }).nullable(),
})

/** The minutes as derived from the session with the office's edits, who was there, what each unit is asked, comments. */
export const MinutesView = z
  .object({
    meetingId: z.uuid(),
    year: z.int(),
    meetingNumber: z.int(),
    state: z.enum(MEETING_STATES),
    version: z.int(),
    organizationName: z.string(),
    heldOn: Day,
    number: z.string().nullable(),
    issuedOn: Day.nullable(),
    people: z.object({
      chair: z.string(),
      present: z.array(z.string()),
      leave: z.array(z.string()),
      absent: z.array(z.string()),
      observers: z.array(z.string()),
    }),
    parts: z.array(Part),
    asks: z.array(
      z.object({
        unit: Ref,
        items: z.array(
          z.object({
            rulingId: z.uuid(),
            number: z.int(),
            role: z.enum(['lead', 'support']),
            words: z.string(),
            dueOn: Day,
          }),
        ),
      }),
    ),
    comments: z.array(Comment),
    mayEdit: z.boolean(),
    mayComment: z.boolean(),
    /** How each unit that takes part answered since the minutes were circulated; for the office and leaders. */
    answers: z.array(z.object({ unit: Ref, answer: z.enum(MINUTES_ANSWERS) })),
    /** The asker is still to answer, and could say that there is nothing to say. */
    mayAgree: z.boolean(),
  })
  .meta({ id: 'Minutes' })
export type MinutesView = z.infer<typeof MinutesView>

/** Office and leaders from the session on; the units that take part once the minutes are circulated. */
export const getMinutes = endpoint({
  operationId: 'getMinutes',
  method: 'GET',
  path: '/api/meetings/:meetingId/minutes',
  summary: 'The minutes, and what each unit is asked',
  params,
  response: MinutesView,
})

/** The office's words over derived parts; an empty text gives the derived one back. Refuses changed_meanwhile, meeting_fixed. */
export const editMinutes = endpoint({
  operationId: 'editMinutes',
  method: 'PUT',
  path: '/api/meetings/:meetingId/minutes',
  summary: 'Edit the minutes',
  params,
  body: z.object({
    version: z.int(),
    edits: z.record(
      z.string().max(60),
      z.object({ heading: z.string().trim().max(100).optional(), text: z.string().trim().max(4000).optional() }),
    ),
  }),
  response: z.object({ id: z.uuid(), version: z.int() }),
})

/** Opens the minutes to the units that take part and to leaders, for comments. Refuses meeting_wrong_state. */
export const circulateMinutes = endpoint({
  operationId: 'circulateMinutes',
  method: 'POST',
  path: '/api/meetings/:meetingId/circulation',
  summary: 'Send the minutes to the units concerned',
  params,
  body: z.object({}).default({}),
  response: AfterStep,
})

/** Makes circulated minutes a draft again. Refuses meeting_words_missing, meeting_wrong_state. */
export const takeMinutesBack = endpoint({
  operationId: 'takeMinutesBack',
  method: 'POST',
  path: '/api/meetings/:meetingId/recall',
  summary: 'Take circulated minutes back',
  params,
  body: z.object({ reason: Reason }),
  response: AfterStep,
})

/** Gives them the year's next number and today's date. Refuses comments_open. */
export const issueMinutes = endpoint({
  operationId: 'issueMinutes',
  method: 'POST',
  path: '/api/meetings/:meetingId/issue',
  summary: 'Issue the minutes',
  params,
  body: z.object({}).default({}),
  response: AfterStep.extend({ number: z.string() }),
})

/** Refuses rulings_open while a ruling is not done. */
export const closeFollowUp = endpoint({
  operationId: 'closeFollowUp',
  method: 'POST',
  path: '/api/meetings/:meetingId/follow-up-closing',
  summary: 'Close a meeting’s follow-up',
  params,
  body: z.object({}).default({}),
  response: AfterStep,
})

/** A unit that takes part, or a leader, says what is not right in circulated minutes. Refuses comment_closed. */
export const commentOnMinutes = endpoint({
  operationId: 'commentOnMinutes',
  method: 'POST',
  path: '/api/meetings/:meetingId/comments',
  status: 201,
  summary: 'Comment on circulated minutes',
  params,
  body: z.object({ partKey: z.string().max(60).nullable().default(null), words: z.string().trim().min(1).max(2000) }),
  response: z.object({ id: z.uuid() }),
})

/** A unit that takes part, or a leader, has no comments on circulated minutes. Refuses comment_closed. */
export const agreeToMinutes = endpoint({
  operationId: 'agreeToMinutes',
  method: 'POST',
  path: '/api/meetings/:meetingId/agreements',
  status: 201,
  summary: 'Have no comments on circulated minutes',
  params,
  body: z.object({}).default({}),
  response: z.object({ id: z.uuid() }),
})

/** The office takes a comment up or says why not. Refuses comment_answered, meeting_words_missing. */
export const answerComment = endpoint({
  operationId: 'answerComment',
  method: 'POST',
  path: '/api/meetings/:meetingId/comments/:commentId/answer',
  summary: 'Answer a comment on the minutes',
  params: params.extend({ commentId: z.uuid() }),
  body: z.object({ adopted: z.boolean(), words: z.string().trim().max(1000).default('') }),
  response: z.object({ id: z.uuid() }),
})
