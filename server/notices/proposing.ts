import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { addNotices, type NewNotice } from './notices.queries.ts'

/** Proposes notices and records them; what was proposed before, or is open at its level, is left out. */
export async function proposeNotices(changing: Changing, notices: readonly NewNotice[]) {
  const { tx, actor, now, today } = changing
  const added = await addNotices(tx, actor.organizationId, notices, { on: today, at: now })
  await record(
    changing,
    ...added.map(({ id, taskId, level }) => ({
      action: 'notice.proposed',
      subjectType: 'task',
      subjectId: taskId,
      after: { noticeId: id, level },
    })),
  )
  return added
}
