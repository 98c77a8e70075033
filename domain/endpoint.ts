import type { z } from 'zod'
import type { EndpointName } from './access/access.ts'

type Shape = {
  /** The endpoint's name: its OpenAPI operationId and its row in the access table. */
  operationId: EndpointName
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Fastify style: `/api/tasks/:taskId`. */
  path: string
  summary: string
  /** What it answers when all goes well; 200 unless it creates. */
  status?: 200 | 201
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** The body is a file's bytes instead of JSON (`application/octet-stream`). */
  receives?: 'bytes'
  /** The answer is a file to keep, or a stream of events that goes on, instead of JSON. */
  answers?: 'file' | 'stream'
  /** Body or answer hold a secret, so neither is kept for an Idempotency-Key. */
  secret?: true
  /** Asked by programs that know nobody's session: so many times a minute from one address. */
  perMinute?: number
  response: z.ZodType
}
/** Anything that can be sent as a file: a browser's File, a Buffer. */
export type Bytes = Uint8Array | { arrayBuffer(): Promise<ArrayBuffer> }

type Part<S, K extends string, Side extends 'input' | 'output'> =
  S extends Record<K, infer Z extends z.ZodType>
    ? { [k in K]: Side extends 'input' ? z.input<Z> : z.output<Z> }
    : unknown

declare const types: unique symbol
/** `Sent` and `Answer` are what the caller writes and reads; `Given` and `Reply` are what the handler reads and writes. */
export type Endpoint<Sent = unknown, Given = unknown, Reply = unknown, Answer = unknown> = Shape & {
  [types]?: { sent: Sent; given: Given; reply: Reply; answer: Answer }
}

/** Says one endpoint's wire once: the server serves it, the browser calls it, OpenAPI prints it. */
export const endpoint = <const S extends Shape>(shape: S) =>
  shape as Endpoint<
    Part<S, 'params', 'input'> &
      Part<S, 'query', 'input'> &
      Part<S, 'body', 'input'> &
      (S extends { receives: 'bytes' } ? { bytes: Bytes } : unknown),
    Part<S, 'params', 'output'> &
      Part<S, 'query', 'output'> &
      Part<S, 'body', 'output'> &
      (S extends { receives: 'bytes' } ? { bytes: Uint8Array } : unknown),
    z.input<S['response']>,
    z.output<S['response']>
  >
