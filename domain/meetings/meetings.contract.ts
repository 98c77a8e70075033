import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { pageOf, PageQuery } from '../paging.ts'
import { PERIOD_KINDS } from '../plan/plan.contract.ts'
import { SHEET_STATES } from '../reports/sheet.ts'
import { AGENDA_SECTIONS } from './agenda.ts'
import { CardChange, QuestionView, UnitCard } from './card.ts'
import { MEETING_STATES, MEETING_STEP_NAMES } from './life.ts'
import { Withheld } from './withheld.ts'

const Day = z.iso.date()
const Ref = z.object({ id: z.uuid(), name: z.string() })
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Minutes = z.int().min(10).max(600)
const params = z.object({ meetingId: z.uuid() })

/** Who takes part: a unit by its head's post, or a leader. */
export const PARTICIPANT_PARTS = ['member', 'observer'] as const

const ParticipantInput = z.object({
  part: z.enum(PARTICIPANT_PARTS),
  unitId: z.uuid().nullable().default(null),
  personId: z.uuid().nullable().default(null),
  onLeave: z.boolean().default(false),
  leaveReason: z.string().trim().max(200).default(''),
  standIn: z.string().trim().max(60).default(''),
})

const ParticipantView = z.object({
  id: z.uuid(),
  part: z.enum(PARTICIPANT_PARTS),
  unit: Ref.nullable(),
  /** A leader; for a unit, whoever holds its head's post today. */
  people: z.array(Ref.extend({ title: z.string() })),
  onLeave: z.boolean(),
  leaveReason: z.string(),
  standIn: z.string(),
})
export type ParticipantView = z.infer<typeof ParticipantView>

/** A meeting as lists show it; its name follows from year and number (`meetingTitle`). */
export const MeetingView = z
  .object({
    id: z.uuid(),
    year: z.int(),
    number: z.int(),
    state: z.enum(MEETING_STATES),
    heldOn: Day,
    startsAt: Time,
    plannedMinutes: z.int(),
    place: z.string(),
    chair: Ref.nullable(),
    unitCount: z.int(),
    /** Of its own rulings. */
    rulingCount: z.int(),
    openRulingCount: z.int(),
    overdueRulingCount: z.int(),
    minutesNumber: z.string().nullable(),
    issuedOn: Day.nullable(),
  })
  .meta({ id: 'Meeting' })
export type MeetingView = z.infer<typeof MeetingView>

const AgendaItemView = z.object({
  key: z.string(),
  section: z.enum(AGENDA_SECTIONS),
  unit: Ref.nullable(),
  rulingId: z.uuid().nullable(),
  /** What it is called; for a ruling its sentence. */
  title: z.string(),
  /** Whole minutes; 0: in writing. */
  minutes: z.int(),
  /** The office set its minutes itself. */
  isFixed: z.boolean(),
})
export type AgendaItemView = z.infer<typeof AgendaItemView>

/** Everything the page of one meeting shows to the one who asks. */
export const MeetingPage = MeetingView.extend({
  version: z.int(),
  planId: z.uuid(),
  /** The period whose sheets it collects. */
  period: z
    .object({ id: z.uuid(), kind: z.enum(PERIOD_KINDS), number: z.int(), opensOn: Day, closesOn: Day })
    .nullable(),
  participants: z.array(ParticipantView),
  agenda: z.array(AgendaItemView),
  /** Of the agenda, with what the chair needs to open and sum up. */
  minutesNeeded: z.int(),
  /** Units that have not handed in their sheet; empty for whoever may not see it. */
  unreported: z.array(z.object({ unit: Ref, sheet: z.enum(SHEET_STATES) })),
  /** How many units have a sheet in the period. */
  sheetCount: z.int(),
  frozenAt: z.iso.datetime().nullable(),
  beganAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** The meeting before, whose open rulings come first. */
  last: z.object({ id: z.uuid(), year: z.int(), number: z.int(), rulingCount: z.int(), doneCount: z.int() }).nullable(),
  /** For those who lead; empty for everybody else. */
  questions: z.array(QuestionView),
  steps: z.array(
    z.object({
      step: z.enum(MEETING_STEP_NAMES),
      allowed: z.boolean(),
      refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
    }),
  ),
  mayArrange: z.boolean(),
  mayRecord: z.boolean(),
  mayConfirm: z.boolean(),
}).meta({ id: 'MeetingPage' })
export type MeetingPage = z.infer<typeof MeetingPage>

