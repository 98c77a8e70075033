import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import { yearOf, type Day } from '#domain/calendar/calendar.ts'
import type { PeriodKind } from '#domain/plan/plan.contract.ts'
import type { Db } from '../db/db.ts'

/** A reporting period with the plan year it belongs to, as stored. */
export type StoredPeriod = {
  id: string
  planId: string
  year: number
  kind: PeriodKind
  number: number
  startsOn: Day
  endsOn: Day
  opensOn: Day
  closesOn: Day
}

/** The columns of {@link StoredPeriod} for a period `p` of a plan `l`. */
export const periodColumns = sql`
  p.id, p.plan_id, l.year, p.kind, p.number, p.starts_on, p.ends_on, p.opens_on, p.closes_on`

/** The plan that is meant where none is named: that of the office's current year, else the latest. */
export async function findCurrentPlanId(db: Db, actor: Actor, today: Day): Promise<string | null> {
  const plan = await db
    .selectFrom('plan')
    .select('id')
    .where('organizationId', '=', actor.organizationId)
    .orderBy(sql`year = ${yearOf(today)}`, 'desc')
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirst()
  return plan?.id ?? null
}

/** The periods of a plan's report rule, in order. */
export async function findPeriods(db: Db, actor: Actor, planId: string): Promise<StoredPeriod[]> {
  const { rows } = await sql<StoredPeriod>`
    select ${periodColumns} from period p
    join plan l on l.organization_id = p.organization_id and l.id = p.plan_id
    where p.organization_id = ${actor.organizationId} and p.plan_id = ${planId} and p.kind = l.report_every
    order by p.number`.execute(db)
  return rows
}
