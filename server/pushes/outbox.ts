import { pushIds, pushKindOf } from '#domain/webhooks/events.ts'
import type { Changing } from '../http/context.ts'
import { savePushes } from './outbox.queries.ts'

/** Something that was recorded, as the journal takes it. */
type Happened = { action: string; subjectType: string; subjectId: string; after?: object | null }

/**
 * Puts what was recorded into the outbox of every webhook that is told of its kind, in the transaction of the fact
 * itself: neither is there without the other. What concerns a restricted task never leaves.
 */
export async function pushConcerned(changing: Changing, entries: readonly Happened[]): Promise<void> {
  const pushed = entries.flatMap(({ action, subjectType, subjectId, after }) => {
    const kind = pushKindOf(action)
    if (kind === undefined) return []
    return {
      kind,
      event: action,
      taskId: subjectType === 'task' ? subjectId : null,
      difficultyId: subjectType === 'difficulty' ? subjectId : null,
      ids: { ...pushIds(after), ...(subjectType === 'difficulty' && { difficultyId: subjectId }) },
    }
  })
  if (pushed.length > 0) await savePushes(changing, pushed)
}
