import type { FastifyRequest } from 'fastify'
import {
  ADDRESS_FAILURES_ALLOWED,
  ADDRESS_WINDOW_MINUTES,
  afterFailure,
  latestPresent,
  minutesLocked,
} from '#domain/auth/lockout.ts'
import { SESSION_HOURS } from '#domain/auth/session.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Tx } from '../db/db.ts'
import type { Changing } from '../http/context.ts'
import type { Public } from '../http/route.ts'
import { record } from '../journal/record.ts'
import { accountByUserName, findPasswordDigest, saveFailures, saveSession, type Account } from './auth.queries.ts'
import { passwordFits } from './password.ts'
import { digestOf, newSecret } from './secrets.ts'
import {
  failureKey,
  findSignInFailures,
  forgetSignInFailures,
  lockSignInFailures,
  saveSignInFailure,
  saveSignInFailures,
  type SignInFailures,
} from './sign-in-failures.queries.ts'
import { turnsOf } from './turns.ts'

const MINUTE = 60_000
/** Fits no password; a name that nobody has is compared with it, so that it takes as long as one that exists. */
const NOBODYS_DIGEST = `argon2id$19456$2$${'A'.repeat(22)}$${'A'.repeat(43)}`

export type Credentials = { userName: string; password: string }
export type SignedIn = { organizationId: string; secret: string; mustChangePassword: boolean }

/** What is tried from one address at the same moment; the rest waits, and is compared only while failures are allowed. */
const AT_ONCE = 4
const turn = turnsOf(AT_ONCE)

/**
 * Checks name and password; starts a session or counts the failure. The password is compared before the transaction
 * opens: on a meeting day sixty people come in at once, and none of them may hold a connection for that long. What
 * decides (locks, counts, whether the compared digest is still the account's) is asked again under the rows' locks, so
 * that guesses sent together are counted one by one. The refusal is given back, so that what was counted is kept:
 * wrong_credentials, account_locked, account_disabled, too_many_requests.
 */
export const signIn = (asked: Public, credentials: Credentials): Promise<Refusal | SignedIn> =>
  turn(asked.request.ip, () => tryOnce(asked, credentials))

async function tryOnce(asked: Public, { userName, password }: Credentials): Promise<Refusal | SignedIn> {
  const { db, now } = asked
  const seconds = secondsToWait(await findSignInFailures(db, addressKey(asked)), now)
  if (seconds > 0) return new Refusal('too_many_requests', { seconds }) // not worth comparing a password for
  const stored = await findPasswordDigest(db, userName)
  const digest = (await passwordFits(password, stored ?? NOBODYS_DIGEST)) ? stored : undefined
  const window = { from: new Date(now.getTime() - ADDRESS_WINDOW_MINUTES * MINUTE), to: latestPresent(now) }
  return db.transaction().execute(async (tx) => {
    const address = addressKey(asked)
    const waiting = secondsToWait(await lockSignInFailures(tx, address), now)
    if (waiting > 0) return new Refusal('too_many_requests', { seconds: waiting })
    const outcome = await decide(tx, asked, userName, digest)
    if (outcome instanceof Refusal) await saveSignInFailure(tx, address, now, window)
    return outcome
  })
}

const addressKey = ({ request }: Public): Buffer => failureKey('address', request.ip)

function secondsToWait(failures: SignInFailures | undefined, now: Date): number {
  if (!failures || failures.failureCount < ADDRESS_FAILURES_ALLOWED || failures.since > latestPresent(now)) return 0
  const endsAt = failures.since.getTime() + ADDRESS_WINDOW_MINUTES * MINUTE
  return Math.max(0, Math.ceil((endsAt - now.getTime()) / 1000))
}

/** `digest`: the account's, where the password gave it. */
async function decide(
  tx: Tx,
  asked: Public,
  userName: string,
  digest: string | undefined,
): Promise<Refusal | SignedIn> {
  const account = await accountByUserName(tx, userName)
  if (!account) return refuseUnknown(tx, asked, userName)
  const minutes = minutesLocked(account.lockedUntil, asked.now)
  if (minutes > 0) return new Refusal('account_locked', { minutes })
  const change = byPerson(tx, asked, account)
  if (account.passwordDigest !== digest) return countFailure(change, account)
  if (account.disabledAt) return new Refusal('account_disabled')
  return startSession(change, account, asked.request)
}

/** A name that nobody has is answered like one that exists, its lock after five failures included. */
async function refuseUnknown(tx: Tx, { now }: Public, userName: string): Promise<Refusal> {
  await forgetSignInFailures(tx, { from: new Date(now.getTime() - 24 * 60 * MINUTE), to: latestPresent(now) })
  const key = failureKey('name', userName)
  const counted = await lockSignInFailures(tx, key)
  const minutes = minutesLocked(counted?.lockedUntil ?? null, now)
  if (minutes > 0) return new Refusal('account_locked', { minutes })
  const after = afterFailure(counted?.failureCount ?? 0, now)
  await saveSignInFailures(tx, key, { ...after, since: now })
  return failureRefusal(after.lockedUntil, now)
}

/** Counts one failure of an account; the fifth in a row locks it. Gives the refusal to answer with. */
export async function countFailure(
  change: Changing,
  account: { organizationId: string; personId: string; failureCount: number },
): Promise<Refusal> {
  const { failureCount, lockedUntil } = afterFailure(account.failureCount, change.now)
  await saveFailures(change.tx, account, failureCount, lockedUntil)
  const action = lockedUntil ? 'account.locked' : 'session.refused'
  await record(change, { action, subjectType: 'person', subjectId: account.personId })
  return failureRefusal(lockedUntil, change.now)
}

const failureRefusal = (lockedUntil: Date | null, now: Date): Refusal =>
  lockedUntil
    ? new Refusal('account_locked', { minutes: minutesLocked(lockedUntil, now) })
    : new Refusal('wrong_credentials')

async function startSession(change: Changing, account: Account, request: FastifyRequest): Promise<SignedIn> {
  const { tx, now } = change
  const { organizationId, personId, mustChange } = account
  const secret = newSecret()
  await saveFailures(tx, account, 0, null)
  await saveSession(tx, {
    organizationId,
    personId,
    digest: digestOf(secret),
    createdAt: now,
    expiresAt: new Date(now.getTime() + SESSION_HOURS * 60 * MINUTE),
    address: request.ip,
    browser: (request.headers['user-agent'] ?? '').slice(0, 200),
  })
  await record(change, { action: 'session.started', subjectType: 'person', subjectId: personId })
  return { organizationId, secret, mustChangePassword: mustChange }
}

/** Sign-in and set-up happen before anybody is known; what they change is recorded as this person's own doing. */
export const byPerson = (
  tx: Tx,
  asked: Public,
  person: { organizationId: string; personId: string; name: string },
): Changing => ({
  tx,
  actor: {
    organizationId: person.organizationId,
    personId: person.personId,
    name: person.name,
    posts: [],
    portfolio: { unitIds: [], pillarIds: [] },
  },
  now: asked.now,
  today: '',
  timeZone: '',
  standingOn: null,
  journal: null,
  language: asked.language,
  requestId: asked.request.id,
  askerDigest: Buffer.alloc(0),
  origin: `web ${asked.request.ip}`,
})
