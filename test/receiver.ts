import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export type Received = { path: string; query: URLSearchParams; headers: IncomingHttpHeaders; body: any; raw: string }
type Reply = { status?: number; body?: object; headers?: Record<string, string> }

/** An HTTP server on this machine that keeps what it is sent; `replies` says what it answers, 200 `{}` by itself. */
export async function receiver(replies: (received: Received) => Reply | Promise<Reply> = () => ({})) {
  const got: Received[] = []
  const server = createServer((request, answer) => {
    void text(request).then(async (raw) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1')
      const received = { path: pathname, query: searchParams, headers: request.headers, raw, body: JSON.parse(raw) }
      got.push(received)
      const { status = 200, body = {}, headers = {} } = await replies(received)
      answer.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { got, host, url: `http://${host}` }
}
