import { seesWholeBoard, unitIdsOf, type Actor } from '#domain/access/actor.ts'
import { instantText } from '#domain/calendar/instants.ts'
import { Refusal } from '#domain/refusal.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { Db } from '../db/db.ts'
import type { Asking } from '../http/context.ts'
import { findRowToSave, type RowToSave } from './row.queries.ts'
import { findStoredSheet, type StoredSheet } from './sheet.queries.ts'
import type { Office } from './view.ts'

export type Place = { periodId: string; unitId: string }

/** The office's day and working calendar, which every state of a sheet is worked out with. */
export const officeOf = async (db: Db, { actor, today, timeZone }: Asking): Promise<Office> => ({
  today,
  timeZone,
  calendar: await loadCalendar(db, actor.organizationId, null),
})

/** The office and the leaders see every sheet; the people of a unit see their own. */
const seesSheet = (actor: Actor, unitId: string): boolean => seesWholeBoard(actor) || unitIdsOf(actor).includes(unitId)

/** A sheet the actor may see. Refuses not_found: another unit's sheet and none are the same answer. */
export async function readStoredSheet(db: Db, actor: Actor, place: Place): Promise<StoredSheet> {
  const sheet = seesSheet(actor, place.unitId) ? await findStoredSheet(db, actor, place) : undefined
  if (!sheet) throw new Refusal('not_found')
  return sheet
}

/** A row of a sheet the actor may see. Refuses not_found, as {@link readStoredSheet}. */
export async function readRowToSave(db: Db, actor: Actor, place: Place & { taskId: string }): Promise<RowToSave> {
  const row = seesSheet(actor, place.unitId) ? await findRowToSave(db, actor, place) : undefined
  if (!row) throw new Refusal('not_found')
  return row
}

/** Somebody else was first: says who and when, in the office's time. */
export const changedMeanwhile = (by: string, at: Date, timeZone: string): Refusal =>
  new Refusal('changed_meanwhile', {
    by,
    at: instantText(at, timeZone),
  })
