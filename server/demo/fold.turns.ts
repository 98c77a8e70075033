import type { DemoFact } from './demo.types.ts'
import { at, dayAt, type Handler, into, note } from './folding.ts'
import { idOf } from './ids.ts'

type TurnType = Extract<
  DemoFact['type'],
  'taskReopened' | 'taskTransferred' | 'taskDeclined' | 'assignmentUpheld' | 'taskSuspended' | 'taskDeferred'
>

/** What is left behind by tasks that are handed on, declined, stopped or taken up again. */
export const TURN_HANDLERS: { [Type in TurnType]: Handler<Type> } = {
  taskReopened(folded, fact) {
    const reopenCount = (folded.tasks.latest(fact.task)?.reopenCount ?? 0) + 1
    const { reason, redoDueOn } = fact
    folded.tasks.change(
      fact.task,
      {
        ...into(fact, 'inProgress'),
        reopenCount,
        completionRequestedAt: null,
        completionRequestedBy: null,
        completedOn: null,
        closedOutOn: null,
        signedOffOn: null,
        signedOffBy: null,
        redoSince: dayAt(fact),
        redoDueOn,
        redoReason: reason,
      },
      at(fact),
    )
    note(folded, fact, 'task.reopened', fact.task, { after: { day: redoDueOn }, reason })
  },
  taskTransferred(folded, fact) {
    const before = folded.tasks.latest(fact.task)
    if (!before) throw new Error(`the demo transfers ${fact.task} before it exists`)
    const toUnitId = idOf('unit', fact.unit)
    const { leadUnitId, assigneeId, assignedAt } = before
    folded.transfers.push({
      taskId: before.id,
      number: 1 + folded.transfers.filter(({ taskId }) => taskId === before.id).length,
      fromUnitId: leadUnitId,
      toUnitId,
      assigneeId,
      assignedAt,
      transferredAt: at(fact),
      transferredBy: idOf('person', fact.by),
      reason: fact.reason,
      actualShare: latestShare(folded.entries.current(), before.id),
    })
    const taken = { leadUnitId: toUnitId, assigneeId: null, acknowledgedAt: null, assignedAt: at(fact) }
    folded.tasks.change(fact.task, { ...into(fact, 'assigned'), ...taken }, at(fact))
    const { reason } = fact
    note(folded, fact, 'task.transferred', fact.task, {
      before: { leadUnitId },
      after: { leadUnitId: toUnitId },
      reason,
    })
  },
  taskDeclined(folded, fact) {
    const before = folded.tasks.latest(fact.task)
    if (!before) throw new Error(`the demo declines ${fact.task} before it exists`)
    const [number, declinedBy] = [before.declineCount + 1, idOf('person', fact.by)]
    const said = { suggestedUnitId: idOf('unit', fact.suggestedUnit), legalBasis: fact.legalBasis }
    folded.disputes.push({
      taskId: before.id,
      number,
      unitId: before.leadUnitId,
      declinedAt: at(fact),
      declinedBy,
      reason: fact.reason,
      ...said,
      decidedAt: null,
      decidedBy: null,
      decision: null,
      decisionReason: '',
    })
    folded.tasks.change(fact.task, { ...into(fact, 'disputed'), declineCount: number, declinedBy }, at(fact))
    note(folded, fact, 'task.declined', fact.task, { after: said, reason: fact.reason })
  },
  assignmentUpheld(folded, fact) {
    const id = idOf('task', fact.task)
    const open = folded.disputes.find(({ taskId, decision }) => taskId === id && decision === null)
    if (open)
      Object.assign(open, {
        decidedAt: at(fact),
        decidedBy: idOf('person', fact.by),
        decision: 'upheld',
        decisionReason: fact.reason,
      })
    folded.tasks.change(fact.task, { ...into(fact, 'assigned'), assignedAt: at(fact) }, at(fact))
    note(folded, fact, 'task.upheld', fact.task, { reason: fact.reason })
  },
  taskSuspended(folded, fact) {
    folded.tasks.change(fact.task, into(fact, 'suspended'), at(fact))
    note(folded, fact, 'task.suspended', fact.task, { reason: fact.reason })
  },
  taskDeferred(folded, fact) {
    folded.tasks.change(fact.task, { ...into(fact, 'deferred'), deferredUntil: fact.until }, at(fact))
    note(folded, fact, 'task.deferred', fact.task, { after: { day: fact.until }, reason: fact.reason })
  },
}

/** The share of the task's latest report; null where there is none. */
const latestShare = (
  entries: readonly { taskId: string; period: number; actualShare: number }[],
  taskId: string,
): number | null =>
  entries
    .filter((entry) => entry.taskId === taskId)
    .reduce<{ period: number; actualShare: number } | null>(
      (latest, entry) => (latest === null || entry.period > latest.period ? entry : latest),
      null,
    )?.actualShare ?? null
