import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { PageQuery, pageOf } from '../paging.ts'
import { NOTICE_LEVELS, NOTICE_STATES, NOTICE_STEP_NAMES } from './notice.ts'
import { NOTICE_REASON_CODES } from './reason.ts'

const Named = z.object({ id: z.uuid(), name: z.string() })
const params = z.object({ noticeId: z.uuid() })
const words = z.string().trim().max(2000)
const Facts = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
)

/** What a list shows of a notice, and what its paper is made of. */
export const NoticeView = z
  .object({
    id: z.uuid(),
    level: z.enum(NOTICE_LEVELS),
    state: z.enum(NOTICE_STATES),
    /** `清督〔2026〕5号`; null while it is a proposal. */
    number: z.string().nullable(),
    task: z.object({ id: z.uuid(), code: z.string(), title: z.string() }),
    milestone: Named.nullable(),
    /** The unit it is sent to. */
    unit: Named,
    reason: z.object({ code: z.enum(NOTICE_REASON_CODES), facts: Facts }),
    /** What is asked in the office's own words; empty for the level's standing ones. */
    ask: z.string(),
    answerWithinWorkdays: z.int(),
    proposedOn: z.iso.date(),
    issuedOn: z.iso.date().nullable(),
    answerBy: z.iso.date().nullable(),
    /** Working days to the day of the answer, negative when it has passed; null where none is waited for. */
    workdaysLeft: z.int().nullable(),
    repliedAt: z.iso.datetime().nullable(),
    closedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Notice' })
export type NoticeView = z.infer<typeof NoticeView>

/** One notice with all that was said, and what its reader may do. */
export const NoticePage = NoticeView.extend({
  leader: Named.nullable(),
  heads: z.array(Named),
  issuedBy: Named.nullable(),
  reply: z.string(),
  repliedBy: Named.nullable(),
  closeNote: z.string(),
  closedBy: Named.nullable(),
  steps: z.array(z.enum(NOTICE_STEP_NAMES)),
}).meta({ id: 'NoticePage' })
export type NoticePage = z.infer<typeof NoticePage>

/** Notices that I may see, the latest first; proposals only for the office. */
export const listNotices = endpoint({
  operationId: 'listNotices',
  method: 'GET',
  path: '/api/notices',
  summary: 'Supervision notices',
  query: PageQuery.extend({
    state: z.enum(NOTICE_STATES).optional(),
    level: z.enum(NOTICE_LEVELS).optional(),
    unitId: z.uuid().optional(),
    taskId: z.uuid().optional(),
  }),
  response: pageOf(NoticeView).extend({
    /** How many there are in each state, whatever state is asked for. */
    counts: z.array(z.object({ state: z.enum(NOTICE_STATES), count: z.int() })),
  }),
})

/** One notice: the facts of its page and of its paper. */
export const getNotice = endpoint({
  operationId: 'getNotice',
  method: 'GET',
  path: '/api/notices/:noticeId',
  summary: 'One supervision notice',
  params,
  response: NoticePage,
})

/** An issued notice as an official paper (docx, GB/T 9704). A proposal is none yet: not_found. */
export const getNoticePaper = endpoint({
  operationId: 'getNoticePaper',
  method: 'GET',
  path: '/api/notices/:noticeId/paper',
  summary: 'A supervision notice as a paper',
  params,
  answers: 'file',
  response: z.unknown(),
})

/** The office gives a notice by its own decision; it is numbered at once. Refuses notice_open_already. */
export const createNotice = endpoint({
  operationId: 'createNotice',
  method: 'POST',
  path: '/api/notices',
  status: 201,
  summary: 'Give a supervision notice',
  body: z.object({
    taskId: z.uuid(),
    level: z.enum(NOTICE_LEVELS),
    reason: words.min(1),
    ask: words.default(''),
    answerWithinWorkdays: z.int().min(1).max(60),
  }),
  response: z.object({ id: z.uuid(), number: z.string() }),
})

const Selection = z.array(z.uuid()).min(1).max(200)
/** Bulk work answers per item; one refusal stops none of the others. */
const Outcome = z.object({
  done: z.array(z.uuid()),
  refused: z.array(z.object({ id: z.uuid(), code: z.string(), message: z.string() })),
})

/** The office confirms proposals: each gets the year's next number and goes out. */
export const issueNotices = endpoint({
  operationId: 'issueNotices',
  method: 'POST',
  path: '/api/notice-issues',
  summary: 'Issue proposed notices',
  body: z.object({ noticeIds: Selection }),
  response: Outcome,
})

/**
 * For each task the notice that the rules of urging bring now, issued at once: the proposal that stands, else what the
 * stage it has reached asks for. Refuses notice_not_by_rule, notice_open_already.
 */
export const issueTaskNotices = endpoint({
  operationId: 'issueTaskNotices',
  method: 'POST',
  path: '/api/task-notices',
  summary: 'Issue the notices that the rules bring for these tasks',
  body: z.object({ taskIds: Selection }),
  response: Outcome,
})

/** The office lets proposals fall, with a reason; the same is not proposed again. */
export const dismissNotices = endpoint({
  operationId: 'dismissNotices',
  method: 'POST',
  path: '/api/notice-dismissals',
  summary: 'Let proposed notices fall',
  body: z.object({ noticeIds: Selection, reason: words }),
  response: Outcome,
})

const AfterStep = z.object({ id: z.uuid(), state: z.enum(NOTICE_STATES) })

/** The unit's head answers. Refuses notice_head_replies, notice_words_missing. */
export const replyToNotice = endpoint({
  operationId: 'replyToNotice',
  method: 'POST',
  path: '/api/notices/:noticeId/reply',
  summary: 'Reply to a notice',
  params,
  body: z.object({ text: words }),
  response: AfterStep,
})

/** The office closes it; without a reply it says why. */
export const closeNotice = endpoint({
  operationId: 'closeNotice',
  method: 'POST',
  path: '/api/notices/:noticeId/closing',
  summary: 'Close a notice',
  params,
  body: z.object({ note: words.default('') }),
  response: AfterStep,
})
