import type { FastifyInstance, FastifyRequest } from 'fastify'

/** The largest file: 20 MB and a little more. */
const FILE_LIMIT = 21 * 1024 * 1024
/** The largest of all other requests: decisions on a thousand drafted rows fit many times. */
export const JSON_LIMIT = 2 * 1024 * 1024
/** The largest of what anybody may send without signing in: a first run with its hundred own days fits twice. */
export const PUBLIC_LIMIT = 64 * 1024

/** Whether the request says that it brings a file. */
export const bringsBytes = ({ headers }: FastifyRequest): boolean =>
  headers['content-type']?.toLowerCase().startsWith('application/octet-stream') ?? false

/** What a request of this kind may weigh, in words. */
export function limitOf(request: FastifyRequest): string {
  if (request.routeOptions.bodyLimit === PUBLIC_LIMIT) return '64 KB'
  return bringsBytes(request) ? '20 MB' : '2 MB'
}

/** Files arrive as `application/octet-stream`: one file, its name in the query, no multipart. */
export function receiveBytes(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: FILE_LIMIT },
    (_request, body, done) => done(null, body),
  )
}
