import { sql, type RawBuilder } from 'kysely'
import type { Actor, Role } from '#domain/access/actor.ts'
import type { PostView } from '#domain/org/org.contract.ts'
import { searchable } from '#domain/org/searchable.ts'
import { readCursor } from '#domain/paging.ts'
import type { Db, Tx } from '../db/db.ts'
import { personKeys } from './pinyin.ts'

/** The posts of the person row `p`, as the contracts show them. */
export const postsOfPerson = sql<PostView[]>`(
  select coalesce(json_agg(json_build_object('role', t.role, 'unitId', t.unit_id, 'unitName', u.short_name, 'title', t.title)
                           order by u.position nulls first, t.role), '[]')
  from post t left join unit u on u.organization_id = t.organization_id and u.id = t.unit_id
  where t.organization_id = p.organization_id and t.person_id = p.id and t.ended_at is null)`

/** Whether the person row `p` holds a role, in any unit. */
export const holdsRole = (role: Role | undefined): RawBuilder<boolean> => sql<boolean>`exists (
  select 1 from post t where t.organization_id = p.organization_id and t.person_id = p.id and t.ended_at is null
    and t.role = ${role})`

const holdsPostIn = (unitId: string | undefined): RawBuilder<boolean> => sql<boolean>`exists (
  select 1 from post t where t.organization_id = p.organization_id and t.person_id = p.id and t.ended_at is null
    and t.unit_id = ${unitId})`

/** Whether the person row `p` is found by name, pinyin or initials. */
export const matches = (find: string): RawBuilder<boolean> => sql<boolean>`p.search_keys like ${`%${escaped(find)}%`}`

const escaped = (find: string): string => searchable(find).replace(/[\\%_]/g, '\\$&')

export type PeopleFilter = {
  find?: string | undefined
  unitId?: string | undefined
  role?: Role | undefined
  after?: string | undefined
  limit: number
}

const people = (db: Db, actor: Actor) =>
  db
    .selectFrom('person as p')
    .select(['p.id', 'p.name', 'p.searchKeys', 'p.position', postsOfPerson.as('posts')])
    .where('p.organizationId', '=', actor.organizationId)
    .where('p.disabledAt', 'is', null)

/** People by official order, one more than a page: what everybody who is signed in may see of them. */
export async function listAllPeople(db: Db, actor: Actor, filter: PeopleFilter) {
  const [position, id] = (filter.after && readCursor(filter.after, 2)) || []
  return people(db, actor)
    .$if(filter.find !== undefined, (query) => query.where(matches(filter.find ?? '')))
    .$if(filter.unitId !== undefined, (query) => query.where(holdsPostIn(filter.unitId)))
    .$if(filter.role !== undefined, (query) => query.where(holdsRole(filter.role)))
    .$if(position !== undefined, (query) =>
      query.where(sql<boolean>`(p.position, p.id) > (${position}::int, ${id}::uuid)`),
    )
    .orderBy('p.position')
    .orderBy('p.id')
    .limit(filter.limit + 1)
    .execute()
}

/** Everybody of the organization with user name, telephone and posts: what an import is compared with. */
export const listWholePeople = (db: Db, actor: Actor) =>
  db
    .selectFrom('person as p')
    .select(['p.id', 'p.name', 'p.userName', 'p.phone', 'p.disabledAt', postsOfPerson.as('posts')])
    .where('p.organizationId', '=', actor.organizationId)
    .orderBy('p.position')
    .execute()

/** People whose keys hold what was typed, those that begin with it first. */
export const searchPeople = (db: Db, actor: Actor, find: string, limit: number) =>
  people(db, actor)
    .where(matches(find))
    .orderBy(sql`(' ' || p.search_keys) not like ${`% ${escaped(find)}%`}`)
    .orderBy('p.position')
    .limit(limit)
    .execute()

/** Somebody of the organization, locked for a change. */
export const lockPerson = (tx: Tx, actor: Actor, id: string) =>
  tx
    .selectFrom('person')
    .select(['id', 'name', 'userName', 'phone', 'disabledAt'])
    .where('organizationId', '=', actor.organizationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()

export type PersonFacts = { name: string; userName: string; phone: string | null }

/** Adds people after all others, in the order given. Gives their ids in the same order. */
export async function saveNewPeople(tx: Tx, actor: Actor, added: readonly PersonFacts[]): Promise<string[]> {
  if (added.length === 0) return []
  const { last } = await tx
    .selectFrom('person')
    .select((select) => select.fn.coalesce(select.fn.max('position'), sql<number>`0`).as('last'))
    .where('organizationId', '=', actor.organizationId)
    .executeTakeFirstOrThrow()
  const values = added.map(async (facts, index) => ({
    organizationId: actor.organizationId,
    ...facts,
    position: last + index + 1,
    searchKeys: await personKeys(facts.name),
  }))
  const rows = await tx
    .insertInto('person')
    .values(await Promise.all(values))
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

export async function savePerson(
  tx: Tx,
  actor: Actor,
  id: string,
  facts: PersonFacts & { disabledAt: Date | null },
): Promise<void> {
  await tx
    .updateTable('person')
    .set({ ...facts, searchKeys: await personKeys(facts.name) })
    .where('organizationId', '=', actor.organizationId)
    .where('id', '=', id)
    .execute()
}

/** Makes whoever else wants this user name on this server wait until the transaction ends. */
export async function claimUserName(tx: Tx, userName: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('user name ' || lower(${userName}), 0))`.execute(tx)
}

/** Which of these user names somebody on this server has already, in lower case. */
export async function takenUserNames(db: Db, userNames: readonly string[]): Promise<Set<string>> {
  if (userNames.length === 0) return new Set()
  const lower = userNames.map((name) => name.toLowerCase())
  const rows = await db
    .selectFrom('person')
    .select((select) => select.fn<string>('lower', ['userName']).as('userName'))
    .where((where) => where(where.fn<string>('lower', ['userName']), 'in', lower))
    .execute()
  return new Set(rows.map((row) => row.userName))
}
