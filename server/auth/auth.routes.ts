import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#domain/access/actor.ts'
import { createSession, endSession, getSession } from '#domain/auth/auth.contract.ts'
import { afterFailure, minutesLocked } from '#domain/auth/lockout.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Db, Tx } from '../db/db.ts'
import type { Changing } from '../http/context.ts'
import { change, open, read, type Public, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import { COOKIE, SESSION_HOURS } from './asking.ts'
import { accountByUserName, findSelf, saveFailures, saveSession, saveSessionEnd } from './auth.queries.ts'
import { digestPassword, passwordFits } from './password.ts'
import { digestOf, newSecret } from './secrets.ts'

type Account = NonNullable<Awaited<ReturnType<typeof accountByUserName>>>
type SignIn = { mustChangePassword: boolean }

export function authRoutes(served: Served, settings: { secureCookies: boolean }): void {
  open(served, createSession, async (asked) => {
    // A wrong password must be counted although it is refused, so the refusal is thrown after the commit.
    const outcome = await served.db.transaction().execute((tx) => signIn(tx, asked, settings.secureCookies))
    if (outcome instanceof Refusal) throw outcome
    served.afterChange(outcome.organizationId)
    return outcome.answer
  })

  read(served, getSession, async ({ actor, db, today }) => viewSelf(db, actor, today))

  change(served, endSession, async (changing) => {
    await saveSessionEnd(changing.tx, changing.actor, changing.askerDigest, changing.now)
    await record(changing, { action: 'session.ended', subjectType: 'person', subjectId: changing.actor.personId })
    return {}
  })
}

/** Checks name and password; starts a session or counts the failure. */
async function signIn(
  tx: Tx,
  asked: Public & { body: { userName: string; password: string } },
  secure: boolean,
): Promise<Refusal | { organizationId: string; answer: SignIn }> {
  const account = await accountByUserName(tx, asked.body.userName)
  if (!account) {
    await digestPassword(asked.body.password) // as long as for a name that exists
    return new Refusal('wrong_credentials')
  }
  const minutes = minutesLocked(account.lockedUntil, asked.now)
  if (minutes > 0) return new Refusal('account_locked', { minutes })
  if (!(await passwordFits(asked.body.password, account.passwordDigest))) return countFailure(tx, asked, account)
  if (account.disabledAt) return new Refusal('account_disabled')
  await startSession(tx, asked, account, secure)
  return { organizationId: account.organizationId, answer: { mustChangePassword: account.mustChange } }
}

async function countFailure(tx: Tx, asked: Public, account: Account): Promise<Refusal> {
  const { failureCount, lockedUntil } = afterFailure(account.failureCount, asked.now)
  await saveFailures(tx, account, failureCount, lockedUntil)
  const action = lockedUntil ? 'account.locked' : 'session.refused'
  await record(byAccount(tx, asked, account), { action, subjectType: 'person', subjectId: account.personId })
  return lockedUntil
    ? new Refusal('account_locked', { minutes: minutesLocked(lockedUntil, asked.now) })
    : new Refusal('wrong_credentials')
}

async function startSession(tx: Tx, asked: Public, account: Account, secure: boolean): Promise<void> {
  const secret = newSecret()
  const { organizationId, personId } = account
  const expiresAt = new Date(asked.now.getTime() + SESSION_HOURS * 3_600_000)
  await saveFailures(tx, account, 0, null)
  await saveSession(tx, {
    organizationId,
    personId,
    digest: digestOf(secret),
    createdAt: asked.now,
    expiresAt,
    address: asked.request.ip,
    browser: browserOf(asked.request),
  })
  await record(byAccount(tx, asked, account), { action: 'session.started', subjectType: 'person', subjectId: personId })
  setCookie(asked.reply, secret, secure)
}

const browserOf = (request: FastifyRequest): string => (request.headers['user-agent'] ?? '').slice(0, 200)

const setCookie = (reply: FastifyReply, secret: string, secure: boolean) =>
  reply.setCookie(COOKIE, secret, { httpOnly: true, sameSite: 'lax', path: '/', secure })

/** Sign-in happens before anybody is known; what it changes is recorded as the account's own doing. */
const byAccount = (tx: Tx, asked: Public, account: Account): Changing => ({
  tx,
  actor: {
    organizationId: account.organizationId,
    personId: account.personId,
    name: account.name,
    posts: [],
    portfolio: { unitIds: [], pillarIds: [] },
  },
  now: asked.now,
  today: '',
  timeZone: '',
  language: asked.language,
  requestId: asked.request.id,
  askerDigest: Buffer.alloc(0),
  origin: `web ${asked.request.ip}`,
})

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
