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
