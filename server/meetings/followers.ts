import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { hasRole, type Actor } from '#domain/access/actor.ts'
import { isForOfficeOnly } from '#domain/meetings/session.ts'
import { notify, type Db } from '../db/db.ts'
import { CHANGE_CHANNEL } from '../live/hub.ts'
import { openListening } from '../live/listening.ts'
import { every } from '../rounds/every.ts'
import { loadEvents, type StoredEvent } from './events.queries.ts'
import { openSinceTeller } from './since.ts'

const CHANNEL = 'yipanqi_session'
const STILL_HERE_SECONDS = 20
/** Open screens of one person in one meeting; an older one is closed. */
const MOST_OF_ONE = 12

/** A screen that follows a session, from the event after `seq` on. */
export type Screen = {
  actor: Actor
  meetingId: string
  seq: number
  /** The office's day when it came, and where that day is counted. */
  today: string
  timeZone: string
  /** Whether its session is alive and it still may. */
  isStill: () => Promise<boolean>
}

export type SessionHub = {
  /** Something of an organization's meetings was committed: handed on at once, on every server. */
  announce: (organizationId: string) => void
  follow: (screen: Screen, events: ServerResponse, now: Date) => void
}

/**
 * Hands a session's events to every screen that follows it, on whichever server. What is committed is said on a channel
 * of the database at once; a server then reads the new events once for all its screens of that meeting. A screen that
 * comes back says how far it got, so nothing is missed and nothing comes twice.
 */
export function openSessionHub({ app, db }: { app: FastifyInstance; db: Db }): SessionHub {
  const screens = new Map<ServerResponse, Screen>()
  const reading = new Map<string, Promise<void>>()

  const screensOf = (meetingId: string) => [...screens].filter(([, screen]) => screen.meetingId === meetingId)
  const since = openSinceTeller({ app, db }, screensOf)
  const listening = openListening(app, db, {
    [CHANNEL]: (organizationId) => {
      for (const meetingId of meetingsOf(organizationId)) handOn(organizationId, meetingId, true)
    },
    [CHANGE_CHANNEL]: (organizationId) => {
      for (const meetingId of meetingsOf(organizationId)) since.look(meetingId, false)
    },
  })

  /** The meetings of an organization that somebody follows here. */
  const meetingsOf = (organizationId: string): Set<string> =>
    new Set(
      [...screens.values()].flatMap(({ actor, meetingId }) =>
        actor.organizationId === organizationId ? [meetingId] : [],
      ),
    )

  /** One reading after the other for a meeting, so that events keep their order. */
  function handOn(organizationId: string, meetingId: string, isNews: boolean): void {
    const next = (reading.get(meetingId) ?? Promise.resolve())
      .then(() => handOnNow(organizationId, meetingId, isNews))
      .catch(() => app.log.warn('screens learn of a session’s events by their next look'))
    reading.set(meetingId, next)
    void next.finally(() => {
      if (reading.get(meetingId) === next) reading.delete(meetingId)
    })
  }

  /** `isNews`: something was committed; where it was no event, the meeting itself is to be read again. */
  async function handOnNow(organizationId: string, meetingId: string, isNews: boolean): Promise<void> {
    const here = [...screens].filter(
      ([, screen]) => screen.meetingId === meetingId && screen.actor.organizationId === organizationId,
    )
    if (here.length === 0) return
    const events = await loadEvents(db, organizationId, meetingId, Math.min(...here.map(([, { seq }]) => seq)))
    for (const [line, screen] of here) {
      for (const event of events) {
        if (event.seq <= screen.seq) continue
        screen.seq = event.seq
        if (!isForOfficeOnly(event.kind) || hasRole(screen.actor, 'supervisionOffice')) line.write(wire(event))
      }
      if (isNews && events.length === 0) line.write(CHANGE)
    }
  }

  const keepOpen = async () => {
    if (!listening.isOpen() && screens.size > 0) {
      await listening.open()
      const organizationIds = new Set([...screens.values()].map(({ actor }) => actor.organizationId))
      for (const id of organizationIds) for (const meetingId of meetingsOf(id)) handOn(id, meetingId, true)
    }
    for (const [line, { isStill }] of screens) {
      if (await isStill()) line.write(STILL_HERE)
      else line.end()
    }
  }

  const close = async () => {
    for (const line of screens.keys()) line.end()
  }
  every(app, 'session', STILL_HERE_SECONDS, keepOpen)
  app.addHook('preClose', close)

  return {
    announce(organizationId) {
      void notify(db, CHANNEL, organizationId).catch(() =>
        app.log.warn('screens learn of a session’s events by their next look'),
      )
    },
    follow(screen, line, now) {
      const { actor, meetingId } = screen
      const own = [...screens].filter(
        ([, other]) => other.meetingId === meetingId && other.actor.personId === actor.personId,
      )
      if (own.length >= MOST_OF_ONE) own[0]?.[0].end()
      // Listening comes first and reading after it: what is committed in between is then read, never missed.
      listening.open().then(
        () => {
          if (line.destroyed) return // it left while we began to listen
          screens.set(line, screen)
          line.write(clockOf(now))
          handOn(actor.organizationId, meetingId, false)
          since.look(meetingId, true)
        },
        () => line.end(),
      )
      line.on('close', () => screens.delete(line))
    },
  }
}

const clockOf = (now: Date) => `retry: 1000\nevent: clock\ndata: ${now.toISOString()}\n\n`
const wire = (event: StoredEvent) => `event: session\nid: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`
const CHANGE = 'event: change\ndata:\n\n'
const STILL_HERE = ': still here\n\n'
