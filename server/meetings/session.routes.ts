import {
  addMeetingEvents,
  followMeeting,
  listMeetingEvents,
  listRulings,
  makeRuling,
  Place,
} from '#domain/meetings/session.contract.ts'
import { isStillKnown } from '../auth/asking.ts'
import { change, read, stream, type Served } from '../http/route.ts'
import { findEvents } from './events.queries.ts'
import { found, sayEvents } from './events.ts'
import type { SessionHub } from './followers.ts'
import { makeRuling as make } from './makeRuling.ts'
import { findMeeting } from './meetings.queries.ts'
import { rulingsOf } from './rulings.ts'

/** A session as it goes on: what is said in it, its rulings, and following it. */
export function sessionRoutes(served: Served, hub: SessionHub): void {
  read(served, listMeetingEvents, async ({ db, actor, now, params, query }) => {
    const { id: meetingId } = await found(db, actor, params.meetingId)
    const { after, limit } = query
    const events = await findEvents(db, actor, { meetingId, after, limit: limit + 1 })
    const items = events.slice(0, limit)
    const last = events.length > limit ? items[items.length - 1] : undefined
    return { items, next: last?.seq ?? null, now: now.toISOString() }
  })
  change(served, addMeetingEvents, async (changing) => ({
    items: await sayEvents(changing, changing.params.meetingId, changing.body.events),
    now: changing.now.toISOString(),
  }))
  change(served, makeRuling, (changing) => make(changing, changing.params.meetingId, changing.body))
  stream(served, followMeeting, async (asking, { params, query, lastEventId }) => {
    const { actor, now, today, timeZone } = asking
    const meeting = await found(served.db, actor, params.meetingId)
    const isStill = async () =>
      (await isStillKnown(served.db, asking, served.clock())) &&
      (await findMeeting(served.db, actor, meeting.id)) !== undefined
    const seq = Math.max(query.after, Place.catch(0).parse(lastEventId))
    return (events) => hub.follow({ actor, meetingId: meeting.id, seq, today, timeZone, isStill }, events, now)
  })
  read(served, listRulings, async ({ db, actor, today, params, query }) => {
    const { id } = await found(db, actor, params.meetingId)
    return rulingsOf(db, actor, id, query, today)
  })
}
