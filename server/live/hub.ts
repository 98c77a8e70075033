import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { notify, type Db } from '../db/db.ts'
import { every } from '../rounds/every.ts'
import { openListening } from './listening.ts'

/** Carries the id of an organization of which something has changed. */
export const CHANGE_CHANNEL = 'yipanqi_change'
/** Changes that come this close together are one to those who watch. */
const GATHER_MS = 50
const STILL_HERE_SECONDS = 20
/** Open pages of one person; an older one is closed and asks again once it is looked at. */
const MOST_OF_ONE = 12

/** Somebody who watches: ends when `isStill` says that the session is over. */
export type Follower = { organizationId: string; personId: string; isStill: () => Promise<boolean> }

export type Hub = {
  /** Something of the organization has changed and is committed; told soon, on every server. */
  announce: (organizationId: string) => void
  follow: (follower: Follower, events: ServerResponse) => void
}

/**
 * Tells open pages that something changed. What is said after a commit reaches every server through the database; a
 * server listens while somebody watches there. When its listening breaks off, whoever watches is told to look again.
 * Saying it outside the change's own transaction keeps writers from waiting for each other at commit.
 */
export function openHub({ app, db }: { app: FastifyInstance; db: Db }): Hub {
  const followers = new Map<ServerResponse, Follower>()
  const waiting = new Set<string>()

  const tell = (whom: (follower: Follower) => boolean) => {
    for (const [events, follower] of followers) if (whom(follower)) events.write(CHANGE)
  }

  const listening = openListening(app, db, {
    [CHANGE_CHANNEL]: (organizationId) => tell((follower) => follower.organizationId === organizationId),
  })

  const listenAgain = async () => {
    if (listening.isOpen() || followers.size === 0) return
    await listening.open()
    tell(() => true) // what was said in between was missed
  }

  const say = async () => {
    const organizationIds = [...waiting]
    waiting.clear()
    for (const id of organizationIds) await notify(db, CHANGE_CHANNEL, id)
  }

  const keepOpen = async () => {
    await listenAgain()
    for (const [events, { isStill }] of followers) {
      if (await isStill()) events.write(STILL_HERE)
      else events.end()
    }
  }

  const close = async () => {
    for (const events of followers.keys()) events.end()
  }
  every(app, 'live', STILL_HERE_SECONDS, keepOpen)
  // Before the server waits for its connections to end, which these would not by themselves.
  app.addHook('preClose', close)

  return {
    announce(organizationId) {
      if (waiting.size === 0)
        setTimeout(() => void say().catch(() => app.log.warn('pages learn of a change by their next look')), GATHER_MS)
      waiting.add(organizationId)
    },
    follow(follower, events) {
      const own = [...followers].filter(([, { personId }]) => personId === follower.personId)
      if (own.length >= MOST_OF_ONE) own[0]?.[0].end()
      followers.set(events, follower)
      events.on('close', () => followers.delete(events))
      // Only when the server listens is nothing missed any more, so only then the page may begin to trust what it has.
      listening.open().then(
        () => events.write(OPEN),
        () => events.end(),
      )
    },
  }
}

const OPEN = 'retry: 3000\nevent: open\ndata:\n\n'
const CHANGE = 'event: change\ndata:\n\n'
const STILL_HERE = ': still here\n\n'
