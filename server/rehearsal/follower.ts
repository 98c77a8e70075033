import http, { type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import { followMeeting, type EventView } from '#domain/meetings/session.contract.ts'
import type { Client } from './client.ts'

/** An event as one screen heard it; instants in milliseconds of `performance.now()`. */
export type Heard = { seq: number; key: string; at: number; lineSince: number }

/** A screen that follows a session as a browser does: it comes back by itself and says how far it got. */
export type Follower = {
  client: Client
  heard: readonly Heard[]
  /** Resolves once the line stands for the first time. */
  open: Promise<void>
  /** Resolves once it has heard the event at this place; false when it has not by then. */
  reached: (seq: number, milliseconds: number) => Promise<boolean>
  /** Its network goes away, until it is mended. */
  cut: () => void
  mend: () => void
  end: () => Promise<void>
}

/** What browsers wait where the server does not say. */
const RETRY_MS = 1000

export function follow(client: Client, meetingId: string): Follower {
  const heard: Heard[] = []
  const opened = Promise.withResolvers<void>()
  const waiting = new Set<{ seq: number; tell: () => void }>()
  let line = new AbortController()
  let network = Promise.resolve()
  let restore = (): void => undefined
  let isOver = false

  const hear = ({ seq, key }: EventView, lineSince: number) => {
    heard.push({ seq, key, at: performance.now(), lineSince })
    for (const wait of waiting) if (seq >= wait.seq) wait.tell()
  }
  const running = (async () => {
    while (!isOver) {
      line = new AbortController()
      await listen(client, {
        meetingId,
        after: lastOf(heard),
        signal: line.signal,
        opened: opened.resolve,
        hear,
      }).catch(
        () => undefined, // a broken line is what browsers expect; they come back
      )
      if (isOver) break
      await network
      await pause(RETRY_MS, undefined, { signal: line.signal }).catch(() => undefined)
    }
  })()
  return {
    client,
    heard,
    open: opened.promise,
    reached: (seq, milliseconds) => {
      if (lastOf(heard) >= seq) return Promise.resolve(true)
      return new Promise((resolve) => {
        const late = setTimeout(() => settle(false), milliseconds)
        const settle = (hasCome: boolean) => {
          clearTimeout(late)
          waiting.delete(wait)
          resolve(hasCome)
        }
        const wait = { seq, tell: () => settle(true) }
        waiting.add(wait)
      })
    },
    cut: () => {
      network = new Promise((resolve) => {
        restore = resolve
      })
      line.abort()
    },
    mend: () => restore(),
    end: async () => {
      isOver = true
      line.abort()
      restore()
      await running
    },
  }
}

const lastOf = (heard: readonly Heard[]): number => heard[heard.length - 1]?.seq ?? 0

type Line = {
  meetingId: string
  after: number
  signal: AbortSignal
  opened: () => void
  hear: (event: EventView, lineSince: number) => void
}

/** One line, from its opening to its end. */
async function listen({ address, cookie }: Client, { meetingId, after, signal, opened, hear }: Line): Promise<void> {
  const path = followMeeting.path.replace(':meetingId', meetingId)
  const headers = { cookie, accept: 'text/event-stream', 'last-event-id': String(after) }
  const reply = await opening(address + path, { headers, signal })
  if (reply.statusCode !== 200) throw new Error(`the line was answered ${reply.statusCode}`)
  let text = ''
  let lineSince = performance.now()
  for await (const chunk of reply.setEncoding('utf8')) {
    text += String(chunk)
    const parts = text.split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) {
      const name = fieldOf(part, 'event')
      if (name === 'clock') {
        lineSince = performance.now()
        opened()
      }
      if (name === 'session') hear(JSON.parse(fieldOf(part, 'data')) as EventView, lineSince)
    }
  }
}

/** A connection of its own, which goes when the signal does: no pool keeps it. */
function opening(address: string, options: RequestOptions): Promise<IncomingMessage> {
  const request = address.startsWith('https:') ? https.request : http.request
  return new Promise((resolve, reject) => {
    request(address, { ...options, agent: false }, resolve)
      .once('error', reject)
      .end()
  })
}

const fieldOf = (part: string, name: string): string => new RegExp(`^${name}: ?(.*)$`, 'm').exec(part)?.[1] ?? ''
