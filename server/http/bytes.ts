import type { FastifyInstance } from 'fastify'

/** The largest request: a file of 20 MB and a little more. */
export const BODY_LIMIT = 21 * 1024 * 1024

/** Files arrive as `application/octet-stream`: one file, its name in the query, no multipart. */
export function receiveBytes(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (_request, body, done) => done(null, body),
  )
}
