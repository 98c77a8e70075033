import { dayOf } from '#domain/calendar/calendar.ts'
import { createFeed, getFeed, readFeed, revokeFeed } from '#domain/channels/feed.contract.ts'
import { writeFeed } from '#domain/channels/feed.ts'
import { Refusal } from '#domain/refusal.ts'
import { findAskerByFeed } from '../auth/asker.queries.ts'
import { digestOf, newSecret } from '../auth/secrets.ts'
import { change, open, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import { findFeed, removeFeed, saveFeed } from './feed.queries.ts'
import { findFeedMatters } from './feedMatters.ts'

/** A person's calendar of what is due: its secret address, and the calendar at it. */
export function feedRoutes(served: Served): void {
  read(served, getFeed, async ({ db, actor }) => ({
    createdAt: (await findFeed(db, actor))?.toISOString() ?? null,
  }))

  change(served, createFeed, async (changing) => {
    const { tx, actor, now } = changing
    const secret = newSecret()
    await saveFeed(tx, actor, { digest: digestOf(secret), createdAt: now })
    await record(changing, { action: 'feed.created', subjectType: 'person', subjectId: actor.personId })
    return { secret }
  })

  change(served, revokeFeed, async (changing) => {
    const { tx, actor } = changing
    const isRemoved = await removeFeed(tx, actor)
    if (isRemoved) await record(changing, { action: 'feed.revoked', subjectType: 'person', subjectId: actor.personId })
    return {}
  })

  open(served, readFeed, async ({ db, now, params, reply }) => {
    const secret = /^([\w-]{43})\.ics$/.exec(params.file)?.[1]
    const found = secret === undefined ? null : await findAskerByFeed(db, digestOf(secret))
    if (!found) throw new Refusal('not_found')
    const { actor, timeZone, language } = found
    const matters = await findFeedMatters(db, actor, { today: dayOf(now, timeZone), timeZone })
    reply.type('text/calendar; charset=utf-8')
    return writeFeed(matters, language, now)
  })
}