/** Meetings that the asker may see, the latest first; those called off are left out. */
export const listMeetings = endpoint({
  operationId: 'listMeetings',
  method: 'GET',
  path: '/api/meetings',
  summary: 'Joint meetings',
  query: PageQuery.extend({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  response: pageOf(MeetingView),
})

/** One meeting with its agenda, who takes part, and the steps that the asker can take now. */
export const getMeeting = endpoint({
  operationId: 'getMeeting',
  method: 'GET',
  path: '/api/meetings/:meetingId',
  summary: 'One joint meeting: when, who, what is on the agenda',
  params,
  response: MeetingPage,
})

const Arranged = {
  heldOn: Day,
  startsAt: Time,
  plannedMinutes: Minutes,
  place: z.string().trim().max(100),
  chairId: z.uuid().nullable(),
  periodId: z.uuid().nullable(),
  participants: z.array(ParticipantInput).max(400),
}

/**
 * The office plans a meeting: the next number of the year of its date. Refuses plan_missing, meeting_day_past,
 * meeting_chair_unfit, invalid_input (a unit or person that is not there). Without participants all units that lead
 * tasks take part; without a period, the one that closed last or is open.
 */
export const createMeeting = endpoint({
  operationId: 'createMeeting',
  method: 'POST',
  path: '/api/meetings',
  status: 201,
  summary: 'Plan a joint meeting',
  body: z.object({
    ...Arranged,
    startsAt: Arranged.startsAt.default('14:30'),
    plannedMinutes: Arranged.plannedMinutes.default(150),
    place: Arranged.place.default(''),
    chairId: Arranged.chairId.default(null),
    periodId: Arranged.periodId.optional(),
    participants: Arranged.participants.optional(),
  }),
  response: z.object({ id: z.uuid(), year: z.int(), number: z.int(), version: z.int() }),
})

/** Changes when, where and who; lists are whole lists. Refuses changed_meanwhile, meeting_fixed, and as above. */
export const updateMeeting = endpoint({
  operationId: 'updateMeeting',
  method: 'PATCH',
  path: '/api/meetings/:meetingId',
  summary: 'Change a meeting’s date, place or people',
  params,
  body: z.object({ version: z.int(), changes: z.object(Arranged).partial() }),
  response: z.object({ id: z.uuid(), version: z.int() }),
})

const Key = z.string().max(60)
const ArrangementInput = z.object({
  order: z.array(Key).max(800),
  minutes: z.record(Key, z.int().min(0).max(240)),
  titles: z.record(Key, z.string().trim().min(1).max(200)),
  own: z
    .array(
      z.object({
        key: z.string().regex(/^own:[\w-]{1,40}$/),
        title: z.string().trim().min(1).max(200),
        unitId: z.uuid().nullable(),
      }),
    )
    .max(50),
})

/** The office's order, minutes and words over the derived agenda; also while the meeting is held. */
export const arrangeMeeting = endpoint({
  operationId: 'arrangeMeeting',
  method: 'PUT',
  path: '/api/meetings/:meetingId/agenda',
  summary: 'Arrange the agenda',
  params,
  body: z.object({ version: z.int(), arrangement: ArrangementInput }),
  response: z.object({ id: z.uuid(), version: z.int() }),
})

/** The office's arrangement by itself, for whoever edits it. */
export const getArrangement = endpoint({
  operationId: 'getArrangement',
  method: 'GET',
  path: '/api/meetings/:meetingId/agenda',
  summary: 'What the office made of the agenda',
  params,
  response: z.object({ version: z.int(), arrangement: ArrangementInput }),
})

/** What came after the freeze, by unit. */
export const SinceFreeze = z.array(z.object({ unitId: z.uuid(), changes: z.array(CardChange) }))
export type SinceFreeze = z.infer<typeof SinceFreeze>
/** What open screens are told of it: what is new, and what of the cards is withheld now. */
export const NewsSinceFreeze = z.object({ since: SinceFreeze, withheld: Withheld })
export type NewsSinceFreeze = z.infer<typeof NewsSinceFreeze>

const Brief = z.object({
  frozenAt: z.iso.datetime().nullable(),
  asOn: Day,
  year: z.int(),
  today: Day,
  /** SHA-256 of the frozen cards, hexadecimal; null while they are live. */
  digest: z.string().nullable(),
  pillars: z.array(z.object({ id: z.uuid(), name: z.string(), mark: z.string() })),
  cards: z.array(UnitCard),
  /** Lines that the frozen cards hold and nobody is shown, since their task was restricted later. */
  withheld: Withheld,
  /** What came after the freeze, by unit. */
  since: SinceFreeze,
})
export type Brief = z.infer<typeof Brief>

/**
 * The briefing book: every unit's card, frozen where the meeting is, with what came since. Units see their own
 * card while they are asked for their sheets, to check it, and frozen; all of them while the meeting is held and after.
 */
export const getBrief = endpoint({
  operationId: 'getBrief',
  method: 'GET',
  path: '/api/meetings/:meetingId/brief',
  summary: 'The cards of all units',
  params,
  response: Brief,
})

const AfterStep = z.object({ id: z.uuid(), state: z.enum(MEETING_STATES), version: z.int() })
const Reason = z.string().trim().max(500).default('')

/** Units are asked for their sheets. Refuses meeting_chair_missing, meeting_participants_missing, meeting_day_past. */
export const openCollecting = endpoint({
  operationId: 'openCollecting',
  method: 'POST',
  path: '/api/meetings/:meetingId/collecting',
  summary: 'Ask units for their sheets',
  params,
  body: z.object({}).default({}),
  response: AfterStep,
})

/** Keeps every unit's card and the agenda as they are at this moment. */
export const freezeMeeting = endpoint({
  operationId: 'freezeMeeting',
  method: 'POST',
  path: '/api/meetings/:meetingId/freeze',
  summary: 'Freeze the brief',
  params,
  body: z.object({}).default({}),
  response: AfterStep,
})

/** Takes a frozen brief back: its figures move again. Refuses meeting_words_missing, meeting_wrong_state. */
export const thawMeeting = endpoint({
  operationId: 'thawMeeting',
  method: 'POST',
  path: '/api/meetings/:meetingId/thaw',
  summary: 'Unfreeze the brief',
  params,
  body: z.object({ reason: Reason }),
  response: AfterStep,
})

/** Refuses meeting_not_today before its day. */
export const beginMeeting = endpoint({
  operationId: 'beginMeeting',
  method: 'POST',
  path: '/api/meetings/:meetingId/session',
  summary: 'Open the session',
  params,
  body: z.object({}).default({}),
  response: AfterStep,
})

/** Refuses ruling_unsaved while a ruling is begun and neither saved nor dropped. */
export const endMeeting = endpoint({
  operationId: 'endMeeting',
  method: 'POST',
  path: '/api/meetings/:meetingId/adjournment',
  summary: 'End the session',
  params,
  body: z.object({}).default({}),
  response: AfterStep,
})

/** Takes an ended session up again while its minutes are a draft. Refuses meeting_words_missing, meeting_wrong_state. */
export const goOnWithMeeting = endpoint({
  operationId: 'goOnWithMeeting',
  method: 'POST',
  path: '/api/meetings/:meetingId/resumption',
  summary: 'Go on with an ended session',
  params,
  body: z.object({ reason: Reason }),
  response: AfterStep,
})

/** Ends a meeting that has not begun; its number is free again. Refuses meeting_words_missing, meeting_wrong_state. */
export const callMeetingOff = endpoint({
  operationId: 'callMeetingOff',
  method: 'POST',
  path: '/api/meetings/:meetingId/cancellation',
  summary: 'Call a meeting off',
  params,
  body: z.object({ reason: Reason }),
  response: AfterStep,
})
