import type { FastifyInstance } from 'fastify'
import { buildApp } from '#server/app.ts'
import type { Db } from '#server/db/db.ts'

/** The product as it is served, but that nobody asks too often. */
export const appOn = (db: Db): Promise<FastifyInstance> =>
  buildApp({
    db,
    clock: () => new Date(),
    digest: 'sha256',
    secureCookies: false,
    logLevel: 'error',
    requestsPerMinute: 1e9,
    trustedProxies: ['loopback'],
    rounds: [],
    channels: {},
    namedHosts: [],
    publicUrl: null,
  })
