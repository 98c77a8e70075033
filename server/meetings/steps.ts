import { yearOf } from '#domain/calendar/calendar.ts'
import { type MeetingInLife, type MeetingState, type MeetingStep, takeMeetingStep } from '#domain/meetings/life.ts'
import { standRuling } from '#domain/meetings/ruling.ts'
import { unsavedRulings } from '#domain/meetings/session.ts'
import { minutesNumber } from '#domain/meetings/title.ts'
import type { Db } from '../db/db.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { type Brief, digestOfCards } from './cards.ts'
import { addFreeze } from './cards.queries.ts'
import { locked, sessionOf } from './events.ts'
import { type MeetingRow, type MeetingWrites, saveMeeting, takeMinutesNumber } from './meetings.queries.ts'
import { circumstancesOf } from './minutes.ts'
import { loadOpenCommentCount, findOrganizationName } from './minutes.queries.ts'
import { findParticipants } from './participants.queries.ts'
import { loadRulingsOf } from './rulings.queries.ts'
import { tellOfMeeting } from './telling.ts'

/** Everything a decision about a meeting's life looks at. */
export async function lifeOf(
  db: Db,
  organizationId: string,
  meeting: MeetingRow,
  today: string,
): Promise<MeetingInLife> {
  const { id, state, heldOn, chair, unitCount } = meeting
  const session = state === 'inSession' ? await sessionOf(db, organizationId, id) : null
  const rulings = state === 'issued' ? await loadRulingsOf(db, organizationId, [id]) : []
  return {
    state,
    heldOn,
    chairId: chair?.id ?? null,
    memberUnits: unitCount,
    unsavedRulings: session ? unsavedRulings(session) : 0,
    openComments: state === 'circulated' ? await loadOpenCommentCount(db, organizationId, id) : 0,
    openRulings: rulings.filter((ruling) => standRuling(ruling, today) !== 'done').length,
  }
}

const ACTIONS: Record<MeetingStep, string> = {
  openCollecting: 'meeting.collected',
  freeze: 'meeting.frozen',
  thaw: 'meeting.thawed',
  begin: 'meeting.begun',
  end: 'meeting.ended',
  goOn: 'meeting.resumed',
  circulate: 'meeting.circulated',
  takeBack: 'meeting.takenBack',
  issue: 'meeting.issued',
  closeFollowUp: 'meeting.followedUp',
  callOff: 'meeting.calledOff',
}

type After = { id: string; state: MeetingState; version: number }
type Writes = (changing: Changing, meeting: MeetingRow) => Promise<MeetingWrites>
const nothing: Writes = async () => ({})

/** Takes a step of a meeting's life, writes what comes with it, and tells whom it concerns. */
export async function takeStep(
  changing: Changing,
  meetingId: string,
  step: MeetingStep,
  reason = '',
  writes: Writes = WRITES[step] ?? nothing,
): Promise<After & { writes: MeetingWrites }> {
  const { tx, actor, now, today } = changing
  const meeting = await locked(changing, meetingId)
  const life = await lifeOf(tx, actor.organizationId, meeting, today)
  const state = takeMeetingStep(actor, life, step, reason, today)
  const written = await writes(changing, meeting)
  const version = await saveMeeting(tx, actor.organizationId, meetingId, now, { state, ...written })
  await record(changing, {
    action: ACTIONS[step],
    subjectType: 'meeting',
    subjectId: meetingId,
    before: { state: meeting.state },
    after: { state, ...written },
    reason: reason || null,
  })
  await tellOfMeeting(changing, step, meeting)
  return { id: meetingId, state, version, writes: written }
}

const WRITES: Partial<Record<MeetingStep, Writes>> = {
  begin: async ({ now }, { beganAt }) => ({ beganAt: beganAt ?? now }),
  end: async ({ now }) => ({ endedAt: now }),
  goOn: async () => ({ endedAt: null }),
  circulate: async (changing, meeting) => ({
    circulatedAt: changing.now,
    minutesKept: await circumstancesOf(
      changing.tx,
      changing,
      meeting,
      await findParticipants(changing.tx, changing.actor, meeting.id),
    ),
  }),
  takeBack: async () => ({ minutesKept: null }),
  issue: async ({ tx, actor, today }) => {
    const year = yearOf(today)
    const number = await takeMinutesNumber(tx, actor.organizationId, year)
    const name = await findOrganizationName(tx, actor)
    return { minutesNumber: number, minutesNumberText: minutesNumber(name, year, number), issuedOn: today }
  },
}

/** Keeps the brief that was worked out just before: cards, agenda and the digest that paper carries. */
export async function freeze(changing: Changing, meetingId: string, { cards, agenda }: Brief): Promise<After> {
  const keep: Writes = async ({ tx, actor, now, today }, { id, freezeOrdinal }) => {
    const ordinal = freezeOrdinal + 1
    const frozen = { meetingId: id, ordinal, frozenAt: now, asOn: today, agenda, digest: digestOfCards(cards) }
    await addFreeze(tx, actor.organizationId, { ...frozen, frozenBy: actor.personId }, cards)
    return { freezeOrdinal: ordinal }
  }
  const { writes: _, ...after } = await takeStep(changing, meetingId, 'freeze', '', keep)
  return after
}
