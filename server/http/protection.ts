import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '#domain/refusal.ts'

/** What browsers are told on every answer: no script but ours, no frame, nothing guessed, nothing told to others. */
export async function protect(app: FastifyInstance, { secureCookies }: { secureCookies: boolean }): Promise<void> {
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    // This host only: others of the office's domain may still speak http.
    strictTransportSecurity: secureCookies && { maxAge: 180 * 86_400, includeSubDomains: false },
    referrerPolicy: { policy: 'same-origin' },
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
    max: ({ asking }: FastifyRequest) => (asking ? requestsPerMinute : requestsPerMinute * ADDRESS_FACTOR),
    timeWindow: '1 minute',
    keyGenerator: ({ asking, ip }) => (asking ? `person ${asking.actor.personId}` : `address ${ip}`),
    errorResponseBuilder: (_request, { ttl }) => new Refusal('too_many_requests', { seconds: Math.ceil(ttl / 1000) }),
  })
  app.addHook('onRequest', app.rateLimit())
}
