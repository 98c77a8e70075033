import type { StepInput } from '#domain/tasks/inLife.ts'
import type { TaskStep } from '#domain/tasks/lifecycle.ts'
import * as steps from '#domain/tasks/steps.contract.ts'
import { call } from '../api.ts'

/** What is said with a step, as a dialog holds it: texts are never null while they are typed. */
export type Said = StepInput & {
  reason: string
  verification: string
  legalBasis: string
  instruction: string
  note: string
}

export const NOTHING_SAID: Said = {
  reason: '',
  assigneeId: null,
  checks: [],
  verification: '',
  suggestedUnitId: null,
  legalBasis: '',
  unitId: null,
  day: null,
  instruction: '',
  holds: true,
  withDirective: false,
  note: '',
}

/** How each step is sent. */
export const STEP_CALLS: Record<TaskStep, (taskId: string, said: Said) => Promise<unknown>> = {
  register: (taskId) => call(steps.registerTask, { params: { taskId }, body: {} }),
  assign: (taskId) => call(steps.assignTask, { params: { taskId }, body: {} }),
  acknowledge: (taskId, { assigneeId }) => call(steps.acknowledgeTask, { params: { taskId }, body: { assigneeId } }),
  decline: (taskId, { reason, suggestedUnitId, legalBasis }) =>
    call(steps.declineTask, { params: { taskId }, body: { reason, suggestedUnitId, legalBasis } }),
  upholdAssignment: (taskId, { reason }) => call(steps.upholdAssignment, { params: { taskId }, body: { reason } }),
  transfer: (taskId, { unitId, reason }) => call(steps.transferTask, { params: { taskId }, body: { unitId, reason } }),
  requestCompletion: (taskId, { note }) => call(steps.requestCompletion, { params: { taskId }, body: { note } }),
  acceptCompletion: (taskId, { checks }) =>
    call(steps.acceptCompletion, { params: { taskId }, body: { checks: [...checks] } }),
  returnCompletion: (taskId, { reason }) => call(steps.returnCompletion, { params: { taskId }, body: { reason } }),
  signOff: (taskId, { note }) => call(steps.signOffTask, { params: { taskId }, body: { note } }),
  instructFurther: (taskId, { instruction, day }) =>
    call(steps.instructFurther, { params: { taskId }, body: { instruction, day } }),
  closeOut: (taskId, { verification }) => call(steps.closeOutTask, { params: { taskId }, body: { verification } }),
  failVerification: (taskId, { verification, reason, day }) =>
    call(steps.failVerification, { params: { taskId }, body: { verification, reason, day } }),
  revisit: (taskId, { verification, holds, reason, day }) =>
    call(steps.revisitTask, {
      params: { taskId },
      body: { verification, holds, ...(!holds && { reason, day }) },
    }),
  reopen: (taskId, { reason, day }) => call(steps.reopenTask, { params: { taskId }, body: { reason, day } }),
  suspend: (taskId, { reason }) => call(steps.suspendTask, { params: { taskId }, body: { reason } }),
  defer: (taskId, { reason, day }) => call(steps.deferTask, { params: { taskId }, body: { reason, day } }),
  resume: (taskId, { reason }) => call(steps.resumeTask, { params: { taskId }, body: { reason } }),
  cancel: (taskId, { reason }) => call(steps.cancelTask, { params: { taskId }, body: { reason } }),
}
