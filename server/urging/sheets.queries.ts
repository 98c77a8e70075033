import { sql } from 'kysely'
import type { Day } from '#domain/calendar/calendar.ts'
import type { PeriodKind } from '#domain/plan/plan.contract.ts'
import { ACTIVE_STATES } from '#domain/tasks/task.ts'
import type { Db } from '../db/db.ts'

/** A unit's sheet that nobody has signed. */
export type UnsignedSheet = {
  periodId: string
  unitId: string
  unit: string
  opensOn: Day
  closesOn: Day
  kind: PeriodKind
  number: number
  year: number
}

/** The unsigned sheets of units with tasks to report, in windows that have opened and not closed before a day. */
export async function loadUnsignedSheets(
  db: Db,
  organizationId: string,
  { opened, notClosedBefore }: { opened: Day; notClosedBefore: Day },
): Promise<UnsignedSheet[]> {
  const { rows } = await sql<UnsignedSheet>`
    select p.id as period_id, u.id as unit_id, u.short_name as unit, p.opens_on, p.closes_on, p.kind, p.number, l.year
    from period p
    join plan l on l.organization_id = p.organization_id and l.id = p.plan_id and l.state <> 'closed'
    join unit u on u.organization_id = p.organization_id
    where p.organization_id = ${organizationId} and p.kind = l.report_every and p.opens_on <= ${opened}
      and p.closes_on >= ${notClosedBefore}
      and exists (select from task t where t.organization_id = p.organization_id and t.plan_id = p.plan_id
        and t.lead_unit_id = u.id and t.state = any(${[...ACTIVE_STATES]}::text[]) and t.starts_on <= p.ends_on)
      and not exists (select from report_sheet s where s.organization_id = p.organization_id and s.period_id = p.id
        and s.unit_id = u.id and s.signed_at is not null)
    order by p.closes_on, u.position`.execute(db)
  return rows
}
