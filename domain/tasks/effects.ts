import type { Day } from '../calendar/calendar.ts'
import { startAfter } from './editing.ts'
import type { StepInput, TaskInLife } from './inLife.ts'
import type { TaskStep } from './lifecycle.ts'
import type { TaskState } from './task.ts'

/** The facts a step writes besides the state; what is left out stays as it is. */
export type StepFacts = {
  /** From here the limits of its state run. */
  stateOn?: Day
  startsOn?: Day
  registeredAt?: Date
  /** From here the lead unit's clock for taking it on runs. */
  assignedAt?: Date
  acknowledgedAt?: Date | null
  leadUnitId?: string
  assigneeId?: string | null
  declineCount?: number
  declinedBy?: string
  completionRequestedAt?: Date | null
  completionRequestedBy?: string | null
  completionNote?: string | null
  completedOn?: Day | null
  /** Written once, by the first completion. */
  firstCompletedOn?: Day
  signedOffOn?: Day | null
  signedOffBy?: string | null
  closedOutOn?: Day | null
  deferredUntil?: Day | null
  /** What was found wanting is done anew: since when, by when, and why. */
  redoSince?: Day | null
  redoDueOn?: Day | null
  redoReason?: string
  reopenCount?: number
}

/** A step that was decided: who takes it on which task, what is said with it, where it leads, and when. */
export type TakenStep = {
  personId: string
  task: TaskInLife
  input: StepInput
  to: TaskState
  now: Date
  today: Day
  note: string
}

type Effect = (taken: TakenStep) => StepFacts

const NO_REQUEST = { completionRequestedAt: null, completionRequestedBy: null, completionNote: null } as const

// Done on the day it was asked for: the delay of who accepts never counts against the unit.
const completed: Effect = ({ task, today }) => {
  const completedOn = task.completionRequestedOn ?? today
  return {
    completedOn,
    firstCompletedOn: task.firstCompletedOn ?? completedOn,
    redoSince: null,
    redoDueOn: null,
    redoReason: '',
  }
}

const redo: Effect = ({ input, today }) => ({
  ...NO_REQUEST,
  completedOn: null,
  signedOffOn: null,
  signedOffBy: null,
  closedOutOn: null,
  redoSince: today,
  redoDueOn: input.day,
  redoReason: input.instruction ?? input.reason ?? '',
})

const takenUpAgain: Effect = (taken) => ({ ...redo(taken), reopenCount: taken.task.reopenCount + 1 })

const EFFECTS: Record<TaskStep, Effect> = {
  register: ({ now, task, to, today }) => ({ registeredAt: now, startsOn: startAfter(to, task.startsOn, today) }),
  assign: ({ now, task, to, today }) => ({ assignedAt: now, startsOn: startAfter(to, task.startsOn, today) }),
  acknowledge: ({ now, input }) => ({ acknowledgedAt: now, assigneeId: input.assigneeId }),
  decline: ({ task, personId }) => ({ declineCount: task.declineCount + 1, declinedBy: personId }),
  upholdAssignment: ({ now }) => ({ assignedAt: now }),
  // The plan goes on as it was: a new lead moves neither the start nor any date.
  transfer: ({ now, input }) => ({
    assignedAt: now,
    acknowledgedAt: null,
    assigneeId: null,
    ...(input.unitId !== null && { leadUnitId: input.unitId }),
  }),
  requestCompletion: ({ now, personId, note }) => ({
    completionRequestedAt: now,
    completionRequestedBy: personId,
    completionNote: note,
  }),
  acceptCompletion: (taken) => (taken.to === 'completed' ? completed(taken) : {}),
  returnCompletion: () => NO_REQUEST,
  signOff: (taken) => ({ ...completed(taken), signedOffOn: taken.today, signedOffBy: taken.personId }),
  instructFurther: redo,
  closeOut: ({ today }) => ({ closedOutOn: today }),
  failVerification: takenUpAgain,
  revisit: (taken) => (taken.to === 'closedOut' ? {} : takenUpAgain(taken)),
  reopen: takenUpAgain,
  suspend: () => ({}),
  defer: ({ input }) => ({ deferredUntil: input.day }),
  resume: ({ now, to }) => ({ deferredUntil: null, ...(to === 'assigned' && { assignedAt: now }) }),
  cancel: () => ({}),
}

/** The facts that a decided step leaves behind. No step moves a date that was promised. */
export function factsAfter(step: TaskStep, taken: TakenStep): StepFacts {
  const facts = EFFECTS[step](taken)
  // A new lead's limits run anew, though its state has the name of the former's.
  const isNewState = taken.to !== taken.task.state || facts.leadUnitId !== undefined
  return { ...facts, ...(isNewState && { stateOn: taken.today }) }
}
