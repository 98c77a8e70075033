import { stepRule, type TaskStep } from '#domain/tasks/lifecycle.ts'
import {
  assignTasks,
  closeOutTasks,
  registerTasks,
  resumeTasks,
  signOffTasks,
  suspendTasks,
} from '#domain/tasks/steps.contract.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import { URGED_STATES } from '#domain/urging/byHand.ts'
import { urgeTasks } from '#domain/urging/urging.contract.ts'
import { call } from '../api.ts'

/** What can be done with several tasks at once, in the order of the dock. */
export const DEEDS = ['register', 'assign', 'signOff', 'closeOut', 'resume', 'suspend', 'urge'] as const
export type Deed = (typeof DEEDS)[number]

export type Refused = { id: string; code: string; message: string }
type Answer = { done: string[]; refused: Refused[] }

type DeedFacts = {
  by: 'office' | 'leaders'
  /** In which states a task can be meant. */
  from: readonly TaskState[]
  /** The state after it; null where it stays. */
  to: TaskState | null
  /** What is to be said with it, once for all of them. */
  asks: 'reason' | 'verification' | null
  /** It stops something, so it never stands out. */
  isQuiet?: true
  send: (taskIds: string[], words: string) => Promise<Answer>
}

const stepped = (step: TaskStep): Pick<DeedFacts, 'from' | 'to'> => ({
  from: stepRule(step).from,
  to: stepRule(step).to,
})

export const DEED_FACTS: Record<Deed, DeedFacts> = {
  register: {
    ...stepped('register'),
    by: 'office',
    asks: null,
    send: (taskIds) => call(registerTasks, { body: { taskIds } }),
  },
  assign: {
    ...stepped('assign'),
    by: 'office',
    asks: null,
    send: (taskIds) => call(assignTasks, { body: { taskIds } }),
  },
  signOff: {
    ...stepped('signOff'),
    by: 'leaders',
    asks: null,
    send: (taskIds) => call(signOffTasks, { body: { taskIds } }),
  },
  closeOut: {
    ...stepped('closeOut'),
    by: 'office',
    asks: 'verification',
    send: (taskIds, verification) => call(closeOutTasks, { body: { taskIds, verification } }),
  },
  resume: {
    ...stepped('resume'),
    by: 'office',
    asks: 'reason',
    send: (taskIds, reason) => call(resumeTasks, { body: { taskIds, reason } }),
  },
  suspend: {
    ...stepped('suspend'),
    by: 'leaders',
    asks: 'reason',
    isQuiet: true,
    send: (taskIds, reason) => call(suspendTasks, { body: { taskIds, reason } }),
  },
  urge: {
    from: URGED_STATES,
    to: null,
    by: 'office',
    asks: null,
    isQuiet: true,
    send: (taskIds) => call(urgeTasks, { body: { taskIds } }),
  },
}

/** How many the API takes at once. */
const AT_ONCE = 500

/** Does it for any number of tasks, and says of each what came of it. */
export async function doForAll(deed: Deed, ids: readonly string[], words: string): Promise<Answer> {
  const outcome: Answer = { done: [], refused: [] }
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const { done, refused } = await DEED_FACTS[deed].send(ids.slice(from, from + AT_ONCE), words)
    outcome.done.push(...done)
    outcome.refused.push(...refused)
  }
  return outcome
}
