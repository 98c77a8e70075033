import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const built = fileURLToPath(new URL('../../dist/web/', import.meta.url))
/** A file of the build: all but the page itself. One route for all; one for each of hundreds would take 2 MB. */
const ASSET = '/assets/:name(^[\\w-][\\w.-]*$)'

/** Serves the built web: hashed assets for a year, and index.html for every page address. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(built)) return // a test of the API alone needs no web
  await app.register(fastifyStatic, {
    root: built,
    serve: false,
    index: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  })
  app.get<{ Params: { name: string } }>(ASSET, { schema: { hide: true } }, ({ params }, reply) =>
    reply.sendFile(`assets/${params.name}`),
  )
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    if (isNoPage(request.url)) return reply.callNotFound()
    return reply.sendFile('index.html', { immutable: false, maxAge: 0 })
  })
}

// An asset of a former version is missing, not a page: a page in its place would be run as a script.
const isNoPage = (url: string): boolean => /^\/(api|assets)(\/|\?|$)/.test(url)
