const MINUTE_MS = 60_000

/** How long after each attempt that failed the next one comes; after the last there is none. */
const PAUSES_MS = [1, 5, 15, 60, 240, 720].map((minutes) => minutes * MINUTE_MS)

/** An attempt that has said nothing for so long broke off with its server. */
export const ATTEMPT_MS = 2 * MINUTE_MS

/** Why something did not arrive. */
export const FAILURES = [
  'notConfigured',
  'switchedOff',
  'addressRefused',
  'unreachable',
  'timedOut',
  'rejected',
  'brokenOff',
] as const
export type Failure = (typeof FAILURES)[number]

/** No address gets better by waiting. */
const LASTING: readonly Failure[] = ['switchedOff', 'addressRefused']

/** When it is tried again after so many attempts; null when it is given up. */
export function nextTry(attempts: number, failure: Failure, now: Date): Date | null {
  const pause = PAUSES_MS[attempts - 1]
  return pause === undefined || LASTING.includes(failure) ? null : new Date(now.getTime() + pause)
}
