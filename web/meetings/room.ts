import { addMeetingEvents, followMeeting, makeRuling, type SaidDeed } from '#domain/meetings/session.contract.ts'
import { NewsSinceFreeze } from '#domain/meetings/meetings.contract.ts'
import type { RulingDraft } from '#domain/meetings/ruling.ts'
import { foldSession, NEW_SESSION, type SessionEvent, type SessionState } from '#domain/meetings/session.ts'
import { addressOf, ApiError, call } from '../api.ts'
import { newId } from './ids.ts'

/** A ruling to be saved, as the recorder leaves it. */
export type RulingToSave = { id: string; itemKey: string | null; draft: RulingDraft; readBack: boolean }
/** What was said here and is not answered yet: kept on this machine until the server has it. */
export type Waiting = { key: string; saidAt: number } & ({ deed: SaidDeed } | { ruling: RulingToSave })

/** What a screen in the room shows of the session. */
export type RoomView = {
  session: SessionState
  /** What was said here and the server has not got yet. */
  waitingCount: number
  /** Rulings saved here that the server has not got yet. */
  saving: readonly RulingToSave[]
  /** The line to the server is broken. */
  isLost: boolean
  /** What the server refused, in its own words; the last one. */
  refusal: string | null
  /** Milliseconds to add to this machine's clock for the server's. */
  clockAheadMs: number
}

type Store = { getItem: (key: string) => string | null; setItem: (key: string, value: string) => void }

/** Everything a room needs of the world; a test brings its own. */
export type RoomWorld = {
  store: Store
  now: () => number
  later: (run: () => void, ms: number) => void
  send: {
    events: (
      meetingId: string,
      events: readonly { key: string; agoMs: number; deed: SaidDeed }[],
    ) => Promise<{ items: readonly SessionEvent[]; now: string }>
    ruling: (meetingId: string, ruling: RulingToSave) => Promise<unknown>
  }
}

const RETRY_MS = 1_000
const BATCH_MOST = 100

/**
 * One screen's part in a session: what the server has told, what was said here and is not answered yet, and the session
 * that both come to. Whatever is said counts here at once, is kept on this machine, and is sent in its order under one
 * key until it is answered.
 */
export class Room {
  readonly #world: RoomWorld
  readonly #meetingId: string
  readonly #byId: string
  readonly #events = new Map<number, SessionEvent>()
  readonly #listeners = new Set<() => void>()
  #told: SessionState = NEW_SESSION
  #waiting: Waiting[]
  #isSending = false
  #view: RoomView

  constructor(world: RoomWorld, { meetingId, byId }: { meetingId: string; byId: string }) {
    this.#world = world
    this.#meetingId = meetingId
    this.#byId = byId
    this.#waiting = readWaiting(world.store, this.#storeKey)
    this.#view = { session: NEW_SESSION, waitingCount: 0, saving: [], isLost: false, refusal: null, clockAheadMs: 0 }
    this.#show({})
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  readonly view = (): RoomView => this.#view

  /** Now by the server's clock. */
  readonly at = (): string => new Date(this.#world.now() + this.#view.clockAheadMs).toISOString()

  /** The place of the last event that the server told. */
  get seq(): number {
    return this.#told.seq
  }

  say(deed: SaidDeed): void {
    const last = this.#waiting[this.#waiting.length - 1]
    const isRetyped =
      !this.#isSending &&
      last !== undefined &&
      'deed' in last &&
      last.deed.kind === 'rulingDrafted' &&
      deed.kind === 'rulingDrafted' &&
      last.deed.rulingId === deed.rulingId
    const kept = isRetyped ? this.#waiting.slice(0, -1) : this.#waiting
    this.#wait([...kept, { key: newId(), saidAt: this.#world.now(), deed }])
  }

  save(ruling: RulingToSave): void {
    this.#wait([...this.#waiting, { key: ruling.id, saidAt: this.#world.now(), ruling }])
  }

  /** The server told of events; in whatever order, each counts once. */
  hear(events: readonly SessionEvent[]): void {
    for (const event of events) if (event.seq !== null) this.#events.set(event.seq, event)
    this.#told = foldSession([...this.#events.values()])
    this.#show({})
  }

  setClock(now: string): void {
    this.#show({ clockAheadMs: Date.parse(now) - this.#world.now() })
  }

  setLost(isLost: boolean): void {
    if (this.#view.isLost !== isLost) this.#show({ isLost })
  }

  /** Sends what waits, in its order; begins again by itself until everything is answered. */
  async send(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    try {
      for (;;) {
        const next = this.#nextToSend()
        if (next.length === 0) break
        await this.#sendNow(next)
      }
    } catch {
      this.#world.later(() => void this.send(), RETRY_MS)
    } finally {
      this.#isSending = false
    }
  }

  #nextToSend(): Waiting[] {
    const [first] = this.#waiting
    if (!first || 'ruling' in first) return first ? [first] : []
    const until = this.#waiting.findIndex((one) => 'ruling' in one)
    return this.#waiting.slice(0, Math.min(BATCH_MOST, until < 0 ? this.#waiting.length : until))
  }

  async #sendNow(next: readonly Waiting[]): Promise<void> {
    try {
      const [first] = next
      if (first && 'ruling' in first) await this.#world.send.ruling(this.#meetingId, first.ruling)
      else {
        const answer = await this.#world.send.events(
          this.#meetingId,
          next.flatMap((one) => this.#sent(one)),
        )
        this.hear(answer.items)
      }
      this.#answered(next)
      this.setLost(false)
    } catch (error) {
      if (!isFinal(error)) {
        this.setLost(true)
        throw error
      }
      // Of many only the one that is refused is given up: the others are said again by themselves.
      if (next.length > 1) {
        for (const one of next) await this.#sendNow([one])
        return
      }
      this.#answered(next)
      this.#show({ refusal: error.message })
    }
  }

  #sent(one: Waiting): { key: string; agoMs: number; deed: SaidDeed }[] {
    return 'deed' in one ? [{ key: one.key, agoMs: Math.max(0, this.#world.now() - one.saidAt), deed: one.deed }] : []
  }

  #wait(waiting: Waiting[]): void {
    this.#waiting = waiting
    this.#world.store.setItem(this.#storeKey, JSON.stringify(waiting))
    // What was refused before is said until the next thing is done.
    this.#show({ refusal: null })
    void this.send()
  }

  #answered(done: readonly Waiting[]): void {
    const keys = new Set(done.map(({ key }) => key))
    this.#waiting = this.#waiting.filter(({ key }) => !keys.has(key))
    this.#world.store.setItem(this.#storeKey, JSON.stringify(this.#waiting))
    this.#show({})
  }

  get #storeKey(): string {
    return `yipanqi.session.${this.#meetingId}.${this.#byId}`
  }

