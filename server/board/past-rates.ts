import { hasRole, type Actor } from '#domain/access/actor.ts'
import { addDays } from '#domain/calendar/calendar.ts'
import type { Rates } from '#domain/rates/rates.ts'
import type { Sight } from './standing-tasks.ts'

const KEPT_AT_MOST = 100

/**
 * Keeps the rates of past days for the office and the principal leader: what was known at a day's end does not change,
 * and neither does what these two may see of it. For others a task that is restricted now is gone from its past too,
 * so theirs are worked out each time. A day is kept from the second day after it, when every change that began on it
 * has long ended.
 */
export function keepPastRates(): (sight: Sight, workOut: () => Promise<Rates>) => Promise<Rates> {
  const kept = new Map<string, Rates>()
  return async (sight, workOut) => {
    const whose = seesAllOfThePast(sight.actor)
    if (whose === null || addDays(sight.asOn, 1) >= sight.today) return workOut()
    const { actor, plan, asOn, timeZone } = sight
    const key = [whose, actor.organizationId, plan.id, plan.lightPreset, asOn, timeZone].join(' ')
    const rates = kept.get(key) ?? (await workOut())
    if (kept.size >= KEPT_AT_MOST) kept.clear()
    kept.set(key, rates)
    return rates
  }
}

const seesAllOfThePast = (actor: Actor): string | null =>
  hasRole(actor, 'supervisionOffice') ? 'office' : hasRole(actor, 'principalLeader') ? 'principal' : null
