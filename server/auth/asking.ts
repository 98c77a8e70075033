import type { FastifyRequest } from 'fastify'
import { ACCESS } from '#domain/access/access.ts'
import { dayOf } from '#domain/calendar/calendar.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Db } from '../db/db.ts'
import type { Asking } from '../http/context.ts'
import { languageOf } from '../http/errors.ts'
import { guard, type Served } from '../http/route.ts'
import { findAskerBySession, findAskerByToken, saveSeen, saveTokenUse, type Asker } from './asker.queries.ts'
import { digestOf } from './secrets.ts'

export const COOKIE = 'yipanqi'
/** A session ends after half an hour without a request, and after twelve hours in any case (DOMAIN.md e.1). */
export const IDLE_MINUTES = 30
export const SESSION_HOURS = 12

/** Reached before the initial password was changed: only what changing it needs. */
const BEFORE_CHANGE: readonly string[] = ['getSession', 'changePassword', 'endSession', 'changeLanguage']

/** Says for every request who asks; refuses what the access table does not grant, and changes sent from elsewhere. */
export function knowAskers({ app, db, clock }: Served): void {
  app.decorateRequest('asking', null)
  app.addHook('onRequest', async (request) => {
    if (!request.routeOptions.config.endpoint) return
    request.asking = await askerOf(db, request, clock())
    guard(request)
  })
}

async function askerOf(db: Db, request: FastifyRequest, now: Date): Promise<Asking | null> {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) return askerByToken(db, request, digestOf(bearer), now)
  const cookie = request.cookies[COOKIE]
  if (!cookie) return null
  refuseForeignOrigin(request)
  const digest = digestOf(cookie)
  const found = await findAskerBySession(db, digest, now, new Date(now.getTime() - IDLE_MINUTES * 60_000))
  if (!found) return null
  if (found.mustChangePassword && !isReachedBeforeChange(request)) throw new Refusal('password_change_required')
  if (now.getTime() - found.seenAt.getTime() > 60_000) await saveSeen(db, digest, now)
  return asking(found, request, { now, by: 'web', digest })
}

async function askerByToken(db: Db, request: FastifyRequest, digest: Buffer, now: Date): Promise<Asking | null> {
  const found = await findAskerByToken(db, digest, now)
  if (!found) return null
  await saveTokenUse(db, digest, dayOf(now, found.timeZone))
  return asking(found, request, { now, by: 'token', digest })
}

type Way = { now: Date; by: 'web' | 'token'; digest: Buffer }

const asking = (found: Asker, request: FastifyRequest, { now, by, digest }: Way): Asking => ({
  actor: found.actor,
  now,
  today: dayOf(now, found.timeZone),
  timeZone: found.timeZone,
  language: languageOf(request),
  requestId: request.id,
  askerDigest: digest,
  origin: `${by} ${request.ip}`,
})

const isReachedBeforeChange = (request: FastifyRequest): boolean => {
  const name = request.routeOptions.config.endpoint?.operationId
  return name === undefined || ACCESS[name] === 'public' || BEFORE_CHANGE.includes(name)
}

// Cookies travel with requests that other sites forge; browsers say on every change where it comes from.
function refuseForeignOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin, 'sec-fetch-site': site } = request.headers
  const own =
    origin === undefined ? site === undefined || site === 'same-origin' : new URL(origin).host === request.host
  if (!own) throw new Refusal('foreign_origin')
}
