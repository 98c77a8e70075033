import { Refusal } from '#domain/refusal.ts'
import type { TaskStep } from '#domain/tasks/lifecycle.ts'
import { getTask, listTaskJournal } from '#domain/tasks/page.contract.ts'
import {
  acceptCompletion,
  acknowledgeTask,
  assignTask,
  assignTasks,
  cancelTask,
  closeOutTask,
  registerTask,
  registerTasks,
  requestCompletion,
  returnCompletion,
} from '#domain/tasks/steps.contract.ts'
import { createTask, updateTask } from '#domain/tasks/tasks.contract.ts'
import type { Changing } from '../http/context.ts'
import { change, read, type Served } from '../http/route.ts'
import { createTasks } from './create.ts'
import { updateTaskFields } from './fields.ts'
import { findTaskPage } from './page.queries.ts'
import { sentenceOf, viewTask } from './page.ts'
import { takeOneStep, takeSteps } from './steps.ts'
import { readTimeline } from './timeline.ts'

export function taskRoutes(served: Served): void {
  read(served, getTask, async (asking) => {
    const row = await findTaskPage(asking.db, asking.actor, asking.params.taskId)
    if (!row) throw new Refusal('not_found')
    return viewTask(row, asking)
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
  stepRoutes(served)
  bulkRoutes(served)
}

function stepRoutes(served: Served): void {
  const take = (changing: Changing & { params: { taskId: string } }, step: TaskStep, said = {}) =>
    takeOneStep(changing, changing.params.taskId, step, said)
  change(served, registerTask, (changing) => take(changing, 'register'))
  change(served, assignTask, (changing) => take(changing, 'assign'))
  change(served, acknowledgeTask, (changing) => take(changing, 'acknowledge', changing.body))
  change(served, requestCompletion, (changing) => take(changing, 'requestCompletion', changing.body))
  change(served, acceptCompletion, (changing) => take(changing, 'acceptCompletion', changing.body))
  change(served, returnCompletion, (changing) => take(changing, 'returnCompletion', changing.body))
  change(served, closeOutTask, (changing) => take(changing, 'closeOut', changing.body))
  change(served, cancelTask, (changing) => take(changing, 'cancel', changing.body))
}

function bulkRoutes(served: Served): void {
  change(served, registerTasks, (changing) => takeMany(changing, 'register'))
  change(served, assignTasks, (changing) => takeMany(changing, 'assign'))
}

async function takeMany(changing: Changing & { body: { taskIds: string[] } }, step: TaskStep) {
  const { done, refused } = await takeSteps(changing, [...new Set(changing.body.taskIds)], step)
  return {
    done: done.map(({ id }) => id),
    refused: refused.map(({ id, refusal }) => ({ id, ...sentenceOf(refusal, changing.language) })),
  }
}