  #show(changes: Partial<RoomView>): void {
    const saving = this.#waiting.flatMap((one) => ('ruling' in one ? [one.ruling] : []))
    const view = { ...this.#view, ...changes, waitingCount: this.#waiting.length, saving }
    const said = this.#waiting.map((one): SessionEvent => {
      const facts = {
        key: one.key,
        seq: null,
        at: new Date(one.saidAt + view.clockAheadMs).toISOString(),
        byId: this.#byId,
      }
      return 'deed' in one
        ? { ...one.deed, ...facts }
        : { kind: 'rulingMade', rulingId: one.ruling.id, number: 0, ...facts }
    })
    this.#view = { ...view, session: foldSession(said, this.#told) }
    this.#listeners.forEach((listener) => listener())
  }
}

/** The server has decided: sent again it would say the same. A session that is over is signed in to again. */
const isFinal = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 401 && error.status !== 429

function readWaiting(store: Store, key: string): Waiting[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? '[]')
    return Array.isArray(kept) ? (kept as Waiting[]) : [] // written by this class alone
  } catch {
    return []
  }
}

/** The browser as a room's world. */
export const browserWorld = (store: Store): RoomWorld => ({
  store,
  now: () => Date.now(),
  later: (run, ms) => void window.setTimeout(run, ms),
  send: {
    events: (meetingId, events) =>
      call(addMeetingEvents, { params: { meetingId }, body: { events: [...events] } }) as Promise<{
        items: readonly SessionEvent[]
        now: string
      }>,
    ruling: (meetingId, ruling) => call(makeRuling, { params: { meetingId }, body: ruling }),
  },
})

const AGAIN_MS = 1_000

type Heard = {
  /** The meeting itself is to be read again. */
  onChange: () => void
  onSince: (news: NewsSinceFreeze) => void
}

/** Follows a session until what it gives is called. */
export function followRoom(room: Room, meetingId: string, { onChange, onSince }: Heard): () => void {
  let line: EventSource | null = null
  let again = 0
  const open = () => {
    line?.close()
    line = new EventSource(addressOf(followMeeting, { params: { meetingId }, query: { after: room.seq } }))
    line.addEventListener('clock', ({ data }) => {
      room.setLost(false)
      room.setClock(String(data))
      void room.send()
    })
    line.addEventListener('session', ({ data }) => room.hear([JSON.parse(String(data)) as SessionEvent]))
    line.addEventListener('change', onChange)
    line.addEventListener('since', ({ data }) => onSince(NewsSinceFreeze.parse(JSON.parse(String(data)))))
    line.addEventListener('error', () => {
      room.setLost(true)
      if (line?.readyState === EventSource.CLOSED) again = window.setTimeout(open, AGAIN_MS)
    })
  }
  const online = () => void room.send()
  open()
  window.addEventListener('online', online)
  return () => {
    window.removeEventListener('online', online)
    window.clearTimeout(again)
    line?.close()
  }
}
