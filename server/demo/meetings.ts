import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Day, yearOf } from '#domain/calendar/calendar.ts'
import { minutesNumber } from '#domain/meetings/title.ts'
import type { Tx } from '../db/db.ts'
import type { Workdays } from './days.ts'
import { DISTRICT } from './district.ts'
import { idOf } from './ids.ts'
import { PRINCIPAL_LEADERS, SUPERVISION_OFFICE } from './leaders.ts'
import type { IntoPlan } from './load.queries.ts'
import { SOURCE_DOCUMENTS } from './sources.ts'

type Frame = { today: Day; days: Workdays; year: number }
type Held = { number: number; heldOn: Day; issuedOn: Day; numberText: string }

const MEETINGS = ['M1', 'M2', 'M3', 'M4'] as const
/** Working days from today to the next meeting. */
const WORKDAYS_AHEAD = 8
const PLANNED_MINUTES = 150

/** The year's meetings before the day: their minutes are what some of the year's tasks name as their source. */
function heldMeetings({ today, days, year }: Frame): Held[] {
  const held = MEETINGS.map((key, index) => {
    const issuedOn = `${year}-${SOURCE_DOCUMENTS[key]?.issued ?? '01-19'}`
    const number = index + 1
    return {
      number,
      issuedOn,
      heldOn: days.shift(issuedOn, -1),
      numberText: minutesNumber(DISTRICT.name, year, number),
    }
  })
  return held.filter(({ issuedOn }) => issuedOn < today)
}

/**
 * The demo's meetings: those held with their rulings, which are tasks and difficulties of the year in whatever state
 * they are by now, and the next one, for which units are being asked for their sheets.
 */
export async function insertMeetings(tx: Tx, into: IntoPlan, frame: Frame): Promise<void> {
  const held = heldMeetings(frame)
  for (const meeting of held) await insertHeld(tx, into, meeting)
  if (held.length > 0)
    await tx
      .insertInto('minutesSequence')
      .values({ organizationId: into.organizationId, year: frame.year, lastNumber: held.length })
      .execute()
  await insertNext(tx, into, frame, held.length + 1)
}

const personId = (userName: string): string =>
  idOf('person', DISTRICT.people.find((person) => person.userName === userName)?.key ?? '')
const chair = personId(PRINCIPAL_LEADERS[0]?.userName ?? '')
const recorder = personId(SUPERVISION_OFFICE[0][3])

const at = (on: Day, time: string) => new Date(`${on}T${time}:00+08:00`)

async function insertHeld(tx: Tx, into: IntoPlan, { number, heldOn, issuedOn, numberText }: Held): Promise<void> {
  const { organizationId, planId } = into
  const year = yearOf(heldOn)
  const id = idOf('meeting', `${year} ${number}`)
  await tx
    .insertInto('jointMeeting')
    .values({
      ...shared(into, id),
      year,
      number,
      state: 'issued',
      heldOn,
      beganAt: at(heldOn, '14:30'),
      endedAt: at(heldOn, '16:55'),
      minutesNumber: number,
      minutesNumberText: numberText,
      issuedOn,
      periodId: null,
      since: at(issuedOn, '10:20'),
    })
    .execute()
  await insertParticipants(tx, into, id)
  await insertRulings(tx, into, { id, heldOn, numberText, planId })
  await note(tx, organizationId, id, 'meeting.issued', at(issuedOn, '10:20'), { state: 'issued', number: numberText })
}

async function insertNext(tx: Tx, into: IntoPlan, { today, days }: Frame, number: number): Promise<void> {
  const { organizationId, planId } = into
  const heldOn = days.shift(today, WORKDAYS_AHEAD)
  const askedOn = days.shift(today, -1)
  const year = yearOf(heldOn)
  const id = idOf('meeting', `next ${year}`)
  const { rows } = await sql<{ id: string }>`
    select id from period where organization_id = ${organizationId} and plan_id = ${planId} and kind = 'quarter'
      and opens_on <= ${today} order by opens_on desc limit 1`.execute(tx)
  await tx
    .insertInto('jointMeeting')
    .values({
      ...shared(into, id),
      year,
      number: year === yearOf(today) ? number : 1,
      state: 'collecting',
      heldOn,
      periodId: rows[0]?.id ?? null,
      since: at(askedOn, '09:05'),
    })
    .execute()
  await insertParticipants(tx, into, id)
  await note(tx, organizationId, id, 'meeting.collected', at(askedOn, '09:05'), { state: 'collecting' })
}

