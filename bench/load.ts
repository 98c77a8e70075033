import { connect, type Socket } from 'node:net'
import type { Request } from './cases.ts'

/** Milliseconds of each request, how many failed, and how long they took together. */
export type Run = { times: number[]; failed: number; seconds: number }

/** Sends requests one after the other on each of so many connections. */
export async function load(port: number, requests: readonly Request[], connections: number): Promise<Run> {
  const messages = requests.map(messageOf)
  const callers = await Promise.all(Array.from({ length: connections }, () => openCaller(port)))
  const times: number[] = []
  let next = 0
  let failed = 0
  const began = performance.now()
  await Promise.all(
    callers.map(async (call) => {
      for (let message = messages[next++]; message; message = messages[next++]) {
        const start = performance.now()
        const status = await call(message)
        times.push(performance.now() - start)
        if (status >= 300) failed += 1
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  await Promise.all(callers.map((call) => call(null)))
  return { times, failed, seconds }
}

function messageOf({ method, path, cookie, body }: Request): Buffer {
  const content = Buffer.from(body ? JSON.stringify(body) : '')
  const type = body ? `content-type: application/json\r\ncontent-length: ${content.length}\r\n` : ''
  return Buffer.concat([
    Buffer.from(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\n${type}\r\n`),
    content,
  ])
}

/** Sends a message and gives the answer's status; null ends the connection. */
type Caller = (message: Buffer | null) => Promise<number>

// By hand, because the machine's two cores also run the servers: node's own client takes as long as they do.
async function openCaller(port: number): Promise<Caller> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const opened = connect(port, '127.0.0.1', () => resolve(opened)).once('error', reject)
  })
  socket.setNoDelay(true)
  let answered: (status: number) => void = () => undefined
  let lost: (error: Error) => void = () => undefined
  let received = Buffer.alloc(0)
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const status = statusOf(received)
    if (status === null) return
    received = Buffer.alloc(0)
    answered(status)
  })
  socket.on('error', (error) => lost(error))
  socket.on('close', () => lost(new Error('the server hung up')))
  return (message) => {
    if (message === null) return Promise.resolve(socket.destroy()).then(() => 0)
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    answered = resolve
    lost = reject
    socket.write(message)
    return promise
  }
}

/** The status once the whole answer is there; null before. */
function statusOf(received: Buffer): number | null {
  const end = received.indexOf('\r\n\r\n')
  if (end === -1) return null
  const head = received.toString('latin1', 0, end)
  const length = /^content-length: (\d+)$/im.exec(head)?.[1]
  if (length === undefined) throw new Error(`an answer without a length: ${head}`)
  return received.length >= end + 4 + Number(length) ? Number(head.slice(9, 12)) : null
}
