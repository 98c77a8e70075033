import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { UnitKind } from '#domain/org/unit.ts'
import { DONE_STATES } from '#domain/tasks/task.ts'
import type { Db, Tx } from '../db/db.ts'
import { unitKeys } from './pinyin.ts'

export type UnitFacts = { name: string; shortName: string; aliases: string[]; kind: UnitKind; group: string }

const units = (db: Db, actor: Actor) =>
  db
    .selectFrom('unit')
    .select(['id', 'name', 'shortName', 'aliases', 'kind', 'groupName as group', 'position', 'searchKeys'])
    .select(sql<boolean>`retired_at is not null`.as('retired'))
    .where('organizationId', '=', actor.organizationId)

/** Units in their official order; retired ones last, when asked for. */
export const listAllUnits = (db: Db, actor: Actor, retired: 'with' | 'without') =>
  units(db, actor)
    .$if(retired === 'without', (query) => query.where('retiredAt', 'is', null))
    .orderBy(sql`retired_at is not null`)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** Locks the units that are not retired, in their official order, so that two moves at once do not mix. */
export const lockUnits = (tx: Tx, actor: Actor) =>
  units(tx, actor).where('retiredAt', 'is', null).orderBy('position').orderBy('id').forNoKeyUpdate().execute()

/** A unit, retired or not, held until the transaction ends; undefined where the organization has none such. */
export const lockUnit = (tx: Tx, actor: Actor, id: string) =>
  units(tx, actor).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** Adds units at the end of the official order, in the order given. Gives their ids in the same order. */
export async function saveNewUnits(tx: Tx, actor: Actor, added: readonly UnitFacts[]): Promise<string[]> {
  if (added.length === 0) return []
  const { last } = await tx
    .selectFrom('unit')
    .select((select) => select.fn.coalesce(select.fn.max('position'), sql<number>`0`).as('last'))
    .where('organizationId', '=', actor.organizationId)
    .executeTakeFirstOrThrow()
  const values = added.map(async ({ group, ...facts }, index) => ({
    organizationId: actor.organizationId,
    ...facts,
    groupName: group,
    position: last + index + 1,
    searchKeys: await unitKeys(facts),
  }))
  const rows = await tx
    .insertInto('unit')
    .values(await Promise.all(values))
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Writes a unit’s facts with the words it is searched by. */
export async function saveUnit(tx: Tx, actor: Actor, id: string, { group, ...facts }: UnitFacts): Promise<void> {
  await tx
    .updateTable('unit')
    .set({ ...facts, groupName: group, searchKeys: await unitKeys(facts) })
    .where('organizationId', '=', actor.organizationId)
    .where('id', '=', id)
    .execute()
}

/** Numbers the units from 1 in the order of these ids. */
export async function saveUnitOrder(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  await sql`
    update unit set position = o.position
    from unnest(${[...ids]}::uuid[]) with ordinality as o (id, position)
    where unit.organization_id = ${actor.organizationId} and unit.id = o.id and unit.position <> o.position`.execute(tx)
}

/** Retires a unit at an instant, or takes it back with null. */
export async function saveUnitRetirement(tx: Tx, actor: Actor, id: string, retiredAt: Date | null): Promise<void> {
  await tx
    .updateTable('unit')
    .set({ retiredAt })
    .where('organizationId', '=', actor.organizationId)
    .where('id', '=', id)
    .execute()
}

/** How many tasks that are neither done nor cancelled a unit leads. */
export async function countOpenTasksLedBy(tx: Tx, actor: Actor, unitId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('task')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('organizationId', '=', actor.organizationId)
    .where('leadUnitId', '=', unitId)
    .where('state', 'not in', [...DONE_STATES, 'cancelled'])
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The units among these ids that are the organization's and not retired. */
export async function findUnitIds(db: Db, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('unit')
    .select('id')
    .where('organizationId', '=', actor.organizationId)
    .where('id', 'in', [...ids])
    .where('retiredAt', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Units whose keys hold what was typed (searchable form), those that begin with it first. */
export const searchUnits = (db: Db, actor: Actor, find: string, limit: number) =>
  db
    .selectFrom('unit')
    .select(['id', 'name', 'shortName'])
    .where('organizationId', '=', actor.organizationId)
    .where('retiredAt', 'is', null)
    .where('searchKeys', 'like', `%${escaped(find)}%`)
    .orderBy(sql`(' ' || search_keys) not like ${`% ${escaped(find)}%`}`)
    .orderBy('position')
    .limit(limit)
    .execute()

const escaped = (find: string): string => find.replace(/[\\%_]/g, '\\$&')
