import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { ParticipantView } from '#domain/meetings/meetings.contract.ts'
import { UNCOUNTED_STATES } from '#domain/tasks/task.ts'
import type { Db, Tx } from '../db/db.ts'
import { inList } from '../tasks/states.queries.ts'

export type Participant = {
  part: 'member' | 'observer'
  unitId: string | null
  personId: string | null
  onLeave: boolean
  leaveReason: string
  standIn: string
}

/** Who takes part in a meeting: leaders in their order, then units in theirs, each with whoever holds the post now. */
export async function findParticipants(db: Db, actor: Actor, meetingId: string): Promise<ParticipantView[]> {
  const { rows } = await sql<ParticipantView>`
    select x.id, x.part, x.on_leave, x.leave_reason, x.stand_in,
      case when u.id is not null then json_build_object('id', u.id, 'name', u.short_name) end as unit,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'title', o.title) order by p.position, p.id)
        from post o join person p on p.organization_id = o.organization_id and p.id = o.person_id
        where o.organization_id = x.organization_id and o.ended_at is null
          and (o.unit_id = x.unit_id and o.role = 'unitHead'
            or o.person_id = x.person_id and o.role in ('principalLeader','leaderInCharge'))), '[]') as people
    from meeting_participant x
    left join unit u on u.organization_id = x.organization_id and u.id = x.unit_id
    left join person n on n.organization_id = x.organization_id and n.id = x.person_id
    where x.organization_id = ${actor.organizationId} and x.meeting_id = ${meetingId} and not x.retired
    order by x.unit_id is not null, x.part, n.position, u.position, x.id`.execute(db)
  return rows
}

/** Sets who takes part: the whole list. Those who are left out stay known, so that their attendance keeps its name. */
export async function saveParticipants(
  tx: Tx,
  organizationId: string,
  meetingId: string,
  participants: readonly Participant[],
): Promise<void> {
  const rows = [...new Map(participants.map((one) => [one.unitId ?? one.personId, one])).values()]
  await sql`
    update meeting_participant set retired = true
    where organization_id = ${organizationId} and meeting_id = ${meetingId}`.execute(tx)
  const columns = sql`part = excluded.part, on_leave = excluded.on_leave, leave_reason = excluded.leave_reason,
    stand_in = excluded.stand_in, retired = false`
  const add = (list: readonly Participant[], key: 'unit_id' | 'person_id') =>
    sql`
    insert into meeting_participant (organization_id, meeting_id, part, unit_id, person_id, on_leave, leave_reason, stand_in)
    select ${organizationId}, ${meetingId}, r.part, r."unitId", r."personId", r."onLeave", r."leaveReason", r."standIn"
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r (part text, "unitId" uuid, "personId" uuid,
      "onLeave" boolean, "leaveReason" text, "standIn" text)
    on conflict (organization_id, meeting_id, ${sql.raw(key)}) do update set ${columns}`.execute(tx)
  await add(
    rows.filter(({ unitId }) => unitId !== null),
    'unit_id',
  )
  await add(
    rows.filter(({ unitId }) => unitId === null),
    'person_id',
  )
}

/** Units that lead tasks of a plan, and the leaders: who takes part where nobody says otherwise. */
export async function findUsualParticipants(
  db: Db,
  actor: Actor,
  planId: string,
): Promise<{ unitIds: string[]; leaderIds: string[] }> {
  const { rows } = await sql<{ unitIds: string[]; leaderIds: string[] }>`
    select
      coalesce((select json_agg(u.id order by u.position) from unit u
        where u.organization_id = ${actor.organizationId} and u.retired_at is null and exists (select from task t
          where t.organization_id = u.organization_id and t.plan_id = ${planId} and t.lead_unit_id = u.id
            and t.state not in ${inList(UNCOUNTED_STATES)})), '[]') as unit_ids,
      coalesce((select json_agg(distinct o.person_id) from post o
        where o.organization_id = ${actor.organizationId} and o.ended_at is null
          and o.role in ('principalLeader','leaderInCharge')), '[]') as leader_ids`.execute(db)
  return rows[0] ?? { unitIds: [], leaderIds: [] }
}

/** Whether the person holds a leader's post now. */
export async function findIsLeader(db: Db, actor: Actor, personId: string): Promise<boolean> {
  const post = await db
    .selectFrom('post')
    .select('id')
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', personId)
    .where('role', 'in', ['principalLeader', 'leaderInCharge'])
    .where('endedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return post !== undefined
}

/** The plan of a year, and the period whose sheets a meeting on that day collects: the last that has opened by then. */
export async function findPlanAt(
  db: Db,
  actor: Actor,
  heldOn: Day,
): Promise<{ planId: string; periodId: string | null } | undefined> {
  const { rows } = await sql<{ planId: string; periodId: string | null }>`
    select l.id as plan_id, (select p.id from period p where p.organization_id = l.organization_id and p.plan_id = l.id
      and p.kind = l.report_every and p.opens_on <= ${heldOn} order by p.opens_on desc limit 1) as period_id
    from plan l
    where l.organization_id = ${actor.organizationId} and l.year <= extract(year from ${heldOn}::date)
    order by l.year desc limit 1`.execute(db)
  return rows[0]
}

/** Whether the period is one of the plan's. */
export async function findIsPeriod(db: Db, actor: Actor, planId: string, periodId: string): Promise<boolean> {
  const period = await db
    .selectFrom('period')
    .select('id')
    .where('organizationId', '=', actor.organizationId)
    .where('planId', '=', planId)
    .where('id', '=', periodId)
    .executeTakeFirst()
  return period !== undefined
}
