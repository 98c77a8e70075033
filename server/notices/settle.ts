import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { tellOfNotices } from './issue.ts'
import { loadSettled, saveSettled } from './notices.queries.ts'

/**
 * Ends what has become idle: a proposal whose milestone was submitted in the meantime falls, a given notice whose
 * milestone or task is done is closed. Nobody answers for what is settled.
 */
export async function settleNotices(changing: Changing): Promise<void> {
  const { tx, actor, now } = changing
  const settled = await loadSettled(tx, actor.organizationId)
  if (settled.length === 0) return
  const ids = settled.map(({ id }) => id)
  await saveSettled(tx, actor.organizationId, ids, now)
  const closed = settled.filter(({ state }) => state !== 'proposed')
  if (closed.length > 0) await tellOfNotices(changing, 'noticeClosed', closed, () => ({ note: '' }))
  await record(
    changing,
    ...settled.map(({ id, taskId, level, state, numberText }) => ({
      action: state === 'proposed' ? 'notice.dismissed' : 'notice.closed',
      subjectType: 'task',
      subjectId: taskId,
      after: { noticeId: id, level, ...(numberText && { number: numberText }) },
    })),
  )
}
