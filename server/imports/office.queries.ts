import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { ComparedTask } from '#domain/imports/difference.ts'
import type { Office, OfficePerson } from '#domain/imports/office.ts'
import type { PlanState } from '#domain/plan/plan.contract.ts'
import type { Db, Tx } from '../db/db.ts'
import { listAllPortfolios } from '../org/portfolio.queries.ts'
import { visibleTasks } from '../tasks/visible.queries.ts'

export type ImportPlan = { id: string; year: number; state: PlanState }

/** A plan by id; without one, that of the year, else the latest that is not closed. */
export async function findImportPlan(
  db: Db,
  actor: Actor,
  asked: { planId?: string | undefined; year: number },
): Promise<ImportPlan | undefined> {
  const plans = db.selectFrom('plan').select(['id', 'year', 'state']).where('organizationId', '=', actor.organizationId)
  if (asked.planId !== undefined) return plans.where('id', '=', asked.planId).executeTakeFirst()
  return plans
    .orderBy(sql`year = ${asked.year} desc`)
    .orderBy(sql`state = 'closed'`)
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Everything a review holds names against: living units and people, the plan's pillars, the order of duties. */
export async function findOffice(db: Db, actor: Actor, plan: { id: string; year: number }): Promise<Office> {
  const { organizationId } = actor
  const { rows } = await sql<Omit<Office, 'planYear' | 'portfolios'>>`select
    (select name from organization where id = ${organizationId}) as place,
    coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name,
        'aliases', u.aliases, 'kind', u.kind) order by u.position, u.id)
      from unit u where u.organization_id = ${organizationId} and u.retired_at is null), '[]') as units,
    coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'mark', g.mark) order by g.position, g.id)
      from pillar g where g.organization_id = ${organizationId} and g.plan_id = ${plan.id} and g.retired_at is null),
      '[]') as pillars,
    coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'posts', ${postsOf}) order by p.position, p.id)
      from person p where p.organization_id = ${organizationId} and p.disabled_at is null), '[]') as people`.execute(db)
  const [office] = rows
  if (!office) throw new Error('the organization is gone')
  return { ...office, portfolios: await listAllPortfolios(db, actor), planYear: plan.year }
}

const postsOf = sql<OfficePerson['posts']>`(
  select coalesce(json_agg(json_build_object('role', t.role, 'unitId', t.unit_id)), '[]') from post t
  where t.organization_id = p.organization_id and t.person_id = p.id and t.ended_at is null)`

/** Tasks that a new row could repeat, by title: the plan's, and those of the year before that are not done. */
export async function findPlanTasks(db: Db, actor: Actor, plan: { id: string; year: number }) {
  return visibleTasks(db, actor)
    .innerJoin('plan as y', (join) =>
      join.onRef('y.organizationId', '=', 't.organizationId').onRef('y.id', '=', 't.planId'),
    )
    .select(['t.id', 't.code', 't.title', 'y.year'])
    .where('t.state', '<>', 'cancelled')
    .where((is) =>
      is.or([
        is('t.planId', '=', plan.id),
        is.and([is('y.year', '=', plan.year - 1), is('t.state', 'not in', ['completed', 'closedOut'])]),
      ]),
    )
    .orderBy('t.id')
    .execute()
}

/** Tasks by id or, within a plan, by code, as a ledger's rows are held against them. */
export async function findComparedTasks(
  db: Db,
  actor: Actor,
  asked: { ids: readonly string[] } | { planId: string; codes: readonly string[] },
): Promise<ComparedTask[]> {
  const wanted = 'ids' in asked ? asked.ids : asked.codes
  if (wanted.length === 0) return []
  const tasks = visibleTasks(db, actor)
    .innerJoin('plan as l', (join) =>
      join.onRef('l.organizationId', '=', 't.organizationId').onRef('l.id', '=', 't.planId'),
    )
    .select(['t.id', 't.code', 't.title', 't.version', 't.state', 't.pillarId', 't.kind', 't.leadUnitId', 't.leaderId'])
    .select(['t.assigneeId', 't.currentDueOn as dueOn', 't.targetValue', 't.targetUnit', 't.evidence'])
    .select(['l.year as planYear', 'l.state as planState', supportsOf.as('supports')])
  const rows = await (
    'ids' in asked
      ? tasks.where('t.id', '=', sql<string>`any(${[...asked.ids]}::uuid[])`)
      : tasks.where('t.planId', '=', asked.planId).where('t.code', '=', sql<string>`any(${[...asked.codes]}::text[])`)
  ).execute()
  return rows.map(({ planYear, planState, targetValue, targetUnit, ...task }) => ({
    ...task,
    plan: { year: planYear, state: planState },
    target: targetValue === null ? null : { value: targetValue, measure: targetUnit ?? '' },
  }))
}

const supportsOf = sql<ComparedTask['supports']>`coalesce((
  select json_agg(json_build_object('unitId', s.unit_id, 'deliverable', s.deliverable, 'dueOn', s.due_on) order by s.unit_id)
  from task_support s where s.organization_id = t.organization_id and s.task_id = t.id and not s.retired), '[]')`

/** Locks tasks in the order of their ids and says where they are now. */
export async function lockTaskStates(tx: Tx, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return []
  return visibleTasks(tx, actor)
    .select(['t.id', 't.code', 't.state', 't.version'])
    .where('t.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('t.id')
    .forNoKeyUpdate('t')
    .execute()
}
