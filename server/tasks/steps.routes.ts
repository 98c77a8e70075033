import { Refusal } from '#domain/refusal.ts'
import type { TaskStep } from '#domain/tasks/lifecycle.ts'
import * as steps from '#domain/tasks/steps.contract.ts'
import { listCompletions } from '#domain/tasks/completions.contract.ts'
import { pageOfList } from '#domain/paging.ts'
import type { Changing } from '../http/context.ts'
import { change, read, type Served } from '../http/route.ts'
import { findCompletions } from './completions.queries.ts'
import { sentenceOf } from './page.ts'
import { flagKnown } from './standing.ts'
import { type Said, type Scruple, takeOneStep, takeSteps } from './steps.ts'

/** The steps of a task's life, one task at a time and many at once. */
export function stepRoutes(served: Served): void {
  const take = (changing: Changing & { params: { taskId: string } }, step: TaskStep, said: Said = {}) =>
    takeOneStep(changing, changing.params.taskId, step, said)
  change(served, steps.registerTask, (changing) => take(changing, 'register'))
  change(served, steps.assignTask, (changing) => take(changing, 'assign'))
  change(served, steps.acknowledgeTask, (changing) => take(changing, 'acknowledge', changing.body))
  change(served, steps.declineTask, (changing) => take(changing, 'decline', changing.body))
  change(served, steps.upholdAssignment, (changing) => take(changing, 'upholdAssignment', changing.body))
  change(served, steps.transferTask, (changing) => take(changing, 'transfer', changing.body))
  change(served, steps.requestCompletion, (changing) => take(changing, 'requestCompletion', changing.body))
  change(served, steps.acceptCompletion, (changing) => take(changing, 'acceptCompletion', changing.body))
  change(served, steps.returnCompletion, (changing) => take(changing, 'returnCompletion', changing.body))
  change(served, steps.signOffTask, (changing) => take(changing, 'signOff', changing.body))
  change(served, steps.instructFurther, (changing) => take(changing, 'instructFurther', changing.body))
  change(served, steps.closeOutTask, (changing) => take(changing, 'closeOut', changing.body))
  change(served, steps.failVerification, (changing) => take(changing, 'failVerification', changing.body))
  change(served, steps.revisitTask, (changing) => take(changing, 'revisit', changing.body))
  change(served, steps.reopenTask, (changing) => take(changing, 'reopen', changing.body))
  change(served, steps.suspendTask, (changing) => take(changing, 'suspend', changing.body))
  change(served, steps.deferTask, (changing) => take(changing, 'defer', changing.body))
  change(served, steps.resumeTask, (changing) => take(changing, 'resume', changing.body))
  change(served, steps.cancelTask, (changing) => take(changing, 'cancel', changing.body))
  bulkRoutes(served)
}

function bulkRoutes(served: Served): void {
  read(served, listCompletions, async ({ db, actor, timeZone, query }) =>
    pageOfList(await findCompletions(db, actor, query.taskIds, timeZone), query),
  )
  change(served, steps.registerTasks, (changing) => takeMany(changing, 'register'))
  change(served, steps.assignTasks, (changing) => takeMany(changing, 'assign'))
  change(served, steps.acceptCompletions, (changing) =>
    takeMany(changing, 'acceptCompletion', { checks: changing.body.checks }),
  )
  change(served, steps.signOffTasks, (changing) => takeMany(changing, 'signOff'))
  change(served, steps.suspendTasks, (changing) => takeMany(changing, 'suspend', { reason: changing.body.reason }))
  change(served, steps.resumeTasks, (changing) => takeMany(changing, 'resume', { reason: changing.body.reason }))
  change(served, steps.closeOutTasks, (changing) =>
    takeMany(changing, 'closeOut', { verification: changing.body.verification }, notOnTheSpot(changing)),
  )
}

/** What the sample suggests to verify on the spot is not struck off with many others. */
const notOnTheSpot =
  ({ today }: Changing): Scruple =>
  (task, frame) => {
    const { verification } = flagKnown(task, frame, today)
    if (verification !== null) throw new Refusal('spot_check', { cause: `@${verification}` })
  }

async function takeMany(
  changing: Changing & { body: { taskIds: string[] } },
  step: TaskStep,
  said: Said = {},
  scruple?: Scruple,
) {
  const { done, refused } = await takeSteps(changing, [...new Set(changing.body.taskIds)], step, said, scruple)
  return {
    done: done.map(({ id }) => id),
    refused: refused.map(({ id, refusal }) => ({ id, ...sentenceOf(refusal, changing.language) })),
  }
}
