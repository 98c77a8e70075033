import { type Failure, nextTry } from '../channels/attempts.ts'

/** Why a push did not arrive; `withheld`: its task is restricted by now. */
export const PUSH_FAILURES = [
  'switchedOff',
  'addressRefused',
  'unreachable',
  'timedOut',
  'rejected',
  'withheld',
] as const satisfies readonly (Failure | 'withheld')[]
export type PushFailure = (typeof PUSH_FAILURES)[number]

/**
 * What the log says of an attempt that did not arrive: that a receiver answered and did not take it, or that none
 * answered. Not which error, not which status: an address is typed by an administrator, and by such words a log would
 * tell what listens on which port of the network behind this server.
 */
export const PUSH_ANSWERS = ['switchedOff', 'addressRefused', 'noAnswer', 'rejected', 'withheld'] as const
export type PushAnswer = (typeof PUSH_ANSWERS)[number]

/** The class of answer that a failure belongs to. */
export const answerOf = (failure: PushFailure): PushAnswer =>
  failure === 'unreachable' || failure === 'timedOut' ? 'noAnswer' : failure

/** When a push is tried again; null when it is given up. A test says at once how it went. */
export function nextPush(
  { attempts, isTest }: { attempts: number; isTest: boolean },
  failure: PushFailure,
  now: Date,
): Date | null {
  return isTest || failure === 'withheld' ? null : nextTry(attempts, failure, now)
}

/** Two administrators may write one down at the same time; more than this many places nobody looks after. */
export const MOST_WEBHOOKS = 20
