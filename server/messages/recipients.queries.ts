import { sql } from 'kysely'
import type { PeriodKind } from '#domain/plan/plan.contract.ts'
import type { Belonging, HeldPost } from '#domain/messages/recipients.ts'
import type { Db } from '../db/db.ts'
import { signerOf } from '../db/directiveOf.ts'

/** The posts of these units, the office's and the principal leaders', as they are held now, in the order of people. */
export async function loadPosts(db: Db, organizationId: string, unitIds: readonly string[]): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    select o.person_id, o.role, o.unit_id
    from post o
    join person n on n.organization_id = o.organization_id and n.id = o.person_id and n.disabled_at is null
    where o.organization_id = ${organizationId} and o.ended_at is null
      and (o.unit_id = any(${[...unitIds]}::uuid[]) or o.role in ('principalLeader', 'supervisionOffice'))
    order by n.position, n.id`.execute(db)
  return rows
}

/** A task as a message speaks of it, and whose it is. */
export type TaskToTell = Belonging & {
  signerId: string | null
  id: string
  code: string
  title: string
  unit: string | null
  assignee: string | null
}

/** Tasks with those they belong to, for the system's own messages. */
export async function loadTasksToTell(db: Db, organizationId: string, taskIds: readonly string[]) {
  const { rows } = await sql<TaskToTell>`
    select t.id, t.code, t.title, t.lead_unit_id as unit_id, t.leader_id, t.assignee_id, ${signerOf} as signer_id, u.short_name as unit,
      a.name as assignee
    from task t
    left join unit u on u.organization_id = t.organization_id and u.id = t.lead_unit_id
    left join person a on a.organization_id = t.organization_id and a.id = t.assignee_id
    where t.organization_id = ${organizationId} and t.id = any(${[...taskIds]}::uuid[])`.execute(db)
  return rows
}

/** A unit's sheet of a period as a message speaks of it. */
export type SheetToTell = {
  periodId: string
  unitId: string
  unit: string
  year: number
  kind: PeriodKind
  number: number
  closesOn: string
}

/** Sheets by their periods and units, for the system's own messages. */
export async function loadSheetsToTell(
  db: Db,
  organizationId: string,
  places: readonly { periodId: string; unitId: string }[],
) {
  const { rows } = await sql<SheetToTell>`
    select p.id as period_id, u.id as unit_id, u.short_name as unit, l.year, p.kind, p.number, p.closes_on
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as r ("periodId" uuid, "unitId" uuid)
    join period p on p.organization_id = ${organizationId} and p.id = r."periodId"
    join plan l on l.organization_id = p.organization_id and l.id = p.plan_id
    join unit u on u.organization_id = p.organization_id and u.id = r."unitId"`.execute(db)
  return rows
}

/** The short names of units by id, for the system's own messages. */
export async function loadUnitNames(
  db: Db,
  organizationId: string,
  unitIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'shortName'])
    .where('organizationId', '=', organizationId)
    .where('id', '=', sql<string>`any(${[...unitIds]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, shortName }) => [id, shortName]))
}
