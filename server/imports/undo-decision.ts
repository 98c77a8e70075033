import { Refusal } from '#domain/refusal.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { answerWith, type DecisionAnswer } from './decision-answer.ts'
import { findLastDecision, lockDrafts, saveDrafts, saveUndone } from './drafts.queries.ts'
import { findComparedTasks, findOffice } from './office.queries.ts'
import { changedMeanwhile, lockReview } from './review-lock.ts'

/** Takes the actor's last decision back. Refuses nothing_to_undo, changed_meanwhile where somebody went on from it. */
export async function undoDecision(changing: Changing, importId: string): Promise<DecisionAnswer> {
  const { tx, actor, now } = changing
  const found = await lockReview(changing, importId, 'shared', 'decide')
  const last = await findLastDecision(tx, actor, importId)
  if (!last) throw new Refusal('nothing_to_undo')
  const rows = new Map(
    (
      await lockDrafts(
        tx,
        actor,
        importId,
        last.before.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  )
  for (const row of rows.values()) if (row.decisionSeq !== last.seq) throw changedMeanwhile(changing, row)
  const former = last.before.flatMap((row) => ('added' in row ? [] : [row]))
  const gone = last.before.filter((row) => 'added' in row).map(({ id }) => id)
  await saveDrafts(tx, actor, now, [
    ...former,
    ...gone.map((id) => ({ id, state: 'withdrawn' as const, taskId: null, review: null, decisionSeq: last.seq })),
  ])
  await saveUndone(tx, actor, importId, last.seq, now)
  await record(changing, {
    action: 'draft.undone',
    subjectType: 'import',
    subjectId: importId,
    after: { kind: last.kind, count: last.before.length },
  })
  const office = await findOffice(tx, actor, { id: found.planId, year: found.planYear })
  const taskIds = former.flatMap(({ taskId }) => (taskId === null ? [] : [taskId]))
  const tasks = new Map((await findComparedTasks(tx, actor, { ids: taskIds })).map((task) => [task.id, task]))
  return answerWith(
    changing,
    importId,
    { office, tasks },
    {
      ids: former.map(({ id }) => id),
      refused: [],
      moved: gone.length > 0,
    },
  )
}
