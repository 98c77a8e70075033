import { type Actor, seesWholeBoard } from '#domain/access/actor.ts'
import { answersOf, ensureOpenForComments } from '#domain/meetings/minutes.ts'
import type { MinutesView } from '#domain/meetings/minutes.contract.ts'
import type { ParticipantView } from '#domain/meetings/meetings.contract.ts'
import type { Db } from '../db/db.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { addAgreements, loadAnswers } from './agreement.queries.ts'
import { locked } from './events.ts'
import type { MeetingRow } from './meetings.queries.ts'
import { findParticipants } from './participants.queries.ts'
import { desksOf } from './visible.queries.ts'

/** The units for which the actor takes part, as the meeting lists them. */
export const ownUnits = (actor: Actor, participants: readonly ParticipantView[]) =>
  participants.flatMap(({ unit }) => (unit && desksOf(actor).includes(unit.id) ? [unit] : []))

/** Keeps that the actor's units, or the actor as a leader, have nothing to say; said again, it stays as it is. */
export async function agree(changing: Changing, meetingId: string): Promise<{ id: string }> {
  const { tx, actor, now } = changing
  const meeting = await locked(changing, meetingId)
  ensureOpenForComments(meeting.state)
  const participants = await findParticipants(tx, actor, meetingId)
  const units = ownUnits(actor, participants).map(({ id }) => id)
  const { unitIds, personIds } = await loadAnswers(tx, actor.organizationId, meeting)
  const isAnswered = (unitId: string | null) =>
    unitId === null ? personIds.includes(actor.personId) : unitIds.some((one) => one.id === unitId)
  const silent = (units.length > 0 ? units : [null]).filter((unitId) => !isAnswered(unitId))
  if (silent.length === 0) return { id: meetingId }
  await addAgreements(
    tx,
    actor.organizationId,
    silent.map((unitId) => ({ meetingId, unitId, personId: actor.personId, saidAt: now })),
  )
  await record(changing, {
    action: 'meeting.agreedTo',
    subjectType: 'meeting',
    subjectId: meetingId,
    after: { unitIds: silent.filter((unitId) => unitId !== null) },
  })
  return { id: meetingId }
}

/** Who answered since the minutes were circulated, and whether the actor still has to. */
export async function viewAnswers(
  db: Db,
  actor: Actor,
  meeting: MeetingRow,
  participants: readonly ParticipantView[],
  mayComment: boolean,
): Promise<Pick<MinutesView, 'answers' | 'mayAgree'>> {
  const answered = await loadAnswers(db, actor.organizationId, meeting)
  const own = ownUnits(actor, participants)
  const isSilent =
    own.length > 0
      ? own.some(({ id }) => !answered.unitIds.some((one) => one.id === id))
      : participants.some(({ unit, people }) => unit === null && people.some(({ id }) => id === actor.personId)) &&
        !answered.personIds.includes(actor.personId)
  const isAsked = meeting.circulatedAt !== null && seesWholeBoard(actor)
  const members = participants.flatMap(({ part, unit }) => (part === 'member' && unit ? [unit] : []))
  return { answers: isAsked ? answersOf(members, answered.unitIds) : [], mayAgree: mayComment && isSilent }
}
