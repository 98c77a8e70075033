import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ACCESS, mayCall } from '#domain/access/access.ts'
import type { Endpoint } from '#domain/endpoint.ts'
import { Refusal } from '#domain/refusal.ts'
import { type Db, transact } from '../db/db.ts'
import { keepAnswer } from '../db/still.ts'
import { answerCompiler } from './answers.ts'
import { bringsBytes, PUBLIC_LIMIT } from './bytes.ts'
import type { Asking, Changing, FileAnswer, Reading } from './context.ts'
import { languageOf } from './errors.ts'
import { answerOnce } from './idempotency.ts'
import { tagOf } from './openapi.describe.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the session hook; null on a public endpoint without a session. */
    asking: Asking | null
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint<any, any, any, any>
  }
}

/** Every way to serve a contract takes these. */
export type Served = {
  app: FastifyInstance
  db: Db
  clock: () => Date
  /** Called when a change has been committed; what follows from it is off the caller's path. */
  afterChange: (organizationId: string) => void
}

type Handler<Given, Context, Reply> = (context: Given & Context) => Promise<Reply>

/** Serves a question. The contract's schemas check what comes in and strip what goes out. */
export function read<Given, Reply>(
  served: Served,
  contract: Endpoint<any, Given, Reply, any>,
  handler: NoInfer<Handler<Given, Reading, Reply>>,
): void {
  serve(served, contract, (request) => handler({ ...askingOf(request), ...given<Given>(request), db: served.db }))
}

/**
 * As `read`, with the answer kept as it was sent while no fact of the organization changes (decision 0004). `keyOf` names
 * all else that it depends on: what was asked, the day, whose sight it is, and for which day the standings that it shows
 * were worked out, since turning them is no change of facts.
 */
export function readKept<Given, Reply>(
  served: Served,
  contract: Endpoint<any, Given, Reply, any>,
  keyOf: (asking: NoInfer<Given> & Asking) => string,
  handler: NoInfer<Handler<Given, Reading, Reply>>,
): void {
  const { db } = served
  const write = answerCompiler({ schema: contract.response, method: contract.method, url: contract.path })
  serve(served, contract, (request, reply) => {
    const asking = { ...askingOf(request), ...given<Given>(request) }
    const { actor, journal } = asking
    reply.type('application/json; charset=utf-8')
    return keepAnswer(
      db,
      { organizationId: actor.organizationId, journal },
      `${contract.operationId} ${keyOf(asking)}`,
      async () => Buffer.from(write(await handler({ ...asking, db }))),
    )
  })
}

/** Serves a question whose answer is a file. */
export function download<Given>(
  served: Served,
  contract: Endpoint<any, Given, any, any>,
  handler: NoInfer<Handler<Given, Reading, FileAnswer>>,
): void {
  serve(served, contract, async (request, reply) => {
    const file = await handler({ ...askingOf(request), ...given<Given>(request), db: served.db })
    return sendFile(reply, file)
  })
}

/** What a stream is asked with; `lastEventId` is where a browser that comes back had got to. */
type Followed<Given> = Given & { lastEventId: string | undefined }

/**
 * Serves a question whose answer goes on. `prepare` may still refuse; what it gives is handed the open stream and sees to
 * it until it closes.
 */
export function stream<Given>(
  served: Served,
  contract: Endpoint<any, Given, any, any>,
  prepare: (asking: Asking, given: Followed<NoInfer<Given>>) => Promise<(events: ServerResponse) => void>,
): void {
  serve(served, contract, async (request, reply) => {
    const asking = askingOf(request)
    const lastEventId = request.headers['last-event-id']
    const follow = await prepare(asking, {
      ...given<Given>(request),
      lastEventId: typeof lastEventId === 'string' ? lastEventId : undefined,
    })
    reply.hijack()
    for (const [name, value = ''] of Object.entries(reply.getHeaders())) reply.raw.setHeader(name, value)
    // A proxy that gathers an answer before it passes it on would hold events back.
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' })
    follow(reply.raw)
  })
}

/**
 * Serves a change: in one transaction, once per Idempotency-Key, and journalled by its handler. A refusal that the
 * handler throws undoes everything; one that it returns is answered after what it saved is kept (a counted failure).
 */
export function change<Given, Reply>(
  served: Served,
  contract: Endpoint<any, Given, Reply, any>,
  handler: NoInfer<Handler<Given, Changing, Reply | Refusal>>,
): void {
  changeAfter<Given, Reply, void>(served, contract, async () => undefined, handler)
}

