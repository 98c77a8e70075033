import { hash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { Refusal } from '#domain/refusal.ts'
import { isReachable, type Db } from '../db/db.ts'

// Asked every few seconds by those who watch: logged only where it fails.
const QUIET = { schema: { hide: true }, logLevel: 'warn' } as const

/**
 * `/healthz` (the process lives) and `/readyz` (the database answers), public; `/metrics` (Prometheus) for who asks on
 * this machine itself, or with `metricsToken` for who sends it, from wherever. None holds personal data.
 */
export function serveHealth(app: FastifyInstance, db: Db, metricsToken: string | undefined): void {
  app.get('/healthz', QUIET, async () => ({ ok: true }))
  app.get('/readyz', QUIET, async (_request, reply) => {
    const ready = await isReachable(db)
    return reply.code(ready ? 200 : 503).send({ ready })
  })
  serveMetrics(app, metricsToken)
}

function serveMetrics(app: FastifyInstance, token: string | undefined): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const labelNames = ['method', 'route', 'status'] as const
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered.',
    labelNames,
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer.',
    labelNames: ['method', 'route'] as const,
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers: [registry],
  })
  app.addHook('onResponse', (request, reply, next) => {
    const { method } = request
    const route = request.routeOptions.url ?? 'none'
    requests.inc({ method, route, status: reply.statusCode })
    durations.observe({ method, route }, reply.elapsedTime / 1000)
    next()
  })
  app.get('/metrics', QUIET, async (request, reply) => {
    if (token === undefined ? !isFromHere(request) : !bears(request, token))
      throw new Refusal(token === undefined ? 'not_found' : 'not_signed_in')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

/** Asked on this machine, and not passed on by a proxy that stands on it. */
const isFromHere = ({ raw, headers }: FastifyRequest): boolean =>
  /^(::1|(::ffff:)?127(\.\d+){3})$/.test(raw.socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined

/** Digests are compared, all of one length, so that how long it takes tells nothing of the token. */
const bears = ({ headers }: FastifyRequest, token: string): boolean =>
  timingSafeEqual(hash('sha256', headers.authorization ?? '', 'buffer'), hash('sha256', `Bearer ${token}`, 'buffer'))