const shared = ({ organizationId, planId }: IntoPlan, id: string) => ({
  organizationId,
  id,
  planId,
  startsAt: '14:30',
  plannedMinutes: PLANNED_MINUTES,
  place: '区委第一会议室',
  chairId: chair,
  createdBy: recorder,
  arrangement: JSON.stringify({ order: [], minutes: {}, titles: {}, own: [] }),
  minutesEdits: JSON.stringify({}),
})

/** Every unit that leads a task, and the leaders. */
async function insertParticipants(tx: Tx, { organizationId, planId }: IntoPlan, meetingId: string): Promise<void> {
  await sql`
    insert into meeting_participant (organization_id, meeting_id, part, unit_id)
    select u.organization_id, ${meetingId}, 'member', u.id from unit u
    where u.organization_id = ${organizationId} and exists (select from task t
      where t.organization_id = u.organization_id and t.plan_id = ${planId} and t.lead_unit_id = u.id)`.execute(tx)
  await sql`
    insert into meeting_participant (organization_id, meeting_id, part, person_id)
    select distinct o.organization_id, ${meetingId}::uuid, 'member', o.person_id from post o
    where o.organization_id = ${organizationId} and o.role in ('principalLeader', 'leaderInCharge')`.execute(tx)
}

/** Difficulties that a leader ruled on, and the tasks that name the minutes as their source. */
const DIFFICULTIES_MOST = 3

async function insertRulings(
  tx: Tx,
  { organizationId }: IntoPlan,
  { id, heldOn, numberText, planId }: { id: string; heldOn: Day; numberText: string; planId: string },
): Promise<void> {
  const madeAt = at(heldOn, '16:20')
  await sql`
    insert into meeting_ruling (organization_id, id, meeting_id, number, sentence, lead_unit_id, due_on, becomes,
      difficulty_id, task_id, subject_task_id, confirmed_by, read_back, made_by, made_at, made_on)
    select ${organizationId}, gen_random_uuid(), ${id}, row_number() over (order by r.place, r.code), r.sentence,
      r.lead_unit_id, r.due_on, r.becomes, r.difficulty_id, r.task_id, r.subject_task_id, ${chair}, true, ${recorder},
      ${madeAt}, ${heldOn}
    from (
      (select 1 as place, t.code, d.ruling_words as sentence, d.ruling_unit_id as lead_unit_id, d.ruling_due_on as due_on,
        'difficultyAnswer' as becomes, d.id as difficulty_id, null::uuid as task_id, d.task_id as subject_task_id
      from difficulty d join task t on t.organization_id = d.organization_id and t.id = d.task_id
      where d.organization_id = ${organizationId} and d.ruling_unit_id is not null and d.ruling_words <> ''
        and d.raised_on < ${heldOn} and not exists (select from meeting_ruling x
          where x.organization_id = d.organization_id and x.difficulty_id = d.id) order by d.raised_on desc, d.id limit ${DIFFICULTIES_MOST})
      union all
      (select 2, t.code, t.title, t.lead_unit_id, t.original_due_on, 'task', null, t.id, t.id
      from task t where t.organization_id = ${organizationId} and t.plan_id = ${planId} and t.source_number = ${numberText}
        and t.lead_unit_id is not null and not t.restricted and t.state not in ('draft', 'cancelled'))) r`.execute(tx)
  await sql`
    insert into meeting_ruling_support (organization_id, ruling_id, unit_id, deliverable, due_on)
    select r.organization_id, r.id, s.unit_id, s.deliverable, s.due_on from meeting_ruling r
    join task_support s on s.organization_id = r.organization_id and s.task_id = r.task_id and not s.retired
    where r.organization_id = ${organizationId} and r.meeting_id = ${id} and s.unit_id <> r.lead_unit_id`.execute(tx)
  await sql`
    insert into meeting_event (organization_id, meeting_id, seq, key, kind, said, happened_at, received_at, by_id)
    select organization_id, meeting_id, number, id, 'rulingMade', jsonb_build_object('rulingId', id, 'number', number),
      made_at, made_at, made_by
    from meeting_ruling where organization_id = ${organizationId} and meeting_id = ${id}`.execute(tx)
}

async function note(
  tx: Tx,
  organizationId: string,
  meetingId: string,
  action: string,
  happenedAt: Date,
  after: object,
) {
  const { rows } = await sql<{ name: string }>`
    select name from person where organization_id = ${organizationId} and id = ${recorder}`.execute(tx)
  await tx
    .insertInto('journalEntry')
    .values({
      organizationId,
      happenedAt,
      personId: recorder,
      personName: rows[0]?.name ?? '',
      origin: 'demo',
      requestId: randomUUID().slice(0, 8),
      action,
      subjectType: 'meeting',
      subjectId: meetingId,
      after: JSON.stringify(after),
    })
    .execute()
}
