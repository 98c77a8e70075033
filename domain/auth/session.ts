import { ADMIN_ROLES, hasAnyRole, type Actor } from '../access/actor.ts'

/** A session ends after half an hour without a request, an administrator's after a quarter (GB/T 22239-2019 8.1.4.1 b). */
export const IDLE_MINUTES = 30
const ADMIN_IDLE_MINUTES = 15
/** And after twelve hours in any case. */
export const SESSION_HOURS = 12

/** Minutes without a request after which this person's session ends. */
export const idleMinutesOf = (actor: Actor): number =>
  hasAnyRole(actor, ADMIN_ROLES) ? ADMIN_IDLE_MINUTES : IDLE_MINUTES
