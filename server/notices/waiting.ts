import { type Actor, hasRole, unitIdsOf } from '#domain/access/actor.ts'
import type { Db } from '../db/db.ts'
import { findNotices, type StoredNotice } from './reading.queries.ts'

/** The most that one person's day shows of notices; their page shows the rest. */
const MOST = 50

/** Notices whose next step may be the actor's: proposals for the office, issued ones for whom they were sent to. */
export async function findNoticesWaitingFor(db: Db, actor: Actor): Promise<StoredNotice[]> {
  const state = hasRole(actor, 'supervisionOffice') ? 'proposed' : 'issued'
  if (state === 'issued' && unitIdsOf(actor).length === 0) return []
  const { items } = await findNotices(db, actor, { state }, { limit: MOST })
  return items
}
