import type { Actor } from '#domain/access/actor.ts'
import type { Language } from '#domain/refusal.ts'
import type { Db, Tx } from '../db/db.ts'
import type { JournalMoment } from '../db/still.ts'

/** Who asks, when, and in which language: what every handler is given. */
export type Asking = {
  actor: Actor
  /** The instant of the request, by the server's clock. */
  now: Date
  /** The office's day at that instant, ISO date. */
  today: string
  timeZone: string
  /** The office day the standings were last worked out for; null where they must be. */
  standingOn: string | null
  /** How far the journal had come when the request was let in; null for who was not let in by a session or a token. */
  journal: JournalMoment | null
  language: Language
  requestId: string
  /** Which session or token asks, by its stored digest; empty for the system itself. */
  askerDigest: Buffer
  /** Where the request came from, for the journal: `web 10.0.0.7`, `token 10.0.0.7`, `system`. */
  origin: string
}

/** A question: reads from the pool, changes nothing. */
export type Reading = Asking & { db: Db }

/** A change: everything it does happens in this one transaction, its journal entry included. */
export type Changing = Asking & { tx: Tx }

/** A file as an answer. */
export type FileAnswer = { name: string; mediaType: string; bytes: Uint8Array }
