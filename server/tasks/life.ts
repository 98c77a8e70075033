import type { TaskInLife } from '#domain/tasks/lifecycle.ts'
import { evidenceKindOf } from '#domain/tasks/task.ts'
import type { KnownTask } from './facts.queries.ts'

/** What decisions about a task's life need, from its facts. */
export const lifeOf = (task: KnownTask): TaskInLife => ({
  state: task.state,
  result: task.title,
  sourceKind: task.sourceType,
  leadUnitId: task.leadUnitId,
  leaderInChargeId: task.leaderId,
  originalDueOn: task.originalDueOn,
  evidenceKind: evidenceKindOf(task.evidence),
  milestones: task.milestones,
  evidenceCount: task.evidenceCount,
  completionAuthorId: task.completionAuthorId,
})
