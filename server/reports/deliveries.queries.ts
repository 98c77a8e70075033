import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { DeliveryValues } from '#domain/reports/deliveries.contract.ts'
import { OWED_STATES, SUPPORTED_STATES, type SupportState } from '#domain/tasks/support.ts'
import type { Db, Tx } from '../db/db.ts'
import { seenIn } from './sheet.queries.ts'

type Name = { id: string; name: string }
type Place = { periodId: string; unitId: string }

/** A deliverable as a row of a sheet, as it is stored. */
export type StoredDelivery = {
  taskId: string
  code: string
  title: string
  leadUnit: Name | null
  deliverable: string
  dueOn: Day | null
  state: SupportState
  returnedNote: string | null
  /** What this sheet holds; null while nothing is written. */
  written: (DeliveryValues & { version: number; savedAt: string; savedBy: Name; deliveredOn: Day | null }) | null
  /** What an empty row begins with. */
  prefill: DeliveryValues | null
}

/** What the unit owes by the closing of the window, and what this sheet delivered; by date. One task's with `taskId`. */
export async function findStoredDeliveries(
  db: Db,
  actor: Actor,
  { periodId, unitId, taskId }: Place & { taskId?: string },
): Promise<StoredDelivery[]> {
  const dueOn = sql`coalesce(s.due_on, t.current_due_on)`
  const { rows } = await sql<StoredDelivery>`
    select s.task_id, t.code, t.title, s.deliverable, ${dueOn} as due_on, s.state,
      (select json_build_object('id', l.id, 'name', l.short_name) from unit l
        where l.organization_id = t.organization_id and l.id = t.lead_unit_id) as lead_unit,
      case when s.state = 'returned' then s.decision_note end as returned_note,
      case when d.version is not null then json_build_object('what', d.what, 'evidence', d.evidence,
        'version', d.version, 'savedAt', d.saved_at, 'deliveredOn', d.delivered_on, 'savedBy',
        (select json_build_object('id', n.id, 'name', n.name) from person n
          where n.organization_id = d.organization_id and n.id = d.saved_by)) end as written,
      coalesce(
        (select json_build_object('what', x.what, 'evidence', x.evidence) from sheet_delivery x
          join period q on q.organization_id = x.organization_id and q.id = x.period_id and q.ends_on < p.ends_on
          where x.organization_id = s.organization_id and x.task_id = s.task_id and x.unit_id = s.unit_id
            and x.delivered_on is null and x.what <> '' order by q.ends_on desc limit 1),
        case when s.delivery <> '' then json_build_object('what', s.delivery, 'evidence', s.evidence) end) as prefill
    from period p
    join task t on t.organization_id = p.organization_id and t.plan_id = p.plan_id
    join task_support s on s.organization_id = t.organization_id and s.task_id = t.id and s.unit_id = ${unitId}
    left join sheet_delivery d on d.organization_id = p.organization_id and d.period_id = p.id
      and d.unit_id = s.unit_id and d.task_id = s.task_id
    where p.organization_id = ${actor.organizationId} and p.id = ${periodId}
      and not s.retired and s.unit_id is distinct from t.lead_unit_id
      and (d.delivered_on is not null or (s.state = any(${[...OWED_STATES]}::text[])
        and t.state = any(${[...SUPPORTED_STATES]}::text[]) and ${dueOn} <= p.closes_on))
      and ${seenIn(actor, unitId)} and ${taskId === undefined ? sql`true` : sql`t.id = ${taskId}`}
    order by ${dueOn}, t.code`.execute(db)
  return rows
}

/** Writes a deliverable's row over the version given; null where somebody else was first. */
export async function saveDelivery(
  tx: Tx,
  actor: Actor,
  { periodId, unitId, taskId }: Place & { taskId: string },
  { values: { what, evidence }, version, at }: { values: DeliveryValues; version: number; at: Date },
): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    insert into sheet_delivery as d (organization_id, period_id, unit_id, task_id, what, evidence, version, saved_at, saved_by)
    values (${actor.organizationId}, ${periodId}, ${unitId}, ${taskId}, ${what}, ${evidence}, ${version + 1}, ${at},
      ${actor.personId})
    on conflict (organization_id, period_id, unit_id, task_id) do update
      set what = excluded.what, evidence = excluded.evidence, version = excluded.version, saved_at = excluded.saved_at,
        saved_by = excluded.saved_by, delivered_on = null
      where d.version = ${version}
    returning version`.execute(tx)
  return rows[0]?.version ?? null
}

/** Puts rows of a sheet down as delivered by its signature. */
export async function markDelivered(
  tx: Tx,
  actor: Actor,
  { periodId, unitId }: Place,
  taskIds: readonly string[],
  on: Day,
): Promise<void> {
  await tx
    .updateTable('sheetDelivery')
    .set({ deliveredOn: on })
    .where('organizationId', '=', actor.organizationId)
    .where('periodId', '=', periodId)
    .where('unitId', '=', unitId)
    .where('taskId', 'in', [...taskIds])
    .execute()
}
