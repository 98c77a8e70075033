import { hasAnyRole, hasRole } from '#domain/access/actor.ts'
import { agendaMinutes, arrangeAgenda, type AgendaItem, minutesForItems } from '#domain/meetings/agenda.ts'
import type { UnitCard } from '#domain/meetings/card.ts'
import {
  canArrange,
  canTakeMeetingStep,
  isFrozen,
  isMeetingStepHere,
  MEETING_STEP_NAMES,
} from '#domain/meetings/life.ts'
import type { AgendaItemView, MeetingPage, MeetingView, ParticipantView } from '#domain/meetings/meetings.contract.ts'
import { standRuling } from '#domain/meetings/ruling.ts'
import type { Db } from '../db/db.ts'
import type { Asking } from '../http/context.ts'
import { findSummaries } from '../reports/desk.queries.ts'
import { viewSummary } from '../reports/view.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import { sentenceOf } from '../tasks/page.ts'
import { freezeOf, frozenCards, leads, liveBrief } from './book.ts'
import { found } from './events.ts'
import { loadMeetingBefore, type MeetingRow } from './meetings.queries.ts'
import { findParticipants } from './participants.queries.ts'
import { type KnownRuling, loadRulingsBefore, loadRulingsOf } from './rulings.queries.ts'
import { lifeOf } from './steps.ts'

/** A meeting as lists show it, with its rulings counted. */
export function viewMeeting(meeting: MeetingRow, rulings: readonly KnownRuling[], today: string): MeetingView {
  const standings = rulings
    .filter(({ meetingId }) => meetingId === meeting.id)
    .map((ruling) => standRuling(ruling, today))
  const { id, year, number, state, heldOn, startsAt, plannedMinutes, place, chair, unitCount, issuedOn } = meeting
  return {
    id,
    year,
    number,
    state,
    heldOn,
    startsAt,
    plannedMinutes,
    place,
    chair,
    unitCount,
    issuedOn,
    rulingCount: standings.length,
    openRulingCount: standings.filter((standing) => standing !== 'done').length,
    overdueRulingCount: standings.filter((standing) => standing === 'overdue').length,
    minutesNumber: meeting.minutesNumberText,
  }
}

/** Everything a meeting's page shows to the one who asks. */
export async function viewPage(db: Db, asking: Asking, meetingId: string): Promise<MeetingPage> {
  const { actor, today, language } = asking
  const { organizationId } = actor
  const meeting = await found(db, actor, meetingId)
  const own = await loadRulingsOf(db, organizationId, [meetingId])
  const participants = await findParticipants(db, actor, meetingId)
  const prepared = await preparedFor(db, asking, meeting)
  // To units the agenda comes with the freeze, what the office added to it too.
  const isOpen = isFrozen(meeting.state) || leads(actor)
  const agenda = isOpen ? viewAgenda(meeting, prepared.agenda, participants, await titlesOf(db, asking, meeting)) : []
  const life = await lifeOf(db, organizationId, meeting, today)
  const sheets = await sheetsOf(db, asking, meeting, participants)
  const frozen = await freezeOf(db, organizationId, meeting)
  const isOffice = hasRole(actor, 'supervisionOffice')
  return {
    ...viewMeeting(meeting, own, today),
    version: meeting.version,
    planId: meeting.planId,
    period: meeting.period,
    participants,
    agenda,
    minutesNeeded: agendaMinutes(agenda) + (meeting.plannedMinutes - minutesForItems(meeting.plannedMinutes)),
    ...sheets,
    frozenAt: frozen?.frozenAt.toISOString() ?? null,
    beganAt: meeting.beganAt?.toISOString() ?? null,
    endedAt: meeting.endedAt?.toISOString() ?? null,
    last: await lastOf(db, asking, meeting),
    questions: leads(actor) ? prepared.questions : [],
    steps: MEETING_STEP_NAMES.filter((step) => isOffice && isMeetingStepHere(meeting.state, step)).map((step) => {
      const verdict = canTakeMeetingStep(actor, life, step, today)
      return { step, allowed: verdict.allowed, refusal: verdict.allowed ? null : sentenceOf(verdict.refusal, language) }
    }),
    mayArrange: canArrange(actor, meeting).allowed,
    mayRecord: isOffice && meeting.state === 'inSession',
    mayConfirm: hasAnyRole(actor, ['principalLeader', 'leaderInCharge']) && meeting.state === 'inSession',
  }
}

