import { z } from 'zod'
import type { Actor } from '#domain/access/actor.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Db } from '../db/db.ts'
import { findIsVisible, findNames, findTaskEntries } from './timeline.queries.ts'

const Fields = z.record(z.string(), z.unknown()).nullable()
const UUID = /"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"/g

/** A task's journal as a timeline, the latest first. Refuses not_found where the actor may not see the task. */
export async function readTimeline(
  db: Db,
  actor: Actor,
  taskId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  if (!(await findIsVisible(db, actor, taskId))) throw new Refusal('not_found')
  const [before] = (after !== undefined && readCursor(after, 1)) || []
  const entries = await findTaskEntries(db, actor, taskId, typeof before === 'number' ? before : null, limit + 1)
  const items = entries.slice(0, limit).map(({ happenedAt, before: was, after: is, ...entry }) => ({
    ...entry,
    at: happenedAt.toISOString(),
    before: Fields.parse(was),
    after: Fields.parse(is),
  }))
  const last = items[items.length - 1]
  const ids = [...JSON.stringify(items.map(({ before: was, after: is }) => [was, is])).matchAll(UUID)]
  return {
    items,
    next: entries.length > limit && last ? writeCursor([last.seq]) : null,
    names: await findNames(db, actor, [...new Set(ids.flatMap(([, id]) => (id ? [id] : [])))]),
  }
}
