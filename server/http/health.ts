import type { FastifyInstance } from 'fastify'
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { isReachable, type Db } from '../db/db.ts'

// Asked every few seconds by those who watch: logged only where it fails.
const QUIET = { schema: { hide: true }, logLevel: 'warn' } as const

/** `/healthz` (the process lives), `/readyz` (the database answers), `/metrics` (Prometheus). All public, without personal data. */
export function serveHealth(app: FastifyInstance, db: Db): void {
  app.get('/healthz', QUIET, async () => ({ ok: true }))
  app.get('/readyz', QUIET, async (_request, reply) => {
    const ready = await isReachable(db)
    return reply.code(ready ? 200 : 503).send({ ready })
  })
  serveMetrics(app)
}

function serveMetrics(app: FastifyInstance): void {
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
  app.get('/metrics', QUIET, async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
}
