import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { seesWholeBoard } from '#domain/access/actor.ts'
import { HELD_STATES } from '#domain/meetings/life.ts'
import type { NewsSinceFreeze } from '#domain/meetings/meetings.contract.ts'
import type { Db } from '../db/db.ts'
import { loadLastFactSeq } from './events.queries.ts'
import type { Screen } from './followers.ts'
import { findMeeting } from './meetings.queries.ts'
import { newsSinceFreeze } from './book.ts'
import { desksOf } from './visible.queries.ts'

/** Facts that come this close together are worked out once. */
const GATHER_MS = 1_000

/**
 * Keeps "since the freeze" on open screens: when facts have moved, what is new against the frozen cards is worked out
 * once on this server for all screens of a meeting, and each is sent what it may see. What is said in the session
 * moves no figure and is told apart by the journal.
 */
export function openSinceTeller(
  { app, db }: { app: FastifyInstance; db: Db },
  screensOf: (meetingId: string) => [ServerResponse, Screen][],
) {
  const timers = new Map<string, NodeJS.Timeout>()
  const toldAt = new Map<string, string | null>()
  let running = Promise.resolve()

  async function tell(meetingId: string): Promise<void> {
    const [first] = screensOf(meetingId)
    if (!first) return void toldAt.delete(meetingId)
    const { actor, today, timeZone } = first[1]
    const seq = await loadLastFactSeq(db, actor.organizationId)
    if (toldAt.get(meetingId) === seq) return
    const meeting = await findMeeting(db, actor, meetingId)
    if (!meeting) return
    const { since, withheld } = await newsSinceFreeze(
      db,
      { organizationId: actor.organizationId, today, timeZone },
      meeting,
    )
    toldAt.set(meetingId, seq)
    for (const [line, screen] of screensOf(meetingId)) {
      const isSeen = ({ unitId }: { unitId: string }) =>
        seesWholeBoard(screen.actor) || HELD_STATES.includes(meeting.state) || desksOf(screen.actor).includes(unitId)
      line.write(wire({ since: since.filter(isSeen), withheld: withheld.filter(isSeen) }))
    }
  }

  app.addHook('preClose', async () => {
    for (const timer of timers.values()) clearTimeout(timer)
    await running
  })

  return {
    /** Something may have moved; `isFresh`: a screen came that does not know what was told. */
    look(meetingId: string, isFresh: boolean): void {
      if (isFresh) toldAt.delete(meetingId)
      if (timers.has(meetingId)) return
      const work = () => {
        timers.delete(meetingId)
        running = running
          .then(() => tell(meetingId))
          .catch(() => app.log.warn('screens learn of facts by their next look'))
      }
      timers.set(meetingId, setTimeout(work, GATHER_MS))
    },
  }
}

const wire = (news: NewsSinceFreeze) => `event: since\ndata: ${JSON.stringify(news)}\n\n`
