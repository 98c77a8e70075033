import { addDays, type Day } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import { ALLOWED, refused, type Verdict } from '../verdict.ts'

/** A personal API token lives a year at most. */
const TOKEN_DAYS = 365
/** Tokens one person may have at a time. */
const TOKENS_ALLOWED = 50

/** The days a new token may expire on, both included: it works through the last one. */
export const tokenExpiryRange = (today: Day): { earliest: Day; latest: Day } => ({
  earliest: addDays(today, 1),
  latest: addDays(today, TOKEN_DAYS),
})

/** Refuses `token_expiry` outside the range, `too_many_tokens` when there are 50 already. */
export function canCreateToken(expiresOn: Day, today: Day, tokenCount: number): Verdict {
  const { earliest, latest } = tokenExpiryRange(today)
  if (expiresOn < earliest || expiresOn > latest) return refused(new Refusal('token_expiry', { earliest, latest }))
  if (tokenCount >= TOKENS_ALLOWED) return refused(new Refusal('too_many_tokens', { limit: TOKENS_ALLOWED }))
  return ALLOWED
}
