import type { Failure } from '#domain/channels/attempts.ts'
import type { ChannelName } from '#domain/channels/channel.ts'

/** What goes to one address at one time. */
export type Parcel = {
  /** The same at every attempt: by it a receiver knows that it has this already. */
  key: string
  address: string
  /** What the receiver checks signatures with, where it does. */
  secret: string | null
  subject: string
  text: string
}

/** One way out. Every way has this shape. */
export type Channel = {
  /** Ends when the receiver has taken it; throws {@link NotSent} where it has not. */
  send(parcel: Parcel): Promise<void>
}

/** The ways out that this server is configured for. */
export type Channels = Partial<Record<ChannelName, Channel>>

/** It did not arrive. Says why in one word: what a receiver answers can hold anything, and is not kept. */
export class NotSent extends Error {
  readonly failure: Failure
  /** The HTTP status of what the receiver answered; null where it answered nothing. */
  readonly status: number | null
  constructor(failure: Failure, status: number | null = null) {
    super(failure)
    this.name = 'NotSent'
    this.failure = failure
    this.status = status
  }
}
