import type { TaskState } from '../tasks/task.ts'
import type { MessageKind } from './kinds.ts'
import type { Told } from './recipients.ts'

/** Who is told of something that happened, and in which words. */
export type Telling = {
  kind: MessageKind
  to: readonly Told[]
  /** Only where it led to this state. */
  state?: TaskState
  /** The unit it was with before, instead of the one it is with now. */
  ofFormerUnit?: true
}

const WORKING = ['unitHead', 'liaison', 'assignee'] as const

/**
 * Who is told what as it happens: the journal's own names of what happened, each with the people it concerns. Whoever
 * did it is not told of it. What is not here is told to nobody.
 */
export const TOLD: Readonly<Record<string, readonly Telling[]>> = {
  'task.assigned': [{ kind: 'taskAssigned', to: ['unitHead', 'liaison'] }],
  'task.acknowledged': [{ kind: 'taskAcknowledged', to: ['assignee', 'unitHead'] }],
  'task.declined': [{ kind: 'taskDeclined', to: ['supervisionOffice', 'leaderInCharge'] }],
  'task.upheld': [{ kind: 'assignmentUpheld', to: ['unitHead', 'liaison'] }],
  'task.transferred': [
    { kind: 'taskAssigned', to: ['unitHead', 'liaison'] },
    { kind: 'taskTransferred', to: ['unitHead', 'liaison'], ofFormerUnit: true },
  ],
  'task.completionRequested': [{ kind: 'completionRequested', to: ['supervisionOffice'] }],
  'task.completed': [{ kind: 'taskCompleted', to: [...WORKING, 'leaderInCharge'] }],
  'task.accepted': [{ kind: 'signOffAsked', to: ['signer'] }],
  'task.signedOff': [{ kind: 'taskSignedOff', to: [...WORKING, 'supervisionOffice'] }],
  'task.instructed': [{ kind: 'taskInstructed', to: [...WORKING, 'supervisionOffice'] }],
  'task.returned': [{ kind: 'completionReturned', to: WORKING }],
  'task.verificationFailed': [{ kind: 'taskReopened', to: WORKING }],
  'task.revisited': [{ kind: 'taskReopened', to: WORKING, state: 'inProgress' }],
  'task.reopened': [{ kind: 'taskReopened', to: WORKING }],
  'task.suspended': [{ kind: 'taskSuspended', to: [...WORKING, 'supervisionOffice'] }],
  'task.deferred': [{ kind: 'taskDeferred', to: [...WORKING, 'supervisionOffice'] }],
  'task.resumed': [{ kind: 'taskResumed', to: WORKING }],
  'task.closedOut': [{ kind: 'taskClosedOut', to: WORKING }],
  'task.cancelled': [{ kind: 'taskCancelled', to: WORKING }],
  'sheet.prepared': [{ kind: 'sheetPrepared', to: ['unitHead'] }],
  'sheet.signed': [{ kind: 'sheetSigned', to: ['supervisionOffice', 'liaison'] }],
  'report.returned': [{ kind: 'reportsReturned', to: ['unitHead', 'liaison'] }],
}
