import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Db, Tx } from '../db/db.ts'

/** Every leader in charge with the units and pillars overseen, in official order. */
export async function listAllPortfolios(db: Db, actor: Actor) {
  const { rows } = await sql<{
    personId: string
    name: string
    searchKeys: string
    title: string
    unitIds: string[]
    pillarIds: string[]
  }>`
    select p.id as person_id, p.name, p.search_keys, coalesce(min(t.title), '') as title,
      coalesce((select array_agg(u.unit_id) from portfolio_unit u
        where u.organization_id = p.organization_id and u.person_id = p.id and u.ended_at is null), '{}') as unit_ids,
      coalesce((select array_agg(l.pillar_id) from portfolio_pillar l
        where l.organization_id = p.organization_id and l.person_id = p.id and l.ended_at is null), '{}') as pillar_ids
    from person p
    join post t on t.organization_id = p.organization_id and t.person_id = p.id and t.ended_at is null
      and t.role = 'leaderInCharge'
    where p.organization_id = ${actor.organizationId} and p.disabled_at is null
    group by p.organization_id, p.id, p.name, p.search_keys, p.position
    order by p.position, p.id`.execute(db)
  return rows
}

export type Portfolio = { unitIds: readonly string[]; pillarIds: readonly string[] }

/** Replaces what a leader oversees; what is no longer overseen is ended, not deleted. */
export async function savePortfolio(tx: Tx, actor: Actor, personId: string, to: Portfolio, now: Date): Promise<void> {
  const mine = { organizationId: actor.organizationId, personId }
  await tx
    .updateTable('portfolioUnit')
    .set({ endedAt: now })
    .where('organizationId', '=', mine.organizationId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .$if(to.unitIds.length > 0, (query) => query.where('unitId', 'not in', [...to.unitIds]))
    .execute()
  await tx
    .updateTable('portfolioPillar')
    .set({ endedAt: now })
    .where('organizationId', '=', mine.organizationId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .$if(to.pillarIds.length > 0, (query) => query.where('pillarId', 'not in', [...to.pillarIds]))
    .execute()
  if (to.unitIds.length > 0)
    await tx
      .insertInto('portfolioUnit')
      .values(to.unitIds.map((unitId) => ({ ...mine, unitId })))
      .onConflict((conflict) =>
        conflict.columns(['organizationId', 'personId', 'unitId']).doUpdateSet({ endedAt: null }),
      )
      .execute()
  if (to.pillarIds.length > 0)
    await tx
      .insertInto('portfolioPillar')
      .values(to.pillarIds.map((pillarId) => ({ ...mine, pillarId })))
      .onConflict((conflict) =>
        conflict.columns(['organizationId', 'personId', 'pillarId']).doUpdateSet({ endedAt: null }),
      )
      .execute()
}

/** The pillars among these ids that are the organization's and not retired. */
export async function findPillarIds(db: Db, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('pillar')
    .select('id')
    .where('organizationId', '=', actor.organizationId)
    .where('id', 'in', [...ids])
    .where('retiredAt', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.id))
}
