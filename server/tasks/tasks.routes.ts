import { Refusal } from '#domain/refusal.ts'
import { getFormerTask } from '#domain/tasks/former.contract.ts'
import { getTask, listTaskJournal } from '#domain/tasks/page.contract.ts'
import { createTask, updateTask } from '#domain/tasks/tasks.contract.ts'
import { change, read, type Served } from '../http/route.ts'
import { createTasks } from './create.ts'
import { updateTaskFields } from './fields.ts'
import { findFormerTask } from './former.queries.ts'
import { findTaskPage } from './page.queries.ts'
import { viewTask } from './page.ts'
import { readTimeline } from './timeline.ts'

/** Tasks: their page and timeline, new ones, and changes of their fields. */
export function taskRoutes(served: Served): void {
  read(served, getTask, async (asking) => {
    const row = await findTaskPage(asking.db, asking.actor, asking.params.taskId)
    if (!row) throw new Refusal('not_found')
    return viewTask(row, asking)
  })
  read(served, getFormerTask, async ({ db, actor, params }) => {
    const task = await findFormerTask(db, actor, params.taskId)
    if (!task) throw new Refusal('not_found')
    return task
  })
  read(served, listTaskJournal, ({ db, actor, params, query }) => readTimeline(db, actor, params.taskId, query))

  change(served, createTask, async (changing) => {
    const [task] = await createTasks(changing, [changing.body])
    if (!task) throw new Refusal('unexpected')
    return task
  })
  change(served, updateTask, async (changing) => {
    const { id, version } = await updateTaskFields(changing, changing.params.taskId, changing.body)
    return { id, version }
  })
}
