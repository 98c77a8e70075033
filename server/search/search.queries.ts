import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import { gramsOf, wordsOf } from '#domain/tasks/search.ts'
import type { Db } from '../db/db.ts'
import { visibleTasks } from '../tasks/visible.queries.ts'

/**
 * Whether the task `t` holds a word in its code or title (by the index of two-character pieces), or, for a word with a
 * figure in it, in the number of its document (清委办〔2026〕6号).
 */
function holds(word: string): RawBuilder<boolean> {
  const grams = gramsOf(word)
  const said = sql<boolean>`position(${word} in lower(normalize(t.code || ' ' || t.title, NFKC))) > 0`
  const found = grams.length === 0 ? said : sql<boolean>`t.search_grams @> ${grams}::text[] and ${said}`
  if (!/\d/.test(word)) return found
  return sql<boolean>`(${found} or position(${word} in lower(normalize(t.source_number, NFKC))) > 0)`
}

/** Tasks that hold every word, an exact code first, then by code; only what the actor may see. */
export const searchTasks = (db: Db, actor: Actor, find: string, limit: number) =>
  visibleTasks(db, actor)
    .select(['t.id', 't.code', 't.title'])
    .where('t.state', '!=', 'cancelled')
    .where((where) => where.and(wordsOf(find).map(holds)))
    .orderBy(sql`lower(t.code) <> ${find.trim().toLowerCase()}`)
    .orderBy('t.code')
    .limit(limit)
    .execute()
