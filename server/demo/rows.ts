import type { SupportRating, SupportState } from '#domain/tasks/support.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import type { DemoMilestone, DemoReportRow, DemoSupport, DemoTask } from './demo.types.ts'
import { idOf } from './ids.ts'

/** A task's row without what is the same for the whole organization (organization, plan). */
export type TaskRow = ReturnType<typeof taskRow>
export type MilestoneRow = ReturnType<typeof milestoneRow>
export type SupportRow = ReturnType<typeof supportRow>
export type EntryRow = ReturnType<typeof entryRow>

export const taskRow = (task: DemoTask, startsOn: string) => ({
  id: idOf('task', task.key),
  code: task.code,
  pillarId: idOf('pillar', task.pillar),
  kind: task.kind,
  title: task.result,
  evidence: task.evidenceNote,
  leadUnitId: idOf('unit', task.leadUnit),
  leaderId: idOf('person', task.leaderInCharge),
  assigneeId: null as string | null,
  weight: task.weight,
  sourceType: task.source.kind,
  sourceTitle: [task.source.title, task.source.place].filter(Boolean).join(' '),
  sourceNumber: task.source.number,
  sourceQuote: task.source.quote,
  targetValue: task.target?.value ?? null,
  targetUnit: task.target?.measure ?? null,
  startsOn,
  originalDueOn: task.dueOn,
  currentDueOn: task.dueOn,
  state: 'draft' as TaskState,
  registeredAt: null as Date | null,
  assignedAt: null as Date | null,
  acknowledgedAt: null as Date | null,
  completionRequestedAt: null as Date | null,
  completionRequestedBy: null as string | null,
  completedOn: null as string | null,
  closedOutOn: null as string | null,
  stateOn: startsOn,
  declineCount: 0,
  declinedBy: null as string | null,
  firstCompletedOn: null as string | null,
  reopenCount: 0,
  signedOffOn: null as string | null,
  signedOffBy: null as string | null,
  deferredUntil: null as string | null,
  redoSince: null as string | null,
  redoDueOn: null as string | null,
  redoReason: '',
})

/** A lead unit's decline, and what came of it. */
export type DisputeRow = {
  taskId: string
  number: number
  unitId: string
  declinedAt: Date
  declinedBy: string
  reason: string
  suggestedUnitId: string
  legalBasis: string
  decidedAt: Date | null
  decidedBy: string | null
  decision: 'upheld' | null
  decisionReason: string
}

/** Who led a task before. */
export type TransferRow = {
  taskId: string
  number: number
  fromUnitId: string
  toUnitId: string
  assigneeId: string | null
  assignedAt: Date | null
  transferredAt: Date
  transferredBy: string
  reason: string
  actualShare: number | null
}

export const milestoneRow = (task: DemoTask, milestone: DemoMilestone) => ({
  id: idOf('milestone', `${task.key} ${milestone.ordinal}`),
  taskId: idOf('task', task.key),
  position: milestone.ordinal,
  title: milestone.title,
  weight: milestone.weight,
  originalDueOn: milestone.dueOn,
  currentDueOn: milestone.dueOn,
  state: 'pending' as 'pending' | 'submitted' | 'accepted',
  submittedOn: null as string | null,
  doneOn: null as string | null,
  acceptedAt: null as Date | null,
})

export const supportRow = (task: DemoTask, { unit, deliverable, dueOn }: DemoSupport) => ({
  taskId: idOf('task', task.key),
  unitId: idOf('unit', unit),
  deliverable,
  dueOn,
  state: 'pending' as SupportState,
  deliveredOn: null as string | null,
  deliveredBy: null as string | null,
  delivery: '',
  evidence: '',
  decidedOn: null as string | null,
  decidedBy: null as string | null,
  rating: null as SupportRating | null,
  decisionNote: '',
})

/** `period` and `unit` are the demo's own keys; the loader turns them into ids. */
export const entryRow = (row: DemoReportRow, period: number, unit: string) => ({
  id: idOf('entry', `${period} ${row.task}`),
  period,
  unit,
  taskId: idOf('task', row.task),
  actualShare: row.actualShare,
  actualValue: row.actualValue,
  done: row.done,
  nextStep: row.nextStep,
  difficulty: row.difficulty ?? '',
  suggestion: row.suggestion ?? '',
  evidence: row.evidence.join('\n'),
  confidence: row.confidence,
  claimedMilestoneIds: [] as string[],
  checked: true,
  state: 'draft' as 'draft' | 'submitted' | 'accepted' | 'returned',
  returnCode: null as string | null,
  returnNote: '',
  submittedOn: null as string | null,
  submittedBy: null as string | null,
  decidedOn: null as string | null,
  decidedBy: null as string | null,
  savedAt: null as Date | null,
  savedBy: null as string | null,
})
