import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '#domain/refusal.ts'

/** No script but ours, no frame, nothing guessed, nothing told to others. */
const HEADERS = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join(';'),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
}
/** This host only: others of the office's domain may still speak http. */
const HTTPS_ONLY = { 'strict-transport-security': `max-age=${180 * 86_400}` }

/** Tells browsers on every answer what they may do with it. */
export async function protect(app: FastifyInstance, { secureCookies }: { secureCookies: boolean }): Promise<void> {
  await app.register(cookie)
  const headers = secureCookies ? { ...HEADERS, ...HTTPS_ONLY } : HEADERS
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers)
    next()
  })
}

/** An office sits behind one address: an address may ask this many times as often as one person. */
const ADDRESS_FACTOR = 4

/**
 * Refuses `too_many_requests` beyond so many a minute: per person where the asker is known, else per address. Each
 * process counts for itself. Registered after the askers are known and before anything is done for them.
 */
export async function limitRate(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    max: (request: FastifyRequest) =>
      perMinuteOf(request) ?? (request.asking ? requestsPerMinute : requestsPerMinute * ADDRESS_FACTOR),
    timeWindow: '1 minute',
    keyGenerator: (request) => {
      const { asking, ip, routeOptions } = request
      if (perMinuteOf(request) !== undefined) return `${routeOptions.url} ${ip}`
      return asking ? `person ${asking.actor.personId}` : `address ${ip}`
    },
    errorResponseBuilder: (_request, { ttl }) => new Refusal('too_many_requests', { seconds: Math.ceil(ttl / 1000) }),
  })
  app.addHook('onRequest', app.rateLimit())
}

const perMinuteOf = ({ routeOptions }: FastifyRequest): number | undefined => routeOptions.config.endpoint?.perMinute
