import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { PlanState, PeriodKind } from '#domain/plan/plan.contract.ts'
import type { PeriodRule, Period } from '#domain/reports/period.ts'
import { DONE_STATES } from '#domain/tasks/task.ts'
import type { Db, Tx } from '../db/db.ts'

const planColumns = ['id', 'year', 'state', 'reportEvery', 'opensOnLastWorkday', 'closesAfterWorkdays'] as const

type PlanRow = {
  id: string
  year: number
  state: PlanState
  reportEvery: PeriodKind
  opensOnLastWorkday: number
  closesAfterWorkdays: number
}
export type PillarRow = {
  id: string
  planId: string
  name: string
  mark: string
  position: number
  retiredAt: Date | null
}
type PeriodRow = {
  id: string
  planId: string
  kind: PeriodKind
  number: number
  startsOn: string
  endsOn: string
  opensOn: string
  closesOn: string
}
/** A plan year with everything that belongs to it, as stored. */
export type StoredPlan = PlanRow & { pillars: PillarRow[]; periods: PeriodRow[] }

/** All plan years of the actor's organization, the latest first. */
export async function findPlans(db: Db, actor: Actor): Promise<StoredPlan[]> {
  const { organizationId } = actor
  const [plans, pillars, periods] = await Promise.all([
    db
      .selectFrom('plan')
      .select(planColumns)
      .where('organizationId', '=', organizationId)
      .orderBy('year', 'desc')
      .execute(),
    db
      .selectFrom('pillar')
      .select(['id', 'planId', 'name', 'mark', 'position', 'retiredAt'])
      .where('organizationId', '=', organizationId)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('period')
      .select(['id', 'planId', 'kind', 'number', 'startsOn', 'endsOn', 'opensOn', 'closesOn'])
      .where('organizationId', '=', organizationId)
      .orderBy('number')
      .execute(),
  ])
  return plans.map((plan) => ({
    ...plan,
    pillars: pillars.filter(({ planId }) => planId === plan.id),
    periods: periods.filter(({ planId, kind }) => planId === plan.id && kind === plan.reportEvery),
  }))
}

/** Locks the plan year against other changes of it; undefined where there is none. */
export async function lockPlan(tx: Tx, actor: Actor, planId: string): Promise<PlanRow | undefined> {
  return tx
    .selectFrom('plan')
    .select(planColumns)
    .where('organizationId', '=', actor.organizationId)
    .where('id', '=', planId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** Adds a plan year; gives its id, null where the year has one already. */
export async function addPlan(tx: Tx, organizationId: string, year: number, rule: PeriodRule, at: Date) {
  const added = await tx
    .insertInto('plan')
    .values({ organizationId, year, ...ruleColumns(rule), createdAt: at })
    .onConflict((conflict) => conflict.columns(['organizationId', 'year']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id ?? null
}

const ruleColumns = ({ every, opensOnLastWorkday, closesAfterWorkdays }: PeriodRule) => ({
  reportEvery: every,
  opensOnLastWorkday,
  closesAfterWorkdays,
})

export async function savePlan(
  tx: Tx,
  organizationId: string,
  planId: string,
  set: { rule?: PeriodRule; state?: PlanRow['state'] },
): Promise<void> {
  const columns = {
    ...(set.rule && ruleColumns(set.rule)),
    ...(set.state && { state: set.state }),
  }
  if (Object.keys(columns).length === 0) return
  await tx
    .updateTable('plan')
    .set(columns)
    .where('organizationId', '=', organizationId)
    .where('id', '=', planId)
    .execute()
}

/** Writes a plan's periods for its rule; windows follow the calendar, ids and reports stay. */
export async function savePeriods(
  tx: Tx,
  organizationId: string,
  planId: string,
  periods: readonly Period[],
): Promise<void> {
  await tx
    .insertInto('period')
    .values(
      periods.map(({ every, number, startsOn, endsOn, opensOn, closesOn }) => ({
        organizationId,
        planId,
        kind: every,
        number,
        startsOn,
        endsOn,
        opensOn,
        closesOn,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organizationId', 'planId', 'kind', 'number']).doUpdateSet((set) => ({
        opensOn: set.ref('excluded.opensOn'),
        closesOn: set.ref('excluded.closesOn'),
      })),
    )
    .execute()
}

/** Pillars of one plan, locked, in their order. */
export async function lockPillars(tx: Tx, actor: Actor, planId: string): Promise<PillarRow[]> {
  return tx
    .selectFrom('pillar')
    .select(['id', 'planId', 'name', 'mark', 'position', 'retiredAt'])
    .where('organizationId', '=', actor.organizationId)
    .where('planId', '=', planId)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

export async function addPillars(
  tx: Tx,
  organizationId: string,
  planId: string,
  pillars: readonly { name: string; mark: string; position: number }[],
): Promise<void> {
  if (pillars.length === 0) return
  await tx
    .insertInto('pillar')
    .values(pillars.map((pillar) => ({ organizationId, planId, ...pillar })))
    .execute()
}

export async function savePillar(
  tx: Tx,
  organizationId: string,
  id: string,
  set: { name?: string; mark?: string; position?: number; retiredAt?: Date | null },
): Promise<void> {
  await tx.updateTable('pillar').set(set).where('organizationId', '=', organizationId).where('id', '=', id).execute()
}

/** How many unfinished tasks each of the pillars has; pillars without any are missing. */
export async function countUnfinished(tx: Tx, actor: Actor, pillarIds: readonly string[]) {
  return tx
    .selectFrom('task')
    .select(['pillarId', sql<number>`count(*)`.as('count')])
    .where('organizationId', '=', actor.organizationId)
    .where('pillarId', 'in', [...pillarIds])
    .where('state', 'not in', [...DONE_STATES, 'cancelled'])
    .groupBy('pillarId')
    .execute()
}
