import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { Refusal, REFUSALS, refusalSentence, type Language } from '#domain/refusal.ts'
import { fieldSentence } from './field-sentence.ts'

/** The language a request asks for by its first Accept-Language; Chinese unless it is English. */
export const languageOf = (request: FastifyRequest): Language =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'

/** Every error becomes one shape: `{ code, message, requestId, facts?, fields? }` (HOUSE: Errors). */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = asRefusal(error, languageOf(request))
    if (refusal.code === 'unexpected') request.log.error({ err: describe(error) }, 'unexpected error')
    return answerRefusal(refusal, request, reply)
  })
  app.setNotFoundHandler((request, reply) => answerRefusal(new Refusal('not_found'), request, reply))
}

function answerRefusal(
  refusal: Refusal,
  request: FastifyRequest,
  reply: { code(status: number): { send(body: object): unknown } },
) {
  const facts = { ...refusal.facts, requestId: request.id }
  return reply.code(REFUSALS[refusal.code].status).send({
    code: refusal.code,
    message: refusalSentence(refusal.code, facts, languageOf(request)),
    requestId: request.id,
    facts: refusal.facts,
    ...(refusal.fields.length > 0 && { fields: refusal.fields }),
  })
}

function asRefusal(error: FastifyError, language: Language): Refusal {
  if (error instanceof Refusal) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((issue) => ({
      at: issue.instancePath.slice(1),
      message: fieldSentence(issue, language),
    }))
    return new Refusal('invalid_input', {}, fields)
  }
  return new Refusal(...(FOREIGN[error.code] ?? ['unexpected']))
}

/** Errors that others throw, in our words: Fastify's by code, PostgreSQL's by SQLSTATE, the network's by errno. */
const FOREIGN: Record<string, ConstructorParameters<typeof Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['too_large', { limit: '20 MB' }],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['invalid_input'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['invalid_input'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid_input'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['invalid_input'],
  '22021': ['invalid_input'],
  '22P05': ['invalid_input'],
  '53100': ['disk_full'],
  '53300': ['unavailable'],
  '57P01': ['unavailable'],
  '57P03': ['unavailable'],
  '40P01': ['unavailable'],
  '40001': ['unavailable'],
  '08006': ['unavailable'],
  ECONNREFUSED: ['unavailable'],
  ECONNRESET: ['unavailable'],
  ENOENT: ['unavailable'],
}

/** What of an unexpected error may be logged: never its parameters or row values, which can be personal. */
const describe = (error: FastifyError) => ({
  name: error.name,
  code: error.code,
  message: 'detail' in error ? error.code : error.message,
  stack: error.stack,
})
