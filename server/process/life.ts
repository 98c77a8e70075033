import { setTimeout as pause } from 'node:timers/promises'

/** The time between a start and an orderly end of a server process. */
export interface Life {
  /** Registers what to do when the process ends; the last registered is done first. */
  readonly atEnd: (step: () => Promise<void>) => void
  /** Ends the process in order, as a failure. */
  readonly fail: (reason: Error) => void
}

export interface LifeOptions {
  /** Also end when the parent process goes: npm forwards signals only to the shell between us, if there is one. */
  readonly endWithParent: boolean
  /** Called at the first signal. */
  readonly onStopping: () => void
}

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
/** Ctrl+C under npm arrives twice, from the terminal and from npm; a person who presses again takes longer. */
const SAME_REQUEST_MS = 1000
const PARENT_CHECK_MS = 200
/** After this long an orderly end has failed. */
const PATIENCE_MS = 30_000

/**
 * Runs `begin`, then waits for SIGTERM, SIGINT, SIGHUP or a failure, then does what was registered with `atEnd`.
 * A signal during `begin` ends it too. A second signal, or an end that hangs, exits the process at once with code 1.
 * Rejects with what `begin` or `fail` threw, after the end.
 */
export async function live(options: LifeOptions, begin: (life: Life) => Promise<void>): Promise<void> {
  const steps: (() => Promise<void>)[] = []
  const { promise: over, resolve: stop, reject: fail } = Promise.withResolvers<void>()
  const stopWatching = watchRequests(options, stop)
  try {
    const never = new Promise<void>(() => undefined)
    await Promise.race([over, begin({ atEnd: (step) => steps.push(step), fail }).then(() => never)])
  } finally {
    const hung = setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    for (const step of steps.reverse()) await step()
    clearTimeout(hung)
    stopWatching()
  }
}

/** Calls `stop` at the first request to end; a later one ends the process at once. */
function watchRequests({ endWithParent, onStopping }: LifeOptions, stop: () => void): () => void {
  let askedAt: number | undefined
  const ask = () => {
    if (askedAt !== undefined && Date.now() - askedAt > SAME_REQUEST_MS) process.exit(1)
    if (askedAt === undefined) onStopping()
    askedAt ??= Date.now()
    stop()
  }
  const parent = process.ppid
  const check = endWithParent ? setInterval(() => process.ppid !== parent && ask(), PARENT_CHECK_MS).unref() : undefined
  for (const signal of SIGNALS) process.on(signal, ask)
  return () => {
    clearInterval(check)
    for (const signal of SIGNALS) process.removeListener(signal, ask)
  }
}

/** Waits for work, but not longer than this; what goes on after that is cut off by the caller. */
export async function noLongerThan(milliseconds: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, pause(milliseconds, undefined, { ref: false })])
}
