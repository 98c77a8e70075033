import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { WaitingMeeting } from '#domain/meetings/waiting.ts'
import type { Db } from '../db/db.ts'
import { desksOf, seesMeeting } from './visible.queries.ts'

/** A meeting that is under way, as the actor takes part in it. */
export type MeetingUnderWay = WaitingMeeting & { id: string; year: number; number: number }

/** Meetings under way that the actor may see, the next first. */
export async function findMeetingsUnderWay(db: Db, actor: Actor, limit: number): Promise<MeetingUnderWay[]> {
  const desks = desksOf(actor)
  const { rows } = await sql<MeetingUnderWay>`
    select m.id, m.year, m.number, m.state, m.held_on,
      exists (select from meeting_participant x where x.organization_id = m.organization_id and x.meeting_id = m.id
        and not x.retired and (x.person_id = ${actor.personId} or x.unit_id = any(${desks}::uuid[]))) as takes_part,
      exists (select from (select meeting_id, unit_id, person_id, said_at from minutes_comment where organization_id = m.organization_id
          union all select meeting_id, unit_id, person_id, said_at from minutes_agreement where organization_id = m.organization_id) c
        where c.meeting_id = m.id and c.said_at >= coalesce(m.circulated_at, '-infinity')
          and (c.person_id = ${actor.personId} or c.unit_id = any(${desks}::uuid[]))) as has_answered,
      (select count(*)::int from minutes_comment c where c.organization_id = m.organization_id and c.meeting_id = m.id
        and c.answered_at is null) as open_comments
    from joint_meeting m
    where m.organization_id = ${actor.organizationId} and m.state not in ('issued','followedUp','calledOff')
      and ${seesMeeting(actor)}
    order by m.held_on, m.id limit ${limit}`.execute(db)
  return rows
}
