import { Refusal } from '#domain/refusal.ts'
import { getFormerTask } from '#domain/tasks/former.contract.ts'
import { getTask, listTaskJournal } from '#domain/tasks/page.contract.ts'
import { createTask, updateTask } from '#domain/tasks/tasks.contract.ts'
import { change, read, readKept, type Served } from '../http/route.ts'
import { namesFor } from '../org/names.queries.ts'
import { createTasks } from './create.ts'
import { updateTaskFields } from './fields.ts'
import { findFormerTask } from './former.queries.ts'
import { idsInReports, readTask, viewReports } from './page.ts'
import { readTimeline } from './timeline.ts'

/** Tasks: their page and timeline, new ones, and changes of their fields. */
export function taskRoutes(served: Served): void {
  readKept(
    served,
    getTask,
    ({ actor, language, params, today }) => `${params.taskId} ${today} ${language} ${actor.personId}`,
    (asking) => readTask(asking, asking.params.taskId),
  )
  read(served, getFormerTask, async (asking) => {
    const { db, actor, params } = asking
    const task = await findFormerTask(db, actor, params.taskId)
    if (!task) throw new Refusal('not_found')
    const names = await namesFor(db, asking, idsInReports(task.reports))
    return { ...task, reports: viewReports(task.reports, names) }
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