type Prepared = { agenda: AgendaItem[]; questions: UnitCard['questions'] }

/** The agenda as it is frozen, or as the facts of now would write it; to units it comes with the freeze. */
async function preparedFor(db: Db, asking: Asking, meeting: MeetingRow): Promise<Prepared> {
  const { organizationId } = asking.actor
  const frozen = await freezeOf(db, organizationId, meeting)
  if (frozen) {
    const cards = leads(asking.actor) ? (await frozenCards(db, organizationId, meeting, null)).cards : []
    return { agenda: frozen.agenda, questions: cards.flatMap(({ questions }) => questions) }
  }
  if (!leads(asking.actor)) return { agenda: [], questions: [] }
  const { agenda, questions } = await liveBrief(db, meeting, { ...asking, organizationId })
  return { agenda, questions: questions.map((question) => ({ ...question, facts: question.facts })) }
}

/** Sentences of the rulings that stand on the agenda. */
const titlesOf = async (db: Db, { actor }: Asking, meeting: MeetingRow): Promise<Map<string, string>> =>
  new Map((await loadRulingsBefore(db, actor.organizationId, meeting)).map(({ id, sentence }) => [id, sentence]))

function viewAgenda(
  { arrangement, plannedMinutes }: MeetingRow,
  derived: readonly AgendaItem[],
  participants: readonly ParticipantView[],
  sentences: ReadonlyMap<string, string>,
): AgendaItemView[] {
  const units = new Map(participants.flatMap(({ unit }) => (unit ? [[unit.id, unit] as const] : [])))
  return arrangeAgenda(derived, arrangement, plannedMinutes).map(({ unitId, title, ...item }) => {
    const unit = (unitId !== null && units.get(unitId)) || null
    const sentence = item.rulingId === null ? '' : (sentences.get(item.rulingId) ?? '')
    return { ...item, unit, title: title || sentence || unit?.name || '' }
  })
}

/** Who has not handed in a sheet: the office and leaders see all, units nothing of others. */
async function sheetsOf(
  db: Db,
  asking: Asking,
  { period, state }: MeetingRow,
  participants: readonly ParticipantView[],
): Promise<Pick<MeetingPage, 'unreported' | 'sheetCount'>> {
  if (!period || state === 'planned') return { unreported: [], sheetCount: 0 }
  const { actor, today, timeZone } = asking
  const calendar = await loadCalendar(db, actor.organizationId, null)
  const takesPart = new Set(participants.flatMap(({ unit }) => (unit ? [unit.id] : [])))
  const sheets = (await findSummaries(db, actor, { periodId: period.id }))
    .filter(({ unit }) => takesPart.has(unit.id))
    .map((stored) => viewSummary(stored, { today, timeZone, calendar }))
  const unreported = sheets.filter(({ state: sheet }) => !HANDED_IN.includes(sheet))
  return {
    sheetCount: sheets.length,
    unreported: unreported.map(({ unit, state: sheet }) => ({ unit, sheet })),
  }
}
const HANDED_IN: readonly string[] = ['signed', 'submitted', 'accepted', 'superseded']

async function lastOf(db: Db, { actor, today }: Asking, meeting: MeetingRow): Promise<MeetingPage['last']> {
  const before = await loadMeetingBefore(db, actor.organizationId, meeting)
  if (!before) return null
  const rulings = await loadRulingsOf(db, actor.organizationId, [before.id])
  return {
    ...before,
    rulingCount: rulings.length,
    doneCount: rulings.filter((ruling) => standRuling(ruling, today) === 'done').length,
  }
}
