import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { pageOf, PageQuery } from '../paging.ts'
import { RULING_KINDS, RULING_STANDINGS } from './ruling.ts'
import { ATTENDANCES } from './session.ts'

const Day = z.iso.date()
const Ref = z.object({ id: z.uuid(), name: z.string() })
const params = z.object({ meetingId: z.uuid() })
const ItemKey = z.string().min(1).max(60)

const Support = z.object({
  unitId: z.uuid(),
  deliverable: z.string().trim().max(300).default(''),
  dueOn: Day.nullable().default(null),
})
/** A ruling while it is written; what it lacks is refused when it is saved, with its own sentence. */
const Draft = z.object({
  sentence: z.string().max(1000).default(''),
  leadUnitId: z.uuid().nullable().default(null),
  supports: z.array(Support).max(30).default([]),
  dueOn: Day.nullable().default(null),
  becomes: z.enum(RULING_KINDS).default('task'),
  difficultyId: z.uuid().nullable().default(null),
  taskId: z.uuid().nullable().default(null),
})

const rulingId = z.uuid()
/** How far somebody has got: the place of an event, a whole number that the database can hold. */
export const Place = z.coerce.number().pipe(z.int32().min(0))
const Said = [
  z.object({ kind: z.literal('itemCalled'), itemKey: ItemKey }),
  z.object({ kind: z.literal('timerStarted') }),
  z.object({ kind: z.literal('timerPaused') }),
  z.object({
    kind: z.literal('attended'),
    participantId: z.uuid(),
    as: z.enum(ATTENDANCES),
    words: z.string().trim().max(100).default(''),
  }),
  z.object({ kind: z.literal('rulingDrafted'), rulingId, itemKey: ItemKey.nullable(), draft: Draft }),
  z.object({ kind: z.literal('rulingShown'), rulingId: rulingId.nullable() }),
  z.object({ kind: z.literal('rulingConfirmed'), rulingId, draft: Draft }),
  z.object({ kind: z.literal('rulingDropped'), rulingId }),
  z.object({ kind: z.literal('noted'), itemKey: ItemKey.nullable(), words: z.string().trim().min(1).max(2000) }),
] as const
const Made = z.object({ kind: z.literal('rulingMade'), rulingId, number: z.int() })

/** What can be said of a session; a ruling is made by saving it. */
export const SaidDeed = z.discriminatedUnion('kind', Said)
export type SaidDeed = z.infer<typeof SaidDeed>
const AnyDeed = z.discriminatedUnion('kind', [...Said, Made])

/** An event as the server has it. */
export const EventView = AnyDeed.and(z.object({ key: z.uuid(), seq: z.int(), at: z.iso.datetime(), byId: z.uuid() }))
export type EventView = z.infer<typeof EventView>

/** Events of a session in order, after the `after`th; notes only for the office. */
export const listMeetingEvents = endpoint({
  operationId: 'listMeetingEvents',
  method: 'GET',
  path: '/api/meetings/:meetingId/events',
  summary: 'What happened in a session',
  params,
  query: PageQuery.extend({
    after: Place.default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(1000),
  }),
  response: z.object({
    items: z.array(EventView),
    /** The `after` of the next page; null when there is no more. */
    next: z.int().nullable(),
    now: z.iso.datetime(),
  }),
})

/**
 * Says what happened, oldest first, each under the author's own key: what is sent again is answered and counts once.
 * `agoMs` is how long ago it happened when it was sent, so that neither a late line nor a wrong clock moves it. Refuses
 * session_wrong_taker, session_closed.
 */
export const addMeetingEvents = endpoint({
  operationId: 'addMeetingEvents',
  method: 'POST',
  path: '/api/meetings/:meetingId/events',
  summary: 'Record what happens in a session',
  params,
  body: z.object({
    events: z
      .array(z.object({ key: z.uuid(), agoMs: z.int().min(0).max(86_400_000).default(0), deed: SaidDeed }))
      .min(1)
      .max(200),
  }),
  response: z.object({ items: z.array(EventView), now: z.iso.datetime() }),
})

/**
 * Server-sent events of one session: `session` with an event as JSON and its place as id, from `after` (or the browser's
 * Last-Event-ID) on; `clock` with the server's time when the line opens; `change` when the meeting itself changed; `since`
 * with what the asker may see of what came after the freeze (`SinceFreeze`), when facts have moved.
 */
export const followMeeting = endpoint({
  operationId: 'followMeeting',
  method: 'GET',
  path: '/api/meetings/:meetingId/live',
  summary: 'Follow a session (server-sent events)',
  params,
  query: z.object({ after: Place.default(0) }),
  answers: 'stream',
  response: z.string(),
})

/** A ruling with what became of it. */
export const RulingView = z
  .object({
    id: z.uuid(),
    number: z.int(),
    sentence: z.string(),
    lead: Ref,
    supports: z.array(z.object({ unit: Ref, deliverable: z.string(), dueOn: Day.nullable() })),
    dueOn: Day,
    becomes: z.enum(RULING_KINDS),
    standing: z.enum(RULING_STANDINGS),
    /** What it became or is about; null for whoever may not see it. */
    task: z.object({ id: z.uuid(), code: z.string(), title: z.string() }).nullable(),
    difficulty: z.object({ id: z.uuid(), title: z.string() }).nullable(),
    confirmedBy: Ref,
    /** Read back and confirmed in the room; false: by the leader's own hand. */
    readBack: z.boolean(),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: 'Ruling' })
export type RulingView = z.infer<typeof RulingView>

/** A meeting's rulings in their order, with what became of each: its follow-up. */
export const listRulings = endpoint({
  operationId: 'listRulings',
  method: 'GET',
  path: '/api/meetings/:meetingId/rulings',
  summary: 'The rulings of a meeting and what became of them',
  params,
  query: PageQuery.extend({ standing: z.enum(RULING_STANDINGS).optional(), unitId: z.uuid().optional() }),
  response: pageOf(RulingView).extend({
    /** How many of all its rulings stand where. */
    counts: z.array(z.object({ standing: z.enum(RULING_STANDINGS), count: z.int() })),
  }),
})

/**
 * Saves a ruling, which becomes a task, a directive, an answer to a difficulty or a later date at once. Its id comes from
 * the recorder's browser: sent again it is answered and made once. Needs its sentence, lead and date (ruling_incomplete,
 * ruling_day) and the chair's word: by a leader's own confirmation of these words in the session, or read back in the
 * room (`readBack`); else ruling_unconfirmed. Refuses session_closed, ruling_unit_unknown, and what the difficulty or the date refuses.
 */
export const makeRuling = endpoint({
  operationId: 'makeRuling',
  method: 'POST',
  path: '/api/meetings/:meetingId/rulings',
  status: 201,
  summary: 'Save a ruling',
  params,
  body: z.object({
    id: z.uuid(),
    itemKey: ItemKey.nullable().default(null),
    draft: Draft,
    readBack: z.boolean().default(false),
  }),
  response: z.object({
    id: z.uuid(),
    number: z.int(),
    taskId: z.uuid().nullable(),
    difficultyId: z.uuid().nullable(),
  }),
})
