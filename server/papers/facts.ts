import { wordFor } from '#domain/glossary.ts'
import type { MeetingPage, ParticipantView } from '#domain/meetings/meetings.contract.ts'
import type { MeetingPaperKind, PaperMeeting } from '#domain/papers/meetingPaper.ts'
import { paperDay } from '#domain/papers/standard.ts'
import type { PaperFacts } from '#domain/papers/templateData.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Reading } from '../http/context.ts'
import { findOrganizationName } from '../meetings/minutes.queries.ts'
import type { MeetingRow } from '../meetings/meetings.queries.ts'
import { viewMinutes } from '../meetings/minutes.ts'
import { findRulings } from '../meetings/rulings.queries.ts'
import { viewCards } from '../meetings/book.ts'
import { viewPage } from '../meetings/view.ts'

/** Which paper of which meeting; a brief or a list of asks of one unit where it is named. */
export type Wanted = { meeting: MeetingRow; unitId: string | null }

/** The facts of each paper, read through the same views as the asker's screens, so that paper and screen are one. */
export const FACTS_OF: {
  [Kind in MeetingPaperKind]: (reading: Reading, wanted: Wanted) => Promise<PaperFacts[Kind]>
} = {
  agenda: agendaFacts,
  brief: briefFacts,
  minutes: minutesFacts,
  asks: asksFacts,
}

async function meetingOf({ db, actor }: Reading, { meeting }: Wanted): Promise<PaperMeeting> {
  return {
    organization: await findOrganizationName(db, actor),
    office: wordFor('supervisionOffice', 'zh'),
    year: meeting.year,
    number: meeting.number,
    heldOn: meeting.heldOn,
    startsAt: meeting.startsAt,
    place: meeting.place,
    chair: meeting.chair?.name ?? '',
  }
}

const nameOf = ({ unit, people }: ParticipantView): string => unit?.name ?? people[0]?.name ?? ''
const namesOf = (participants: MeetingPage['participants'], is: (one: ParticipantView) => boolean): string[] =>
  participants.filter(is).map(nameOf)

async function agendaFacts(reading: Reading, wanted: Wanted): Promise<PaperFacts['agenda']> {
  const page = await viewPage(reading.db, reading, wanted.meeting.id)
  if (page.agenda.length === 0) throw new Refusal('not_found')
  const { participants } = page
  return {
    meeting: await meetingOf(reading, wanted),
    plannedMinutes: page.plannedMinutes,
    units: namesOf(participants, ({ part, unit, onLeave }) => part === 'member' && unit !== null && !onLeave),
    observers: namesOf(participants, ({ part, onLeave }) => part === 'observer' && !onLeave),
    leave: namesOf(participants, ({ onLeave }) => onLeave),
    items: page.agenda.map(({ section, title, unit, minutes }) => ({
      section,
      title,
      unit: unit?.name ?? null,
      minutes,
    })),
    printedOn: reading.today,
  }
}

/** Letters of a digest that screen and paper show. */
const SHOWN_DIGEST = 12

async function briefFacts(reading: Reading, wanted: Wanted): Promise<PaperFacts['brief']> {
  const viewed = await viewCards(reading.db, reading, wanted.meeting)
  const cards = viewed.cards.filter(({ unit }) => wanted.unitId === null || unit.id === wanted.unitId)
  if (cards.length === 0) throw new Refusal('not_found')
  return {
    meeting: await meetingOf(reading, wanted),
    asOn: viewed.asOn,
    frozenAt: viewed.frozenAt === null ? null : momentWords(viewed.frozenAt, reading.timeZone),
    digest: viewed.digest?.slice(0, SHOWN_DIGEST) ?? null,
    planYear: viewed.year,
    cards,
    withheld: viewed.withheld,
  }
}

/** An instant on the office's clock: `2026年11月20日17:05`. */
function momentWords(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(instant))
    .split(' ')
  const [on = '', at = ''] = parts
  return `${paperDay(on)}${at}`
}

async function minutesFacts(reading: Reading, wanted: Wanted): Promise<PaperFacts['minutes']> {
  const { db, actor, today } = reading
  const minutes = await viewMinutes(db, reading, wanted.meeting.id)
  const rulings = await findRulings(db, actor, wanted.meeting.id)
  const page = await viewPage(db, reading, wanted.meeting.id)
  return {
    meeting: await meetingOf(reading, wanted),
    number: minutes.number,
    isCirculated: minutes.state === 'circulated',
    people: minutes.people,
    parts: minutes.parts,
    rulings: rulings.map(({ id, number, sentence, lead, supports, dueOn }) => ({
      id,
      number,
      sentence,
      lead: lead.name,
      supports: supports.map(({ unit, deliverable, dueOn: on }) => ({ unit: unit.name, deliverable, dueOn: on })),
      dueOn,
    })),
    copyTo: [...namesOf(page.participants, ({ unit }) => unit === null).map((name) => `${name}同志`), '各参会单位'],
    printedOn: minutes.issuedOn ?? today,
  }
}

async function asksFacts(reading: Reading, wanted: Wanted): Promise<PaperFacts['asks']> {
  const minutes = await viewMinutes(reading.db, reading, wanted.meeting.id)
  const units = minutes.asks.filter(({ unit }) => wanted.unitId === null || unit.id === wanted.unitId)
  if (units.length === 0) throw new Refusal('not_found')
  return {
    meeting: await meetingOf(reading, wanted),
    minutesNumber: minutes.number,
    units: units.map(({ unit, items }) => ({ ...unit, asks: items })),
    printedOn: minutes.issuedOn ?? reading.today,
  }
}
