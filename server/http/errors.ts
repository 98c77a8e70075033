import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Refusal, REFUSALS, refusalSentence, type Language } from '#domain/refusal.ts'
import { limitOf } from './bytes.ts'
import { fieldSentence, fieldsSentence } from './field-sentence.ts'

/** The language a request asks for by its first Accept-Language; Chinese unless it is English. */
export const languageOf = (request: FastifyRequest): Language =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'

/** Every error becomes one shape: `{ code, message, requestId, facts?, fields? }` (domain/refusal.ts). */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = asRefusal(error, request)
    if (refusal.code === 'unexpected') request.log.error({ err: describe(error) }, 'unexpected error')
    else if (isFromDatabase(error)) request.log.warn({ err: describe(error) }, refusal.code)
    return answerRefusal(refusal, request, reply)
  })
  app.setNotFoundHandler((request, reply) => answerRefusal(new Refusal('not_found'), request, reply))
}

/** Answers what Fastify refuses before any route is found, such as an address that cannot be decoded. */
export const answerFrameworkError = (_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  // No hook runs for these, so they carry the strictest of our headers by themselves.
  reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  reply.header('x-content-type-options', 'nosniff')
  void answerRefusal(new Refusal('not_found'), request, reply)
}

function answerRefusal(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const facts = { ...refusal.facts, requestId: request.id }
  const language = languageOf(request)
  const sentence = refusalSentence(refusal.code, facts, language)
  const ofFields = fieldsSentence(refusal.fields, language)
  return reply
    .code(REFUSALS[refusal.code].status)
    .header('cache-control', 'no-store')
    .send({
      code: refusal.code,
      message: ofFields === '' ? sentence : `${sentence}${language === 'zh' ? '' : ' '}${ofFields}`,
      requestId: request.id,
      facts: refusal.facts,
      ...(refusal.fields.length > 0 && { fields: refusal.fields }),
    })
}

/** A list in which everything is wrong is not answered with a sentence for each. */
const MOST_FIELDS = 100

function asRefusal(error: FastifyError, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('too_large', { limit: limitOf(request) })
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.slice(0, MOST_FIELDS).map((issue) => ({
      at: issue.instancePath.slice(1),
      message: fieldSentence(issue, languageOf(request)),
    }))
    return new Refusal('invalid_input', {}, fields)
  }
  return new Refusal(...foreign(error))
}

type Said = ConstructorParameters<typeof Refusal>

/** Errors that others throw, in our words: Fastify's by code, PostgreSQL's by SQLSTATE or its class, the network's. */
function foreign(error: FastifyError): Said {
  const code = error.code ?? ''
  const said = FOREIGN[code] ?? (isFromDatabase(error) ? BY_CLASS[code.slice(0, 2)] : undefined)
  return said ?? (isLost(error) ? LOST : UNKNOWN)
}

const UNKNOWN: Said = ['unexpected']
const LOST: Said = ['unavailable']

const FOREIGN: Record<string, Said> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['invalid_input'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['invalid_input'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid_input'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['invalid_input'],
  '40001': ['unavailable'],
  '40P01': ['unavailable'],
  '53100': ['disk_full'],
  '55P03': ['unavailable'],
  ECONNREFUSED: LOST,
  ECONNRESET: LOST,
  EPIPE: LOST,
  ETIMEDOUT: LOST,
  EHOSTUNREACH: LOST,
  ENOENT: LOST, // the embedded database's socket
}

/** Classes of SQLSTATE: data it cannot hold, a lost connection, no more resources, an operator at work. */
const BY_CLASS: Record<string, Said> = {
  '08': LOST,
  '22': ['invalid_input'],
  '53': LOST,
  '57': LOST,
}

const isFromDatabase = (error: FastifyError): boolean => 'severity' in error && /^[0-9A-Z]{5}$/.test(error.code)

// What node-postgres throws without a code when the connection goes, or when none can be had.
const isLost = ({ message }: FastifyError): boolean =>
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/.test(
    message,
  )

/** What of an error may be logged: never parameters, row values or pieces of text, which can be personal. */
const describe = (error: FastifyError) => ({
  name: error.name,
  code: error.code,
  message: isFromDatabase(error) || error instanceof SyntaxError ? (error.code ?? error.name) : error.message,
  stack: error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n'),
  // An answer that does not fit its contract: where, not what.
  ...(error.cause instanceof z.core.$ZodError && { at: error.cause.issues.map(({ path }) => path.join('/')) }),
})
