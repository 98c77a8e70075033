import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { AgendaItem, Arrangement } from '#domain/meetings/agenda.ts'
import type { MeetingState } from '#domain/meetings/life.ts'
import type { MinutesCircumstances, MinutesEdits } from '#domain/meetings/minutes.ts'
import type { PeriodKind } from '#domain/plan/plan.contract.ts'
import type { Db, Tx } from '../db/db.ts'
import { seesMeeting } from './visible.queries.ts'

type Name = { id: string; name: string }

/** A meeting as it is stored, with the names around it. */
export type MeetingRow = {
  id: string
  year: number
  number: number
  state: MeetingState
  heldOn: Day
  startsAt: string
  plannedMinutes: number
  place: string
  chair: Name | null
  planId: string
  planYear: number
  period: {
    id: string
    kind: PeriodKind
    number: number
    startsOn: Day
    endsOn: Day
    opensOn: Day
    closesOn: Day
  } | null
  arrangement: Arrangement
  freezeOrdinal: number
  beganAt: Date | null
  endedAt: Date | null
  circulatedAt: Date | null
  minutesEdits: MinutesEdits
  minutesKept: MinutesCircumstances | null
  minutesNumberText: string | null
  issuedOn: Day | null
  version: number
  unitCount: number
}

const COLUMNS = sql`
  m.id, m.year, m.number, m.state, m.held_on, m.starts_at, m.planned_minutes, m.place, m.plan_id, l.year as plan_year,
  m.arrangement, m.freeze_ordinal, m.began_at, m.ended_at, m.circulated_at, m.minutes_edits, m.minutes_kept, m.minutes_number_text, m.issued_on, m.version,
  (select json_build_object('id', c.id, 'name', c.name) from person c
    where c.organization_id = m.organization_id and c.id = m.chair_id) as chair,
  (select json_build_object('id', p.id, 'kind', p.kind, 'number', p.number, 'startsOn', p.starts_on, 'endsOn', p.ends_on,
      'opensOn', p.opens_on, 'closesOn', p.closes_on) from period p
    where p.organization_id = m.organization_id and p.id = m.period_id) as period,
  (select count(*)::int from meeting_participant x where x.organization_id = m.organization_id and x.meeting_id = m.id
    and not x.retired and x.part = 'member' and x.unit_id is not null) as unit_count`
const FROM = sql`from joint_meeting m join plan l on l.organization_id = m.organization_id and l.id = m.plan_id`

/** Where the page before ended. */
export type MeetingKey = { heldOn: Day; id: string }

/** Meetings that the actor may see, the latest first. */
export async function findMeetings(
  db: Db,
  actor: Actor,
  { year, after, limit }: { year?: number | undefined; after: MeetingKey | null; limit: number },
): Promise<MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`
    select ${COLUMNS} ${FROM}
    where m.organization_id = ${actor.organizationId} and m.state <> 'calledOff' and ${seesMeeting(actor)}
      ${year === undefined ? sql`` : sql`and m.year = ${year}`}
      ${after === null ? sql`` : sql`and (m.held_on, m.id) < (${after.heldOn}::date, ${after.id}::uuid)`}
    order by m.held_on desc, m.id desc limit ${limit}`.execute(db)
  return rows
}

/** One meeting that the actor may see; undefined where there is none. */
export async function findMeeting(db: Db, actor: Actor, meetingId: string): Promise<MeetingRow | undefined> {
  const { rows } = await sql<MeetingRow>`
    select ${COLUMNS} ${FROM}
    where m.organization_id = ${actor.organizationId} and m.id = ${meetingId} and ${seesMeeting(actor)}`.execute(db)
  return rows[0]
}

/** The same, locked: events, rulings and steps of one meeting come one after the other. */
export async function lockMeeting(tx: Tx, actor: Actor, meetingId: string): Promise<MeetingRow | undefined> {
  const { rows } = await sql<MeetingRow>`
    select ${COLUMNS} ${FROM}
    where m.organization_id = ${actor.organizationId} and m.id = ${meetingId} and ${seesMeeting(actor)}
    for no key update of m`.execute(tx)
  return rows[0]
}

