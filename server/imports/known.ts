import type { Actor } from '#domain/access/actor.ts'
import type { Known, Likeness } from '#domain/imports/prepare.ts'
import { indexTasks } from '#domain/imports/similar.ts'
import { unitMatcher } from '#domain/imports/unitMatch.ts'
import type { Db } from '../db/db.ts'
import { findOpenRows } from './drafts.queries.ts'
import { findOffice, findPlanTasks } from './office.queries.ts'

/**
 * What a document's rows are held against: the office's names, the plan's tasks as the actor may see them, and the rows
 * of other documents under review; `importId` is the document's own, where it is there already.
 */
export async function findKnown(
  db: Db,
  actor: Actor,
  plan: { id: string; year: number },
  importId: string | null,
): Promise<Known> {
  const office = await findOffice(db, actor, plan)
  return {
    office,
    matchUnit: unitMatcher(office.units, office.place),
    likeTasks: likenessIn(await findPlanTasks(db, actor, plan), plan.year),
    likeRows: likeRowIn(await findOpenRows(db, actor, plan.id, importId)),
  }
}

function likenessIn(
  tasks: readonly { id: string; code: string; title: string; year: number }[],
  planYear: number,
): Known['likeTasks'] {
  const index = indexTasks(tasks.map(({ id, title }) => ({ id, text: title })))
  const known = new Map(tasks.map((task) => [task.id, task]))
  return (text): Likeness[] =>
    index.find(text).flatMap(({ id, score }) => {
      const task = known.get(id)
      if (!task) return []
      const year = task.year === planYear ? null : task.year
      return [{ id, score, text: task.title, label: `${task.code} ${task.title}`, year }]
    })
}

function likeRowIn(rows: readonly { document: string; text: string }[]): Known['likeRows'] {
  const index = indexTasks(rows.map(({ text }, at) => ({ id: String(at), text })))
  return (text) => {
    const [best] = index.find(text, 1)
    const row = best && rows[Number(best.id)]
    return row ? { ...row, score: best.score } : null
  }
}
