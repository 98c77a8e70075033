import { sql } from 'kysely'
import { type Actor, unitIdsOf } from '#domain/access/actor.ts'
import type { FormerTask } from '#domain/tasks/former.contract.ts'
import { asOf } from '../db/asof.ts'
import type { Db } from '../db/db.ts'
import { formerLeadsOf, reportsOf, type StoredReport } from './page.queries.ts'
import { isOneOf } from './visible.queries.ts'

/** When a unit of the actor's last gave the task up; undefined where none led it, and while it is restricted. */
async function findGivenUp(db: Db, actor: Actor, taskId: string): Promise<Date | undefined> {
  const given = await db
    .selectFrom('taskTransfer as r')
    .innerJoin('task as t', (join) =>
      join.onRef('t.organizationId', '=', 'r.organizationId').onRef('t.id', '=', 'r.taskId'),
    )
    .select('r.transferredAt')
    .where('r.organizationId', '=', actor.organizationId)
    .where('r.taskId', '=', taskId)
    .where('t.restricted', '=', false)
    .where(isOneOf(sql.ref('r.fromUnitId'), unitIdsOf(actor)))
    .orderBy('r.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return given?.transferredAt
}

export type StoredFormer = Omit<FormerTask, 'reports'> & { reports: StoredReport[] }

/** The task as a unit of the actor's left it; undefined where none led it, and while it is restricted. */
export async function findFormerTask(db: Db, actor: Actor, taskId: string): Promise<StoredFormer | undefined> {
  const givenUpAt = await findGivenUp(db, actor, taskId)
  if (givenUpAt === undefined) return undefined
  const unitIds = unitIdsOf(actor)
  const { rows } = await sql<StoredFormer>`
    select t.id, t.code, t.title, t.kind, json_build_object('id', l.id, 'year', l.year) as plan,
      case when t.target_value is not null
        then json_build_object('value', t.target_value, 'measure', coalesce(t.target_unit, '')) end as target,
      ${formerLeadsOf(isOneOf(sql.ref('r.fromUnitId'), unitIds))} as former_leads,
      coalesce((select json_agg(json_build_object('id', m.id, 'title', m.title, 'weight', m.weight,
          'originalDueOn', m.original_due_on, 'currentDueOn', m.current_due_on, 'state', m.state, 'doneOn', m.done_on)
          order by m.position)
        from ${asOf('milestone', givenUpAt)} m
        where m.organization_id = t.organization_id and m.task_id = t.id and not m.retired), '[]') as milestones,
      ${reportsOf(isOneOf(sql.ref('e.unitId'), unitIds))} as reports
    from ${asOf('task', givenUpAt)} t join plan l on l.organization_id = t.organization_id and l.id = t.plan_id
    where t.organization_id = ${actor.organizationId} and t.id = ${taskId}`.execute(db)
  return rows[0]
}
