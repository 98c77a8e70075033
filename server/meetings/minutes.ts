import { type Actor, hasRole, seesWholeBoard } from '#domain/access/actor.ts'
import {
  aboutOf,
  asksOf,
  ensureOpenForComments,
  type MinutesCircumstances,
  type MinutesEdits,
  type MinutesFacts,
  peopleOf,
  writeMinutes,
} from '#domain/meetings/minutes.ts'
import type { MinutesView } from '#domain/meetings/minutes.contract.ts'
import type { ParticipantView } from '#domain/meetings/meetings.contract.ts'
import { standRuling } from '#domain/meetings/ruling.ts'
import type { SessionState } from '#domain/meetings/session.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Db } from '../db/db.ts'
import type { Asking, Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { ownUnits, viewAnswers } from './agreement.ts'
import { locked, sessionOf } from './events.ts'
import { findMeeting, loadMeetingBefore, type MeetingRow, saveMeeting } from './meetings.queries.ts'
import { addComment, findComments, findOrganizationName, lockComment, saveAnswer } from './minutes.queries.ts'
import { findParticipants } from './participants.queries.ts'
import { ensureVersion } from './plan.ts'
import { findRulings, loadRulingsOf, type RulingRow } from './rulings.queries.ts'
import { tellOfComment } from './telling.ts'
import { loadOffice } from './telling.queries.ts'
import { desksOf } from './visible.queries.ts'

/** The office and leaders read minutes as they grow; units that take part once they are circulated. */
const mayRead = (actor: Actor, { state, beganAt }: MeetingRow): boolean =>
  beganAt !== null && (seesWholeBoard(actor) || state === 'circulated' || state === 'issued' || state === 'followedUp')

/** The minutes with all that stands beside them. Refuses not_found where there are none to read yet. */
export async function viewMinutes(db: Db, asking: Asking, meetingId: string): Promise<MinutesView> {
  const { actor } = asking
  const meeting = await findMeeting(db, actor, meetingId)
  if (!meeting || !mayRead(actor, meeting)) throw new Refusal('not_found')
  const rulings = await findRulings(db, actor, meetingId)
  const participants = await findParticipants(db, actor, meetingId)
  const kept = meeting.minutesKept ?? (await circumstancesOf(db, asking, meeting, participants))
  const facts = { ...kept, rulings: rulings.map(ruledOf) }
  const mayComment = meeting.state === 'circulated' && !hasRole(actor, 'supervisionOffice')
  const derived = writeMinutes(facts)
  const units = new Map(
    rulings.flatMap(({ lead, supports }) => [lead, ...supports.map(({ unit }) => unit)]).map((unit) => [unit.id, unit]),
  )
  const asks = asksOf(
    rulings.map(({ lead, supports, ...ruling }) => ({
      ...ruling,
      leadUnitId: lead.id,
      supports: supports.map(({ unit, ...rest }) => ({ unitId: unit.id, ...rest })),
    })),
  )
  const all = seesWholeBoard(actor)
  const isSeen = (unitId: string) => all || desksOf(actor).includes(unitId)
  const comments = await findComments(db, actor, meetingId, all ? null : desksOf(actor))
  return {
    meetingId,
    year: meeting.year,
    meetingNumber: meeting.number,
    state: meeting.state,
    version: meeting.version,
    organizationName: await findOrganizationName(db, actor),
    heldOn: meeting.heldOn,
    number: meeting.minutesNumberText,
    issuedOn: meeting.issuedOn,
    people: { chair: facts.chair, ...peopleOf(facts) },
    parts: writeMinutes(facts, meeting.minutesEdits).map((part, index) => ({
      ...part,
      isEdited: part.text !== derived[index]?.text || part.heading !== derived[index]?.heading,
    })),
    asks: [...units.values()].flatMap((unit) => {
      const items = asks.filter(({ unitId }) => unitId === unit.id)
      return isSeen(unit.id) && items.length > 0 ? [{ unit, items }] : []
    }),
    comments: comments.map((comment) => ({
      ...comment,
      saidAt: comment.saidAt.toISOString(),
      answer: comment.answer && { ...comment.answer, at: new Date(comment.answer.at).toISOString() },
    })),
    mayEdit: hasRole(actor, 'supervisionOffice') && isEditable(meeting),
    mayComment,
    ...(await viewAnswers(db, actor, meeting, participants, mayComment)),
  }
}

/** What the minutes say besides the rulings, as it stands now. */
export async function circumstancesOf(
  db: Db,
  { actor, today }: Asking,
  held: MeetingRow,
  participants: readonly ParticipantView[],
): Promise<MinutesCircumstances> {
  const session = await sessionOf(db, actor.organizationId, held.id)
  const before = await loadMeetingBefore(db, actor.organizationId, held)
  const last = before ? await loadRulingsOf(db, actor.organizationId, [before.id]) : []
  const people = participants.map((one) => ({ part: one.part, ...attendanceOf(one, session) }))
  return {
    heldOn: held.heldOn,
    place: held.place,
    chair: held.chair?.name ?? '',
    members: people.filter(({ part }) => part === 'member'),
    observers: people.filter(({ part }) => part === 'observer'),
    last: before
      ? { count: last.length, doneCount: last.filter((one) => standRuling(one, today) === 'done').length }
      : null,
    unitCount: held.unitCount,
  }
}

/** A ruling as the minutes say it to this reader. */
const ruledOf = ({
  id,
  number,
  sentence,
  lead,
  supports,
  dueOn,
  about,
}: RulingRow): MinutesFacts['rulings'][number] => ({
  id,
  number,
  sentence,
  lead: lead.name,
  supports: supports.map(({ unit }) => unit.name),
  dueOn,
  about: about ?? aboutOf(sentence),
})

function attendanceOf(one: ParticipantView, { attendance }: SessionState) {
  const holder = one.people[0]?.name
  const name = one.unit ? (holder ? `${one.unit.name}${holder}` : one.unit.name) : (holder ?? '')
  const noted = attendance[one.id]
  if (noted) return { name, as: noted.as, words: noted.words }
  if (one.standIn !== '') return { name, as: 'standIn' as const, words: one.standIn }
  return { name, as: one.onLeave ? ('leave' as const) : ('present' as const), words: one.leaveReason }
}

const isEditable = ({ state }: MeetingRow): boolean => state === 'inSession' || state === 'minutesDraft'

/** The office's words over derived parts; what is left empty is the derived text again. */
export async function editMinutes(changing: Changing, meetingId: string, version: number, edits: MinutesEdits) {
  const { tx, actor, now } = changing
  const meeting = await locked(changing, meetingId)
  if (!isEditable(meeting)) throw new Refusal('meeting_fixed', { state: `@meeting.${meeting.state}` })
  await ensureVersion(changing, meeting, version)
  const kept = Object.entries({ ...meeting.minutesEdits, ...edits }).flatMap(([key, { heading, text }]) => {
    const words = { ...(heading && { heading }), ...(text && { text }) }
    return Object.keys(words).length > 0 ? [[key, words] as const] : []
  })
  const next = await saveMeeting(tx, actor.organizationId, meetingId, now, { minutesEdits: Object.fromEntries(kept) })
  await record(changing, {
    action: 'meeting.minutesEdited',
    subjectType: 'meeting',
    subjectId: meetingId,
    before: meeting.minutesEdits,
    after: Object.fromEntries(kept),
  })
  return { id: meetingId, version: next }
}

/** A unit that takes part, or a leader, says what is not right. */
export async function comment(
  changing: Changing,
  meetingId: string,
  { partKey, words }: { partKey: string | null; words: string },
) {
  const { tx, actor, now } = changing
  const meeting = await locked(changing, meetingId)
  ensureOpenForComments(meeting.state)
  const participants = await findParticipants(tx, actor, meetingId)
  const [unit = null] = ownUnits(actor, participants)
  const id = await addComment(tx, actor.organizationId, {
    meetingId,
    unitId: unit?.id ?? null,
    personId: actor.personId,
    partKey,
    words,
    saidAt: now,
  })
  await record(changing, {
    action: 'meeting.commented',
    subjectType: 'meeting',
    subjectId: meetingId,
    after: { commentId: id, unitId: unit?.id ?? null, words },
  })
  const to = await loadOffice(tx, actor.organizationId)
  await tellOfComment(changing, meeting, { id, unit: unit?.name ?? actor.name, words, to })
  return { id }
}

/** The office takes a comment up, or says why not. */
export async function answer(
  changing: Changing,
  meetingId: string,
  commentId: string,
  { adopted, words }: { adopted: boolean; words: string },
) {
  const { tx, actor, now } = changing
  await locked(changing, meetingId)
  const found = await lockComment(tx, actor, meetingId, commentId)
  if (!found) throw new Refusal('not_found')
  if (found.answeredAt !== null) throw new Refusal('comment_answered')
  if (!adopted && words === '') throw new Refusal('meeting_words_missing')
  await saveAnswer(tx, actor.organizationId, commentId, {
    answer: words,
    adopted,
    answeredBy: actor.personId,
    answeredAt: now,
  })
  await record(changing, {
    action: 'meeting.commentAnswered',
    subjectType: 'meeting',
    subjectId: meetingId,
    after: { commentId, adopted },
    reason: words || null,
  })
  return { id: commentId }
}
