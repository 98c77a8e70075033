import { Refusal } from '#domain/refusal.ts'
import type { NoticeLevel } from '#domain/notices/notice.ts'
import { URGED_STATES } from '#domain/urging/byHand.ts'
import type { Changing } from '../http/context.ts'
import { loadTasks } from '../tasks/facts.queries.ts'
import { lockTasks } from '../tasks/tasks.queries.ts'
import { issueLocked } from './issue.ts'
import { addNotices, lockNotices } from './notices.queries.ts'

type Written = { taskId: string; level: NoticeLevel; reason: string; ask: string; answerWithinWorkdays: number }

/** The office gives a notice of its own: written, numbered and sent at once. */
export async function createOne(changing: Changing, written: Written): Promise<{ id: string; number: string }> {
  const { tx, actor, now, today, requestId } = changing
  const { taskId, level, reason, ask, answerWithinWorkdays } = written
  const lockedIds = await lockTasks(tx, actor, [taskId])
  const [task] = await loadTasks(tx, actor.organizationId, { taskIds: lockedIds })
  if (!task) throw new Refusal('not_found')
  if (task.leadUnitId === null || !URGED_STATES.includes(task.state)) throw new Refusal('notice_without_unit')
  const [added] = await addNotices(
    tx,
    actor.organizationId,
    [
      {
        key: `written ${taskId} ${now.getTime()} ${requestId}`,
        level,
        taskId,
        milestoneId: null,
        unitId: task.leadUnitId,
        reason: { code: 'written', facts: { text: reason } },
        ask,
        answerWithinWorkdays,
      },
    ],
    { on: today, at: now },
  )
  if (!added) throw new Refusal('notice_open_already')
  const [issued] = await issueLocked(changing, await lockNotices(tx, actor, [added.id]))
  if (!issued) throw new Refusal('unexpected')
  return { id: issued.id, number: issued.numberText }
}
