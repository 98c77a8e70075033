import { yearOf } from '#domain/calendar/calendar.ts'
import type { Arrangement } from '#domain/meetings/agenda.ts'
import { canArrange } from '#domain/meetings/life.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import type { Changing } from '../http/context.ts'
import { changedMeanwhile } from '../journal/changedMeanwhile.ts'
import { record } from '../journal/record.ts'
import { unknownField } from '../http/field-sentence.ts'
import { lockLiving, type Reference } from '../tasks/tasks.queries.ts'
import { locked } from './events.ts'
import { addMeeting, type MeetingRow, saveMeeting } from './meetings.queries.ts'
import {
  findIsLeader,
  findIsPeriod,
  findPlanAt,
  findUsualParticipants,
  type Participant,
  saveParticipants,
} from './participants.queries.ts'

type Planned = {
  heldOn: string
  startsAt: string
  plannedMinutes: number
  place: string
  chairId: string | null
  periodId?: string | null | undefined
  participants?: readonly Participant[] | undefined
}

/** The office plans a meeting; what is not said follows from the plan of its year. */
export async function planMeeting(changing: Changing, planned: Planned) {
  const { tx, actor, now, today } = changing
  if (planned.heldOn < today) throw new Refusal('meeting_day_past', { on: planned.heldOn, today })
  const plan = await findPlanAt(tx, actor, planned.heldOn)
  if (!plan) throw new Refusal('plan_missing')
  await ensureChair(changing, planned.chairId)
  const { participants = await usual(changing, plan.planId), periodId = plan.periodId, ...when } = planned
  await ensureNamed(changing, plan.planId, { participants, periodId })
  const year = yearOf(planned.heldOn)
  const made = await addMeeting(tx, actor, { ...when, year, periodId, planId: plan.planId }, now)
  await saveParticipants(tx, actor.organizationId, made.id, participants)
  await record(changing, {
    action: 'meeting.planned',
    subjectType: 'meeting',
    subjectId: made.id,
    after: { year, number: made.number, ...when, periodId, participantCount: participants.length },
  })
  return { ...made, year }
}

const member = { part: 'member' as const, onLeave: false, leaveReason: '', standIn: '' }

async function usual({ tx, actor }: Changing, planId: string): Promise<Participant[]> {
  const { unitIds, leaderIds } = await findUsualParticipants(tx, actor, planId)
  return [
    ...leaderIds.map((personId) => ({ ...member, unitId: null, personId })),
    ...unitIds.map((unitId) => ({ ...member, unitId, personId: null })),
  ]
}

async function ensureChair({ tx, actor }: Changing, chairId: string | null | undefined): Promise<void> {
  if (chairId && !(await findIsLeader(tx, actor, chairId))) throw new Refusal('meeting_chair_unfit')
}

type Named = { participants?: readonly Participant[] | undefined; periodId?: string | null | undefined }

async function ensureNamed({ tx, actor, language }: Changing, planId: string, { participants = [], periodId }: Named) {
  if (periodId && !(await findIsPeriod(tx, actor, planId, periodId)))
    throw new Refusal('invalid_input', {}, [unknownField('periodId', language)])
  const named = participants.map(({ unitId, personId }, index): (Reference & { at: string }) | null => {
    const at = `participants/${index}`
    if (unitId !== null && personId === null) return { kind: 'unit', id: unitId, at }
    if (unitId === null && personId !== null) return { kind: 'person', id: personId, at }
    throw new Refusal('invalid_input', {}, [unknownField(at, language)])
  })
  const isLiving = await lockLiving(
    tx,
    actor,
    named.filter((one) => one !== null),
  )
  const strange = named.filter((one) => one !== null && !isLiving(one))
  if (strange.length > 0)
    throw new Refusal(
      'invalid_input',
      {},
      strange.flatMap((one) => (one ? [unknownField(one.at, language)] : [])),
    )
}

type Changes = { [Field in keyof Planned]?: Planned[Field] | undefined }

/** The office changes when, where and who, while it is not yet held. */
export async function changeMeeting(changing: Changing, meetingId: string, version: number, changes: Changes) {
  const { tx, actor, now, today } = changing
  const meeting = await locked(changing, meetingId)
  await ensureArrangeable(changing, meeting, version)
  const { participants, ...rest } = changes
  const fields = givenOf(rest)
  if (fields.heldOn !== undefined && fields.heldOn < today)
    throw new Refusal('meeting_day_past', { on: fields.heldOn, today })
  await ensureChair(changing, fields.chairId)
  await ensureNamed(changing, meeting.planId, { participants, periodId: fields.periodId })
  if (participants) await saveParticipants(tx, actor.organizationId, meetingId, participants)
  const next = await saveMeeting(tx, actor.organizationId, meetingId, now, fields)
  await record(changing, {
    action: 'meeting.changed',
    subjectType: 'meeting',
    subjectId: meetingId,
    before: Object.fromEntries(Object.keys(fields).map((field) => [field, valueOf(meeting, field)])),
    after: { ...fields, ...(participants && { participantCount: participants.length }) },
  })
  return { id: meetingId, version: next }
}

/** What is said of when and where; what is left out stays. */
const givenOf = ({ heldOn, startsAt, plannedMinutes, place, chairId, periodId }: Omit<Changes, 'participants'>) => ({
  ...(heldOn !== undefined && { heldOn }),
  ...(startsAt !== undefined && { startsAt }),
  ...(plannedMinutes !== undefined && { plannedMinutes }),
  ...(place !== undefined && { place }),
  ...(chairId !== undefined && { chairId }),
  ...(periodId !== undefined && { periodId }),
})

const valueOf = (meeting: MeetingRow, field: string): unknown =>
  field === 'chairId'
    ? (meeting.chair?.id ?? null)
    : field === 'periodId'
      ? (meeting.period?.id ?? null)
      : Object.entries(meeting).find(([name]) => name === field)?.[1]

async function ensureArrangeable(changing: Changing, meeting: MeetingRow, version: number): Promise<void> {
  ensure(canArrange(changing.actor, meeting))
  await ensureVersion(changing, meeting, version)
}

/** Refuses changed_meanwhile with who and when, where somebody was faster. */
export async function ensureVersion(changing: Changing, meeting: MeetingRow, version: number) {
  if (meeting.version !== version) throw await changedMeanwhile(changing, 'meeting', meeting.id)
}

/** The office's order, minutes and words over the derived agenda; also in session, when order and time change. */
export async function arrange(changing: Changing, meetingId: string, version: number, arrangement: Arrangement) {
  const { tx, actor, now } = changing
  const meeting = await locked(changing, meetingId)
  if (meeting.state !== 'inSession') ensure(canArrange(actor, meeting))
  await ensureVersion(changing, meeting, version)
  const next = await saveMeeting(tx, actor.organizationId, meetingId, now, { arrangement })
  await record(changing, {
    action: 'meeting.arranged',
    subjectType: 'meeting',
    subjectId: meetingId,
    before: meeting.arrangement,
    after: arrangement,
  })
  return { id: meetingId, version: next }
}