/** The meeting before, held or being held: the latest before a day, other than this one. */
export async function loadMeetingBefore(
  db: Db,
  organizationId: string,
  { id, heldOn, number }: { id: string; heldOn: Day; number: number },
): Promise<{ id: string; year: number; number: number } | undefined> {
  const { rows } = await sql<{ id: string; year: number; number: number }>`
    select m.id, m.year, m.number from joint_meeting m
    where m.organization_id = ${organizationId} and m.id <> ${id} and m.began_at is not null
      and (m.held_on < ${heldOn} or m.held_on = ${heldOn} and m.number < ${number})
    order by m.held_on desc, m.number desc limit 1`.execute(db)
  return rows[0]
}

export type NewMeeting = {
  year: number
  heldOn: Day
  startsAt: string
  plannedMinutes: number
  place: string
  chairId: string | null
  planId: string
  periodId: string | null
}

/** Writes a meeting down under the next number of its year; the plan's row keeps two from taking the same. */
export async function addMeeting(
  tx: Tx,
  actor: Actor,
  { year, ...meeting }: NewMeeting,
  since: Date,
): Promise<{ id: string; number: number; version: number }> {
  const { organizationId, personId } = actor
  await tx
    .selectFrom('plan')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('id', '=', meeting.planId)
    .forNoKeyUpdate()
    .execute()
  const { last } = await tx
    .selectFrom('jointMeeting')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .where('organizationId', '=', organizationId)
    .where('year', '=', year)
    .where('state', '<>', 'calledOff')
    .executeTakeFirstOrThrow()
  return tx
    .insertInto('jointMeeting')
    .values({
      ...meeting,
      organizationId,
      year,
      number: (last ?? 0) + 1,
      state: 'planned',
      arrangement: JSON.stringify({ order: [], minutes: {}, titles: {}, own: [] }),
      minutesEdits: JSON.stringify({}),
      createdBy: personId,
      since,
    })
    .returning(['id', 'number', 'version'])
    .executeTakeFirstOrThrow()
}

/** What changes of a meeting; lists and objects are whole. */
export type MeetingWrites = {
  state?: MeetingState
  heldOn?: Day
  startsAt?: string
  plannedMinutes?: number
  place?: string
  chairId?: string | null
  periodId?: string | null
  arrangement?: Arrangement
  freezeOrdinal?: number
  beganAt?: Date
  endedAt?: Date | null
  circulatedAt?: Date
  minutesEdits?: MinutesEdits
  minutesKept?: MinutesCircumstances | null
  minutesNumber?: number
  minutesNumberText?: string
  issuedOn?: Day
}

/** Saves changes of a locked meeting and gives its new version. */
export async function saveMeeting(
  tx: Tx,
  organizationId: string,
  meetingId: string,
  since: Date,
  { arrangement, minutesEdits, minutesKept, ...writes }: MeetingWrites,
): Promise<number> {
  const { version } = await tx
    .updateTable('jointMeeting')
    .set((column) => ({
      ...writes,
      ...(arrangement && { arrangement: JSON.stringify(arrangement) }),
      ...(minutesEdits && { minutesEdits: JSON.stringify(minutesEdits) }),
      ...(minutesKept !== undefined && { minutesKept: minutesKept && JSON.stringify(minutesKept) }),
      since,
      version: column('version', '+', 1),
    }))
    .where('organizationId', '=', organizationId)
    .where('id', '=', meetingId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export type Freeze = { ordinal: number; frozenAt: Date; asOn: Day; agenda: AgendaItem[]; digest: string }

/** The freeze that holds. */
export async function loadFreeze(
  db: Db,
  organizationId: string,
  meetingId: string,
  ordinal: number,
): Promise<Freeze | undefined> {
  const { rows } = await sql<Freeze>`
    select ordinal, frozen_at, as_on, agenda, digest from meeting_freeze
    where organization_id = ${organizationId} and meeting_id = ${meetingId} and ordinal = ${ordinal}`.execute(db)
  return rows[0]
}

/** Takes the next number of a year's minutes; the row stays locked, so that none is ever missing. */
export async function takeMinutesNumber(tx: Tx, organizationId: string, year: number): Promise<number> {
  const { lastNumber } = await tx
    .insertInto('minutesSequence')
    .values({ organizationId, year, lastNumber: 1 })
    .onConflict((conflict) =>
      conflict.columns(['organizationId', 'year']).doUpdateSet({ lastNumber: sql`minutes_sequence.last_number + 1` }),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  return lastNumber
}
