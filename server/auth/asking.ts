import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ACCESS, BEFORE_CHANGE, SESSION_ONLY } from '#domain/access/access.ts'
import { IDLE_MINUTES, idleMinutesOf } from '#domain/auth/session.ts'
import { dayOf } from '#domain/calendar/calendar.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Db } from '../db/db.ts'
import type { Asking } from '../http/context.ts'
import { languageOf } from '../http/errors.ts'
import { guard, type Served } from '../http/route.ts'
import { findAskerBySession, findAskerByToken, saveSeen, saveTokenUse, type Asker } from './asker.queries.ts'
import { cookieOf } from './cookie.ts'
import { digestOf } from './secrets.ts'

/** Says for every request who asks; refuses changes that other sites sent. */
export function knowAskers({ app, db, clock }: Served, { secureCookies }: { secureCookies: boolean }): void {
  app.decorateRequest('asking', null)
  app.addHook('onRequest', async (request) => {
    if (!request.routeOptions.config.endpoint) return
    request.asking = await askerOf(db, request, { now: clock(), secret: cookieOf(request, secureCookies) })
  })
}

/** Refuses what the access table does not grant, once the asker is known. */
export function guardEndpoints(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => guard(request))
}

type Arrival = { now: Date; secret: string | undefined }

async function askerOf(db: Db, request: FastifyRequest, { now, secret }: Arrival): Promise<Asking | null> {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) return askerByToken(db, request, digestOf(bearer), now)
  if (!secret) return null
  refuseForeignOrigin(request)
  const digest = digestOf(secret)
  const found = await awakeAsker(db, digest, now)
  if (!found) return null
  if (found.mustChangePassword && !isReachedBeforeChange(request)) throw new Refusal('password_change_required')
  if (now.getTime() - found.seenAt.getTime() > 60_000 && !isUnattended(request)) await saveSeen(db, digest, now)
  return asking(found, request, { now, by: 'web', digest })
}

/** The person behind a session that is neither over nor idle. */
async function awakeAsker(db: Db, digest: Buffer, now: Date): Promise<Asker | null> {
  const found = await findAskerBySession(db, digest, now, minutesBefore(now, IDLE_MINUTES))
  return found && found.seenAt > minutesBefore(now, idleMinutesOf(found.actor)) ? found : null
}

/** A page that reads again by itself says so: nobody sits there, and the session grows old all the same. */
const isUnattended = ({ headers }: FastifyRequest): boolean => headers['yipanqi-unattended'] !== undefined

/** Whether the session or token that asked is still good; it may have ended while its answer goes on. */
export const isStillKnown = async (db: Db, { askerDigest, origin }: Asking, now: Date): Promise<boolean> =>
  (await (origin.startsWith('token') ? findAskerByToken(db, askerDigest, now) : awakeAsker(db, askerDigest, now))) !==
  null

const minutesBefore = (instant: Date, minutes: number): Date => new Date(instant.getTime() - minutes * 60_000)

async function askerByToken(db: Db, request: FastifyRequest, digest: Buffer, now: Date): Promise<Asking | null> {
  const found = await findAskerByToken(db, digest, now)
  if (!found) return null
  if (found.mustChangePassword && !isReachedBeforeChange(request)) throw new Refusal('password_change_required')
  if (isSessionOnly(request)) throw new Refusal('session_needed')
  await saveTokenUse(db, digest, dayOf(now, found.timeZone))
  return asking(found, request, { now, by: 'token', digest })
}

type Way = { now: Date; by: 'web' | 'token'; digest: Buffer }

const asking = (found: Asker, request: FastifyRequest, { now, by, digest }: Way): Asking => ({
  actor: found.actor,
  now,
  today: dayOf(now, found.timeZone),
  timeZone: found.timeZone,
  standingOn: found.standingOn,
  journal: found.journal,
  language: languageOf(request),
  requestId: request.id,
  askerDigest: digest,
  origin: `${by} ${request.ip}`,
})

const isReachedBeforeChange = (request: FastifyRequest): boolean => {
  const name = request.routeOptions.config.endpoint?.operationId
  return name === undefined || ACCESS[name] === 'public' || BEFORE_CHANGE.includes(name)
}

const isSessionOnly = (request: FastifyRequest): boolean => {
  const name = request.routeOptions.config.endpoint?.operationId
  return name !== undefined && SESSION_ONLY.includes(name)
}

// Cookies travel with requests that other sites forge; browsers say on every change where it comes from.
function refuseForeignOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin, 'sec-fetch-site': site } = request.headers
  const own =
    origin === undefined ? site === undefined || site === 'same-origin' : URL.parse(origin)?.host === request.host
  if (!own) throw new Refusal('foreign_origin')
}
