import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import { wordsOf } from '#domain/tasks/search.ts'
import type { Db } from '../db/db.ts'
import { visibleTasks } from '../tasks/visible.queries.ts'

const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&')

/**
 * Tasks whose code, title or document number hold every word, an exact code first, then by code; only what the actor
 * may see. A few hundred to a few thousand rows of one organization are looked through.
 */
export const searchTasks = (db: Db, actor: Actor, find: string, limit: number) => {
  const words = wordsOf(find)
  return visibleTasks(db, actor)
    .select(['t.id', 't.code', 't.title'])
    .where('t.state', '!=', 'cancelled')
    .where((where) =>
      where.and(
        words.map(
          (word) =>
            sql<boolean>`lower(t.code || ' ' || t.title || ' ' || t.source_number) like ${`%${escaped(word)}%`}`,
        ),
      ),
    )
    .orderBy(sql`lower(t.code) <> ${find.trim().toLowerCase()}`)
    .orderBy('t.code')
    .limit(limit)
    .execute()
}
