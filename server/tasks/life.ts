import { dayOf } from '#domain/calendar/calendar.ts'
import type { TaskInLife } from '#domain/tasks/inLife.ts'
import { evidenceKindOf } from '#domain/tasks/task.ts'
import type { KnownTask } from './facts.queries.ts'

/** What decisions about a task's life need, from its facts. */
export const lifeOf = (task: KnownTask, timeZone: string): TaskInLife => ({
  state: task.state,
  stateOn: task.stateOn,
  startsOn: task.startsOn,
  result: task.title,
  sourceKind: task.sourceType,
  leadUnitId: task.leadUnitId,
  leaderInChargeId: task.leaderId,
  originalDueOn: task.originalDueOn,
  evidenceKind: evidenceKindOf(task.evidence),
  milestones: task.milestones,
  evidenceCount: task.evidenceCount,
  openSupports: task.openSupports,
  isAcknowledged: task.acknowledgedAt !== null,
  declineCount: task.declineCount,
  declinedById: task.declinedBy,
  completionAuthorId: task.completionAuthorId,
  completionRequestedOn: task.completionRequestedAt && dayOf(task.completionRequestedAt, timeZone),
  firstCompletedOn: task.firstCompletedOn,
  reopenCount: task.reopenCount,
  deferredUntil: task.deferredUntil,
  hasRedNotice: task.hasRedNotice,
  isDirective: task.directive !== null,
  signerId: task.directive?.signerId ?? null,
})
