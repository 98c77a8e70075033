import type { Actor } from '#domain/access/actor.ts'
import { createSession, endOtherSessions, endSession, getSession, listSessions } from '#domain/auth/auth.contract.ts'
import { idleMinutesOf } from '#domain/auth/session.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Db } from '../db/db.ts'
import { change, open, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import { accountRoutes } from './account.routes.ts'
import { findSelf, listLiveSessions, saveOtherSessionsEnd, saveSessionEnd } from './auth.queries.ts'
import { setCookie } from './cookie.ts'
import { signIn } from './sign-in.ts'

/** Sign-in, sessions and the own account. */
export function authRoutes(served: Served, settings: { secureCookies: boolean }): void {
  open(served, createSession, async (asked) => {
    const outcome = await signIn(asked, asked.body)
    if (outcome instanceof Refusal) throw outcome
    served.afterChange(outcome.organizationId)
    setCookie(asked.reply, outcome.secret, settings.secureCookies)
    return { mustChangePassword: outcome.mustChangePassword }
  })
  sessionRoutes(served)
  accountRoutes(served)
}

function sessionRoutes(served: Served): void {
  read(served, getSession, async ({ actor, db, today }) => viewSelf(db, actor, today))

  change(served, endSession, async (changing) => {
    await saveSessionEnd(changing.tx, changing.actor, changing.askerDigest, changing.now)
    await record(changing, { action: 'session.ended', subjectType: 'person', subjectId: changing.actor.personId })
    return {}
  })

  read(served, listSessions, async ({ db, actor, now, askerDigest }) => {
    const seenSince = new Date(now.getTime() - idleMinutesOf(actor) * 60_000)
    const sessions = await listLiveSessions(db, actor, now, seenSince)
    const items = sessions.map(({ digest, createdAt, seenAt, address, browser }) => ({
      startedAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
      address,
      browser,
      current: digest.equals(askerDigest),
    }))
    return { items }
  })

  change(served, endOtherSessions, async (changing) => {
    const { tx, actor, askerDigest, now } = changing
    const endedCount = await saveOtherSessionsEnd(tx, actor, askerDigest, now)
    await record(changing, { action: 'session.endedElsewhere', subjectType: 'person', subjectId: actor.personId })
    return { endedCount }
  })
}

async function viewSelf(db: Db, actor: Actor, today: string) {
  const self = await findSelf(db, actor)
  return {
    person: { id: self.id, name: self.name, userName: self.userName, language: self.language },
    organization: { id: actor.organizationId, name: self.organizationName, timeZone: self.timeZone },
    posts: self.posts,
    portfolio: { unitIds: [...actor.portfolio.unitIds], pillarIds: [...actor.portfolio.pillarIds] },
    today,
    mustChangePassword: self.mustChange,
  }
}
