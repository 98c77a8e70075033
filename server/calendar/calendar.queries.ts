import { sql } from 'kysely'
import { type Day, type DayException, type WorkingCalendar, workingCalendar } from '#domain/calendar/calendar.ts'
import type { Actor } from '#domain/access/actor.ts'
import { asOf } from '../db/asof.ts'
import type { Db, Tx } from '../db/db.ts'

/** The office's working calendar: Monday to Friday except for its calendar days, as known at `moment` (null: now). */
export async function loadCalendar(db: Db, organizationId: string, moment: Date | null): Promise<WorkingCalendar> {
  const { rows } = await sql<DayException>`
    select day_on as "on", workday, name from ${asOf('calendarDay', moment)} c
    where c.organization_id = ${organizationId}`.execute(db)
  return workingCalendar(rows)
}

/** The organization's own calendar days in a range, both ends included. */
export async function listDays(db: Db, actor: Actor, range: { startsOn: Day; endsOn: Day }): Promise<DayException[]> {
  return db
    .selectFrom('calendarDay')
    .select(['dayOn as on', 'workday', 'name'])
    .where('organizationId', '=', actor.organizationId)
    .where('dayOn', '>=', range.startsOn)
    .where('dayOn', '<=', range.endsOn)
    .orderBy('dayOn')
    .execute()
}

/** How many days an organization has stated in a range, for the system's own warning. */
export async function loadDayCount(
  db: Db,
  organizationId: string,
  range: { startsOn: Day; endsOn: Day },
): Promise<number> {
  const { count } = await db
    .selectFrom('calendarDay')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organizationId', '=', organizationId)
    .where('dayOn', '>=', range.startsOn)
    .where('dayOn', '<=', range.endsOn)
    .executeTakeFirstOrThrow()
  return count
}

/** Adds days that are not there yet; what the office has set itself stays. */
export async function addDaysOnce(
  tx: Tx,
  organizationId: string,
  days: readonly DayException[],
  since: Date,
): Promise<void> {
  if (days.length === 0) return
  await tx
    .insertInto('calendarDay')
    .values(days.map(({ on, workday, name }) => ({ organizationId, dayOn: on, workday, name, since })))
    .onConflict((conflict) => conflict.columns(['organizationId', 'dayOn']).doNothing())
    .execute()
}

/** Gives one day's former statement, null where there was none, and sets the new one. */
export async function saveDay(
  tx: Tx,
  organizationId: string,
  { on, workday, name }: DayException,
  since: Date,
): Promise<{ workday: boolean; name: string } | null> {
  const former = await tx
    .selectFrom('calendarDay')
    .select(['workday', 'name'])
    .where('organizationId', '=', organizationId)
    .where('dayOn', '=', on)
    .forUpdate()
    .executeTakeFirst()
  await tx
    .insertInto('calendarDay')
    .values({ organizationId, dayOn: on, workday, name, since })
    .onConflict((conflict) => conflict.columns(['organizationId', 'dayOn']).doUpdateSet({ workday, name, since }))
    .execute()
  return former ?? null
}

/** Every standing rests on the calendar: the next one who reads has them worked out again. */
export async function forgetStandings(tx: Tx, organizationId: string): Promise<void> {
  await tx.updateTable('organization').set({ standingOn: null }).where('id', '=', organizationId).execute()
}
