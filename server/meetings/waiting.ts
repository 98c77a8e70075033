import type { Actor } from '#domain/access/actor.ts'
import type { Day, WorkingCalendar } from '#domain/calendar/calendar.ts'
import { meetingWaitDueOn, type MeetingWait, meetingWaitOf } from '#domain/meetings/waiting.ts'
import type { Db } from '../db/db.ts'
import { findMeetingsUnderWay, type MeetingUnderWay } from './waiting.queries.ts'

/** The most that one person's day shows of meetings; few are ever under way. */
const MOST = 20

/** Meetings whose next step, or whose look, may be the actor's. */
export async function findMeetingsWaitingFor(
  db: Db,
  actor: Actor,
  at: { today: Day; calendar: WorkingCalendar },
): Promise<{ kind: MeetingWait; meeting: MeetingUnderWay; dueOn: Day | null }[]> {
  const meetings = await findMeetingsUnderWay(db, actor, MOST)
  return meetings.flatMap((meeting) => {
    const kind = meetingWaitOf(actor, meeting, at)
    return kind === null ? [] : [{ kind, meeting, dueOn: meetingWaitDueOn(kind, meeting.heldOn) }]
  })
}
