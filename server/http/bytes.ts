import type { FastifyInstance, FastifyRequest } from 'fastify'

/** The largest file: 20 MB and a little more. */
const FILE_LIMIT = 21 * 1024 * 1024
/** The largest of all other requests: decisions on a thousand drafted rows fit many times. */
export const JSON_LIMIT = 2 * 1024 * 1024

/** What a request of this kind may weigh, in words. */
export const limitOf = ({ headers }: FastifyRequest): string =>
  headers['content-type']?.startsWith('application/octet-stream') ? '20 MB' : '2 MB'

/** Files arrive as `application/octet-stream`: one file, its name in the query, no multipart. */
export function receiveBytes(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: FILE_LIMIT },
    (_request, body, done) => done(null, body),
  )
}
