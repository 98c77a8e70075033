/** Five failures in a row lock an account for a quarter of an hour (GB/T 22239-2019 8.1.4.1 b). */
const FAILURES_ALLOWED = 5
const LOCK_MINUTES = 15

/** After one more failure: how many in a row now, and until when the account is locked, if it is. */
export function afterFailure(failureCount: number, now: Date): { failureCount: number; lockedUntil: Date | null } {
  const count = failureCount + 1
  if (count < FAILURES_ALLOWED) return { failureCount: count, lockedUntil: null }
  return { failureCount: 0, lockedUntil: new Date(now.getTime() + LOCK_MINUTES * 60_000) }
}

/**
 * The last moment, in minutes from now, that may have been noted as present: servers differ by a little. What lies
 * further ahead was noted by a clock that ran ahead and was set back, and binds nobody.
 */
const CLOCKS_DIFFER_MINUTES = 5
export const latestPresent = (now: Date): Date => new Date(now.getTime() + CLOCKS_DIFFER_MINUTES * 60_000)

/** The last moment until which an account can be locked now. */
export const latestLock = (now: Date): Date => new Date(latestPresent(now).getTime() + LOCK_MINUTES * 60_000)

/** Whole minutes until a lock ends; 0 when there is none. One that lies further ahead than a lock lasts does not hold. */
export const minutesLocked = (lockedUntil: Date | null, now: Date): number =>
  lockedUntil && lockedUntil <= latestLock(now)
    ? Math.max(0, Math.ceil((lockedUntil.getTime() - now.getTime()) / 60_000))
    : 0

/** Failures from one address, over all names, before it must wait: an office of sixty shares one address. */
export const ADDRESS_FAILURES_ALLOWED = 50
/** Within so many minutes those failures are counted. */
export const ADDRESS_WINDOW_MINUTES = 10
