import { sql } from 'kysely'
import type { Actor, Role } from '#domain/access/actor.ts'
import { latestLock } from '#domain/auth/lockout.ts'
import { readCursor } from '#domain/paging.ts'
import type { Db, Tx } from '../db/db.ts'
import { holdsRole, matches, postsOfPerson } from './people.queries.ts'

export type AccountFilter = {
  find?: string | undefined
  role?: Role | undefined
  state?: 'locked' | 'disabled' | undefined
  after?: string | undefined
  limit: number
}

/** Accounts of the actor's organization by user name, one more than a page. For administrators. */
export async function listAllAccounts(db: Db, actor: Actor, filter: AccountFilter, now: Date) {
  const [name, id] = (filter.after && readCursor(filter.after, 2)) || []
  return db
    .selectFrom('person as p')
    .innerJoin('account as a', (join) =>
      join.onRef('a.organizationId', '=', 'p.organizationId').onRef('a.personId', '=', 'p.id'),
    )
    .select(['p.id', 'p.name', 'p.userName', 'p.phone', 'p.disabledAt', 'a.lockedUntil', 'a.mustChange'])
    .select(postsOfPerson.as('posts'))
    .where('p.organizationId', '=', actor.organizationId)
    .$if(filter.find !== undefined, (query) =>
      query.where((where) =>
        where.or([
          matches(filter.find ?? ''),
          where(where.fn('lower', ['p.userName']), 'like', like(filter.find ?? '')),
        ]),
      ),
    )
    .$if(filter.role !== undefined, (query) => query.where(holdsRole(filter.role)))
    .$if(filter.state === 'locked', (query) =>
      query.where('a.lockedUntil', '>', now).where('a.lockedUntil', '<=', latestLock(now)),
    )
    .$if(filter.state === 'disabled', (query) => query.where('p.disabledAt', 'is not', null))
    .$if(name !== undefined, (query) =>
      query.where(sql<boolean>`(lower(p.user_name), p.id) > (${name}::text, ${id}::uuid)`),
    )
    .orderBy((order) => order.fn('lower', ['p.userName']))
    .orderBy('p.id')
    .limit(filter.limit + 1)
    .execute()
}

const like = (find: string): string => `%${find.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

/** Locks the account of somebody in the actor's organization. */
export const lockAccount = (tx: Tx, actor: Actor, personId: string) =>
  tx
    .selectFrom('account')
    .select(['organizationId', 'personId', 'lockedUntil'])
    .where('organizationId', '=', actor.organizationId)
    .where('personId', '=', personId)
    .forNoKeyUpdate()
    .executeTakeFirst()