/**
 * As `change`, with work before the transaction opens, such as reading a file or making a digest: no connection is held
 * while it lasts.
 * A refusal of the preparation changes nothing at all.
 */
export function changeAfter<Given, Reply, Prepared>(
  served: Served,
  contract: Endpoint<any, Given, Reply, any>,
  prepare: Handler<NoInfer<Given>, Reading & { gone: AbortSignal }, Prepared>,
  handler: (context: NoInfer<Given> & Changing, prepared: NoInfer<Prepared>) => Promise<NoInfer<Reply> | Refusal>,
): void {
  serve(served, contract, async (request, reply) => {
    const asking = askingOf(request)
    const gone = leavingOf(reply)
    const prepared = await prepare({ ...asking, ...given<Given>(request), db: served.db, gone })
    const answer = await transact(served.db, (tx) => {
      const changing = { ...asking, tx }
      return once(contract, changing, request, () => handler({ ...changing, ...given<Given>(request) }, prepared))
    })
    served.afterChange(asking.actor.organizationId)
    if (answer instanceof Refusal) throw answer
    reply.code(contract.status ?? 200)
    return answer
  })
}

// A secret is answered once and kept nowhere, for a repeated request neither.
const once = <Reply>(
  { secret }: Endpoint<any, any, any, any>,
  changing: Changing,
  request: FastifyRequest,
  answer: () => Promise<Reply>,
): Promise<Reply> => (secret ? answer() : answerOnce(changing, request, answer))

/** What a public endpoint knows of its asker: nobody yet. */
export type Public = { request: FastifyRequest; reply: FastifyReply; db: Db; now: Date; language: 'zh' | 'en' }

/** Serves an endpoint that needs no session (`public` in the access table). */
export function open<Given, Reply>(
  served: Served,
  contract: Endpoint<any, Given, Reply, any>,
  handler: NoInfer<Handler<Given, Public, Reply>>,
): void {
  serve(served, contract, async (request, reply) => {
    reply.code(contract.status ?? 200)
    return handler({
      ...given<Given>(request),
      request,
      reply,
      db: served.db,
      now: served.clock(),
      language: languageOf(request),
    })
  })
}

function serve(
  { app }: Served,
  contract: Endpoint<any, any, any, any>,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  app.route({
    method: contract.method,
    url: contract.path,
    config: { endpoint: contract },
    ...(ACCESS[contract.operationId] === 'public' && { bodyLimit: PUBLIC_LIMIT }),
    schema: {
      operationId: contract.operationId,
      summary: contract.summary,
      tags: [tagOf(contract.path)],
      ...(contract.params && { params: contract.params }),
      ...(contract.query && { querystring: contract.query }),
      ...(contract.body && { body: contract.body }),
      ...(!contract.answers && { response: { [contract.status ?? 200]: contract.response } }),
    },
    handler: (request, reply) => {
      if (contract.receives === 'bytes') request.body = bytesOf(request.body)
      reply.header('cache-control', 'no-store') // what one person may see is not kept for the next at the same machine
      return handler(request, reply)
    },
  })
}

// A request without a body is an empty file, which has a sentence of its own.
function bytesOf(body: unknown): Uint8Array {
  if (body === undefined) return new Uint8Array(0)
  if (body instanceof Uint8Array) return body
  throw new Refusal('invalid_input')
}

/**
 * The session hook has been here: who is not known may only reach what the access table calls public. No body has been
 * read yet; one that nobody would look at is refused unread.
 */
export function guard(request: FastifyRequest): void {
  if (request.is404) throw new Refusal('not_found')
  const contract = request.routeOptions.config.endpoint
  if (contract && contract.receives !== 'bytes' && bringsBytes(request)) throw new Refusal('invalid_input')
  if (!contract || ACCESS[contract.operationId] === 'public') return
  if (!request.asking) throw new Refusal('not_signed_in')
  if (!mayCall(request.asking.actor, contract.operationId)) throw new Refusal('not_allowed')
}

/** Tells when the asker closes the connection before the answer is out. */
function leavingOf(reply: FastifyReply): AbortSignal {
  const leaving = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) leaving.abort()
  })
  return leaving.signal
}

function askingOf(request: FastifyRequest): Asking {
  if (!request.asking) throw new Refusal('not_signed_in')
  return request.asking
}

// The contract's schemas have parsed these three before the handler runs.
const given = <Given>({ params, query, body }: FastifyRequest) =>
  ({ params, query, body, bytes: body }) as unknown as Given

function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `attachment; filename="download"; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .send(Buffer.from(file.bytes))
}
