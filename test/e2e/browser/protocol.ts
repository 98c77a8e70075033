import type { Duplex } from 'node:stream'
import { z } from 'zod'

/** What a browser tells unasked: a console message, a finished load, a dialog. */
export type ProtocolEvent = { method: string; params: unknown }

/**
 * The Chrome DevTools Protocol over a pair of pipes. Spoken directly rather than through a driver
 * library, because no one library drives both Chromium 90 and a Chromium of today, and because the
 * commands used here are the same in both.
 */
export interface Protocol {
  send(method: string, params?: object, sessionId?: string): Promise<unknown>
  /** Hears the events of one session from now on. */
  listen(sessionId: string, heard: (event: ProtocolEvent) => void): void
  forget(sessionId: string): void
  close(): void
}

const Message = z.object({
  id: z.number().optional(),
  sessionId: z.string().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
})

interface Waiting {
  method: string
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}

export function connect(commands: Duplex, answers: Duplex): Protocol {
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, (event: ProtocolEvent) => void>()
  let lastId = 0
  let closed = false

  const close = () => {
    closed = true
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: the browser is gone`))
    waiting.clear()
  }

  const receive = (text: string) => {
    const { id, sessionId, method, params, result, error } = Message.parse(JSON.parse(text))
    const asked = id === undefined ? undefined : waiting.get(id)
    if (id !== undefined) waiting.delete(id)
    if (asked && error) asked.reject(new Error(`${asked.method}: ${error.message}`))
    else if (asked) asked.resolve(result)
    else if (method && sessionId) listeners.get(sessionId)?.({ method, params })
  }

  // A browser that dies closes the pipes; whoever waits for an answer hears of it through `close`.
  for (const pipe of [commands, answers]) pipe.on('error', close).on('close', close)
  answers.on('data', splitAtZero(receive))

  return {
    send(method, params = {}, sessionId) {
      if (closed) return Promise.reject(new Error(`${method}: the browser is gone`))
      const id = ++lastId
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { method, resolve, reject }))
      commands.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
      return answer
    },
    listen: (sessionId, heard) => void listeners.set(sessionId, heard),
    forget: (sessionId) => void listeners.delete(sessionId),
    close,
  }
}

/** Messages end with a zero byte; a large one (a screenshot) arrives in many pieces. */
function splitAtZero(receive: (message: string) => void): (piece: Buffer) => void {
  let pieces: Buffer[] = []
  return (piece) => {
    let from = 0
    for (let end = piece.indexOf(0); end >= 0; end = piece.indexOf(0, from)) {
      receive(Buffer.concat([...pieces, piece.subarray(from, end)]).toString('utf8'))
      pieces = []
      from = end + 1
    }
    if (from < piece.length) pieces.push(piece.subarray(from))
  }
}
